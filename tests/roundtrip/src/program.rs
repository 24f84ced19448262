use std::collections::HashMap;

use restitch::codec::{BranchInfo, FieldInfo, UnionInfo};
use restitch_build::ir::{
    Api, Branch, Field, Presence, Record, Rest, Scalar, Tuple, Type, TypeKind, Union, ValueKind,
    Variant,
};

/// The types of a document, ready to run.
///
/// The codec's tables are `&'static`, as they are in generated code: a program is leaked, and lives
/// as long as the test does.
#[derive(Debug)]
pub struct Program {
    index: HashMap<String, usize>,
    defs: Vec<Def>,
}

/// A named type.
#[derive(Debug)]
pub(crate) enum Def {
    Record(RecordDef),
    /// The texts of the variants, which read and write as strings do; so does the fallback.
    StringEnum(Vec<String>),
    /// The same of an enum of integers.
    Integers(Vec<i64>),
    /// The JSON texts of an enum of any values: a variant writes its own, however it came.
    Values(Vec<String>),
    Tuple(TupleDef),
    Union(UnionDef),
    Alias(Ty),
}

/// A struct.
#[derive(Debug)]
pub(crate) struct RecordDef {
    pub(crate) infos: Vec<FieldInfo>,
    pub(crate) types: Vec<Ty>,
    pub(crate) rest: Option<RestDef>,
}

/// What keeps the keys that no field names.
#[derive(Debug)]
pub(crate) enum RestDef {
    Extra,
    Map(Ty),
}

/// A tuple struct.
#[derive(Debug)]
pub(crate) struct TupleDef {
    pub(crate) items: Vec<Ty>,
    pub(crate) required: usize,
    pub(crate) rest: Option<Ty>,
}

/// A union.
#[derive(Debug)]
pub(crate) struct UnionDef {
    pub(crate) info: UnionInfo,
    pub(crate) branches: Vec<Ty>,
}

/// A type as `emit` writes it. A `Box` is left out: it reads and writes as what it holds.
#[derive(Debug)]
pub(crate) enum Ty {
    Scalar(Scalar),
    Array(Box<Ty>),
    Map(Box<Ty>),
    Option(Box<Ty>),
    Named(usize),
    /// A type of the user's own, which is not here: raw JSON stands for it.
    Foreign,
}

impl Program {
    /// Of the types of a client.
    pub fn new(api: &Api) -> &'static Self {
        let names = api.types.iter().map(|def| def.name.ident.as_str());
        let index: HashMap<_, _> = names.map(str::to_owned).zip(0..).collect();
        let names = Names(&index);
        let defs = api.types.iter().map(|def| names.def(&def.kind)).collect();
        leak(Self { index, defs })
    }

    /// The place of a type, by its Rust name.
    pub(crate) fn index_of(&self, name: &str) -> Option<usize> {
        self.index.get(name).copied()
    }

    /// A type that the client names; it is leaked as the program is.
    pub(crate) fn ty(&self, ty: &Type, nullable: bool) -> &'static Ty {
        let ty = Names(&self.index).ty(ty);
        leak(if nullable { optional(ty) } else { ty })
    }

    pub(crate) fn def(&'static self, index: usize) -> &'static Def {
        // Indices come from the map that numbers `defs`.
        &self.defs[index]
    }
}

struct Names<'a>(&'a HashMap<String, usize>);

impl Names<'_> {
    fn def(&self, kind: &TypeKind) -> Def {
        match kind {
            TypeKind::Record(record) => Def::Record(self.record(record)),
            TypeKind::StringEnum(of) => Def::StringEnum(wires(&of.variants).collect()),
            TypeKind::ValueEnum(of) => match of.of {
                ValueKind::I64 => {
                    let integers = wires(&of.variants).map(|wire| wire.parse());
                    Def::Integers(integers.map(|n| n.expect("an i64")).collect())
                }
                ValueKind::Json => Def::Values(wires(&of.variants).collect()),
            },
            TypeKind::Tuple(tuple) => Def::Tuple(self.tuple(tuple)),
            TypeKind::Union(union) => Def::Union(self.union(union)),
            TypeKind::Alias(ty) => Def::Alias(self.ty(ty)),
        }
    }

    fn record(&self, record: &Record) -> RecordDef {
        let info = |field: &Field| {
            FieldInfo::new(
                text(&format!(",\"{}\":", field.name.wire)),
                field.presence.is_required(),
            )
        };
        RecordDef {
            infos: record.fields.iter().map(info).collect(),
            types: record.fields.iter().map(|f| self.field(f)).collect(),
            rest: record.rest.as_ref().map(|rest| match rest {
                Rest::Extra(_) => RestDef::Extra,
                Rest::Map(_, ty) => RestDef::Map(self.ty(ty)),
            }),
        }
    }

    fn field(&self, field: &Field) -> Ty {
        let ty = self.ty(&field.ty);
        match field.presence {
            Presence::Required => ty,
            Presence::RequiredNullable | Presence::Optional => optional(ty),
            Presence::OptionalNullable => optional(optional(ty)),
        }
    }

    fn tuple(&self, tuple: &Tuple) -> TupleDef {
        let items = tuple.items.iter().map(|item| {
            let ty = self.ty(&item.ty);
            if item.required { ty } else { optional(ty) }
        });
        TupleDef {
            items: items.collect(),
            required: tuple.items.iter().filter(|item| item.required).count(),
            rest: tuple.rest.as_ref().map(|ty| self.ty(ty)),
        }
    }

    fn union(&self, union: &Union) -> UnionDef {
        let rows: Vec<_> = union.branches.iter().map(row).collect();
        UnionDef {
            info: UnionInfo::new(union.tag.as_deref().map(text), rows.leak()),
            branches: union.branches.iter().map(|b| self.ty(&b.ty)).collect(),
        }
    }

    fn ty(&self, ty: &Type) -> Ty {
        match ty {
            Type::Scalar(scalar) => Ty::Scalar(*scalar),
            Type::Array(item) => Ty::Array(Box::new(self.ty(item))),
            Type::Map(value) => Ty::Map(Box::new(self.ty(value))),
            Type::Nullable(value) => optional(self.ty(value)),
            Type::Named(name) => {
                let index = self.0.get(name.as_str());
                Ty::Named(*index.expect("a type that is named is there"))
            }
            Type::Foreign(_) => Ty::Foreign,
            Type::Own(..) => panic!("only an operation has such a type"),
        }
    }
}

fn row(branch: &Branch) -> BranchInfo {
    let texts = |of: &[String]| &*of.iter().map(|t| text(t)).collect::<Vec<_>>().leak();
    BranchInfo::new(
        text(branch.name.ident.as_str()),
        branch.kinds.0,
        texts(&branch.tags),
        texts(&branch.required),
    )
}

fn wires(variants: &[Variant]) -> impl Iterator<Item = String> {
    variants.iter().map(|variant| variant.name.wire.clone())
}

fn optional(ty: Ty) -> Ty {
    Ty::Option(Box::new(ty))
}

fn text(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}
