use std::borrow::Cow;

use super::error::DecodeError;
use super::reader::Reader;

/// Types that are made from any string: `String` and the open string enums.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "text can not be given for `{Self}`",
    label = "expected `{Self}`, not text"
)]
pub trait Text: Sized {
    /// `Err` is what an enum keeps a text in that the document does not name.
    fn known(text: Cow<'_, str>) -> Result<Self, Self>;

    #[inline]
    fn from_text(text: Cow<'_, str>) -> Self {
        match Self::known(text) {
            Ok(value) | Err(value) => value,
        }
    }
}

impl Text for String {
    #[inline]
    fn known(text: Cow<'_, str>) -> Result<Self, Self> {
        Ok(text.into_owned())
    }
}

/// Where a text stands among those that an enum names; behind the last where it does not.
///
/// A `match` on texts in each enum would be two blocks of code a text for rustc, this is a list.
#[doc(hidden)]
pub fn find(text: &str, named: &[&str]) -> usize {
    let found = named.iter().position(|name| *name == text);
    found.unwrap_or(named.len())
}

/// Reads an open enum.
#[doc(hidden)]
pub fn fill_text<T: Text>(value: &mut T, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    *value = match T::known(reader.string()?) {
        Ok(named) => named,
        Err(kept) => {
            reader.count_kept();
            kept
        }
    };
    Ok(())
}
