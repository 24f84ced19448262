use crate::codec::{DecodeError, Kind, Reader};

/// A value, read from its JSON text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// `null`, which RFC 6570, section 2.3, calls undefined: nothing is sent of it.
    Undefined,
    /// A string without its quotation marks; a number or boolean as JSON has it.
    Scalar(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

/// A value as far as RFC 6570 knows any: lists and objects hold scalars.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Flat {
    Scalar(String),
    /// Never empty.
    List(Vec<String>),
    /// Never empty.
    Object(Vec<(String, String)>),
}

/// Reads the JSON text of a parameter.
pub(crate) fn read(json: &str) -> Result<Value, DecodeError> {
    value(&mut Reader::new(json))
}

fn value(reader: &mut Reader<'_>) -> Result<Value, DecodeError> {
    match reader.peek()? {
        Kind::Array => list(reader),
        Kind::Object => object(reader),
        Kind::String => Ok(Value::Scalar(reader.string()?.into_owned())),
        Kind::Null => reader.raw().map(|_| Value::Undefined),
        _ => Ok(Value::Scalar(reader.raw()?.to_owned())),
    }
}

fn list(reader: &mut Reader<'_>) -> Result<Value, DecodeError> {
    let mut items = Vec::new();
    let mut more = reader.enter_array()?;
    while more {
        items.push(value(reader)?);
        more = reader.more_in_array()?;
    }
    Ok(Value::List(items))
}

fn object(reader: &mut Reader<'_>) -> Result<Value, DecodeError> {
    let mut members = Vec::new();
    let mut more = reader.enter_object()?;
    while more {
        let key = reader.key()?.into_owned();
        members.push((key, value(reader)?));
        more = reader.more_in_object()?;
    }
    Ok(Value::Object(members))
}

impl Value {
    /// The value without what is undefined in it; `None` where nothing is left: RFC 6570, section
    /// 2.3, calls a list or an object without members undefined too.
    ///
    /// # Errors
    /// In words, where it is nested deeper than a style can write.
    pub(crate) fn flat(self) -> Result<Option<Flat>, String> {
        Ok(match self {
            Self::Undefined => None,
            Self::Scalar(text) => Some(Flat::Scalar(text)),
            Self::List(items) => {
                let items = items.into_iter().map(|item| item.scalar("a list"));
                let items: Vec<String> = items
                    .filter_map(Result::transpose)
                    .collect::<Result<_, _>>()?;
                (!items.is_empty()).then_some(Flat::List(items))
            }
            Self::Object(members) => {
                let mut flat = Vec::new();
                for (key, value) in members {
                    flat.extend(value.scalar("an object")?.map(|text| (key, text)));
                }
                (!flat.is_empty()).then_some(Flat::Object(flat))
            }
        })
    }

    /// The value as a member of `holder`.
    fn scalar(self, holder: &str) -> Result<Option<String>, String> {
        let deeper =
            |what: &str| format!("it has {what} in {holder}, for which this style has no text");
        match self {
            Self::Undefined => Ok(None),
            Self::Scalar(text) => Ok(Some(text)),
            Self::List(items) if items.is_empty() => Ok(None),
            Self::Object(members) if members.is_empty() => Ok(None),
            Self::List(_) => Err(deeper("a list")),
            Self::Object(_) => Err(deeper("an object")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar(text: &str) -> Value {
        Value::Scalar(text.into())
    }

    #[test]
    fn values() {
        let check = |json: &str, expect: Value| assert_eq!(read(json).unwrap(), expect, "{json}");
        check("\"a\\nb\"", scalar("a\nb"));
        check("\"\"", scalar(""));
        check("true", scalar("true"));
        check("null", Value::Undefined);
        check("\"null\"", scalar("null"));
        let digits = "123456789012345678901.50";
        check(digits, scalar(digits));
        check("[]", Value::List(vec![]));
        let items = vec![scalar("a"), Value::List(vec![scalar("1")])];
        check("[\"a\",[1]]", Value::List(items));
        let members = vec![("k".into(), scalar("v")), ("n".into(), Value::Undefined)];
        check("{\"k\":\"v\",\"n\":null}", Value::Object(members));
        assert!(read("").is_err());
        assert!(read(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn what_is_undefined_is_left_out() {
        let check = |json: &str, expect: Option<Flat>| {
            assert_eq!(read(json).unwrap().flat(), Ok(expect), "{json}");
        };
        check("null", None);
        check("[]", None);
        check("[null,[],{}]", None);
        check("{\"a\":null,\"b\":[]}", None);
        check(
            "[\"a\",null,\"\"]",
            Some(Flat::List(vec!["a".into(), String::new()])),
        );
        let members = vec![("k".into(), "2".into())];
        check("{\"n\":null,\"k\":2}", Some(Flat::Object(members)));
    }

    #[test]
    fn rfc_6570_goes_no_deeper() {
        let check = |json: &str, expect: &str| {
            let error = read(json).unwrap().flat().unwrap_err();
            assert!(error.contains(expect), "{json}: {error}");
        };
        check("[[1]]", "a list in a list");
        check("[{\"k\":1}]", "an object in a list");
        check("{\"k\":[1]}", "a list in an object");
        check("{\"k\":{\"l\":1}}", "an object in an object");
    }
}
