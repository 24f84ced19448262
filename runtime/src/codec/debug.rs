use std::fmt;

use super::array::Elements;
use super::field::Field;
use super::map::Entries;
use super::record::FieldInfo;
use super::shape::{Visit, Whole};
use super::union::UnionInfo;

/// `Debug` of a value by what it shows, as `derive` would write it for each type anew; the fields of
/// a struct have their keys for names.
pub fn debug(value: &dyn Field, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = Out { f, result: Ok(()) };
    value.show(&mut out);
    out.result
}

/// A part, as the builders of `std` take it.
struct Part<'a>(&'a dyn Field);

impl fmt::Debug for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(self.0, f)
    }
}

struct Out<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    result: fmt::Result,
}

impl Visit for Out<'_, '_> {
    fn record(&mut self, name: &'static str, fields: &'static [FieldInfo], members: &[&dyn Field]) {
        let mut out = self.f.debug_struct(name);
        for (field, member) in fields.iter().zip(members) {
            if field.is_escaped() {
                out.field(&field.name().escape_debug().to_string(), &Part(*member));
            } else {
                out.field(field.name(), &Part(*member));
            }
        }
        if let Some(rest) = members.get(fields.len()) {
            out.field("additional_properties", &Part(*rest));
        }
        self.result = out.finish();
    }

    fn union(&mut self, _: &'static UnionInfo, variant: &'static str, part: &dyn Field) {
        self.result = self.f.debug_tuple(variant).field(&Part(part)).finish();
    }

    fn option(&mut self, value: Option<&dyn Field>) {
        self.result = match value {
            Some(value) => self.f.debug_tuple("Some").field(&Part(value)).finish(),
            None => self.f.write_str("None"),
        };
    }

    fn array(&mut self, elements: &dyn Elements) {
        let elements = (0..).map_while(|index| elements.element(index));
        self.result = self.f.debug_list().entries(elements.map(Part)).finish();
    }

    fn map(&mut self, entries: &dyn Entries) {
        let entries = (0..).map_while(|index| entries.entry_at(index));
        let entries = entries.map(|(key, value)| (key, Part(value)));
        self.result = self.f.debug_map().entries(entries).finish();
    }

    fn text(&mut self, _: &str, value: &dyn Whole) {
        self.result = value.fmt(self.f);
    }

    fn whole(&mut self, value: &dyn Whole) {
        self.result = value.fmt(self.f);
    }
}
