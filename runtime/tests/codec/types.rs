//! Types as the generator writes them.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::pedantic,
    clippy::new_without_default
)]

use restitch::__v1 as rt;

#[derive(rt::Record)]
#[non_exhaustive]
pub struct KeyRequest {
    pub name: Option<Option<String>>,
    pub scopes: Option<Option<Vec<String>>>,
}

/// One field of every presence and most types.
#[derive(rt::Record)]
pub struct Everything {
    pub id: String,
    #[wire("parent_id", required)]
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
    #[wire("a note")]
    pub note: Option<Option<String>>,
    pub request: Option<Option<KeyRequest>>,
}

/// With additional properties.
#[derive(rt::Record)]
pub struct Open {
    pub id: i64,
    pub extra: restitch::Extra,
}

/// Keys with escapes, and three kinds of `null`.
#[derive(rt::Record)]
pub struct Odd {
    #[wire("a\"b")]
    pub quote: Option<i64>,
    pub note: Option<Option<String>>,
    pub any: Option<restitch::Json>,
    #[wire(required)]
    pub parent: Option<String>,
    #[wire("\\")]
    pub slash: Option<bool>,
    pub extra: restitch::Extra,
}

/// With additional properties of a type.
#[derive(rt::Record)]
pub struct Counts {
    pub id: Option<i64>,
    #[wire(rest)]
    pub extra: restitch::Map<i64>,
}

#[derive(rt::Record)]
pub struct Nothing {}

#[derive(Clone, Debug, rt::StringEnum)]
#[wire(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Color {
    Red,
    DarkBlue,
    Unknown(String),
}

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

#[derive(rt::Record)]
#[non_exhaustive]
pub struct Levels {
    pub level: Option<Level>,
    pub levels: Option<Vec<Level>>,
    pub limit: Option<Limit>,
}

/// Two places, a third that may be absent, and more items.
#[derive(Clone, Debug, PartialEq)]
pub struct Row(pub f64, pub Option<String>, pub Option<Level>, pub Vec<i64>);

rt::tuple! { Row { 0 required, 1 required, 2 optional } rest 3 }

/// Nothing required, nothing more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair(pub Option<i64>, pub Option<Option<i64>>);

rt::tuple! { Pair { 0 optional, 1 optional } }
