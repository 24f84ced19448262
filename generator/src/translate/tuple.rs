//! Arrays with a schema for each of their first places.

use crate::ir::{Scalar, Tuple, TupleItem, Type};

use super::keywords::Keywords;
use super::site::Site;
use super::typed::Typed;
use super::{Cx, docs};

/// The tuple of `prefixItems`, `items` and the number of items.
pub(super) fn tuple(cx: &mut Cx<'_>, keywords: &Keywords) -> Tuple {
    let most = keywords.max_items.unwrap_or(usize::MAX);
    let least = keywords.min_items.unwrap_or_default();
    let places = keywords.prefix.iter().take(most).enumerate();
    let items: Vec<TupleItem> = places
        .map(|(index, site)| item(cx, site, index < least))
        .collect();
    let rest = if most <= items.len() {
        None
    } else {
        rest(cx, keywords)
    };
    Tuple { items, rest }
}

/// A place is there whatever is wrong with its schema: what follows it keeps its number.
fn item(cx: &mut Cx<'_>, site: &Site, required: bool) -> TupleItem {
    let typed = cx.typed(site).map(Typed::inner);
    let keywords = cx.shaped(site).map(|shaped| shaped.keywords.clone());
    TupleItem {
        docs: docs::schema(&keywords.unwrap_or_default(), ""),
        ty: typed.unwrap_or(Type::Scalar(Scalar::Json)),
        required,
        boxed: false,
    }
}

/// The type of the items behind the places, where there may be any.
fn rest(cx: &mut Cx<'_>, keywords: &Keywords) -> Option<Type> {
    let json = Type::Scalar(Scalar::Json);
    let Some(site) = &keywords.items else {
        return Some(json);
    };
    let shaped = cx.shaped(site);
    if shaped.is_some_and(|shaped| shaped.keywords.facts.never) {
        return None;
    }
    Some(cx.typed(site).map_or(json, Typed::inner))
}
