//! Values of the types of an outline, as Rust expressions.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::{list, text};

/// Deeper than this, values are as small as they can be.
const DEEP: usize = 5;

/// The types of an outline, by name.
pub(super) struct Values<'a>(HashMap<&'a str, &'a Value>);

impl<'a> Values<'a> {
    pub(super) fn new(outline: &'a Value) -> Self {
        let types = list(outline, "types").iter();
        Self(types.map(|def| (text(def, "name"), def)).collect())
    }

    /// What is given for an argument, of an operation or of `new`.
    pub(super) fn given(&self, input: &Value) -> String {
        self.given_at(input, 0)
    }

    /// A value of a type.
    pub(super) fn value(&self, ty: &Value) -> String {
        self.at(ty, 0)
    }

    fn given_at(&self, input: &Value, depth: usize) -> String {
        if input["nullable"] == true && depth > DEEP {
            return "None".to_owned();
        }
        let value = boxed(input, self.at(&input["type"], depth));
        if input["nullable"] == true {
            format!("Some({value})")
        } else {
            value
        }
    }

    fn at(&self, ty: &Value, depth: usize) -> String {
        let deep = depth > DEEP;
        match text(ty, "kind") {
            // A setter takes several types, so even nothing has to have one.
            "array" | "map" if deep => format!("<{}>::new()", text(ty, "rust")),
            "array" => format!("vec![{}]", self.at(&ty["of"], depth + 1)),
            "map" => {
                let value = self.at(&ty["of"], depth + 1);
                format!("restitch::Map::from_iter([(\"key\", {value})])")
            }
            "nullable" if deep => format!("<{}>::None", text(ty, "rust")),
            "nullable" => format!("Some({})", self.at(&ty["of"], depth + 1)),
            "named" => self.named(text(ty, "name"), depth + 1),
            "foreign" => {
                let own = text(ty, "path");
                format!("restitch::Foreign::<{own}>::from(crate::own::<{own}>())")
            }
            kind => scalar(kind, text(ty, "rust")),
        }
    }

    /// A value of a named type.
    pub(super) fn named(&self, name: &str, depth: usize) -> String {
        let def = self.0[name];
        let path = text(def, "path");
        match text(def, "kind") {
            "alias" => self.at(&def["type"], depth),
            "struct" | "parts" => self.structure(def, depth),
            "enum" => match def["variants"].get(0) {
                Some(first) => format!("{path}::{}", text(first, "name")),
                None => format!("{path}::{}(\"x\".to_owned())", text(def, "fallback")),
            },
            "valueEnum" => format!("{path}::{}", text(&def["variants"][0], "name")),
            "tuple" => self.tuple(def, depth),
            "union" => match def["branches"].get(0).filter(|_| depth <= DEEP) {
                Some(first) => {
                    let value = boxed(first, self.at(&first["type"], depth));
                    format!("{path}::{}({value})", text(first, "name"))
                }
                None => format!("{path}::{}({})", text(def, "fallback"), json()),
            },
            other => panic!("no kind of type is called {other}"),
        }
    }

    fn structure(&self, def: &Value, depth: usize) -> String {
        let new = &def["new"];
        let arguments = list(new, "arguments").iter();
        let arguments: String = match new["argumentsStruct"].as_str() {
            None => arguments
                .map(|input| self.given_at(input, depth) + ", ")
                .collect(),
            Some(companion) => {
                let given =
                    |input| format!("{}: {}, ", text(input, "name"), self.given_at(input, depth));
                format!(
                    "{companion} {{ {} }}",
                    arguments.map(given).collect::<String>()
                )
            }
        };
        let mut out = format!("{}::new({arguments})", text(def, "path"));
        let optional = list(def, "fields")
            .iter()
            .filter(|field| field["setter"].is_string());
        for field in optional.filter(|_| depth <= DEEP) {
            let value = boxed(field, self.at(&field["type"], depth + 1));
            write!(out, ".{}({value})", text(field, "name")).unwrap_or_default();
        }
        out
    }

    fn tuple(&self, def: &Value, depth: usize) -> String {
        let place = |item: &Value| {
            let (required, nullable) = (item["required"] == true, item["nullable"] == true);
            if depth > DEEP && (nullable || !required) {
                return "None, ".to_owned();
            }
            let ty = &item["type"];
            let ty = if nullable { &ty["of"] } else { ty };
            let mut value = boxed(item, self.at(ty, depth + 1));
            for _ in 0..u8::from(nullable) + u8::from(!required) {
                value = format!("Some({value})");
            }
            value + ", "
        };
        let places: String = list(def, "items").iter().map(place).collect();
        let rest = match &def["rest"] {
            Value::Null => "",
            _ => "Vec::new()",
        };
        format!("{}({places}{rest})", text(def, "path"))
    }
}

fn boxed(of: &Value, value: String) -> String {
    if of["boxed"] == true {
        format!("Box::new({value})")
    } else {
        value
    }
}

fn json() -> String {
    "restitch::Json::new(\"1\").unwrap()".to_owned()
}

/// Formats are read from JSON, as any value can be.
fn scalar(kind: &str, rust: &str) -> String {
    let text = match kind {
        "string" => return "\"text\".to_owned()".to_owned(),
        "bool" => return "true".to_owned(),
        "i32" | "i64" | "u64" => return "1".to_owned(),
        "f64" => return "1.5".to_owned(),
        "json" => return json(),
        "body" | "file" => return format!("{rust}::from(vec![1])"),
        "number" | "decimal" => "1",
        "date-time" => "\"2026-01-02T03:04:05Z\"",
        "date" => "\"2026-01-02\"",
        "time" => "\"03:04:05\"",
        "duration" => "\"PT1S\"",
        "uuid" => "\"00000000-0000-0000-0000-000000000001\"",
        "decimal-string" => "\"1.50\"",
        "ip" | "ipv4" => "\"127.0.0.1\"",
        "ipv6" => "\"::1\"",
        "base64" | "base64url" => "\"AAAA\"",
        "password" => "\"secret\"",
        other => panic!("no scalar is called {other}"),
    };
    format!("crate::read::<{rust}>({text:?})")
}
