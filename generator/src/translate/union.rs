//! Unions to enums with a type in each variant, and how the variants are told apart.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::branches::Choice;
use super::discriminator::Discriminator;
use super::keywords::Keywords;
use super::profile::Profile;
use super::{Cx, docs};
use crate::diag::Code;
use crate::ir::{Branch, Docs, Fact, Kinds, Name, Scalar, Type, TypeKind, Union};
use crate::naming::{self, Scope};
use crate::order::{sort_by, sort_by_key};
use crate::tree::Pointer;

/// The enum; where one branch is left, or none, another name for its type.
pub(super) fn union(
    cx: &mut Cx<'_>,
    keywords: &Keywords,
    choices: &[Choice],
    docs: &mut Docs,
) -> TypeKind {
    let mut rows = rows(cx, choices);
    // What takes any value is tried last, text after what only some text fits, and numbers after
    // integers.
    let integers = rows
        .iter()
        .any(|row| row.profile.kinds == Kinds::of("integer"));
    let is_wide = |row: &Row<'_>| row.ty == STRING || integers && row.ty == NUMBER;
    sort_by_key(&mut rows, |row| {
        (row.profile.kinds.is_loose(), is_wide(row))
    });
    if let [] | [_] = rows.as_slice() {
        let ty = rows.pop().map_or(Type::Scalar(Scalar::Json), |row| row.ty);
        return TypeKind::Alias(ty);
    }
    let discriminator = keywords
        .unions
        .iter()
        .find_map(|union| union.discriminator.as_ref());
    let tag = match discriminator {
        Some(discriminator) => {
            by_discriminator(cx, discriminator, &mut rows);
            Some(discriminator.property.clone())
        }
        None => by_constant(&mut rows),
    };
    by_values(&mut rows);
    by_keys(&mut rows);
    docs.facts.push(told_apart(tag.as_deref(), &rows));
    let items: Vec<(&str, &str)> = rows
        .iter()
        .map(|row| (row.choice.word.as_str(), row.choice.wire.as_str()))
        .collect();
    let idents = naming::names(Scope::Variant, &items);
    let fallback = naming::fallback(&idents);
    let branches = rows.into_iter().zip(idents).map(|(row, ident)| Branch {
        name: Name {
            ident,
            wire: row.choice.wire.clone(),
            pointer: cx.document.shown(&row.choice.target),
        },
        docs: all_said(row.said),
        ty: row.ty,
        boxed: false,
        kinds: row.profile.kinds,
        tags: row.tags,
        required: row.required,
        from: false,
    });
    TypeKind::Union(Union {
        branches: branches.collect(),
        fallback,
        tag,
    })
}

const STRING: Type = Type::Scalar(Scalar::String);
const NUMBER: Type = Type::Scalar(Scalar::F64);

/// A branch whose type is known.
struct Row<'a> {
    choice: &'a Choice,
    ty: Type,
    said: Vec<Said>,
    profile: Rc<Profile>,
    tags: Vec<String>,
    required: Vec<String>,
}

/// What the schema of a branch says of it.
struct Said {
    docs: Docs,
    /// Its only value.
    value: Option<Value>,
}

/// What the schemas of a branch say together.
fn all_said(said: Vec<Said>) -> Docs {
    let values: Option<Vec<&Value>> = said.iter().map(|said| said.value.as_ref()).collect();
    let values = values.filter(|values| values.len() > 1);
    let fact = values.and_then(|values| {
        let mut values = values.into_iter().map(Value::to_string);
        let first = Fact::own("One of ").quote(values.next()?);
        let fact = values.fold(first, |fact, value| fact.and(", ").quote(value));
        Some(fact.and("."))
    });
    let mut said = said.into_iter().map(|said| said.docs);
    let mut docs = said.next().unwrap_or_default();
    for more in said {
        docs::add(&mut docs, more);
    }
    docs.facts.extend(fact);
    docs
}

