//! Schemas to types.

use crate::diag::Code;
use crate::ir::{Name, Scalar, Type, TypeDef, TypeKind};
use crate::tree::Pointer;

use super::shape::{Shape, Shaped, shaped};
use super::{Cx, docs, record, string_enum};

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
    pub(super) fn shaped(&mut self, at: &Pointer) -> Option<Shaped> {
        let read = shaped(self.document, at);
        self.ok(read).flatten()
    }

    /// The type of the schema at a pointer; `None` where it is broken, which is reported.
    pub(super) fn typed(&mut self, at: &Pointer) -> Option<Typed> {
        let shaped = self.shaped(at)?;
        let nullable = shaped.nullable;
        if let Some(name) = self.types.get(at) {
            return Some(Typed {
                ty: Type::Named(name.clone()),
                nullable,
            });
        }
        if self.open.contains(at) || self.open.len() == DEEPEST {
            let reason =
                "a schema without a name that holds itself, or that stands too deep in such";
            return Some(self.raw(Some(reason), at));
        }
        self.open.push(at.clone());
        let typed = self.unnamed(&shaped, at);
        self.open.pop();
        typed
    }

    /// The type of a schema by its shape alone, whatever it is called.
    fn unnamed(&mut self, shaped: &Shaped, at: &Pointer) -> Option<Typed> {
        let nullable = shaped.nullable;
        let ty = match &shaped.shape {
            Shape::Ref(target) => {
                let typed = self.typed(target)?;
                return Some(Typed {
                    nullable: typed.nullable || nullable,
                    ..typed
                });
            }
            Shape::Record | Shape::StringEnum => Type::Named(self.types.get(at)?.clone()),
            Shape::Array(items) => Type::Array(Box::new(self.inner(items.as_ref())?)),
            Shape::Map(values) => Type::Map(Box::new(self.inner(values.as_ref())?)),
            Shape::Scalar(scalar) => Type::Scalar(*scalar),
            Shape::Json(reason) => return Some(self.raw(*reason, at)),
        };
        Some(Typed { ty, nullable })
    }

    fn inner(&mut self, at: Option<&Pointer>) -> Option<Type> {
        match at {
            Some(at) => self.typed(at).map(Typed::inner),
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
    let order = cx.types.order.clone();
    let mut out: Vec<(Pointer, TypeDef)> = order
        .into_iter()
        .filter_map(|(at, wire)| Some((at.clone(), define(cx, &at, wire)?)))
        .collect();
    out.sort_by(|(_, a), (_, b)| a.name.ident.cmp(&b.name.ident));
    out
}

/// The definition of one type. A component that is broken stays as raw JSON, so that it does not
/// take everything that refers to it along.
fn define(cx: &mut Cx<'_>, at: &Pointer, wire: String) -> Option<TypeDef> {
    let name = Name {
        ident: cx.types.get(at)?.clone(),
        pointer: cx.document.shown(at),
        wire,
    };
    let Some(shaped) = cx.shaped(at) else {
        let kind = TypeKind::Alias(Type::Scalar(Scalar::Json));
        return Some(TypeDef {
            name,
            docs: crate::ir::Docs::default(),
            deprecated: false,
            kind,
        });
    };
    let kind = match &shaped.shape {
        Shape::Record => TypeKind::Record(record::record(cx, at, &shaped.keywords)),
        Shape::StringEnum => {
            TypeKind::StringEnum(string_enum::string_enum(cx, at, &shaped.keywords))
        }
        _ => {
            let typed = cx.unnamed(&shaped, at);
            TypeKind::Alias(typed.map_or(Type::Scalar(Scalar::Json), |typed| typed.ty))
        }
    };
    let docs = docs::schema(&shaped.keywords, &name.wire);
    Some(TypeDef {
        name,
        docs,
        deprecated: shaped.keywords.deprecated,
        kind,
    })
}
