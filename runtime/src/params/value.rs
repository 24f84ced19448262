use crate::codec::{DecodeError, Kind, Reader};

/// A value as far as the styles can write it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Scalar(String),
    List(Vec<String>),
    Object(Vec<(String, String)>),
}

/// Reads the JSON text of a parameter. Lists and objects hold scalars: for more OpenAPI defines no
/// style.
pub(crate) fn read(json: &str) -> Result<Value, DecodeError> {
    let mut reader = Reader::new(json);
    match reader.peek()? {
        Kind::Array => list(&mut reader).map(Value::List),
        Kind::Object => object(&mut reader).map(Value::Object),
        _ => scalar(&mut reader).map(Value::Scalar),
    }
}

fn list(reader: &mut Reader<'_>) -> Result<Vec<String>, DecodeError> {
    let mut items = Vec::new();
    let mut more = reader.enter_array()?;
    while more {
        items.push(scalar(reader)?);
        more = reader.more_in_array()?;
    }
    Ok(items)
}

fn object(reader: &mut Reader<'_>) -> Result<Vec<(String, String)>, DecodeError> {
    let mut members = Vec::new();
    let mut more = reader.enter_object()?;
    while more {
        let key = reader.key()?.into_owned();
        members.push((key, scalar(reader)?));
        more = reader.more_in_object()?;
    }
    Ok(members)
}

/// A string without its quotation marks; numbers, booleans and null as JSON has them.
fn scalar(reader: &mut Reader<'_>) -> Result<String, DecodeError> {
    match reader.peek()? {
        Kind::String => Ok(reader.string()?.into_owned()),
        Kind::Array | Kind::Object => {
            Err(reader.error("lists and objects in a list or object can not be sent here"))
        }
        _ => Ok(reader.raw()?.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        let check = |json: &str, expect: Value| assert_eq!(read(json).unwrap(), expect, "{json}");
        let scalar = |text: &str| Value::Scalar(text.into());
        check("\"a\\nb\"", scalar("a\nb"));
        check("\"\"", scalar(""));
        check("true", scalar("true"));
        check("null", scalar("null"));
        check(
            "123456789012345678901.50",
            scalar("123456789012345678901.50"),
        );
        check("[]", Value::List(vec![]));
        check(
            "[\"a\",1,null]",
            Value::List(vec!["a".into(), "1".into(), "null".into()]),
        );
        let members = vec![("k".into(), "v".into()), ("n".into(), "2".into())];
        check("{\"k\":\"v\",\"n\":2}", Value::Object(members));
    }

    #[test]
    fn no_style_goes_deeper() {
        for json in ["[[1]]", "{\"k\":{}}", "{\"k\":[]}", ""] {
            assert!(read(json).is_err(), "{json}");
        }
    }
}