/// The branches that are sound. Those that are one type are one, with the documentation of all.
fn rows<'a>(cx: &mut Cx<'_>, choices: &'a [Choice]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for choice in choices {
        let Some(typed) = cx.typed(&choice.site) else {
            continue;
        };
        let ty = typed.ty;
        let shaped = cx.shaped(&choice.site);
        // A named type has documentation of its own.
        let shaped = shaped.filter(|_| !matches!(ty, Type::Named(_)));
        let said = shaped.map(|shaped| Said {
            docs: docs::schema(&shaped.keywords, &choice.word),
            value: shaped.keywords.only_value().cloned(),
        });
        if let Some(row) = rows.iter_mut().find(|row| row.ty == ty) {
            row.said.extend(said);
            continue;
        }
        rows.push(Row {
            choice,
            ty,
            said: said.into_iter().collect(),
            profile: cx.schemas.profile(&choice.site, cx.direction),
            tags: Vec::new(),
            required: Vec::new(),
        });
    }
    rows
}

/// The values by which a discriminator names each branch.
fn by_discriminator(cx: &mut Cx<'_>, discriminator: &Discriminator, rows: &mut [Row<'_>]) {
    let property = &discriminator.property;
    for (value, name) in &discriminator.mapping {
        let at = discriminator.at.child("mapping").child(value);
        match discriminator.target(cx.document, name) {
            None => {
                let message = format!("`{name}` names nothing");
                let found = cx.document.fault(Code::DANGLING_REF, message, &at);
                let found = found.help("this value of the mapping is left out");
                cx.sink.push(found.remove());
            }
            Some(target) if rows.iter().all(|row| row.choice.target != target) => {
                let message = format!("`{name}` is none of the branches");
                let note = cx.document.fault(Code::IGNORED_HERE, message, &at);
                cx.sink.push(note.remove());
            }
            Some(_) => {}
        }
    }
    let is_object = |row: &&Row<'_>| row.profile.kinds == Kinds::OBJECT;
    let objects = rows.iter().filter(is_object);
    let objects: Vec<(&Pointer, &Profile)> = objects
        .map(|row| (&row.choice.target, &*row.profile))
        .collect();
    let tags = discriminator.tags(cx.document, &objects);
    let objects = rows.iter_mut().filter(|row| is_object(&&**row));
    for (row, tags) in objects.zip(tags) {
        row.tags = tags;
    }
    leave_to_records(rows);
    let mut without = rows
        .iter()
        .filter(|row| row.profile.is_record && !row.profile.declared.contains(property));
    if let Some(row) = without.next() {
        let message = format!(
            "the discriminator is `{property}`, a property that `{}` does not declare",
            row.choice.word
        );
        let at = discriminator.at.child("propertyName");
        let found = cx.document.fault(Code::MALFORMED, message, &at);
        cx.sink
            .push(found.help("declare it in the branch, and require it"));
    }
}

