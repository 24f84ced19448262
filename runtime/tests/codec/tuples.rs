//! Arrays with a type for each place.

use restitch::codec::{Empty, Field, Reader, empty};
use restitch::json;

use crate::types::{Level, Pair, Row};

/// Reads `text`, and writes what was read.
fn check<T: Empty + Field>(text: &str, expect: &str) {
    let value: T = json::from_str(text).expect("the text is valid");
    assert_eq!(json::to_string(&value).expect("it can be written"), expect);
}

fn check_error<T: Empty + Field + std::fmt::Debug>(text: &str, expect: &str) {
    let error = json::from_str::<T>(text).expect_err("it is not valid");
    assert_eq!(error.to_string(), expect);
}

#[test]
fn places_and_what_follows() {
    check::<Row>("[1,\"a\"]", "[1.0,\"a\"]");
    check::<Row>("[ 1.5 , null , 2 ]", "[1.5,null,2]");
    check::<Row>("[1.5,\"a\",-7,8,9]", "[1.5,\"a\",-7,8,9]");
    let row: Row = json::from_str("[0,null,-1,8]").unwrap();
    assert_eq!(row, Row(0.0, None, Some(Level::Minus1), vec![8]));
}

#[test]
fn what_is_absent_at_the_end_is_left_out() {
    check::<Pair>("[]", "[]");
    check::<Pair>("[1]", "[1]");
    check::<Pair>("[1,null]", "[1,null]");
    check::<Pair>("[1,2,{\"more\":[]}]", "[1,2]");
    let check = |pair: Pair, expect: &str| assert_eq!(json::to_string(&pair).unwrap(), expect);
    check(Pair::default(), "[]");
    check(Pair(None, Some(Some(2))), "[null,2]");
    let gap = Row(1.5, None, None, vec![8]);
    assert_eq!(json::to_string(&gap).unwrap(), "[1.5,null,null,8]");
}

#[test]
fn errors_name_the_place() {
    check_error::<Row>("[]", "expected at least 2 items, found 0 at $ (byte 2)");
    check_error::<Row>("[1]", "expected at least 2 items, found 1 at $ (byte 3)");
    check_error::<Row>("{}", "expected an array, found an object at $ (byte 0)");
    check_error::<Row>(
        "[1,2]",
        "expected a string, found a number at $[1] (byte 3)",
    );
    check_error::<Row>(
        "[1,null,1,1,\"x\"]",
        "expected a number, found a string at $[4] (byte 12)",
    );
    let nan = Row(f64::NAN, None, None, Vec::new());
    let error = json::to_string(&vec![nan]).unwrap_err().to_string();
    assert_eq!(error, "JSON has no number for NaN at $[0][0]");
}

#[test]
fn items_without_a_place_are_counted() {
    let mut reader = Reader::new("[1,2,3,{}]");
    empty::<Pair>().fill(&mut reader).unwrap();
    assert_eq!(reader.unknown(), 2);
}
