//! Arrays with a type for each place, and other arrays.

use std::fmt::Debug;

use restitch::codec::{Empty, Field};
use restitch::json;
use restitch_wire_tests as api;

/// Reads `text` and writes what was read.
fn check<T: Empty + Field + Debug>(text: &str) {
    let value: T = json::from_str(text).unwrap();
    assert_eq!(json::to_string(&value).unwrap(), text);
}

#[test]
fn each_place_has_its_type() {
    use api::tuples::types::{Closed, ClosedItem0, Point, Row, RowItem2, Tree, Typed};
    check::<Row>("[1.5,null]");
    check::<Row>(r#"[1.5,"a",{"note":"b"},[1],null]"#);
    check::<Point>("[1.5,-2.5]");
    check::<Closed>("[]");
    check::<Closed>(r#"["up",1]"#);
    check::<Typed>(r#"["a",[1.5,2.5],[3.5,4.5]]"#);
    check::<Tree>(r#"["a",["b",null],["c",null]]"#);
    let row = Row(1.5, None, Some(RowItem2::new().note("b")), Vec::new());
    assert_eq!(json::to_string(&row).unwrap(), r#"[1.5,null,{"note":"b"}]"#);
    let closed: Closed = json::from_str(r#"["north",1,"more"]"#).unwrap();
    assert_eq!(closed, Closed(Some(ClosedItem0::North), Some(1)));
    let error = json::from_str::<Point>("[1]").unwrap_err().to_string();
    assert!(
        error.starts_with("expected at least 2 items, found 1"),
        "{error}"
    );
}

#[test]
fn arrays_keep_their_order_and_their_holes() {
    use api::tuples::types::{Arrays, Point};
    check::<Arrays>(r#"{"anything":[1,"a",null],"unique":["b","a","b"],"holes":[1,null]}"#);
    let arrays = Arrays::new()
        .unique(["b", "a"])
        .holes([Some(1), None])
        .deep([[Point(0.5, 1.5)]]);
    assert_eq!(
        json::to_string(&arrays).unwrap(),
        r#"{"unique":["b","a"],"holes":[1,null],"deep":[[[0.5,1.5]]]}"#
    );
}
