use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986, section 2.3.
const WHOLE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What a query can not hold (RFC 3986, section 3.4): all that is neither unreserved nor reserved,
/// and of the reserved characters these three.
const QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// How a text is written in the place that it goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encode {
    /// As one piece of a URL: no character in it can end that piece.
    Whole,
    /// With `allowReserved`: as RFC 6570 expands `{+name}` (section 3.2.3), reserved characters and
    /// what is percent-encoded already stay as they are. Not `#`, which ends a query, and not `[`
    /// and `]`, which it does not have.
    Reserved,
    /// As it is: headers have no encoding.
    Verbatim,
}

impl Encode {
    /// A value.
    pub(crate) fn value(self, text: &str) -> String {
        match self {
            Self::Whole => encoded(text),
            Self::Reserved => reserved(text),
            Self::Verbatim => text.to_owned(),
        }
    }

    /// A key of an object: `allowReserved` is of values.
    pub(crate) fn key(self, text: &str) -> String {
        match self {
            Self::Whole | Self::Reserved => encoded(text),
            Self::Verbatim => text.to_owned(),
        }
    }
}

/// The text of a JSON string that encoding changes nothing in, nor makes part of a dot segment.
pub(super) fn as_it_is(json: &str) -> Option<&str> {
    let text = json.strip_prefix('"')?.strip_suffix('"')?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~');
    (!text.is_empty() && text.bytes().all(is_plain)).then_some(text)
}

/// A text as one piece of a URL.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, WHOLE).to_string()
}

fn reserved(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split('%');
    out.extend(piece(parts.next().unwrap_or_default()));
    for part in parts {
        out.push_str(if is_triple(part) { "%" } else { "%25" });
        out.extend(piece(part));
    }
    out
}

fn piece(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, QUERY)
}

/// Whether what follows a `%` makes it a character that is encoded.
fn is_triple(after: &str) -> bool {
    matches!(after.as_bytes(), [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_as_it_is() {
        for text in ["a", "sa_42", "-~", "A0"] {
            assert_eq!(as_it_is(&format!("\"{text}\"")), Some(text));
            assert_eq!(encoded(text), text);
        }
        for json in [
            "\"\"", "\"", "", "7", "\"a.b\"", "\"a b\"", "\"a\\n\"", "\"é\"", "[\"a\"]",
        ] {
            assert_eq!(as_it_is(json), None, "{json}");
        }
    }

    #[test]
    fn reserved_characters_pass_but_for_three() {
        let check = |text: &str, expect: &str| {
            assert_eq!(Encode::Reserved.value(text), expect, "{text:?}");
            assert_eq!(Encode::Reserved.key(text), encoded(text), "{text:?}");
        };
        check("", "");
        check(":/?@!$&'()*+,;=", ":/?@!$&'()*+,;=");
        check("az-._~AZ09", "az-._~AZ09");
        check("#[]", "%23%5B%5D");
        check("\"<>\\^`{|} ", "%22%3C%3E%5C%5E%60%7B%7C%7D%20");
        check("a%20b%2fc", "a%20b%2fc");
        check("%", "%25");
        check("%%41", "%25%41");
        check("100%zz%4", "100%25zz%254");
        check("é\r\n\0🦀", "%C3%A9%0D%0A%00%F0%9F%A6%80");
    }
}
