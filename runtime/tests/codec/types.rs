//! Types as the generator writes them.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::pedantic,
    clippy::new_without_default
)]

use restitch::__v1 as rt;

#[non_exhaustive]
pub struct KeyRequest {
    pub name: Option<Option<String>>,
    pub scopes: Option<Option<Vec<String>>>,
}

rt::record! { KeyRequest new {
    0 name "name": nullable String,
    1 scopes "scopes": nullable Vec<String>,
} }

/// One field of every presence and most types.
pub struct Everything {
    pub id: String,
    pub parent: Option<String>,
    pub flag: Option<bool>,
    pub small: Option<i32>,
    pub count: Option<i64>,
    pub size: Option<u64>,
    pub ratio: Option<f64>,
    pub digits: Option<restitch::Number>,
    pub any: Option<restitch::Json>,
    pub color: Option<Color>,
    pub colors: Option<Vec<Color>>,
    pub holes: Option<Vec<Option<i64>>>,
    pub labels: Option<restitch::Map<String>>,
    pub child: Option<Box<Everything>>,
    pub note: Option<Option<String>>,
    pub request: Option<Option<KeyRequest>>,
}

rt::record! { Everything {
    0 id "id": required String,
    1 parent "parent_id": required Option<String>,
    2 flag "flag": optional bool,
    3 small "small": optional i32,
    4 count "count": optional i64,
    5 size "size": optional u64,
    6 ratio "ratio": optional f64,
    7 digits "digits": optional restitch::Number,
    8 any "any": optional restitch::Json,
    9 color "color": optional Color,
    10 colors "colors": optional Vec<Color>,
    11 holes "holes": optional Vec<Option<i64>>,
    12 labels "labels": optional restitch::Map<String>,
    13 child "child": optional Box<Everything>,
    14 note "a note": nullable String,
    15 request "request": nullable KeyRequest,
} }

/// With additional properties.
pub struct Open {
    pub id: i64,
    pub extra: restitch::Extra,
}

rt::record! { Open { 0 id "id": required i64 } rest extra }

/// Keys with escapes, and three kinds of `null`.
pub struct Odd {
    pub quote: Option<i64>,
    pub note: Option<Option<String>>,
    pub any: Option<restitch::Json>,
    pub parent: Option<String>,
    pub slash: Option<bool>,
    pub extra: restitch::Extra,
}

rt::record! { Odd {
    0 quote "a\"b": optional_escaped i64,
    1 note "note": nullable String,
    2 any "any": optional restitch::Json,
    3 parent "parent": required Option<String>,
    4 slash "\\": optional_escaped bool,
} rest extra }

/// With additional properties of a type.
pub struct Counts {
    pub id: Option<i64>,
    pub extra: restitch::Map<i64>,
}

rt::record! { Counts { 0 id "id": optional i64 } rest extra }

pub struct Nothing {}

rt::record! { Nothing new {} }

#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Color {
    Red,
    DarkBlue,
    Unknown(String),
}

rt::string_enum! { Color, Unknown { 0 Red "red", 1 DarkBlue "dark-blue" } }

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    N1,
    N2,
    Minus1,
    Unknown(i64),
}

rt::value_enum! { Level, Unknown: i64 { N1 = 1, N2 = 2, Minus1 = -1 } }

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    Auto,
    N1,
    N2_5,
    False,
    Unknown(restitch::Json),
}

rt::value_enum! { Limit, Unknown: json {
    Auto = "\"auto\"",
    N1 = "1",
    N2_5 = "2.5",
    False = "false",
} }

#[non_exhaustive]
pub struct Levels {
    pub level: Option<Level>,
    pub levels: Option<Vec<Level>>,
    pub limit: Option<Limit>,
}

rt::record! { Levels new {
    0 level "level": optional Level,
    1 levels "levels": optional Vec<Level>,
    2 limit "limit": optional Limit,
} }

/// Two places, a third that may be absent, and more items.
#[derive(Clone, Debug, PartialEq)]
pub struct Row(pub f64, pub Option<String>, pub Option<Level>, pub Vec<i64>);

rt::tuple! { Row { 0 required, 1 required, 2 optional } rest 3 }

/// Nothing required, nothing more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair(pub Option<i64>, pub Option<Option<i64>>);

rt::tuple! { Pair { 0 optional, 1 optional } }
