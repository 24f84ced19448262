use std::fmt::Write as _;

/// A JSON text in visible ASCII, for headers: line breaks between its parts become spaces, and
/// other characters, which stand in strings alone, their escapes (RFC 8259, section 7).
pub(crate) fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            ' '..='~' => out.push(c),
            other => {
                for unit in other.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_in_a_header() {
        let check = |json: &str, expect: &str| assert_eq!(ascii(json), expect, "{json}");
        check("{\"a\":[1,null]}", "{\"a\":[1,null]}");
        check("\"\\r\\n\\u0000\"", "\"\\r\\n\\u0000\"");
        check("{\r\n\t\"a\": 1}", "{   \"a\": 1}");
        check(
            "\"é🦀\u{7f}\u{202e}\"",
            "\"\\u00e9\\ud83e\\udd80\\u007f\\u202e\"",
        );
    }
}
