//! The same types as someone would write them for `serde_derive`.

use std::fmt::Write as _;

use restitch_build::ir::{
    Api, Docs, Field, Presence, Record, Scalar, StringEnum, Tuple, Type, TypeDef, TypeKind, Union,
    ValueKind,
};

use super::subject::name;

/// What serde needs for `Option<Option<T>>`.
const SOME: &str = "\
fn some<'de, D: serde::Deserializer<'de>, T: serde::Deserialize<'de>>(d: D) -> Result<Option<T>, D::Error> {
    T::deserialize(d).map(Some)
}
";

/// All types, with the derives of serde or without.
pub(super) fn types(api: &Api, serde: bool) -> String {
    let head = "#![allow(clippy::all, nonstandard_style, rustdoc::all)]\n";
    let mut writer = Twin {
        text: head.to_owned(),
        serde,
    };
    if serde {
        writer.text += SOME;
    }
    for def in &api.types {
        writer.definition(def);
    }
    writer.text
}

struct Twin {
    text: String,
    serde: bool,
}

impl Twin {
    fn definition(&mut self, def: &TypeDef) {
        self.docs(&def.docs);
        let name = name(def);
        if let Some(same) = &def.same_as {
            return self.alias(name, same.of.as_str());
        }
        match &def.kind {
            // What is sent and never read has no twin.
            TypeKind::Record(record) if record.parts => self.alias(name, "serde_json::Value"),
            TypeKind::Record(record) => self.record(name, record),
            TypeKind::StringEnum(string_enum) => self.string_enum(name, string_enum),
            TypeKind::Union(union) => self.union(name, union),
            TypeKind::Tuple(tuple) => self.alias(name, &items(tuple)),
            TypeKind::ValueEnum(values) => self.alias(
                name,
                match values.of {
                    ValueKind::I64 => "i64",
                    ValueKind::Json => "serde_json::Value",
                },
            ),
            TypeKind::Alias(ty) => self.alias(name, &text(ty)),
        }
    }

    fn record(&mut self, name: &str, record: &Record) {
        self.derive("");
        self.put(format_args!("pub struct {name} {{\n"));
        for field in &record.fields {
            self.field(field);
        }
        self.put(format_args!("}}\n"));
    }

    fn field(&mut self, field: &Field) {
        self.docs(&field.docs);
        let ident = field.name.ident.as_str();
        let presence = match field.presence {
            Presence::Required | Presence::RequiredNullable => "",
            Presence::Optional => "skip_serializing_if = \"Option::is_none\", ",
            Presence::OptionalNullable => {
                "default, deserialize_with = \"some\", skip_serializing_if = \"Option::is_none\", "
            }
        };
        self.attribute(presence, ident, &field.name.wire);
        let ty = boxed(text(&field.ty), field.boxed);
        let ty = match field.presence {
            Presence::Required => ty,
            Presence::RequiredNullable | Presence::Optional => format!("Option<{ty}>"),
            Presence::OptionalNullable => format!("Option<Option<{ty}>>"),
        };
        self.put(format_args!("    pub {ident}: {ty},\n"));
    }

    /// A value that no variant has is read, and lost: keeping it would cost serde a buffer.
    fn string_enum(&mut self, name: &str, string_enum: &StringEnum) {
        self.derive(", Eq, Hash");
        self.put(format_args!("pub enum {name} {{\n"));
        for variant in &string_enum.variants {
            self.docs(&variant.docs);
            let ident = variant.name.ident.as_str();
            self.attribute("", ident, &variant.name.wire);
            self.put(format_args!("    {ident},\n"));
        }
        if self.serde {
            self.put(format_args!("    #[serde(other)]\n"));
        }
        let fallback = string_enum.fallback.as_str();
        self.put(format_args!("    {fallback},\n}}\n"));
    }

    /// Untagged: with `tag = ".."` the branches could not have the property, which they do have.
    fn union(&mut self, name: &str, union: &Union) {
        self.derive("");
        if self.serde {
            self.put(format_args!("#[serde(untagged)]\n"));
        }
        self.put(format_args!("pub enum {name} {{\n"));
        for branch in &union.branches {
            self.docs(&branch.docs);
            let ty = boxed(text(&branch.ty), branch.boxed);
            self.put(format_args!("    {}({ty}),\n", branch.name.ident.as_str()));
        }
        let fallback = union.fallback.as_str();
        self.put(format_args!("    {fallback}(serde_json::Value),\n}}\n"));
    }

    fn alias(&mut self, name: &str, ty: &str) {
        self.put(format_args!("pub type {name} = {ty};\n"));
    }

    fn derive(&mut self, more: &str) {
        let serde = if self.serde {
            ", serde::Serialize, serde::Deserialize"
        } else {
            ""
        };
        self.put(format_args!(
            "#[derive(Clone, Debug, PartialEq{more}{serde})]\n"
        ));
    }

    /// `#[serde(..)]`, with the wire name where the identifier is another.
    fn attribute(&mut self, what: &str, ident: &str, wire: &str) {
        let rename = if ident.trim_start_matches("r#") == wire {
            String::new()
        } else {
            format!("rename = {wire:?}")
        };
        if self.serde && !(what.is_empty() && rename.is_empty()) {
            self.put(format_args!("    #[serde({what}{rename})]\n"));
        }
    }

    fn docs(&mut self, docs: &Docs) {
        for text in [&docs.summary, &docs.description] {
            if !text.is_empty() {
                self.put(format_args!("#[doc = {text:?}]\n"));
            }
        }
    }

    fn put(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to a `String` does not fail.
        let _ = self.text.write_fmt(what);
    }
}

fn boxed(ty: String, boxed: bool) -> String {
    if boxed { format!("Box<{ty}>") } else { ty }
}

fn items(tuple: &Tuple) -> String {
    let items = tuple.items.iter().map(|item| text(&item.ty));
    if tuple.rest.is_some() || tuple.items.iter().any(|item| !item.required) {
        return "serde_json::Value".to_owned();
    }
    format!("({},)", items.collect::<Vec<_>>().join(", "))
}

fn text(ty: &Type) -> String {
    match ty {
        Type::Array(item) => format!("Vec<{}>", text(item)),
        Type::Map(value) => format!("indexmap::IndexMap<String, {}>", text(value)),
        Type::Nullable(value) => format!("Option<{}>", text(value)),
        Type::Named(name) => name.as_str().to_owned(),
        Type::Foreign(path) => path.rust_name(),
        Type::Own(..) => ty.rust_name(),
        Type::Scalar(Scalar::Number) => "serde_json::Number".to_owned(),
        Type::Scalar(Scalar::Json) => "serde_json::Value".to_owned(),
        Type::Scalar(scalar) => scalar.rust_name().to_owned(),
    }
}
