//! Unions among all types: those that lead in circles, and branches whose type says which they are.

use std::collections::HashMap;

use crate::diag::{Code, Sink};
use crate::ir::{Body, Ident, Scalar, Type, TypeDef, TypeKind};
use crate::resolve::Document;
use crate::tree::{Pointer, Quick};

use super::cycles::{circles, named};

/// Takes out of unions what leads back to them by unions alone: that is read without an end, and
/// says nothing that the union does not say.
pub(super) fn break_up(types: &mut [(Pointer, TypeDef)], document: &Document<'_>, sink: &mut Sink) {
    let round = circles(types, edges);
    for (at, def) in types.iter_mut() {
        let (Some(circle), TypeKind::Union(union)) = (round.get(&def.name.ident), &mut def.kind)
        else {
            continue;
        };
        let before = union.branches.len();
        union
            .branches
            .retain(|branch| named(&branch.ty).and_then(|name| round.get(name)) != Some(circle));
        if union.branches.len() == before {
            continue;
        }
        let message = "a branch of this union is the union itself, which adds nothing";
        sink.push(
            document
                .fault(Code::INFINITE, message, at)
                .help("leave it out"),
        );
        if union.branches.is_empty() {
            def.kind = TypeKind::Alias(Type::Scalar(Scalar::Json));
        }
    }
}

/// The types that are read from the same text as a type.
fn edges(def: &TypeDef) -> Vec<&Ident> {
    match &def.kind {
        TypeKind::Union(union) => {
            let branches = union.branches.iter();
            branches.filter_map(|branch| named(&branch.ty)).collect()
        }
        TypeKind::Alias(ty) => named(ty).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The types that are other names of others, with what they name.
pub(super) type Aliases = HashMap<Ident, Type, Quick>;

/// Those of all types.
pub(super) fn aliases(types: &[TypeDef]) -> Aliases {
    let alias = |def: &TypeDef| {
        let of = match (&def.kind, &def.same_as) {
            (TypeKind::Alias(ty), _) => ty.clone(),
            (_, Some(same)) => Type::Named(same.of.clone()),
            _ => return None,
        };
        Some((def.name.ident.clone(), of))
    };
    types.iter().filter_map(alias).collect()
}

/// Marks the media types of bodies that are made by `From`: the first of each type.
pub(super) fn mark_bodies<'a>(bodies: impl Iterator<Item = &'a mut Body>, aliases: &Aliases) {
    for body in bodies {
        let mut seen = Vec::new();
        for content in &mut body.contents {
            let meant = plain(&content.ty, aliases, 0);
            content.from = meant.is_some() && !content.nullable && !seen.contains(&meant);
            seen.push(meant);
        }
    }
}

/// Marks the branches that are made by `From`: their type is that of no other branch.
pub(super) fn mark(types: &mut [TypeDef], aliases: &Aliases) {
    for def in types {
        let TypeKind::Union(union) = &mut def.kind else {
            continue;
        };
        let itself = Some(Type::Named(def.name.ident.clone()));
        let meant: Vec<Option<Type>> = union
            .branches
            .iter()
            .map(|branch| plain(&branch.ty, aliases, 0))
            .collect();
        for (branch, ty) in union.branches.iter_mut().zip(&meant) {
            let only = meant.iter().filter(|other| *other == ty).count() == 1;
            let usable = ty.is_some() && *ty != itself && *ty != Some(Type::Scalar(Scalar::Json));
            branch.from = only && usable && !branch.boxed;
        }
    }
}

/// Names of types in each other are followed this deep.
const DEEPEST: usize = 32;

/// A type without the other names that it has.
pub(super) fn plain(ty: &Type, aliases: &Aliases, depth: usize) -> Option<Type> {
    if depth == DEEPEST {
        return None;
    }
    let inner = |ty: &Type| plain(ty, aliases, depth + 1).map(Box::new);
    Some(match ty {
        Type::Array(item) => Type::Array(inner(item)?),
        Type::Map(value) => Type::Map(inner(value)?),
        Type::Nullable(value) => Type::Nullable(inner(value)?),
        Type::Named(name) => match aliases.get(name) {
            Some(ty) => return plain(ty, aliases, depth + 1),
            None => ty.clone(),
        },
        Type::Scalar(_) | Type::Foreign(_) | Type::Own(..) => ty.clone(),
    })
}
