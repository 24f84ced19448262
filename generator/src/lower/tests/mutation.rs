//! Any document is taken: documents with random changes are lowered without a panic, what comes
//! of them can be read, and what is missing afterwards has been reported.

use super::super::lower;
use super::super::testing::{node, tree};
use super::read;
use crate::diag::{Diagnostic, Sink};
use crate::tree::{Entry, Node, Place, Pointer, Tree, Value};

const EVERYTHING: &str = include_str!("everything.yaml");
const CHASER: &str = include_str!("../../../../specs/chaser.yaml");

/// What values are replaced by.
const VALUES: &str = "
[null, true, false, 0, -1, 1.5, 1.0, 1e400, 18446744073709551616, '', a, '1', 'true', 'null',
 string, '#/components/schemas/Object', [], {}, [null], [a], [1], [{}], {a: b}, {a: null},
 {type: [string, 'null']}, {$ref: '#/components/schemas/Object'}, {$ref: 7}, {$ref: '#/nowhere'},
 {$ref: '#/paths', description: b}, [[]], {'200': {}}, {x-restitch-broken: true}]
";

/// What keys are renamed to, besides each other.
const KEYS: [&str; 14] = [
    "$ref",
    "type",
    "const",
    "enum",
    "items",
    "required",
    "properties",
    "schema",
    "content",
    "in",
    "default",
    "x-restitch-null",
    "nullable",
    "allOf",
];

/// xorshift64: the same documents each time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound.max(1)
    }
}

/// Every pointer of a tree.
fn pointers(node: &Node, pointer: &mut Pointer, found: &mut Vec<Pointer>) {
    found.push(pointer.clone());
    let mut below = |key: &str, node| {
        pointer.push(key);
        pointers(node, pointer, found);
        pointer.pop();
    };
    match &node.value {
        Value::Object(map) => map.iter().for_each(|entry| below(&entry.key, &entry.node)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                below(&index.to_string(), item);
            }
        }
        _ => {}
    }
}

fn all_pointers(tree: &Tree) -> Vec<Pointer> {
    let mut found = Vec::new();
    let root = tree.root().expect("there is a root");
    pointers(root, &mut Pointer::default(), &mut found);
    found
}

/// Replaces, removes, renames or copies one node.
fn mutate(tree: &mut Tree, values: &[Node], random: &mut Random) {
    let all = all_pointers(tree);
    let pick = |random: &mut Random| {
        all.get(random.below(all.len()))
            .cloned()
            .unwrap_or_default()
    };
    let target = pick(random);
    let (Some(parent), Some(key)) = (target.parent(), target.last()) else {
        return;
    };
    let value = match random.below(4) {
        0 => tree.get(&pick(random)).cloned(),
        _ => values.get(random.below(values.len())).cloned(),
    };
    let value = value.unwrap_or_else(|| Node::new(Value::Null, Place::default()));
    let action = random.below(6);
    let new_key = KEYS.get(random.below(KEYS.len())).copied().unwrap_or("a");
    match tree.get_mut(&parent).map(|node| &mut node.value) {
        Some(Value::Object(map)) => match action {
            0 => drop(map.remove(&key)),
            1 if !map.has(new_key) => {
                if let Some(entry) = map.remove(&key) {
                    map.push(Entry {
                        key: new_key.to_owned(),
                        ..entry
                    });
                }
            }
            2 => map.set(new_key, value),
            _ => map.set(&key, value),
        },
        Some(Value::Array(items)) => {
            let index = key.parse().unwrap_or(0);
            match items.get_mut(index) {
                Some(item) if action > 0 => *item = value,
                _ => items.push(value),
            }
        }
        _ => {}
    }
}

/// Lowers a tree and looks at what came of it.
fn check(mut tree: Tree) {
    let before = all_pointers(&tree);
    let mut sink = Sink::default();
    lower(&mut tree, &mut sink);
    read::all(&tree);
    for pointer in all_pointers(&tree) {
        let place = tree.get(&pointer).map(|node| node.at.line);
        assert_ne!(place, Some(0), "{pointer} has no place");
    }
    let found = sink.into_sorted();
    for pointer in before {
        assert!(
            tree.get(&pointer).is_some() || is_told(&pointer, &found) || has_moved(&pointer),
            "{pointer} is lost silently"
        );
    }
}

/// Whether something has been said about a node, or about one that it stands in.
fn is_told(pointer: &Pointer, found: &[Diagnostic]) -> bool {
    found.iter().any(|one| {
        let rest = pointer.as_str().strip_prefix(one.pointer.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// Nodes that a rule writes down in another form, and items behind one that was taken out.
fn has_moved(pointer: &Pointer) -> bool {
    let forms = [
        "$ref",
        "type",
        "default",
        "enum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "security",
    ];
    pointer.tokens().any(|token| forms.contains(&&*token))
}

fn starts() -> [Node; 3] {
    let of_3_0 = EVERYTHING.replacen("3.1.0", "3.0.3", 1);
    [node(EVERYTHING), node(CHASER), node(&of_3_0)]
}

#[test]
fn documents_as_they_are() {
    for root in starts() {
        check(tree(&[("root.yaml", root)]));
    }
}

#[test]
fn documents_with_random_changes() {
    let values = node(VALUES);
    let values = values.as_array().unwrap_or_default();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..300 {
        let [first, second, third] = starts();
        let root = match round % 4 {
            0 => second,
            1 => third,
            _ => first,
        };
        let mut tree = tree(&[("root.yaml", root)]);
        for _ in 0..=random.below(12) {
            mutate(&mut tree, values, &mut random);
        }
        check(tree);
    }
}
