//! Whether an example is valid, by the crate `jsonschema`.
//!
//! The schemas are those of the document as it is written, in the dialect 2020-12. Of 3.0 three
//! things are said in its words: `nullable` is a `null` among the types (and adds nothing where no
//! `type` is said, nor to an `enum`), exclusive bounds are numbers, and what stands beside a `$ref`
//! is left out. A format counts where it decides the Rust type: of strings those of [`FORMATS`],
//! of numbers the integers of 32 and 64 bits.

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{Draft, Registry, ValidationError, Validator};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use restitch_build::tree::{FileId, Pointer, Tree};
use serde_json::{Map, Value, json};

use crate::json;

const FORMATS: &[&str] = &[
    "date",
    "date-time",
    "uuid",
    "ipv4",
    "ipv6",
    "ip",
    "byte",
    "base64",
    "base64url",
];

/// Formats that decide no Rust type, and that servers look at.
const MORE_FORMATS: &[&str] = &[
    "email",
    "hostname",
    "uri",
    "uri-reference",
    "time",
    "duration",
    "regex",
    "json-pointer",
];

/// How a document's schemas are read.
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// As OpenAPI 3.0 has them.
    pub is_3_0: bool,
    /// For values that are sent: properties that are `readOnly` are not required, and more formats
    /// count.
    pub sent: bool,
}

/// The schemas of a document.
pub struct Judge {
    registry: Registry<'static>,
    names: Vec<String>,
    /// The root document, its schemas in the words of the judge.
    pub root: Value,
}

impl Judge {
    /// The judge of a document.
    ///
    /// # Errors
    /// It is no JSON, or its schemas can't be found.
    pub fn new(tree: &Tree, dialect: Dialect) -> Result<Self, String> {
        let mut builder = Registry::new().draft(Draft::Draft202012);
        let mut names = Vec::new();
        let mut root = Value::Null;
        for (index, file) in tree.files.iter().enumerate() {
            let name = if index == 0 { "root" } else { &file.name };
            let name = format!("document:///{}", escaped(name));
            let text = json::text(&file.root);
            let mut value: Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
            plain(&mut value, dialect);
            if index == 0 {
                root.clone_from(&value);
            }
            builder = builder.add(&name, value).map_err(|e| e.to_string())?;
            names.push(name);
        }
        let registry = builder.prepare().map_err(|e| e.to_string())?;
        Ok(Self {
            registry,
            names,
            root,
        })
    }

    /// The judge of the values of a schema.
    ///
    /// # Errors
    /// The schema can't be read.
    pub fn of(&self, schema: &Pointer) -> Result<Validator, String> {
        let FileId(file) = schema.file;
        let name = self.names.get(file as usize).map_or("", String::as_str);
        let reference = json!({ "$ref": format!("{name}#{}", escaped(schema.as_str())) });
        let options = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .with_registry(&self.registry)
            .should_validate_formats(true)
            .with_format("ip", |text| text.parse::<std::net::IpAddr>().is_ok())
            .with_format("byte", is_base64)
            .with_format("base64", is_base64)
            .with_format("base64url", is_base64);
        options.build(&reference).map_err(|e| e.to_string())
    }
}

/// The pointers of what is wrong in a value; of a union that no branch of fits, in each branch too.
#[must_use]
pub fn wrong(validator: &Validator, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for error in validator.iter_errors(value) {
        note(&error, &mut out);
    }
    out
}

fn note(error: &ValidationError<'_>, out: &mut Vec<String>) {
    out.push(error.instance_path().as_str().to_owned());
    if let Kind::AnyOf { context } | Kind::OneOfNotValid { context } = error.kind() {
        context.iter().flatten().for_each(|error| note(error, out));
    }
}

/// Text as a part of a URI.
#[must_use]
pub fn escaped(text: &str) -> String {
    const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'/')
        .remove(b'~')
        .remove(b'-')
        .remove(b'.')
        .remove(b'_');
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// Whether a text is base64 of either alphabet, with padding or without.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let known = |b: u8| b.is_ascii_alphanumeric() || b"+/-_".contains(&b);
    digits.bytes().all(known) && digits.len() % 4 != 1 && text.len() - digits.len() <= 2
}

/// Schemas as this dialect has them, wherever they stand.
fn plain(value: &mut Value, dialect: Dialect) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| plain(item, dialect)),
        Value::Object(map) => {
            if dialect.is_3_0 {
                from_3_0(map);
            }
            formats(map, dialect.sent);
            if dialect.sent {
                without_read_only(map);
            }
            map.values_mut().for_each(|value| plain(value, dialect));
        }
        _ => {}
    }
}

fn from_3_0(map: &mut Map<String, Value>) {
    if map.get("$ref").is_some_and(Value::is_string) {
        map.retain(|key, _| key == "$ref");
    }
    if map.get("nullable") == Some(&Value::Bool(true))
        && let Some(Value::String(word)) = map.get("type")
    {
        let both = json!([word, "null"]);
        map.insert("type".to_owned(), both);
    }
    for (flag, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        let Some(Value::Bool(exclusive)) = map.get(flag) else {
            continue;
        };
        let bound = map.get(bound).cloned().filter(|_| *exclusive);
        map.remove(flag);
        if let Some(bound) = bound {
            map.insert(flag.to_owned(), bound);
        }
    }
}

/// What answers alone have is not required of a request.
fn without_read_only(map: &mut Map<String, Value>) {
    let read_only = |name: &Value| {
        let property = name
            .as_str()
            .and_then(|name| map.get("properties")?.get(name));
        property.is_some_and(|schema| schema.get("readOnly") == Some(&Value::Bool(true)))
    };
    let required = map.get("required").and_then(Value::as_array);
    let Some(required) = required else {
        return;
    };
    let left: Vec<Value> = required
        .iter()
        .filter(|name| !read_only(name))
        .cloned()
        .collect();
    map.insert("required".to_owned(), Value::Array(left));
}

fn formats(map: &mut Map<String, Value>, all: bool) {
    let Some(Value::String(format)) = map.get("format").cloned() else {
        return;
    };
    if FORMATS.contains(&format.as_str()) || (all && MORE_FORMATS.contains(&format.as_str())) {
        return;
    }
    map.remove("format");
    let (low, high) = match format.as_str() {
        "int32" => (json!(i32::MIN), json!(i32::MAX)),
        "int64" => (json!(i64::MIN), json!(i64::MAX)),
        "uint64" => (json!(0), json!(u64::MAX)),
        _ => return,
    };
    let words = match map.get("type") {
        Some(Value::Array(words)) => words.as_slice(),
        one => one.map_or(&[][..], std::slice::from_ref),
    };
    let of_number = words
        .iter()
        .any(|word| word == "number" || word == "integer");
    if of_number {
        let whole = json!({ "type": ["integer", "null"], "minimum": low, "maximum": high });
        let all = map.entry("allOf").or_insert_with(|| json!([]));
        if let Value::Array(all) = all {
            all.push(whole);
        }
    }
}
