//! Schemas to types.

use std::collections::HashMap;
use std::rc::Rc;

use crate::choose;
use crate::diag::Code;
use crate::ir::{Ident, Name, Scalar, Type, TypeDef, TypeKind};
use crate::order::sort_by;
use crate::tree::Pointer;

use super::direction::Direction;
use super::names::Named;
use super::shape::{Shape, Shaped};
use super::site::Site;
use super::{Cx, constraints, docs, enumeration, parts, preset, record, tuple, union};

/// Schemas without a name are typed one in the other at most this deep, through references too:
/// they may lead round in a circle, and the stack is not without end.
const DEEPEST: usize = 100;

/// A type, and whether `null` is a value beside those of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Typed {
    pub(super) ty: Type,
    pub(super) nullable: bool,
}

impl Typed {
    /// The type inside an array or map, where there is no field to hold the `null`.
    pub(super) fn inner(self) -> Type {
        if self.nullable {
            Type::Nullable(Box::new(self.ty))
        } else {
            self.ty
        }
    }
}

impl Cx<'_> {
    /// What a schema is; `None` where it is broken, which is reported.
    pub(super) fn shaped(&mut self, site: &Site) -> Option<Rc<Shaped>> {
        let read = self.schemas.shaped(site).map_err(|found| *found);
        let shaped = self.ok(read).flatten()?;
        for found in &shaped.found {
            self.sink.push(found.clone());
        }
        Some(shaped)
    }

    /// The type of a schema; `None` where it is broken, which is reported.
    pub(super) fn typed(&mut self, site: &Site) -> Option<Typed> {
        let shaped = self.shaped(site)?;
        let nullable = self.schemas.nullable(&shaped);
        if let Some(path) = self.schemas.given.replaced(site) {
            return Some(Typed {
                ty: Type::Foreign(path.clone()),
                nullable,
            });
        }
        if let Some(name) = self.types.get(site, self.direction) {
            return Some(Typed {
                ty: Type::Named(name.clone()),
                nullable,
            });
        }
        if self.open.contains(site) || self.open.len() == DEEPEST {
            let reason =
                "a schema without a name that holds itself, or that stands too deep in such";
            return Some(self.raw(Some(reason), site.at()));
        }
        self.open.push(site.clone());
        let typed = self.unnamed(&shaped, site);
        self.open.pop();
        typed
    }

    /// The type of a schema by its shape alone, whatever it is called.
    fn unnamed(&mut self, shaped: &Shaped, site: &Site) -> Option<Typed> {
        let ty = match &shaped.shape {
            Shape::Ref(target) => self.typed(target)?.ty,
            Shape::Record
            | Shape::StringEnum
            | Shape::ValueEnum(_)
            | Shape::Tuple
            | Shape::Union(_) => Type::Named(self.types.get(site, self.direction)?.clone()),
            Shape::Array(items) => Type::Array(Box::new(self.inner(items.as_ref())?)),
            Shape::Map(values) => Type::Map(Box::new(self.inner(values.as_ref())?)),
            Shape::Scalar(scalar) => Type::Scalar(*scalar),
            Shape::Json(reason) => return Some(self.raw(*reason, site.at())),
        };
        let nullable = self.schemas.nullable(shaped);
        Some(Typed { ty, nullable })
    }

    fn inner(&mut self, site: Option<&Site>) -> Option<Type> {
        match site {
            Some(site) => self.typed(site).map(Typed::inner),
            None => Some(Type::Scalar(Scalar::Json)),
        }
    }

    /// Raw JSON, which holds a `null` itself.
    fn raw(&mut self, reason: Option<&str>, at: &Pointer) -> Typed {
        if let Some(reason) = reason {
            self.report(Code::RAW_JSON, format!("{reason}: carried as raw JSON"), at);
        }
        Typed {
            ty: Type::Scalar(Scalar::Json),
            nullable: false,
        }
    }
}

