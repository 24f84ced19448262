//! Types that are one of several.

use restitch::__v1 as rt;
use restitch::codec::{Empty, Field};
use restitch::json;

#[derive(rt::Record)]
pub(crate) struct Cat {
    pub(crate) kind: String,
    pub(crate) lives: Option<i64>,
}

#[derive(rt::Record)]
pub(crate) struct Dog {
    pub(crate) kind: String,
    pub(crate) bark: bool,
    pub(crate) friend: Option<Pet>,
    pub(crate) more: restitch::Extra,
}

/// By a tag.
pub(crate) enum Pet {
    Cat(Cat),
    Dog(Box<Dog>),
    Text(String),
    Unknown(restitch::Json),
}

rt::union! { Pet, Unknown, tag "kind" {
    0 Cat(Cat) 64 ["\"cat\"", "1"] [] from,
    1 Dog(Box<Dog>) 64 ["\"dog\"", "true"] [],
    2 Text(String) 16 [] [] from,
} }

/// By what they have.
pub(crate) enum Some1 {
    Dog(Dog),
    Cat(Cat),
    Integer(i64),
    Number(f64),
    List(Vec<Some1>),
    Any(restitch::Json),
    Unknown(restitch::Json),
}

rt::union! { Some1, Unknown {
    0 Dog(Dog) 64 [] ["bark"],
    1 Cat(Cat) 64 [] [],
    2 Integer(i64) 4 [] [],
    3 Number(f64) 8 [] [],
    4 List(Vec<Some1>) 32 [] [],
    5 Any(restitch::Json) 255 [] [],
} }

/// In order; neither has a key that the other must not have.
pub(crate) enum Nest {
    A(Box<NestA>),
    B(Box<NestB>),
    Unknown(restitch::Json),
}

rt::union! { Nest, Unknown { 0 A(Box<NestA>) 64 [] [], 1 B(Box<NestB>) 64 [] [] } }

#[derive(rt::Record)]
pub(crate) struct NestA {
    pub(crate) next: Option<Nest>,
    pub(crate) a: Option<i64>,
}

#[derive(rt::Record)]
pub(crate) struct NestB {
    pub(crate) next: Option<Nest>,
    pub(crate) b: Option<i64>,
}

fn read<T: Empty + Field>(text: &str) -> T {
    json::from_str(text).expect("the text is valid")
}

fn error<T: Empty + Field + std::fmt::Debug>(text: &str) -> String {
    let error = json::from_str::<T>(text).expect_err("it is not valid");
    error.to_string()
}

#[track_caller]
fn unchanged<T: Empty + Field>(text: &str) {
    assert_eq!(json::to_string(&read::<T>(text)).unwrap(), text);
}

