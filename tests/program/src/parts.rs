//! Code that takes values apart, so that the outline's word on every field and variant is compiled.

use std::fmt::Write as _;

use serde_json::Value;

use super::value::Values;
use super::{list, text};

/// Takes apart a value of an enum of answers.
pub(super) fn cases(module: &str, cases: &Value) -> String {
    let path = format!("{module}::{}", text(cases, "name"));
    let mut arms = String::new();
    for case in list(cases, "variants") {
        let name = text(case, "name");
        let arm = match case["type"]["rust"].as_str() {
            Some(rust) => format!("{path}::{name}(value) => {{ let _: {rust} = value; }}"),
            None => format!("{path}::{name} => {{}}"),
        };
        arms += &arm;
    }
    format!("const _: fn({path}) = |value| match value {{ {arms} _ => {{}} }};")
}

/// Makes a value of a type, and takes it apart.
pub(super) fn of_type(def: &Value, values: &Values<'_>) -> String {
    let (name, path) = (text(def, "name"), text(def, "path"));
    let mut out = String::new();
    match text(def, "kind") {
        "struct" | "parts" => {
            let rest = def["rest"].as_object().map(|_| &def["rest"]);
            for field in list(def, "fields").iter().chain(rest) {
                let (ty, name) = (text(field, "rust"), text(field, "name"));
                write!(out, "let _: &{ty} = &value.{name};").unwrap_or_default();
            }
        }
        "tuple" => {
            let items = list(def, "items");
            for (index, item) in items.iter().enumerate() {
                let rust = text(item, "rust");
                write!(out, "let _: &{rust} = &value.{index};").unwrap_or_default();
            }
            if let Some(rust) = def["rest"]["rust"].as_str() {
                let index = items.len();
                write!(out, "let _: &Vec<{rust}> = &value.{index};").unwrap_or_default();
            }
        }
        "enum" => out = variants(def, "String"),
        "valueEnum" => out = variants(def, text(def, "of")),
        "union" => out = variants(def, "restitch::Json"),
        _ => {}
    }
    let value = values.named(name, 0);
    let back = match text(def, "kind") {
        // Files are no JSON.
        "parts" => "",
        _ => "crate::comes_back(value);",
    };
    format!(
        "#[test] fn r#type_{}() {{ let value: {path} = {value}; let value = &value; {out} \
         {back} }}",
        name.trim_start_matches("r#")
    )
}

/// A match with all variants of an enum, and its fallback.
fn variants(def: &Value, fallback: &str) -> String {
    let path = text(def, "path");
    let variants = list(def, "variants").iter();
    let mut arms = String::new();
    arms.extend(variants.map(|variant| format!("{path}::{} => {{}}", text(variant, "name"))));
    let fallback = (text(def, "fallback"), fallback);
    let branches = list(def, "branches").iter();
    let branches = branches.map(|branch| (text(branch, "name"), text(branch, "rust")));
    arms.extend(
        branches
            .chain([fallback])
            .map(|(name, rust)| format!("{path}::{name}(value) => {{ let _: &{rust} = value; }}")),
    );
    format!("match value {{ {arms} _ => {{}} }}")
}
