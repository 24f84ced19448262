use std::fmt::Write as _;

/// JSON in ASCII: some readers of lines end one at U+2028.
pub fn ascii(json: &serde_json::Value) -> String {
    let mut out = String::new();
    for unit in json.to_string().encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte @ b' '..=b'~') => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}
