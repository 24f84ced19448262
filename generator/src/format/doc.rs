//! Documentation attributes as comments.

use proc_macro2::TokenTree;

/// The text of `doc = "..."` where `///` and the text are the same attribute.
pub(super) fn comment(attribute: &[TokenTree]) -> Option<String> {
    let [
        TokenTree::Ident(name),
        TokenTree::Punct(equals),
        TokenTree::Literal(text),
    ] = attribute
    else {
        return None;
    };
    if name != "doc" || equals.as_char() != '=' {
        return None;
    }
    let text = unescaped(&text.to_string())?;
    // `////` is a plain comment, and a comment ends with its line.
    let fits = !text.starts_with('/') && !text.contains('\n') && !text.contains('\r');
    fits.then_some(text)
}

/// The value of a string literal, as far as this knows its escapes.
fn unescaped(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        let raw = raw.trim_matches('#');
        return Some(raw.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut value = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('\\') {
        value.push_str(before);
        let (char, after) = escape(after)?;
        value.push(char);
        rest = after;
    }
    value.push_str(rest);
    Some(value)
}

/// The character that an escape stands for, and what follows it.
fn escape(text: &str) -> Option<(char, &str)> {
    let mut rest = text.chars();
    let char = match rest.next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        char @ ('\\' | '\'' | '"') => char,
        'u' => {
            let (digits, after) = rest.as_str().strip_prefix('{')?.split_once('}')?;
            let code = u32::from_str_radix(digits, 16).ok()?;
            return Some((char::from_u32(code)?, after));
        }
        _ => return None,
    };
    Some((char, rest.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::Literal;

    #[test]
    fn literals_give_their_value_back() {
        for text in ["", "a", "a\\b\"c'", "\n\r\t\0", "é\u{202e}🎉", "\u{1b}"] {
            let literal = Literal::string(text).to_string();
            assert_eq!(unescaped(&literal).as_deref(), Some(text), "{literal}");
        }
        assert_eq!(
            unescaped(r##"r#"a "b"\n"#"##).as_deref(),
            Some(r#"a "b"\n"#)
        );
        assert_eq!(unescaped("b\"a\""), None);
    }
}
