//! Types that hold themselves: a `Box` where a struct would be infinite, raw JSON where a type has
//! no finite value, or where aliases alone go round.

use std::collections::{HashMap, HashSet};

use crate::diag::{Code, Sink};
use crate::ir::{Branch, Field, Ident, Presence, Scalar, TupleItem, Type, TypeDef, TypeKind};
use crate::resolve::Document;
use crate::tree::{Pointer, Quick};

use super::unions;

/// The types, with every circle among them broken.
pub(super) fn broken_up(
    mut types: Vec<(Pointer, TypeDef)>,
    document: &Document<'_>,
    sink: &mut Sink,
) -> Vec<TypeDef> {
    let round = circles(&types, plain_alias_edges);
    for (at, def) in round_trips(&mut types, &round) {
        let message = "this schema is another name of itself";
        let fault = document.fault(Code::REF_CYCLE, message, at);
        sink.push(fault.help("say what it is, or leave it out: carried as raw JSON"));
        def.kind = TypeKind::Alias(Type::Scalar(Scalar::Json));
    }
    let round = circles(&types, alias_edges);
    for (at, def) in round_trips(&mut types, &round) {
        let message = "arrays or maps of nothing but themselves: carried as raw JSON";
        sink.push(document.fault(Code::RAW_JSON, message, at));
        def.kind = TypeKind::Alias(Type::Scalar(Scalar::Json));
    }
    unions::break_up(&mut types, document, sink);
    // What only needs such a type has an end when that one is raw JSON.
    let finite = finite(&types);
    let round = circles(&types, needed);
    for (at, def) in round_trips(&mut types, &round) {
        if finite.contains(&def.name.ident) {
            continue;
        }
        let message = "a value of this type must hold another of it, without end";
        let fault = document.fault(Code::INFINITE, message, at);
        sink.push(fault.help("let one of the properties in the circle be optional or nullable"));
        def.kind = TypeKind::Alias(Type::Scalar(Scalar::Json));
    }
    for role in [Role::Spare, Role::Branch, Role::Needed] {
        let round = circles(&types, direct_edges);
        for (_, def) in &mut types {
            box_slots(def, &round, role);
        }
    }
    types.into_iter().map(|(_, def)| def).collect()
}

/// The types that are part of a circle.
fn round_trips<'a>(
    types: &'a mut [(Pointer, TypeDef)],
    round: &HashMap<Ident, usize>,
) -> impl Iterator<Item = &'a mut (Pointer, TypeDef)> {
    types
        .iter_mut()
        .filter(|(_, def)| round.contains_key(&def.name.ident))
}

/// A place in a type where a value of another is held.
struct Slot<'a> {
    role: Role,
    ty: &'a Type,
    boxed: &'a mut bool,
}

/// In which order a circle is broken: where a value may be missing before all, since that is where
/// a reader expects it to end. What must be there then stays in place mostly.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Spare,
    Branch,
    Needed,
}

impl Role {
    fn of(needed: bool) -> Self {
        if needed { Self::Needed } else { Self::Spare }
    }
}

/// Boxes the slots of a role that lead round a circle: all of them, so that none depends on the
/// order of the document.
fn box_slots(def: &mut TypeDef, round: &HashMap<Ident, usize>, role: Role) {
    let Some(circle) = round.get(&def.name.ident) else {
        return;
    };
    let goes_round = |ty: &Type| named(ty).is_some_and(|name| round.get(name) == Some(circle));
    for slot in slots(&mut def.kind) {
        *slot.boxed |= slot.role == role && goes_round(slot.ty);
    }
}

fn slots(kind: &mut TypeKind) -> Vec<Slot<'_>> {
    match kind {
        TypeKind::Record(record) => record.fields.iter_mut().map(of_field).collect(),
        TypeKind::Tuple(tuple) => tuple.items.iter_mut().map(of_item).collect(),
        TypeKind::Union(union) => union.branches.iter_mut().map(of_branch).collect(),
        TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) | TypeKind::Alias(_) => Vec::new(),
    }
}

