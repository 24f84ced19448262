//! A header's text as JSON, by the types that the document has for it: style `simple` says nothing
//! of types, so that `1` may be a number or a string.

use http::HeaderMap;
use http::header::SET_COOKIE;

use super::Form;
use crate::codec::{self, DecodeError, Reader};

/// The bits of JSON types, as the tables of unions have them.
pub(super) const NULL: u8 = 1;
pub(super) const BOOLEAN: u8 = 2;
pub(super) const INTEGER: u8 = 4;
pub(super) const NUMBER: u8 = 8;
pub(super) const STRING: u8 = 16;

/// The JSON text of a header's value. Several lines of one header are one, with commas between
/// (RFC 9110, section 5.3): but not cookies, which have commas of their own.
pub(super) fn json(
    name: &str,
    form: Form,
    headers: &HeaderMap,
) -> Result<Option<String>, DecodeError> {
    let mut lines = Vec::new();
    for value in headers.get_all(name) {
        let line = std::str::from_utf8(value.as_bytes());
        lines.push(line.map_err(|error| {
            DecodeError::custom("the header is not UTF-8", error.valid_up_to())
        })?);
    }
    let Some(first) = lines.first() else {
        return Ok(None);
    };
    let cookies = name.eq_ignore_ascii_case(SET_COOKIE.as_str());
    let parts = || -> Vec<&str> {
        if cookies {
            return lines.clone();
        }
        let parts = lines.iter().flat_map(|line| line.split(','));
        parts.map(str::trim).collect()
    };
    Ok(match form {
        Form::One(kinds) => {
            let whole = if cookies {
                (*first).to_owned()
            } else {
                lines.join(", ")
            };
            some(typed(&whole, kinds))
        }
        Form::Json => Some(lines.join(", ")),
        Form::List(kinds) => {
            let items = parts().into_iter().filter(|item| !item.is_empty());
            let items: Vec<String> = items.map(|item| typed(item, kinds)).collect();
            Some(format!("[{}]", items.join(",")))
        }
        Form::Object(members, rest) => {
            let mut pairs = Vec::new();
            // An empty value is one: only a header of nothing has no members.
            let parts = parts();
            if parts.iter().any(|part| !part.is_empty()) {
                for pair in parts.chunks(2) {
                    let [key, value] = pair else {
                        return Err(no_value(pair.concat().as_str()));
                    };
                    pairs.push((*key, *value));
                }
            }
            Some(object(&pairs, members, rest))
        }
        Form::Exploded(members, rest) => {
            let mut pairs = Vec::new();
            for part in parts().into_iter().filter(|part| !part.is_empty()) {
                let pair = part.split_once('=').ok_or_else(|| no_value(part))?;
                pairs.push((pair.0.trim_end(), pair.1.trim_start()));
            }
            Some(object(&pairs, members, rest))
        }
    })
}

/// A `null` says as little as no header.
fn some(json: String) -> Option<String> {
    (json != "null").then_some(json)
}

fn no_value(key: &str) -> DecodeError {
    let key = key.escape_debug();
    DecodeError::custom(format!("there is no value behind the name `{key}`"), 0)
}

fn object(pairs: &[(&str, &str)], members: &[(&str, u8)], rest: u8) -> String {
    let member = |(key, text): &(&str, &str)| {
        let known = members.iter().find(|(name, _)| name == key);
        let kinds = known.map_or(rest, |(_, kinds)| *kinds);
        format!("{}:{}", quoted(key), typed(text, kinds))
    };
    let members: Vec<String> = pairs.iter().map(member).collect();
    format!("{{{}}}", members.join(","))
}

/// A scalar's JSON text: a boolean or a number where it may be one and looks like one. Else it is a
/// string, which its type refuses where it can't be one.
fn typed(text: &str, kinds: u8) -> String {
    let boolean = kinds & BOOLEAN != 0 && matches!(text, "true" | "false");
    if boolean || is_number(text, kinds) {
        return text.to_owned();
    }
    if kinds & NULL != 0 && kinds & STRING == 0 && matches!(text, "" | "null") {
        return "null".to_owned();
    }
    quoted(text)
}

/// Whether text may be a number, and is one. Beside strings an integer has nothing but digits:
/// `1.0` is a text there.
fn is_number(text: &str, kinds: u8) -> bool {
    if kinds & (INTEGER | NUMBER) == 0
        || kinds & (STRING | NUMBER) == STRING && text.contains(['.', 'e', 'E'])
    {
        return false;
    }
    let mut reader = Reader::new(text);
    matches!(reader.number(), Ok(number) if number.len() == text.len())
}

/// Text as a string of JSON, which any text can be.
fn quoted(text: &str) -> String {
    codec::encode_to_string(&text.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, kinds: u8, json: &str) {
        assert_eq!(typed(text, kinds), json, "{text} {kinds}");
    }

    #[test]
    fn scalars() {
        let all = BOOLEAN | INTEGER | NUMBER | STRING;
        check("1", STRING, "\"1\"");
        check("true", STRING, "\"true\"");
        check("null", STRING | NULL, "\"null\"");
        check("true", all, "true");
        check("True", all, "\"True\"");
        check("-1.50", all, "-1.50");
        check("1", BOOLEAN | STRING, "\"1\"");
        check("007", all, "\"007\"");
        check(" 1", all, "\" 1\"");
        check("1 ", all, "\"1 \"");
        check("1.0", INTEGER, "1.0");
        check("1.0", INTEGER | STRING, "\"1.0\"");
        check("1e5", INTEGER | STRING, "\"1e5\"");
        check("15", INTEGER | STRING, "15");
        check("", INTEGER | NULL, "null");
        check("null", INTEGER | NULL, "null");
        check("", all, "\"\"");
        // What is no scalar stays one: no member can bring others along.
        check("1,\"b\":2", INTEGER, "\"1,\\\"b\\\":2\"");
        check("{}", all, "\"{}\"");
    }
}
