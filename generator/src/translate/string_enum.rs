//! Strings with `enum` to enums with a fallback.

use indexmap::IndexSet;

use crate::diag::Code;
use crate::ir::{Docs, Name, StringEnum, Variant};
use crate::naming::{self, Scope};
use crate::tree::Pointer;

use super::Cx;
use super::keywords::Keywords;

pub(super) fn string_enum(cx: &mut Cx<'_>, at: &Pointer, keywords: &Keywords) -> StringEnum {
    let mut values: IndexSet<&str> = IndexSet::new();
    let list = keywords.enum_at.clone().unwrap_or_else(|| at.clone());
    for (index, value) in keywords.enumeration.iter().enumerate() {
        match value.as_str() {
            Some(text) if !values.insert(text) => cx.report(
                Code::MALFORMED,
                format!("`{text}` comes twice"),
                &list.item(index),
            ),
            _ => {}
        }
    }
    let items: Vec<(&str, &str)> = values.iter().map(|value| (*value, *value)).collect();
    let idents = naming::names(Scope::Variant, &items);
    let fallback = naming::fallback(&idents);
    let pointer = cx.document.shown(&list);
    let variants = values
        .iter()
        .zip(idents)
        .map(|(value, ident)| Variant {
            name: Name {
                ident,
                wire: (*value).to_owned(),
                pointer: pointer.clone(),
            },
            docs: Docs::default(),
        })
        .collect();
    StringEnum { variants, fallback }
}
