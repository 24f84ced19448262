use crate::random::Random;

/// A struct as a document could describe it.
pub(super) struct Struct {
    pub(super) name: String,
    pub(super) fields: Vec<Field>,
}

/// One of its fields.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) presence: Presence,
    pub(super) ty: Type,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Presence {
    Required,
    RequiredNullable,
    Optional,
    Nullable,
}

/// The types that documents are mostly made of; the numbers are of earlier structs.
#[derive(Clone, Copy)]
pub(super) enum Type {
    String,
    I64,
    F64,
    Bool,
    Strings,
    Labels,
    Struct(usize),
    Structs(usize),
}

/// `count` structs of 3 to 14 fields, the same in every run.
pub(super) fn structs(count: usize) -> Vec<Struct> {
    let mut random = Random::new(7);
    (0..count)
        .map(|index| {
            let fields = 3 + random.below(12);
            let fields = (0..fields).map(|i| field(&mut random, index, i)).collect();
            Struct {
                name: format!("Type{index}"),
                fields,
            }
        })
        .collect()
}

fn field(random: &mut Random, index: usize, i: usize) -> Field {
    let words = [
        "account", "created", "display", "external", "owner", "status",
    ];
    let word = words[random.below(words.len())];
    let presence = match random.below(100) {
        0..45 => Presence::Required,
        45..50 => Presence::RequiredNullable,
        50..90 => Presence::Optional,
        _ => Presence::Nullable,
    };
    Field {
        name: format!("{word}_{i}"),
        presence,
        ty: ty(random, index),
    }
}

fn ty(random: &mut Random, index: usize) -> Type {
    let earlier = index.checked_sub(1).map(|last| random.below(last + 1));
    match (random.below(100), earlier) {
        (0..10, Some(earlier)) => Type::Struct(earlier),
        (10..18, Some(earlier)) => Type::Structs(earlier),
        (18..26, _) => Type::Strings,
        (26..29, _) => Type::Labels,
        (29..45, _) => Type::I64,
        (45..50, _) => Type::F64,
        (50..60, _) => Type::Bool,
        _ => Type::String,
    }
}
