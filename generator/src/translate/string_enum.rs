//! Strings with `enum` to enums with a fallback.

use indexmap::IndexSet;
use serde_json::Value;

use crate::ir::{Docs, Name, StringEnum, Variant};
use crate::naming::{self, Scope};
use crate::tree::Pointer;

use super::Cx;
use super::keywords::Keywords;

pub(super) fn string_enum(cx: &Cx<'_>, at: &Pointer, keywords: &Keywords) -> StringEnum {
    // `lower` has reported what comes twice.
    let values = keywords.enumeration.iter().filter_map(Value::as_str);
    let values: IndexSet<&str> = values.collect();
    let list = keywords.enum_at.clone().unwrap_or_else(|| at.clone());
    let items: Vec<(&str, &str)> = values.iter().map(|value| (*value, *value)).collect();
    let at = places(keywords, &list);
    let idents = cx.schemas.given.names(Scope::Variant, &items, &at);
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

/// Where each value stands, those that come again left out.
fn places(keywords: &Keywords, list: &Pointer) -> Vec<Option<Pointer>> {
    let mut seen = IndexSet::new();
    let values = keywords.enumeration.iter().enumerate();
    values
        .filter(|(_, value)| value.as_str().is_some_and(|text| seen.insert(text)))
        .map(|(index, _)| Some(list.item(index)))
        .collect()
}
