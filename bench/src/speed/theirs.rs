//! The types of the document as `serde_derive` reads them.

use serde::{Deserialize, Deserializer, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Order {
    id: String,
    object: String,
    created: i64,
    paid: bool,
    total: f64,
    currency: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(
        default,
        deserialize_with = "some",
        skip_serializing_if = "Option::is_none"
    )]
    #[allow(clippy::option_option, reason = "absent, null and a value are three")]
    cancelled_at: Option<Option<i64>>,
    customer: Customer,
    lines: Vec<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Customer {
    id: String,
    name: String,
    email: String,
    phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verified: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address>,
    score: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Address {
    street: String,
    city: String,
    postal_code: String,
    country: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Line {
    sku: String,
    title: String,
    quantity: i64,
    unit_price: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<f64>,
    options: indexmap::IndexMap<String, String>,
}

/// What stands there, `null` too, is `Some`.
fn some<'de, D: Deserializer<'de>, T: Deserialize<'de>>(d: D) -> Result<Option<T>, D::Error> {
    T::deserialize(d).map(Some)
}
