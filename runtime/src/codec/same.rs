use std::any::Any;

use super::array::Elements;
use super::field::Field;
use super::map::Entries;
use super::record::FieldInfo;
use super::shape::{Visit, Whole};
use super::union::UnionInfo;

/// Equality of two values of one type by what they show, as `derive` would write it for each type
/// anew: floats by `==`, maps in any order, a type of your own by its own equality.
pub fn same(a: &dyn Field, b: &dyn Field) -> bool {
    let mut first = First {
        other: b,
        same: false,
    };
    a.show(&mut first);
    first.same
}

/// What the first value shows.
enum Shown<'a> {
    Record(&'a [&'a dyn Field]),
    Union(&'static str, &'a dyn Field),
    Option(Option<&'a dyn Field>),
    Array(&'a dyn Elements),
    Map(&'a dyn Entries),
    Text(&'a str),
    Whole(&'a dyn Whole),
}

/// What is shown the first value, and has the other show itself.
struct First<'a> {
    other: &'a dyn Field,
    same: bool,
}

impl First<'_> {
    fn hold(&mut self, shown: Shown<'_>) {
        let mut second = Second { shown, same: false };
        self.other.show(&mut second);
        self.same = second.same;
    }
}

impl Visit for First<'_> {
    fn record(&mut self, _: &'static str, _: &'static [FieldInfo], members: &[&dyn Field]) {
        self.hold(Shown::Record(members));
    }

    fn union(&mut self, _: &'static UnionInfo, variant: &'static str, part: &dyn Field) {
        self.hold(Shown::Union(variant, part));
    }

    fn option(&mut self, value: Option<&dyn Field>) {
        self.hold(Shown::Option(value));
    }

    fn array(&mut self, elements: &dyn Elements) {
        self.hold(Shown::Array(elements));
    }

    fn map(&mut self, entries: &dyn Entries) {
        self.hold(Shown::Map(entries));
    }

    fn text(&mut self, text: &str, _: &dyn Whole) {
        self.hold(Shown::Text(text));
    }

    fn whole(&mut self, value: &dyn Whole) {
        self.hold(Shown::Whole(value));
    }
}

/// What is shown the other value. It is of the same type, so it shows itself in the same way.
struct Second<'a> {
    shown: Shown<'a>,
    same: bool,
}

impl Visit for Second<'_> {
    fn record(&mut self, _: &'static str, _: &'static [FieldInfo], members: &[&dyn Field]) {
        if let Shown::Record(others) = self.shown {
            let mut both = others.iter().zip(members);
            self.same = others.len() == members.len() && both.all(|(a, b)| same(*a, *b));
        }
    }

    fn union(&mut self, _: &'static UnionInfo, variant: &'static str, part: &dyn Field) {
        if let Shown::Union(other, value) = self.shown {
            self.same = other == variant && same(value, part);
        }
    }

    fn option(&mut self, value: Option<&dyn Field>) {
        if let Shown::Option(other) = self.shown {
            self.same = match (other, value) {
                (Some(a), Some(b)) => same(a, b),
                (None, None) => true,
                _ => false,
            };
        }
    }

    fn array(&mut self, elements: &dyn Elements) {
        if let Shown::Array(others) = self.shown {
            self.same = same_elements(others, elements);
        }
    }

    fn map(&mut self, entries: &dyn Entries) {
        if let Shown::Map(others) = self.shown {
            self.same = same_entries(others, entries);
        }
    }

    fn text(&mut self, text: &str, _: &dyn Whole) {
        if let Shown::Text(other) = self.shown {
            self.same = other == text;
        }
    }

    fn whole(&mut self, value: &dyn Whole) {
        if let Shown::Whole(other) = self.shown {
            let value: &dyn Any = value;
            self.same = other.equals(value);
        }
    }
}

fn same_elements(a: &dyn Elements, b: &dyn Elements) -> bool {
    let mut index = 0;
    loop {
        match (a.element(index), b.element(index)) {
            (Some(a), Some(b)) if same(a, b) => index += 1,
            (None, None) => return true,
            _ => return false,
        }
    }
}

/// Of maps that have as many entries, whether all of one are in the other.
fn same_entries(a: &dyn Entries, b: &dyn Entries) -> bool {
    let mut count = 0;
    while let Some((key, value)) = a.entry_at(count) {
        if !b.value_of(key).is_some_and(|other| same(value, other)) {
            return false;
        }
        count += 1;
    }
    b.entry_at(count).is_none()
}
