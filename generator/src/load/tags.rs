use std::borrow::Cow;

use granit_parser::{ScalarStyle, Tag};

use super::mapping::Key;
use super::reader::Reader;
use super::scalar;
use crate::diag::{Code, clip};
use crate::tree::{Place, Value};

/// A scalar as the parser hands it over; its text is empty where nothing is written.
pub(super) struct Scalar<'e> {
    pub(super) text: Cow<'e, str>,
    pub(super) style: ScalarStyle,
    pub(super) tag: Option<Cow<'e, Tag>>,
    pub(super) at: Place,
}

impl Scalar<'_> {
    /// The scalar as a key: its text, whatever its type.
    pub(super) fn key(&self) -> Key {
        Key {
            text: self.text.as_ref().to_owned(),
            at: self.at,
            is_merge: self.text == "<<" && self.style == ScalarStyle::Plain && self.tag.is_none(),
        }
    }

    fn untagged(&self) -> Value {
        match self.style {
            ScalarStyle::Plain => scalar::plain(&self.text),
            _ => Value::String(self.text.as_ref().to_owned()),
        }
    }
}

impl Reader<'_> {
    /// The value of a scalar: by its tag, else by its text where it is not quoted.
    pub(super) fn resolve(&mut self, scalar: &Scalar<'_>) -> Value {
        let Some(tag) = scalar.tag.as_deref() else {
            return scalar.untagged();
        };
        let string = || Value::String(scalar.text.as_ref().to_owned());
        if is_non_specific(tag) {
            return string();
        }
        let Some(suffix) = tag.core_suffix() else {
            self.ignored_tag(tag, scalar.at);
            return scalar.untagged();
        };
        scalar::tagged(suffix, &scalar.text).unwrap_or_else(|expected| {
            let text = clip(&scalar.text);
            let message = format!("`{text}` is tagged as {expected}, which it is not");
            self.fault(Code::MALFORMED, message, scalar.at);
            string()
        })
    }

    /// Reports a tag of a mapping (`map`) or sequence (`seq`) that says something else.
    pub(super) fn check_tag(&mut self, tag: Option<&Tag>, expected: &str, at: Place) {
        let Some(tag) = tag else { return };
        match tag.core_suffix() {
            Some(suffix) if suffix == expected => {}
            Some(suffix) => {
                let kind = match expected {
                    "map" => "a mapping",
                    _ => "a sequence",
                };
                let message = format!("{kind} is tagged `!!{suffix}`, which it is not");
                self.fault(Code::MALFORMED, message, at);
            }
            None if is_non_specific(tag) => {}
            None => self.ignored_tag(tag, at),
        }
    }

    /// Reports a tag that this program knows nothing of, once a file.
    fn ignored_tag(&mut self, tag: &Tag, at: Place) {
        let name = tag.original();
        if !self.ignored_tags.contains(&name) {
            let message = format!("the tag `{}` is ignored", clip(&name));
            self.ignored_tags.insert(name);
            self.fault(Code::IGNORED_TAG, message, at);
        }
    }
}

/// Whether it is `!`, which only says that a scalar is a string.
fn is_non_specific(tag: &Tag) -> bool {
    tag.handle().is_empty() && tag.suffix() == "!"
}
