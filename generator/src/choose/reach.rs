//! Which types a client needs.

use std::collections::{HashMap, HashSet};

use crate::ir::{Ident, Rest, Type, TypeDef, TypeKind};

/// The named types that are reached from the roots.
pub fn reachable<'a>(types: &'a [TypeDef], roots: Vec<&'a Type>) -> HashSet<&'a Ident> {
    let by_name: HashMap<&Ident, &TypeDef> =
        types.iter().map(|def| (&def.name.ident, def)).collect();
    let mut reached = HashSet::new();
    let mut open = named(roots);
    while let Some(name) = open.pop() {
        if let Some(def) = by_name.get(name)
            && reached.insert(&def.name.ident)
        {
            open.extend(named(parts(&def.kind)));
        }
    }
    reached
}

/// The named types that types are made of.
pub fn named(types: Vec<&Type>) -> Vec<&Ident> {
    let mut out = Vec::new();
    let mut open = types;
    while let Some(ty) = open.pop() {
        match ty {
            Type::Array(of) | Type::Map(of) | Type::Nullable(of) => open.push(of),
            Type::Named(name) => out.push(name),
            // An operation names what its own enums hold itself.
            Type::Scalar(_) | Type::Foreign(_) | Type::Own(..) => {}
        }
    }
    out
}

/// The types that a type is made of.
pub fn parts(kind: &TypeKind) -> Vec<&Type> {
    match kind {
        TypeKind::Record(record) => {
            let rest = match &record.rest {
                Some(Rest::Map(_, value)) => Some(value),
                _ => None,
            };
            let fields = record.fields.iter().map(|field| &field.ty);
            fields.chain(rest).collect()
        }
        TypeKind::Tuple(tuple) => {
            let items = tuple.items.iter().map(|item| &item.ty);
            items.chain(&tuple.rest).collect()
        }
        TypeKind::Union(union) => union.branches.iter().map(|branch| &branch.ty).collect(),
        TypeKind::Alias(of) => vec![of],
        TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) => Vec::new(),
    }
}