/// All named types, by their Rust names.
pub(super) fn all(cx: &mut Cx<'_>) -> Vec<(Pointer, TypeDef)> {
    let order = std::mem::take(&mut cx.types.order);
    let mut out: Vec<(Pointer, TypeDef)> = Vec::new();
    for named in &order {
        out.extend(made(cx, named));
    }
    by_name(&mut out);
    out
}

/// A type, and where its schema stands.
fn made(cx: &mut Cx<'_>, named: &Named) -> Option<(Pointer, TypeDef)> {
    cx.direction = named.direction;
    let def = define(cx, named);
    cx.direction = Direction::Any;
    def.map(|def| (named.site.at().clone(), def))
}

fn by_name(types: &mut [(Pointer, TypeDef)]) {
    sort_by(types, |(_, a), (_, b)| a.name.ident.cmp(&b.name.ident));
}

/// The named types that others are made of, by their Rust names, and the places of all other types.
pub(super) fn reached(
    cx: &mut Cx<'_>,
    roots: Vec<&Type>,
) -> (Vec<(Pointer, TypeDef)>, Vec<String>) {
    let order = std::mem::take(&mut cx.types.order);
    let ident = |named: &Named| named.ident(&cx.types).cloned();
    let mut left: HashMap<Ident, &Named> = order
        .iter()
        .filter_map(|named| Some((ident(named)?, named)))
        .collect();
    let mut open: Vec<Ident> = choose::named(roots).into_iter().cloned().collect();
    let mut out: Vec<(Pointer, TypeDef)> = Vec::new();
    while let Some(next) = open.pop() {
        let Some(named) = left.remove(&next) else {
            continue;
        };
        if let Some((at, def)) = made(cx, named) {
            let parts = choose::named(choose::parts(&def.kind));
            open.extend(parts.into_iter().cloned());
            out.push((at, def));
        }
    }
    by_name(&mut out);
    let left = left.into_values().map(|named| cx.document.shown(&named.at));
    (out, left.collect())
}

/// The definition of one type. A component that is broken stays as raw JSON, so that it does not
/// take everything that refers to it along.
fn define(cx: &mut Cx<'_>, named: &Named) -> Option<TypeDef> {
    let Named {
        site,
        at,
        wire,
        parts,
        ..
    } = named;
    let name = Name {
        ident: named.ident(&cx.types)?.clone(),
        pointer: cx.document.shown(at),
        wire: wire.clone(),
    };
    let Some(shaped) = cx.shaped(site) else {
        let kind = TypeKind::Alias(Type::Scalar(Scalar::Json));
        return Some(TypeDef {
            name,
            docs: crate::ir::Docs::default(),
            deprecated: false,
            kind,
            derives: Vec::new(),
            same_as: None,
        });
    };
    let keywords = &shaped.keywords;
    let mut docs = docs::schema(keywords, &name.wire);
    let kind = match &shaped.shape {
        Shape::Union(choices) => union::union(cx, keywords, choices, &mut docs),
        Shape::Record => TypeKind::Record(match parts {
            Some(media) => parts::record(cx, site, media, keywords),
            None => record::record(cx, site, keywords),
        }),
        Shape::StringEnum => TypeKind::StringEnum(enumeration::string_enum(cx, site, keywords)),
        Shape::ValueEnum(of) => {
            TypeKind::ValueEnum(enumeration::value_enum(cx, site, keywords, *of))
        }
        Shape::Tuple => TypeKind::Tuple(tuple::tuple(cx, keywords)),
        _ => {
            let typed = cx.unnamed(&shaped, site);
            TypeKind::Alias(typed.map_or(Type::Scalar(Scalar::Json), |typed| typed.ty))
        }
    };
    docs.facts.extend(constraints::of_type(cx, site, keywords));
    if let TypeKind::Alias(_) = kind {
        preset::tell(keywords, &mut docs);
    }
    Some(TypeDef {
        name,
        docs,
        deprecated: keywords.deprecated,
        derives: match &kind {
            TypeKind::Alias(_) => Vec::new(),
            _ => cx.schemas.given.derives(site),
        },
        same_as: None,
        kind,
    })
}