#[test]
fn a_tag_tells_the_branch() {
    assert!(matches!(read(r#"{"lives":9,"kind":"cat"}"#), Pet::Cat(_)));
    assert!(matches!(
        read(r#"{"kind":"do\u0067","bark":true}"#),
        Pet::Dog(_)
    ));
    assert_eq!(read::<Pet>("\"x\""), Pet::from("x".to_owned()));
    unchanged::<Pet>(r#"{"kind":"dog","bark":true,"friend":{"kind":"cat","lives":7},"new":[1]}"#);
    assert_eq!(
        error::<Pet>(r#"{"kind":"dog","friend":{"kind":"cat","lives":"x"}}"#),
        "expected a number, found a string at $.friend.lives (byte 45)"
    );
}

#[test]
fn a_tag_is_compared_as_a_value() {
    // The tag fits, the body does not: the error is that of the branch.
    assert!(
        error::<Pet>(r#"{"kind":1.0}"#).contains("expected a string, found a number at $.kind")
    );
    assert!(error::<Pet>(r#"{"kind":true}"#).contains("at $.kind"));
    unchanged::<Pet>(r#"{"kind":"1"}"#);
    assert!(matches!(read(r#"{"kind":"1"}"#), Pet::Unknown(_)));
}

#[test]
fn what_no_branch_is_for_is_kept() {
    unchanged::<Pet>(r#"{"kind":"fish","n":1.50}"#);
    unchanged::<Pet>("[1, 2]");
    unchanged::<Pet>("12345678901234567890.0");
    unchanged::<Pet>("null");
    assert!(matches!(read("null"), Some1::Any(_)));
}

#[test]
fn without_a_tag_the_branches_are_tried_and_the_error_names_each() {
    assert!(matches!(
        read(r#"{"kind":"dog","bark":true}"#),
        Some1::Dog(_)
    ));
    assert!(matches!(read(r#"{"kind":"dog"}"#), Some1::Cat(_)));
    assert!(matches!(read("1.0"), Some1::Integer(1)));
    assert!(matches!(read("1.5"), Some1::Number(_)));
    assert!(matches!(read("1e300"), Some1::Number(_)));
    assert!(matches!(read("\"x\""), Some1::Any(_)));
    unchanged::<Some1>(r#"[1,1.5,[{"kind":"dog","bark":true}],null]"#);
    assert_eq!(
        error::<Pet>(r#"{"lives":1}"#),
        "no branch fits (Cat: the required field `kind` is missing; \
         Dog: the required field `kind` is missing) at $ (byte 0)"
    );
}

#[test]
fn a_branch_that_knows_all_keys_is_preferred() {
    assert!(matches!(read(r#"{"a":1}"#), Nest::A(_)));
    assert!(matches!(read(r#"{"b":1}"#), Nest::B(_)));
    assert!(matches!(read(r#"{"next":{"b":1}}"#), Nest::A(_)));
    assert!(matches!(read(r#"{"b":1,"c":1}"#), Nest::B(_)));
    assert!(matches!(read(r#"{"a":1,"c":1}"#), Nest::A(_)));
    unchanged::<Nest>(r#"{"next":{"next":{"b":2},"b":1},"a":0}"#);
    let error = error::<Nest>(r#"{"a":"x","b":"x"}"#);
    assert!(
        error.contains("A: expected a number, found a string at .a; B: "),
        "{error}"
    );
}

/// A closed object and an open one.
pub(crate) enum Door {
    Closed(Closed),
    Open(Open),
    Unknown(restitch::Json),
}

rt::union! { Door, Unknown { 0 Closed(Closed) 64 [] [], 1 Open(Open) 64 [] [] } }

#[derive(rt::Record)]
pub(crate) struct Closed {
    pub(crate) a: Option<bool>,
}

#[derive(rt::Record)]
pub(crate) struct Open {
    #[wire(optional)]
    pub(crate) a: Option<Option<bool>>,
    pub(crate) more: restitch::Extra,
}

#[test]
fn a_branch_that_loses_nothing_is_preferred() {
    assert!(matches!(read(r#"{"a":true}"#), Door::Closed(_)));
    assert!(matches!(read(r#"{"a":null}"#), Door::Open(_)));
    unchanged::<Door>(r#"{"b":1}"#);
    unchanged::<Door>(r#"{"a":null,"b":1,"c":2}"#);
}

/// A number before an integer of all digits.
pub(crate) enum Amount {
    Number(f64),
    Exact(restitch::Number),
    Unknown(restitch::Json),
}

rt::union! { Amount, Unknown { 0 Number(f64) 12 [] [], 1 Exact(restitch::Number) 12 [] [] } }

#[test]
fn a_branch_that_rounds_a_number_comes_after_one_that_does_not() {
    assert!(matches!(read("9007199254740992"), Amount::Number(_)));
    assert!(matches!(read("9007199254740993"), Amount::Exact(_)));
    assert!(matches!(read("0.10000000000000001"), Amount::Exact(_)));
    unchanged::<Amount>("12345678901234567.5");
}

/// One branch that takes any value, as an optional property.
#[derive(rt::Record)]
pub(crate) struct Holder {
    pub(crate) any: Option<Some1>,
    pub(crate) pet: Option<Pet>,
}

#[test]
fn null_is_a_value_of_a_union_where_a_branch_takes_any() {
    unchanged::<Holder>(r#"{"any":null}"#);
    let null = Some1::Any(restitch::Json::NULL);
    assert_eq!(read::<Holder>(r#"{"any":null}"#).any, Some(null));
    assert_eq!(read::<Holder>(r#"{"pet":null}"#).pet, None);
}

#[cfg(feature = "chrono")]
#[test]
fn a_branch_that_writes_another_text_comes_after_one_that_does_not() {
    use restitch::__v1::chrono::{DateTime, FixedOffset, NaiveDate};

    pub(crate) enum When {
        Time(DateTime<FixedOffset>),
        Date(NaiveDate),
        Bytes(restitch::Base64),
        Text(String),
        Unknown(restitch::Json),
    }

    rt::union! { When, Unknown {
        0 Time(DateTime<FixedOffset>) 16 [] [],
        1 Date(NaiveDate) 16 [] [],
        2 Bytes(restitch::Base64) 16 [] [],
        3 Text(String) 16 [] [],
    } }

    let name = |text: &str| match read::<When>(&format!("{text:?}")) {
        When::Time(_) => "time",
        When::Date(_) => "date",
        When::Bytes(_) => "bytes",
        When::Text(_) => "text",
        When::Unknown(_) => "unknown",
    };
    for (text, expect) in [
        ("2024-02-29", "date"),
        ("2024-02-29T12:00:00Z", "time"),
        ("2024-02-29t00:00:00.5+00:00", "time"),
        ("2024-02-29T12:00:00.1234567891Z", "text"),
        ("2024-02-29 12:00:00Z", "text"),
        ("2024-02-29T12:00:00", "text"),
        ("2024-02-29T12:00Z", "text"),
        ("aGVsbG8=", "bytes"),
        ("aGVsbG8", "text"),
    ] {
        assert_eq!(name(text), expect, "{text}");
    }
}

/// A tagged union, or an object that is none of its branches.
pub(crate) enum Known {
    Pet(Pet),
    Other(Open),
    Unknown(restitch::Json),
}

rt::union! { Known, Unknown { 0 Pet(Pet) 80 [] [], 1 Other(Open) 64 [] [] } }

#[test]
fn a_branch_that_knows_a_key_is_preferred_to_a_union_that_knows_none() {
    assert!(matches!(read(r#"{"kind":"cat"}"#), Known::Pet(_)));
    let text = r#"{"kind":"fish","a":true}"#;
    assert!(matches!(read(text), Known::Other(_)), "{text}");
    // Neither knows a key, and only the object may have any.
    let text = r#"{"kind":"fish","fins":2}"#;
    assert!(matches!(read(text), Known::Other(_)), "{text}");
}

/// An object with a tagged union, or one of other keys.
pub(crate) enum Choice {
    Holder(Holder),
    Open(Open),
    Unknown(restitch::Json),
}

rt::union! { Choice, Unknown { 0 Holder(Holder) 64 [] [], 1 Open(Open) 64 [] [] } }

#[test]
fn a_branch_without_a_key_is_preferred_to_one_that_has_it_and_not_its_value() {
    assert!(matches!(
        read(r#"{"pet":{"kind":"cat"}}"#),
        Choice::Holder(_)
    ));
    // A schema that does not name the key allows any value of it, and the other does not.
    let text = r#"{"pet":[7]}"#;
    assert!(matches!(read(text), Choice::Open(_)), "{text}");
    unchanged::<Choice>(text);
}

/// A tuple with a place that may be missing, or any list.
pub(crate) enum Row {
    Flag(Flag),
    List(Vec<Option<bool>>),
    Unknown(restitch::Json),
}

rt::union! { Row, Unknown { 0 Flag(Flag) 32 [] [], 1 List(Vec<Option<bool>>) 32 [] [] } }

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Flag(Option<bool>);

rt::tuple! { Flag { 0 optional } }

#[test]
fn a_place_that_may_be_missing_holds_no_null() {
    assert!(matches!(read("[true]"), Row::Flag(_)));
    unchanged::<Row>("[null]");
    unchanged::<Row>("[true,true]");
}

#[test]
fn trying_costs_no_more_than_so_many_readings() {
    let deep = |depth: usize, inside: &str| {
        format!(
            "{}{inside}{}",
            r#"{"next":"#.repeat(depth),
            "}".repeat(depth)
        )
    };
    // What is nested a little is read, each level twice.
    unchanged::<Nest>(&deep(12, r#"{"b":1}"#));
    let began = std::time::Instant::now();
    let error = error::<Nest>(&deep(100, r#"{"c":true,"a":"x","b":"x"}"#));
    assert!(
        error.contains("no branch fits") || error.contains("too many"),
        "{error}"
    );
    assert!(error.len() < 4_000, "{} bytes", error.len());
    assert!(began.elapsed().as_millis() < 2_000, "{:?}", began.elapsed());
}

#[test]
fn serde_reads_and_writes_unions() {
    let pet: Pet = serde_json::from_str(r#"{"kind":"cat","lives":9}"#).unwrap();
    assert_eq!(
        serde_json::to_string(&pet).unwrap(),
        r#"{"kind":"cat","lives":9}"#
    );
    let pets: Vec<Pet> = read(r#"["a",{"kind":"cat"},{"kind":"x"}]"#);
    assert_eq!(pets.len(), 3);
}
