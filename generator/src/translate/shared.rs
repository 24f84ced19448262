//! Types without a name of their own in the document that are alike in all: written down once.
//!
//! Vendors repeat schemas in place where they could refer to one, often hundreds of times, and each
//! type is paid by all who compile the client.

use std::collections::HashMap;
use std::fmt::Write;

use crate::grammar::SCHEMAS;
use crate::ir::{
    Docs, Field, Ident, Literal, Preset, Rest, Same, StringEnum, Tuple, Type, TypeDef, TypeKind,
    Union, Variant,
};
use crate::tree::Quick;

use super::unions::{Aliases, aliases, plain};

/// Marks the types that are the same as another: the one that is written down is a component, else
/// the one with the shortest name, so that the order of the document decides nothing.
pub(super) fn share(types: &mut [TypeDef]) {
    let classes = classes(types);
    let mut chosen: HashMap<usize, usize, Quick> = HashMap::default();
    for (index, class) in classes.iter().enumerate() {
        let best = chosen.entry(*class).or_insert(index);
        if rank(&types[index]) < rank(&types[*best]) {
            *best = index;
        }
    }
    for (index, class) in classes.iter().enumerate() {
        let best = chosen[class];
        if best == index || is_component(&types[index]) {
            continue;
        }
        let same = Same {
            of: types[best].name.ident.clone(),
            required: match &types[best].kind {
                TypeKind::Record(record) => record.required.clone(),
                _ => None,
            },
        };
        types[index].same_as = Some(same);
    }
}

fn is_component(def: &TypeDef) -> bool {
    let name = def.name.pointer.strip_prefix(SCHEMAS);
    name.is_some_and(|name| !name.contains('/'))
}

fn rank(def: &TypeDef) -> (bool, usize, &Ident) {
    let name = &def.name.ident;
    (!is_component(def), name.as_str().len(), name)
}

/// A number for each type; those of one number are alike. All that look alike by themselves are
/// taken for alike at first, then those are told apart that hold types which are not, until that
/// tells no more. So types that hold themselves, or each other, are compared too.
fn classes(types: &[TypeDef]) -> Vec<usize> {
    let looks = looks(types);
    let mut classes = numbered(looks.iter().map(|look| look.text.as_str()));
    loop {
        let finer = numbered(looks.iter().enumerate().map(|(index, look)| {
            let held: Vec<usize> = look.holds.iter().map(|held| classes[*held]).collect();
            (classes[index], held)
        }));
        // A finer division of as many classes is the same.
        if finer.iter().max() == classes.iter().max() {
            return classes;
        }
        classes = finer;
    }
}

/// A number for each key, counted from 0.
fn numbered<K: Eq + std::hash::Hash>(keys: impl Iterator<Item = K>) -> Vec<usize> {
    let mut known: HashMap<K, usize, Quick> = HashMap::default();
    keys.map(|key| {
        let next = known.len();
        *known.entry(key).or_insert(next)
    })
    .collect()
}

fn looks(types: &[TypeDef]) -> Vec<Look> {
    let names = types.iter().enumerate();
    let places = Places {
        indices: names.map(|(index, def)| (&def.name.ident, index)).collect(),
        aliases: aliases(types),
    };
    types.iter().map(|def| places.look(def)).collect()
}

/// What a type looks like: all that is written of it but its own name and docs, which its other
/// names have too, and the types that it holds, by their index.
#[derive(Default)]
struct Look {
    text: String,
    holds: Vec<usize>,
}

impl Look {
    /// Text of any kind, so that no other list of texts gives the same.
    fn text(&mut self, text: &str) {
        // A `String` takes all that is written to it.
        let _ = write!(self.text, "{}:{text}", text.len());
    }

    /// Words of ours, that say of themselves where they end.
    fn word(&mut self, word: impl std::fmt::Debug) {
        self.text(&format!("{word:?}"));
    }

    fn flags(&mut self, flags: &[bool]) {
        self.text
            .extend(flags.iter().map(|flag| if *flag { '1' } else { '0' }));
    }

    fn docs(&mut self, docs: &Docs) {
        self.text(&docs.summary);
        self.text(&docs.description);
        if docs.facts.is_empty() {
            self.text.push('-');
        } else {
            self.word(&docs.facts);
        }
    }
}

