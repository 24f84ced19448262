//! The types of the document as restitch generates them.

use restitch::__v1 as rt;

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

rt::record! { Order {
    0 id "id": required String,
    1 object "object": required String,
    2 created "created": required i64,
    3 paid "paid": required bool,
    4 total "total": required f64,
    5 currency "currency": required String,
    6 note "note": optional String,
    7 cancelled_at "cancelled_at": nullable i64,
    8 customer "customer": required Customer,
    9 lines "lines": required Vec<Line>,
    10 tags "tags": optional Vec<String>,
} }

pub(super) struct Customer {
    id: String,
    name: String,
    email: String,
    phone: Option<String>,
    verified: Option<bool>,
    address: Option<Address>,
    score: i64,
}

rt::record! { Customer {
    0 id "id": required String,
    1 name "name": required String,
    2 email "email": required String,
    3 phone "phone": required Option<String>,
    4 verified "verified": optional bool,
    5 address "address": optional Address,
    6 score "score": required i64,
} }

pub(super) struct Address {
    street: String,
    city: String,
    postal_code: String,
    country: String,
}

rt::record! { Address {
    0 street "street": required String,
    1 city "city": required String,
    2 postal_code "postal_code": required String,
    3 country "country": required String,
} }

pub(super) struct Line {
    sku: String,
    title: String,
    quantity: i64,
    unit_price: f64,
    weight: Option<f64>,
    options: restitch::Map<String>,
}

rt::record! { Line {
    0 sku "sku": required String,
    1 title "title": required String,
    2 quantity "quantity": required i64,
    3 unit_price "unit_price": required f64,
    4 weight "weight": optional f64,
    5 options "options": required restitch::Map<String>,
} }
