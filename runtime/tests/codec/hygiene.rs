//! A document may have types with the names of Rust's own; the macros must not take them.

#![allow(dead_code, unreachable_pub, non_camel_case_types)]

use restitch::__v1 as rt;

macro_rules! shadows {
    ($($name:ident)*) => { $(pub struct $name;)* };
}

shadows! { Option Vec Box Result Default Clone From Into Some None Ok Err Self_ Cow Map Json Field }

mod core {}
mod std {}

pub struct String;
type str = ();
type bool = ();

#[derive(rt::Record)]
pub struct Record {
    pub r#type: ::std::option::Option<::std::string::String>,
    pub fields: ::std::option::Option<::std::option::Option<i64>>,
    pub slot: ::std::option::Option<::std::vec::Vec<Kind>>,
    #[wire(rest)]
    pub extra: rt::Map<i64>,
}

#[derive(rt::Record)]
pub struct Taken {
    pub required: ::std::string::String,
    pub index: i64,
    pub visit: ::std::option::Option<i64>,
}

#[derive(rt::Record)]
#[wire(required = NamedRequired)]
pub struct Named {
    pub required: ::std::string::String,
    #[wire(new = 1)]
    pub index: i64,
    #[wire(rest)]
    pub extra: rt::Map<i64>,
}

#[derive(rt::Record)]
pub struct Preset {
    #[wire(new = 1)]
    pub new: i64,
}

#[derive(Clone, Debug, rt::StringEnum)]
#[wire(rename_all = "snake_case")]
pub enum Kind {
    Ok,
    Unknown(::std::string::String),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    Some,
    None(i64),
}

rt::value_enum! { Number, None: i64 { Some = -1 } }

#[derive(Clone, Debug, PartialEq)]
pub enum Mixed {
    Ok,
    Err(rt::Json),
}

rt::value_enum! { Mixed, Err: json { Ok = "\"ok\"" } }

#[derive(Clone, Debug, PartialEq)]
pub struct Tuple(pub Record, pub ::std::vec::Vec<Kind>);

rt::tuple! { Tuple { 0 required } rest 1 }

#[test]
fn names_of_rusts_own_are_free() {
    let record = <Record as ::std::default::Default>::default();
    let record = record.r#type("a").fields(restitch::Null).slot(["ok", "no"]);
    let text = restitch::json::to_string(&record).unwrap();
    assert_eq!(text, r#"{"type":"a","fields":null,"slot":["ok","no"]}"#);
    assert_eq!(restitch::json::from_str::<Record>(&text).unwrap(), record);
    let taken = restitch::json::to_string(&Taken::new(1, "a")).unwrap();
    assert_eq!(taken, r#"{"required":"a","index":1}"#);
    let required = NamedRequired {
        required: "a".into(),
    };
    let named = restitch::json::to_string(&Named::new(required)).unwrap();
    assert_eq!(named, taken);
    let preset = restitch::json::to_string(&Preset::new()).unwrap();
    assert_eq!(preset, r#"{"new":1}"#);
}