struct Places<'a> {
    indices: HashMap<&'a Ident, usize, Quick>,
    aliases: Aliases,
}

impl Places<'_> {
    fn look(&self, def: &TypeDef) -> Look {
        let mut look = Look::default();
        match &def.kind {
            TypeKind::Record(record) if !record.parts => {
                look.text.push('R');
                for field in &record.fields {
                    self.field(&mut look, field);
                }
                match &record.rest {
                    None => look.text.push('-'),
                    Some(Rest::Extra(name)) => look.text(name.as_str()),
                    Some(Rest::Map(name, ty)) => {
                        look.text(name.as_str());
                        self.ty(&mut look, ty);
                    }
                }
            }
            TypeKind::StringEnum(StringEnum { variants, fallback }) => {
                look.text.push('S');
                self::variants(&mut look, variants, fallback);
            }
            TypeKind::ValueEnum(of) => {
                look.text.push('V');
                look.word(of.of);
                variants(&mut look, &of.variants, &of.fallback);
            }
            TypeKind::Tuple(tuple) => self.tuple(&mut look, tuple),
            TypeKind::Union(union) => self.union(&mut look, union),
            // Another name of a type costs nothing, and parts are no values.
            TypeKind::Record(_) | TypeKind::Alias(_) => {
                look.text.push('=');
                look.text(def.name.ident.as_str());
            }
        }
        look.word(&def.derives);
        look
    }

    fn field(&self, look: &mut Look, field: &Field) {
        look.text.push('|');
        look.text(field.name.ident.as_str());
        look.text(&field.name.wire);
        look.docs(&field.docs);
        look.flags(&[field.deprecated, field.boxed]);
        look.word(field.presence);
        let preset = field.preset.as_ref();
        look.flags(&[matches!(preset, Some(Preset::Named(_)))]);
        match preset.map(Preset::value) {
            None => look.text.push('-'),
            Some(Literal::Variant(of, variant)) => {
                self.ty(look, &Type::Named(of.clone()));
                look.text(variant.as_str());
            }
            Some(value) => look.word(value),
        }
        self.ty(look, &field.ty);
    }

    fn tuple(&self, look: &mut Look, tuple: &Tuple) {
        look.text.push('T');
        for item in &tuple.items {
            look.docs(&item.docs);
            look.flags(&[item.required, item.boxed]);
            self.ty(look, &item.ty);
        }
        look.text.push('|');
        if let Some(rest) = &tuple.rest {
            self.ty(look, rest);
        }
    }

    fn union(&self, look: &mut Look, union: &Union) {
        look.text.push('U');
        look.word(&union.tag);
        look.text(union.fallback.as_str());
        for branch in &union.branches {
            look.text.push('|');
            look.text(branch.name.ident.as_str());
            look.docs(&branch.docs);
            look.flags(&[branch.boxed]);
            look.word((branch.kinds, &branch.tags, &branch.required));
            self.ty(look, &branch.ty);
        }
    }

    /// A type without its other names, each type of the document by its index.
    fn ty(&self, look: &mut Look, ty: &Type) {
        match plain(ty, &self.aliases, 0) {
            Some(plain) => self.plain(look, &plain),
            // Nothing but itself.
            None => look.word(ty),
        }
    }

    fn plain(&self, look: &mut Look, ty: &Type) {
        let (mark, inner) = match ty {
            Type::Array(inner) => ('[', inner),
            Type::Map(inner) => ('{', inner),
            Type::Nullable(inner) => ('?', inner),
            Type::Named(name) => {
                look.text.push('#');
                match self.indices.get(name) {
                    Some(index) => look.holds.push(*index),
                    None => look.text(name.as_str()),
                }
                return;
            }
            Type::Scalar(_) | Type::Own(..) | Type::Foreign(_) => return look.word(ty),
        };
        look.text.push(mark);
        self.plain(look, inner);
    }
}

fn variants(look: &mut Look, variants: &[Variant], fallback: &Ident) {
    look.text(fallback.as_str());
    for variant in variants {
        look.text.push('|');
        look.text(variant.name.ident.as_str());
        look.text(&variant.name.wire);
        look.docs(&variant.docs);
    }
}
