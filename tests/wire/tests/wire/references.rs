//! What references of every kind lead to: each document's answer comes and goes unchanged.

use restitch_wire_tests as api;

/// Reads an answer as a type and writes it again.
macro_rules! comes_back {
    ($ty:ty, $text:expr) => {{
        let text = $text;
        let value: $ty = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
        value
    }};
}

#[test]
fn anchors_and_definitions() {
    use api::refs_anchors::types::Order;
    use api::refs_defs::types::{Tree, TreeColour};
    let order = comes_back!(Order, r#"{"items":[{"sku":"a"}],"total":{"amount":1.5}}"#);
    assert_eq!(order.items.unwrap()[0].sku.as_deref(), Some("a"));
    let tree = comes_back!(
        Tree,
        r#"{"root":{"children":[{"children":[]},{}]},"colour":"green"}"#
    );
    assert_eq!(tree.colour, Some(TreeColour::Green));
    assert_eq!(tree.root.unwrap().children.unwrap().len(), 2);
}

#[test]
fn ids() {
    use api::refs_ids::types::{AddressCity, Person};
    let text = r#"{"address":{"street":{"number":7}},"street":{"number":8},"city":"Bern","badge":{},"pet":{"name":"Rex"}}"#;
    let person: Person = serde_json::from_str(text).unwrap();
    assert_eq!(person.city, Some(AddressCity::Bern));
    assert_eq!(person.street.unwrap().number, Some(8));
    assert_eq!(person.pet.unwrap().name.as_deref(), Some("Rex"));
}

#[test]
fn other_files_and_back() {
    use api::refs_files::types::{GetThingsResponse, Size};
    let text = r#"{"whole":{"size":"small","part":{"whole":{}}},"part":{"whole":{"size":"large"}},"back":{"id":"x"},"anchored":{"part":{}}}"#;
    let things: GetThingsResponse = serde_json::from_str(text).unwrap();
    assert_eq!(things.back.unwrap().id.as_deref(), Some("x"));
    assert_eq!(things.part.unwrap().whole.unwrap().size, Some(Size::Large));
}

#[test]
fn places_below_others() {
    use api::refs_nested::types::{GetCopiesResponse, NamedName};
    let text = r#"{"same":{"size":3},"name":"Rex","toy":{"squeaks":true}}"#;
    let copies: GetCopiesResponse = serde_json::from_str(text).unwrap();
    assert_eq!(copies.same.unwrap().size, Some(3));
    assert_eq!(copies.name, Some(NamedName::Rex));
    assert_eq!(copies.toy.unwrap().squeaks, Some(true));
}

#[test]
fn static_dynamic_references() {
    use api::refs_dynamic::types::Tree;
    let text = r#"{"value":"a","children":[{"value":"b","children":[]}]}"#;
    let tree: Tree = serde_json::from_str(text).unwrap();
    assert_eq!(tree.children.unwrap()[0].value.as_deref(), Some("b"));
}

#[tokio::test]
async fn siblings_say_more() {
    use api::siblings_of_ref::types::{Address, OrderRequest, OrderWithMore};
    let (server, builder) = client!(siblings_of_ref);
    server.reply(200, r#"{"ship_to":{},"created_at":{"street":"x"}}"#);
    let order = OrderRequest::new(Address::new().street("a"))
        .bill_to(restitch::Null)
        .with_more(OrderWithMore::new(3))
        .level(2);
    let answer = builder
        .build()
        .unwrap()
        .post_orders()
        .body(order)
        .await
        .unwrap();
    let created = answer.created_at.as_ref().unwrap();
    assert_eq!(created.street.as_deref(), Some("x"));
    let sent = server.requests().pop().unwrap();
    let expect = r#"{"ship_to":{"street":"a"},"bill_to":null,"with_more":{"floor":3},"level":2}"#;
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(&sent.body).unwrap(),
        serde_json::from_str::<serde_json::Value>(expect).unwrap()
    );
}

#[test]
fn what_no_part_evaluates() {
    use api::unevaluated_properties::types::{Closed, Conditional, Counts, Open};
    let closed: Closed = serde_json::from_str(r#"{"id":"a","name":"b","more":1}"#).unwrap();
    let text = serde_json::to_string(&closed).unwrap();
    assert_eq!(text, r#"{"id":"a","name":"b"}"#);
    let counts = comes_back!(Counts, r#"{"id":"a","apples":3}"#);
    assert_eq!(counts.additional_properties.get("apples"), Some(&3));
    comes_back!(Conditional, r#"{"state":"closed","reason":"full"}"#);
    comes_back!(Open, r#"{"name":"a","more":1}"#);
}
