use std::fmt::Write as _;

use super::model::{Field, Presence, Struct, Type};

/// How the types are read and written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Flavor {
    /// Not at all.
    Bare,
    /// `serde_derive` and two functions a type.
    Serde,
    /// The same, the functions `#[inline]`.
    SerdeInline,
    /// `Record` and two functions a type.
    Restitch,
    /// The same, the functions `#[inline]`: as restitch generates.
    RestitchInline,
}

impl Flavor {
    pub(super) const ALL: [Self; 5] = [
        Self::Bare,
        Self::Serde,
        Self::SerdeInline,
        Self::Restitch,
        Self::RestitchInline,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bare => "structs with Clone, Debug, PartialEq only",
            Self::Serde => "+ serde_derive, a decode and an encode function a type",
            Self::SerdeInline => "+ serde_derive, the functions `#[inline]`",
            Self::Restitch => "+ `Record`, a decode and an encode function a type",
            Self::RestitchInline => "+ `Record`, the functions `#[inline]`",
        }
    }

    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Serde => "serde",
            Self::SerdeInline => "serde-inline",
            Self::Restitch => "restitch",
            Self::RestitchInline => "restitch-inline",
        }
    }

    fn is_serde(self) -> bool {
        matches!(self, Self::Serde | Self::SerdeInline)
    }
}

/// The crate of the types.
pub(super) fn library(flavor: Flavor, structs: &[Struct]) -> String {
    let mut text = String::new();
    if flavor.is_serde() {
        text += SOME;
    }
    for item in structs {
        text += &structure(flavor, item);
        if flavor != Flavor::Bare {
            text += &functions(flavor, &item.name);
        }
    }
    text
}

/// Reads standard input as each of the first `used` types, and writes it again.
pub(super) fn program(flavor: Flavor, structs: &[Struct], used: usize) -> String {
    let mut text = String::from(
        "use std::io::{Read, Write};\n\nfn main() {\n    let mut input = Vec::new();\n    \
         std::io::stdin().read_to_end(&mut input).unwrap();\n    let mut out = std::io::stdout();\n",
    );
    let used = if flavor == Flavor::Bare { 0 } else { used };
    for Struct { name, .. } in structs.iter().rev().take(used) {
        put(
            &mut text,
            format_args!("    if let Ok(value) = types::decode_{name}(&input) {{\n"),
        );
        put(
            &mut text,
            format_args!(
                "        out.write_all(&types::encode_{name}(&value).unwrap()).unwrap();\n    }}\n"
            ),
        );
    }
    text + "    let _ = out.flush();\n}\n"
}

/// What serde needs for `Option<Option<T>>`.
const SOME: &str = "\
#![allow(non_snake_case)]
fn some<'de, D: serde::Deserializer<'de>, T: serde::Deserialize<'de>>(d: D) -> Result<Option<T>, D::Error> {
    T::deserialize(d).map(Some)
}
";

fn structure(flavor: Flavor, item: &Struct) -> String {
    let mut text = String::from(match flavor {
        Flavor::Bare => "\n#[derive(Clone, Debug, PartialEq)]\n",
        _ if flavor.is_serde() => {
            "\n#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]\n"
        }
        _ => "\n#[derive(restitch::__v1::Record)]\n",
    });
    put(&mut text, format_args!("pub struct {} {{\n", item.name));
    for field in &item.fields {
        if flavor.is_serde() {
            text += attribute(field.presence);
        }
        let ty = full_type(flavor, field);
        put(&mut text, format_args!("    pub {}: {ty},\n", field.name));
    }
    if !flavor.is_serde() && flavor != Flavor::Bare {
        // What the schema does not name: kept by ours, passed over by those of serde.
        text += "    pub additional_properties: restitch::Extra,\n";
    }
    text + "}\n"
}

fn attribute(presence: Presence) -> &'static str {
    match presence {
        Presence::Required | Presence::RequiredNullable => "",
        Presence::Optional => "    #[serde(skip_serializing_if = \"Option::is_none\")]\n",
        Presence::Nullable => {
            "    #[serde(default, deserialize_with = \"some\", skip_serializing_if = \"Option::is_none\")]\n"
        }
    }
}

fn full_type(flavor: Flavor, field: &Field) -> String {
    let ty = type_text(flavor, field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::RequiredNullable | Presence::Optional => format!("Option<{ty}>"),
        Presence::Nullable => format!("Option<Option<{ty}>>"),
    }
}

fn type_text(flavor: Flavor, ty: Type) -> String {
    let labels = match flavor {
        Flavor::Restitch | Flavor::RestitchInline => "restitch::Map<String>",
        _ => "std::collections::HashMap<String, String>",
    };
    match ty {
        Type::String => "String".to_owned(),
        Type::I64 => "i64".to_owned(),
        Type::F64 => "f64".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Strings => "Vec<String>".to_owned(),
        Type::Labels => labels.to_owned(),
        Type::Struct(index) => format!("Type{index}"),
        Type::Structs(index) => format!("Vec<Type{index}>"),
    }
}

fn functions(flavor: Flavor, name: &str) -> String {
    let inline = match flavor {
        Flavor::SerdeInline | Flavor::RestitchInline => "#[inline]\n",
        _ => "",
    };
    let (library, error) = if flavor.is_serde() {
        ("serde_json", ["serde_json::Error"; 2])
    } else {
        (
            "restitch::json",
            ["restitch::json::DecodeError", "restitch::json::EncodeError"],
        )
    };
    let [decode, encode] = error;
    format!(
        "#[allow(non_snake_case)]\n{inline}\
         pub fn decode_{name}(json: &[u8]) -> Result<{name}, {decode}> {{\n    {library}::from_slice(json)\n}}\n\
         #[allow(non_snake_case)]\n{inline}\
         pub fn encode_{name}(value: &{name}) -> Result<Vec<u8>, {encode}> {{\n    {library}::to_vec(value)\n}}\n"
    )
}

fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a `String` does not fail.
    let _ = text.write_fmt(what);
}
