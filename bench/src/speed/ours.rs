//! The types of the document as restitch generates them.

use restitch::__v1 as rt;

#[derive(rt::Record)]
#[wire(required = OrderRequired)]
pub(super) struct Order {
    id: String,
    object: String,
    created: i64,
    paid: bool,
    total: f64,
    currency: String,
    note: Option<String>,
    #[allow(clippy::option_option, reason = "absent, null and a value are three")]
    cancelled_at: Option<Option<i64>>,
    customer: Customer,
    lines: Vec<Line>,
    tags: Option<Vec<String>>,
}

#[derive(rt::Record)]
pub(super) struct Customer {
    id: String,
    name: String,
    email: String,
    #[wire(required)]
    phone: Option<String>,
    verified: Option<bool>,
    address: Option<Address>,
    score: i64,
}

#[derive(rt::Record)]
pub(super) struct Address {
    street: String,
    city: String,
    postal_code: String,
    country: String,
}

#[derive(rt::Record)]
pub(super) struct Line {
    sku: String,
    title: String,
    quantity: i64,
    unit_price: f64,
    weight: Option<f64>,
    options: restitch::Map<String>,
}
