use std::any::Any;

use super::array::Elements;
use super::field::{Empty, Field};
use super::map::Entries;
use super::record::FieldInfo;
use super::shape::{FALLBACK, REST, SELF, Visit, Whole};
use super::union::UnionInfo;

/// `Clone` of a value by what it shows, as `derive` would write it for each type anew: an empty value
/// is filled part by part.
pub fn copy<T: Empty + Field>(value: &T) -> T {
    let mut out = T::empty();
    copy_into(&mut out, value);
    out
}

fn copy_into(out: &mut dyn Field, value: &dyn Field) {
    value.show(&mut Copy(out));
}

/// As many boxes may stand in each other; there is never more than one.
const BOXES: usize = 4;

/// The empty value, of the same type as what is shown, that becomes equal to it.
struct Copy<'a>(&'a mut dyn Field);

impl Visit for Copy<'_> {
    fn record(&mut self, _: &'static str, fields: &'static [FieldInfo], members: &[&dyn Field]) {
        for (index, member) in members.iter().enumerate() {
            let index = if index == fields.len() { REST } else { index };
            copy_into(self.0.slot(index), *member);
        }
    }

    fn union(&mut self, info: &'static UnionInfo, variant: &'static str, part: &dyn Field) {
        let index = info.branches.iter().position(|b| b.name == variant);
        copy_into(self.0.slot(index.unwrap_or(FALLBACK)), part);
    }

    fn option(&mut self, value: Option<&dyn Field>) {
        if let Some(value) = value {
            copy_into(self.0.slot(0), value);
        }
    }

    fn array(&mut self, elements: &dyn Elements) {
        for element in (0..).map_while(|index| elements.element(index)) {
            copy_into(self.0.slot(0), element);
        }
    }

    fn map(&mut self, entries: &dyn Entries) {
        let Some(out) = self.0.entries_mut() else {
            return;
        };
        for (key, value) in (0..).map_while(|index| entries.entry_at(index)) {
            if let Some(out) = out.grow(key) {
                copy_into(out, value);
            }
        }
    }

    fn text(&mut self, _: &str, value: &dyn Whole) {
        self.whole(value);
    }

    fn whole(&mut self, value: &dyn Whole) {
        let mut out = &mut *self.0;
        for _ in 0..=BOXES {
            let any: &mut dyn Any = out;
            if value.copy_to(any) {
                return;
            }
            // A box shows what is in it.
            out = out.slot(SELF);
        }
    }
}
