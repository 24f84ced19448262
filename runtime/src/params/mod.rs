//! How values are written into paths, queries, headers and cookies.
//!
//! A value comes as the JSON text that the codec wrote of it, so that each style is written once
//! and for no type in particular.

mod header;
mod path;
mod style;
mod value;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub(crate) use self::header::header_value;
pub(crate) use self::path::{expand, faulty_segment};
pub(crate) use self::style::{pairs, simple};
pub(crate) use self::value::{Value, read};

/// All but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A text as one piece of a URL: no character in it can end that piece.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// A text as it is, where a place has no encoding.
pub(crate) fn verbatim(text: &str) -> String {
    text.to_owned()
}
