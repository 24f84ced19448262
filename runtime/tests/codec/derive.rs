//! What the derive `Record` reads off a struct.

use restitch::__v1 as rt;
use restitch::json;

#[derive(rt::Record)]
#[wire(rename_all = "camelCase")]
pub(crate) struct Camel {
    user_id: i64,
    r#type: Option<i64>,
    line_2: Option<i64>,
    #[wire("user_name")]
    user_name: Option<i64>,
}

#[derive(rt::Record)]
#[wire(rename_all = "PascalCase")]
pub(crate) struct Pascal {
    user_id: Option<i64>,
    r#type: Option<i64>,
}

#[derive(rt::Record)]
#[wire(rename_all = "kebab-case")]
pub(crate) struct Kebab {
    user_id: Option<i64>,
}

#[derive(rt::Record)]
#[wire(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) struct Screaming {
    user_id: Option<i64>,
}

fn names<T: rt::Field>(value: &T) -> String {
    json::to_string(value).expect("integers can be written")
}

#[test]
fn names_follow_the_case_of_the_struct() {
    let camel = Camel::new(1).r#type(2).line_2(3).user_name(4);
    assert_eq!(
        names(&camel),
        r#"{"userId":1,"type":2,"line2":3,"user_name":4}"#
    );
    let pascal = Pascal::new().user_id(1).r#type(2);
    assert_eq!(names(&pascal), r#"{"UserId":1,"Type":2}"#);
    assert_eq!(names(&Kebab::new().user_id(1)), r#"{"user-id":1}"#);
    assert_eq!(names(&Screaming::new().user_id(1)), r#"{"USER_ID":1}"#);
}

/// Arguments in the order of their names, not of the literals: a quote comes after a space.
#[derive(rt::Record)]
pub(crate) struct Ordered {
    #[wire("b")]
    first: i64,
    #[wire("a\"")]
    second: i64,
    #[wire("a ")]
    third: i64,
}

#[test]
fn new_takes_its_arguments_by_their_names() {
    let ordered = Ordered::new(1, 2, 3);
    assert_eq!(names(&ordered), r#"{"b":3,"a\"":2,"a ":1}"#);
}

/// A type of the document that is called as one of the runtime's.
#[derive(Debug, Clone, rt::StringEnum)]
#[wire(rename_all = "snake_case")]
pub(crate) enum Password {
    Given,
    Unknown(String),
}

#[derive(rt::Record)]
pub(crate) struct Account {
    password: Password,
    secret: rt::Password,
    #[wire(into)]
    kind: Password,
}

#[test]
fn only_types_of_the_runtime_are_made_of_plain_values() {
    let account = Account::new("given", Password::Given, "s");
    assert_eq!(
        names(&account),
        r#"{"password":"given","secret":"s","kind":"given"}"#
    );
}

/// A quote writes NUL before a digit in its own way.
#[derive(rt::Record)]
pub(crate) struct Nul {
    #[wire("a")]
    first: i64,
    #[wire("\x001")]
    second: i64,
}

#[test]
fn names_are_ordered_by_what_they_say() {
    assert_eq!(names(&Nul::new(1, 2)), "{\"a\":2,\"\\u00001\":1}");
}

#[test]
fn another_name_is_not_read() {
    let error = json::from_str::<Camel>(r#"{"user_id":1}"#).map(|it| it.user_id);
    assert!(
        error
            .expect_err("it is missing")
            .to_string()
            .contains("userId")
    );
}
