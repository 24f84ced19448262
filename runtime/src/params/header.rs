use std::borrow::Cow;

use bytes::Bytes;
use http::HeaderValue;

const NO_HEADER: &str = "it holds a line break or another character that is not visible ASCII";

/// A header's value, where the text can be one: visible ASCII, spaces and tabs. Line breaks would
/// begin a header, or a request, of their own; beyond ASCII, servers do not agree on the encoding.
pub(crate) fn header_value(text: &str) -> Result<HeaderValue, &'static str> {
    let value = HeaderValue::from_str(text).ok().filter(|_| text.is_ascii());
    value.ok_or(NO_HEADER)
}

/// The same of a text that need not be copied.
pub(crate) fn header_of(text: Cow<'static, str>) -> Result<HeaderValue, &'static str> {
    let is_ascii = text.is_ascii();
    let bytes = match text {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => Bytes::from(text),
    };
    let value = HeaderValue::from_maybe_shared(bytes).ok();
    value.filter(|_| is_ascii).ok_or(NO_HEADER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        let check = |text: &'static str, good: bool| {
            let both = [header_value(text), header_of(Cow::Borrowed(text))];
            assert_eq!(both.map(|value| value.is_ok()), [good; 2], "{text:?}");
        };
        check("", true);
        check("a, b\tc~", true);
        for text in [
            "a\r\nb: c",
            "a\nb",
            "a\r",
            "a\0",
            "\u{1b}",
            "\u{7f}",
            "\u{fc}",
            "\u{202e}",
        ] {
            check(text, false);
        }
    }
}
