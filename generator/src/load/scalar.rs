use super::number::json_number;
use crate::tree::Value;

/// The value of a plain scalar without a tag, by YAML 1.2's core schema: `yes`, `no`, `on` and
/// dates are strings, and so are `.inf` and `.nan`, which JSON does not have.
pub(super) fn plain(text: &str) -> Value {
    if is_null(text) {
        Value::Null
    } else if let Some(value) = boolean(text) {
        Value::Bool(value)
    } else if let Some(number) = json_number(text) {
        Value::Number(number)
    } else {
        Value::String(text.to_owned())
    }
}

/// The value of a scalar with a tag of the core schema, `!!int`; an error says in words what the
/// tag promises and the text does not keep.
pub(super) fn tagged(tag: &str, text: &str) -> Result<Value, &'static str> {
    match tag {
        "str" => Ok(Value::String(text.to_owned())),
        "null" if is_null(text) => Ok(Value::Null),
        "null" => Err("null"),
        "bool" => boolean(text).map(Value::Bool).ok_or("a boolean"),
        "int" => json_number(text)
            .filter(|number| !number.contains(['.', 'e', 'E']))
            .map(Value::Number)
            .ok_or("an integer"),
        "float" => json_number(text).map(Value::Number).ok_or("a number"),
        "seq" => Err("a sequence"),
        _ => Err("a mapping"),
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_the_core_schema() {
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(plain(text), Value::Null, "{text}");
        }
        assert_eq!(plain("True"), Value::Bool(true));
        assert_eq!(plain("0x1F"), Value::Number("31".to_owned()));
        for text in ["yes", "no", "on", "off", "y", "tRUE", "nUll", "2024-01-01"] {
            assert_eq!(plain(text), Value::String(text.to_owned()));
        }
    }

    #[test]
    fn tags_decide() {
        assert_eq!(tagged("str", "200"), Ok(Value::String("200".to_owned())));
        assert_eq!(tagged("int", "+3"), Ok(Value::Number("3".to_owned())));
        assert_eq!(tagged("float", "3"), Ok(Value::Number("3".to_owned())));
        assert_eq!(tagged("null", ""), Ok(Value::Null));
        assert_eq!(tagged("int", "3.5"), Err("an integer"));
        assert_eq!(tagged("bool", "yes"), Err("a boolean"));
        assert_eq!(tagged("map", "x"), Err("a mapping"));
    }
}
