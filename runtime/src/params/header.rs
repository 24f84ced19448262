use http::HeaderValue;

/// A header's value, where the text can be one: visible ASCII, spaces and tabs. Line breaks would
/// begin a header, or a request, of their own; beyond ASCII, servers do not agree on the encoding.
pub(crate) fn header_value(text: &str) -> Result<HeaderValue, &'static str> {
    let value = HeaderValue::from_str(text).ok().filter(|_| text.is_ascii());
    value.ok_or("it holds a line break or another character that is not visible ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        let check =
            |text: &str, good: bool| assert_eq!(header_value(text).is_ok(), good, "{text:?}");
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