fn of_field(field: &mut Field) -> Slot<'_> {
    Slot {
        role: Role::of(field.presence == Presence::Required),
        ty: &field.ty,
        boxed: &mut field.boxed,
    }
}

fn of_item(item: &mut TupleItem) -> Slot<'_> {
    Slot {
        role: Role::of(item.required && in_place(&item.ty).is_some()),
        ty: &item.ty,
        boxed: &mut item.boxed,
    }
}

fn of_branch(branch: &mut Branch) -> Slot<'_> {
    Slot {
        role: Role::Branch,
        ty: &branch.ty,
        boxed: &mut branch.boxed,
    }
}

/// The types that a value holds in place, without a `Vec`, map or `Box` between.
fn direct_edges(def: &TypeDef) -> Vec<&Ident> {
    let edge = |(ty, boxed)| if boxed { None } else { named(ty) };
    match &def.kind {
        TypeKind::Record(record) => {
            let fields = record.fields.iter();
            fields
                .map(|it| (&it.ty, it.boxed))
                .filter_map(edge)
                .collect()
        }
        TypeKind::Tuple(tuple) => {
            let items = tuple.items.iter();
            items
                .map(|it| (&it.ty, it.boxed))
                .filter_map(edge)
                .collect()
        }
        TypeKind::Union(union) => {
            let branches = union.branches.iter();
            branches
                .map(|it| (&it.ty, it.boxed))
                .filter_map(edge)
                .collect()
        }
        TypeKind::Alias(ty) => named(ty).into_iter().collect(),
        TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) => Vec::new(),
    }
}

pub(super) fn named(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Named(name) => Some(name),
        Type::Nullable(inner) => named(inner),
        _ => None,
    }
}

/// What an alias is another name for.
fn plain_alias_edges(def: &TypeDef) -> Vec<&Ident> {
    match &def.kind {
        TypeKind::Alias(ty) => named(ty).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// All that an alias names, through arrays and maps too.
fn alias_edges(def: &TypeDef) -> Vec<&Ident> {
    let TypeKind::Alias(ty) = &def.kind else {
        return Vec::new();
    };
    let mut ty = ty;
    loop {
        ty = match ty {
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => inner,
            Type::Named(name) => return vec![name],
            Type::Scalar(_) | Type::Foreign(_) | Type::Own(..) => return Vec::new(),
        }
    }
}

/// The types that have a value that ends: those that need no other, then what needs only such. Of a
/// union one such branch is enough.
fn finite(types: &[(Pointer, TypeDef)]) -> HashSet<Ident, Quick> {
    let mut missing: HashMap<&Ident, usize, Quick> = HashMap::default();
    let mut waiting: HashMap<&Ident, Vec<&Ident>, Quick> = HashMap::default();
    let mut ready: Vec<&Ident> = Vec::new();
    for (_, def) in types {
        let (name, needed) = (&def.name.ident, needed(def));
        let count = match &def.kind {
            TypeKind::Union(_) => needed.len().min(1),
            _ => needed.len(),
        };
        missing.insert(name, count);
        if needed.is_empty() {
            ready.push(name);
        }
        for other in needed {
            waiting.entry(other).or_default().push(name);
        }
    }
    let mut finite = HashSet::default();
    while let Some(name) = ready.pop() {
        finite.insert(name.clone());
        for waiter in waiting.remove(name).unwrap_or_default() {
            let left = missing.entry(waiter).or_default();
            *left = left.saturating_sub(1);
            if *left == 0 {
                ready.push(waiter);
            }
        }
    }
    finite
}

/// The types that every value of a type holds; of a union those that one holds.
fn needed(def: &TypeDef) -> Vec<&Ident> {
    match &def.kind {
        TypeKind::Record(record) => {
            let required = record
                .fields
                .iter()
                .filter(|field| field.presence == Presence::Required);
            required.filter_map(|field| named(&field.ty)).collect()
        }
        TypeKind::Tuple(tuple) => {
            let required = tuple.items.iter().filter(|item| item.required);
            required.filter_map(|item| in_place(&item.ty)).collect()
        }
        TypeKind::Alias(ty) => in_place(ty).into_iter().collect(),
        TypeKind::Union(union) => {
            let branches = union.branches.iter();
            let needed: Option<_> = branches.map(|branch| in_place(&branch.ty)).collect();
            needed.unwrap_or_default()
        }
        TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) => Vec::new(),
    }
}

/// The type that a value of this type holds in any case.
fn in_place(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Named(name) => Some(name),
        _ => None,
    }
}

