use std::borrow::Cow;

use bytes::Bytes;
use http::HeaderValue;

/// A header's value, where the text can be one: visible ASCII, spaces and tabs. Line breaks would
/// begin a header, or a request, of their own; beyond ASCII, servers do not agree on the encoding.
pub(crate) fn header_value(text: Cow<'static, str>) -> Result<HeaderValue, &'static str> {
    let is_ascii = text.is_ascii();
    let bytes = match text {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => Bytes::from(text),
    };
    let value = HeaderValue::from_maybe_shared(bytes).ok();
    value
        .filter(|_| is_ascii)
        .ok_or("it holds a line break or another character that is not visible ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        let check = |text: &'static str, good: bool| {
            let both = [Cow::Borrowed(text), Cow::Owned(text.to_owned())].map(header_value);
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