/// A value that names a schema and is one of a union beside it too means the schema.
fn leave_to_records(rows: &mut [Row<'_>]) {
    let records = rows.iter().filter(|row| row.profile.is_record);
    let claimed: HashSet<String> = records.flat_map(|row| row.tags.clone()).collect();
    for row in rows.iter_mut().filter(|row| !row.profile.is_record) {
        row.tags.retain(|tag| !claimed.contains(tag));
    }
}

/// A property that has other values in each branch that has it, in most of them; where there is none,
/// one of whose values some of them share the only one.
fn by_constant(rows: &mut [Row<'_>]) -> Option<String> {
    let mut seen: BTreeMap<&String, Vec<&IndexSet<String>>> = BTreeMap::new();
    for (key, values) in rows.iter().flat_map(|row| &row.profile.constants) {
        seen.entry(key).or_default().push(values);
    }
    let apart = seen.into_iter().filter_map(|(key, sets)| {
        let apart = apart(&sets)?;
        Some((key, apart, sets.len()))
    });
    // Of several the one that most branches have, then the first by name.
    let best = apart.rev().max_by_key(|(_, apart, count)| (*apart, *count));
    let tag = best.map(|(key, ..)| key.clone())?;
    for row in rows.iter_mut() {
        let values = row.profile.constants.get(&tag).into_iter().flatten();
        row.tags = values.cloned().collect();
    }
    Some(tag)
}

/// How far the values of a property tell the branches that have it apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Apart {
    Partly,
    Fully,
}

fn apart(sets: &[&IndexSet<String>]) -> Option<Apart> {
    let mut owners: HashMap<&String, &IndexSet<String>> = HashMap::new();
    let mut different = 0;
    for set in sets {
        match set.iter().find_map(|value| owners.get(value)) {
            None => {
                different += 1;
                owners.extend(set.iter().map(|value| (value, *set)));
            }
            // Of several values a server may add one, which is of no branch then.
            Some(owner) if owner == set && set.len() == 1 => {}
            Some(_) => return None,
        }
    }
    match different {
        0 | 1 => None,
        _ if different == sets.len() => Some(Apart::Fully),
        _ => Some(Apart::Partly),
    }
}

/// The values of enums, where another branch could be the same text.
fn by_values(rows: &mut [Row<'_>]) {
    let kinds: Vec<Kinds> = rows.iter().map(|row| row.profile.kinds).collect();
    for row in rows.iter_mut().filter(|row| !row.profile.values.is_empty()) {
        let alike = kinds.iter().filter(|kinds| kinds.meets(row.profile.kinds));
        if alike.count() > 1 {
            row.tags.clone_from(&row.profile.values);
        }
    }
}

/// The required keys that not all objects have, where tags do not decide: there are none, or
/// several branches have one.
fn by_keys(rows: &mut [Row<'_>]) {
    let objects = rows.iter().filter(|row| row.profile.kinds == Kinds::OBJECT);
    let shared = shared_tags(rows);
    let open =
        |row: &Row<'_>| row.tags.is_empty() || row.tags.iter().any(|tag| shared.contains(tag));
    if !objects.clone().any(open) || objects.clone().count() < 2 {
        return;
    }
    let mut count: IndexMap<String, usize> = IndexMap::new();
    for row in objects.clone() {
        for key in &row.profile.required {
            *count.entry(key.clone()).or_default() += 1;
        }
    }
    let all = objects.count();
    for row in rows.iter_mut().filter(|row| open(row)) {
        let own = row.profile.required.iter();
        let own = own.filter(|key| count.get(*key).is_some_and(|count| *count < all));
        row.required = own.cloned().collect();
        // They have no order.
        sort_by(&mut row.required, Ord::cmp);
    }
}

/// The tags that more than one object has.
fn shared_tags(rows: &[Row<'_>]) -> HashSet<String> {
    let mut seen = HashSet::new();
    let objects = rows.iter().filter(|row| row.profile.kinds == Kinds::OBJECT);
    let tags = objects.flat_map(|row| &row.tags);
    tags.filter(|tag| !seen.insert(*tag)).cloned().collect()
}

/// How the branches are told apart, for the documentation.
fn told_apart(tag: Option<&str>, rows: &[Row<'_>]) -> Fact {
    let objects = rows
        .iter()
        .filter(|row| row.profile.kinds.meets(Kinds::OBJECT));
    let untagged = objects.clone().filter(|row| row.tags.is_empty()).count();
    let start = "The branches are told apart ";
    if let Some(tag) = tag {
        let fact = Fact::own(format!("{start}by the property ")).quote(tag);
        return match untagged {
            _ if !shared_tags(rows).is_empty() => {
                fact.and(", those that share a value of it by their keys.")
            }
            0 => fact.and("."),
            _ => fact.and(", those without it by their keys."),
        };
    }
    let meets = |(index, row): (usize, &Row<'_>)| {
        let mut others = rows.iter().enumerate().filter(|(other, _)| *other != index);
        // Integers come before numbers.
        others.any(|(_, other)| other.profile.kinds.0 & row.profile.kinds.0 & 127 != 0)
    };
    if !rows.iter().enumerate().any(meets) {
        return Fact::own(format!("{start}by the JSON type."));
    }
    if objects.clone().count() > 1 && objects.clone().all(|row| !row.required.is_empty()) {
        return Fact::own(format!("{start}by their required keys."));
    }
    Fact::own(
        "The branches are tried in order, and one that knows all keys and values comes first.",
    )
}