/// The types that reach themselves, each with the number of its circle (its strongly connected
/// component).
pub(super) fn circles<'a>(
    types: &'a [(Pointer, TypeDef)],
    edges: impl Fn(&'a TypeDef) -> Vec<&'a Ident>,
) -> HashMap<Ident, usize> {
    let index: HashMap<&Ident, usize, Quick> = types
        .iter()
        .enumerate()
        .map(|(index, (_, def))| (&def.name.ident, index))
        .collect();
    let graph: Vec<Vec<usize>> = types
        .iter()
        .map(|(_, def)| {
            edges(def)
                .into_iter()
                .filter_map(|name| index.get(name).copied())
                .collect()
        })
        .collect();
    let component = components(&graph);
    let mut size = vec![0; graph.len()];
    for number in &component {
        size[*number] += 1;
    }
    (0..graph.len())
        .filter(|node| size[component[*node]] > 1 || graph[*node].contains(node))
        .map(|node| (types[node].1.name.ident.clone(), component[node]))
        .collect()
}

/// The number of each node's strongly connected component (Kosaraju: the order in which a walk
/// leaves the nodes, then a walk backwards in that order). The stack is our own, since chains may
/// be thousands long.
fn components(graph: &[Vec<usize>]) -> Vec<usize> {
    let mut backwards: Vec<Vec<usize>> = vec![Vec::new(); graph.len()];
    for (from, targets) in graph.iter().enumerate() {
        for to in targets {
            backwards[*to].push(from);
        }
    }
    let mut left = Vec::new();
    let mut seen = vec![false; graph.len()];
    for start in 0..graph.len() {
        walk(graph, start, &mut seen, &mut left);
    }
    let mut component = vec![0; graph.len()];
    let mut seen = vec![false; graph.len()];
    for start in left.into_iter().rev() {
        let mut reached = Vec::new();
        walk(&backwards, start, &mut seen, &mut reached);
        for node in reached {
            component[node] = start;
        }
    }
    component
}

/// Adds the nodes that are reached from a start and were not seen before, as the walk leaves them.
fn walk(graph: &[Vec<usize>], start: usize, seen: &mut [bool], left: &mut Vec<usize>) {
    if std::mem::replace(&mut seen[start], true) {
        return;
    }
    let mut stack = vec![(start, 0)];
    while let Some((node, next)) = stack.pop() {
        match graph[node].get(next) {
            Some(&to) => {
                stack.push((node, next + 1));
                if !std::mem::replace(&mut seen[to], true) {
                    stack.push((to, 0));
                }
            }
            None => left.push(node),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn circles_are_found() {
        let component = components(&[vec![1], vec![2], vec![0], vec![0], vec![]]);
        assert_eq!(component[0], component[1]);
        assert_eq!(component[1], component[2]);
        assert_ne!(component[3], component[0]);
        assert_ne!(component[4], component[0]);
    }

    #[test]
    fn long_chains_do_not_overflow() {
        let graph: Vec<Vec<usize>> = (0..200_000).map(|n| vec![(n + 1) % 200_000]).collect();
        let component = components(&graph);
        assert!(component.iter().all(|number| *number == component[0]));
    }
}
