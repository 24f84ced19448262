//! The JSON text that the codec wrote of a value, taken apart one level at a time.

use crate::codec::{DecodeError, Kind, Reader};

/// A JSON text by what it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Json<'a> {
    Null,
    /// A string without its quotation marks; numbers and booleans as JSON has them.
    Scalar(String),
    /// The texts of its items.
    List(Vec<&'a str>),
    /// The texts of its members.
    Object(Vec<(String, &'a str)>),
}

/// Takes a JSON text apart.
pub(super) fn read(json: &str) -> Result<Json<'_>, DecodeError> {
    let mut reader = Reader::new(json);
    Ok(match reader.peek()? {
        Kind::Array => {
            let mut items = Vec::new();
            let mut more = reader.enter_array()?;
            while more {
                items.push(reader.raw()?);
                more = reader.more_in_array()?;
            }
            Json::List(items)
        }
        Kind::Object => {
            let mut members = Vec::new();
            let mut more = reader.enter_object()?;
            while more {
                let key = reader.key()?.into_owned();
                members.push((key, reader.raw()?));
                more = reader.more_in_object()?;
            }
            Json::Object(members)
        }
        Kind::String => Json::Scalar(reader.string()?.into_owned()),
        Kind::Null => Json::Null,
        _ => Json::Scalar(reader.raw()?.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_level() {
        let check = |json, expect: Json<'_>| assert_eq!(read(json).unwrap(), expect, "{json}");
        check("\"a\\n\"", Json::Scalar("a\n".into()));
        check("1.50", Json::Scalar("1.50".into()));
        check("null", Json::Null);
        check("[]", Json::List(vec![]));
        check("[1,[2,\"]\"]]", Json::List(vec!["1", "[2,\"]\"]"]));
        check(
            "{\"a\\\"\":{\"b\":1},\"c\":null}",
            Json::Object(vec![("a\"".into(), "{\"b\":1}"), ("c".into(), "null")]),
        );
        assert!(read("").is_err());
    }
}
