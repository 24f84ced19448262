//! Objects, and what they have beside the properties that the document names.

use std::fmt::Debug;

use restitch::codec::{Empty, Field};
use restitch::{Extra, Json, json};
use restitch_wire_tests as api;

/// Reads `text` and writes what was read.
fn again<T: Empty + Field + Debug>(text: &str) -> String {
    let value: T = json::from_str(text).unwrap();
    json::to_string(&value).unwrap()
}

#[test]
fn what_no_property_names_comes_back() {
    use api::additional_properties::types::{Anything, Closed, Counts, Free, Taken, Unsaid};
    let text = r#"{"id":1,"x":1.50,"a":{"b":[null]}}"#;
    assert_eq!(again::<Unsaid>(text), text);
    assert_eq!(again::<Free>(text), text);
    assert_eq!(again::<Anything>(text), text);
    assert_eq!(again::<Closed>(text), r#"{"id":1}"#);
    let text = r#"{"total":3,"a":1,"b":2}"#;
    assert_eq!(again::<Counts>(text), text);
    assert!(json::from_str::<Counts>(r#"{"a":"x"}"#).is_err());
    let text = r#"{"additionalProperties":true,"unsaid":{"id":1,"y":2},"x":null}"#;
    let taken: Taken = json::from_str(text).unwrap();
    assert_eq!(taken.additional_properties, Some(true));
    assert!(taken.other_properties.contains_key("x"));
    assert_eq!(json::to_string(&taken).unwrap(), text);
}

#[test]
fn properties_that_no_schema_names_can_be_sent() {
    use api::additional_properties::types::Unsaid;
    let mut value = Unsaid::new(1);
    assert_eq!(value.additional_properties, Extra::new());
    let red = Json::from_serialize("red").unwrap();
    value.additional_properties.insert("color", red);
    assert_eq!(
        json::to_string(&value).unwrap(),
        r#"{"id":1,"color":"red"}"#
    );
    value.additional_properties.insert("id", Json::NULL);
    assert!(json::to_string(&value).is_err(), "a key would come twice");
}

#[test]
fn one_pattern_alone_is_a_type() {
    use api::pattern_properties::types::{Counts, Named, Open, Several};
    let text = r#"{"x-a":1,"x-b":2}"#;
    assert_eq!(again::<Counts>(text), text);
    assert!(json::from_str::<Counts>(r#"{"x-a":"b"}"#).is_err());
    let text = r#"{"name":"n","x-a":{"size":1}}"#;
    let named: Named = json::from_str(text).unwrap();
    let value = named.additional_properties.get("x-a").unwrap();
    assert_eq!(value.size, Some(1));
    assert_eq!(json::to_string(&named).unwrap(), text);
    let text = r#"{"x-a":1,"other":[]}"#;
    assert_eq!(again::<Open>(text), text);
    let text = r#"{"name":"n","a":1,"b":"c"}"#;
    assert_eq!(again::<Several>(text), text);
}

#[test]
fn seventy_required_fields() {
    use api::many_fields::types::Wide;
    let value = |index: usize| ["7", "\"x\"", "true"][index % 3];
    let member = |index: usize| format!("\"f{index:02}\":{}", value(index));
    let text = |left_out: Option<usize>| {
        let members: Vec<String> = (0..70)
            .filter(|index| Some(*index) != left_out)
            .map(member)
            .collect();
        format!("{{{}}}", members.join(","))
    };
    assert_eq!(again::<Wide>(&text(None)), text(None));
    for left_out in [0, 63, 64, 69] {
        let error = json::from_str::<Wide>(&text(Some(left_out))).unwrap_err();
        let expect = format!("the required field `f{left_out:02}` is missing");
        assert_eq!(error.message(), expect);
    }
}

#[test]
fn what_is_alike_goes_by_each_of_its_names() {
    use api::alike::types::{
        AddPetBody, AddPetBodyOwner, AddPetResponse, AddPetResponseRight, ListNodesResponse,
        ListPetsResponseItem, ListPetsResponseItemKind, ListPetsResponseItemRequired, Node,
    };
    let (_, builder) = client!(alike);
    let client = builder.build().unwrap();
    // A pet of the list is sent as it came.
    let listed = ListPetsResponseItem::new(ListPetsResponseItemRequired {
        id: 1,
        kind: ListPetsResponseItemKind::Cat,
        name: "Tom".to_owned(),
        owner: AddPetBodyOwner::new().email("a@b.example"),
    });
    let pet: AddPetBody = listed;
    let request = client.add_pet().body(pet).request().unwrap();
    let body = request.body().as_bytes().unwrap();
    assert_eq!(
        std::str::from_utf8(body).unwrap(),
        r#"{"id":1,"name":"Tom","kind":"cat","owner":{"email":"a@b.example"}}"#
    );
    let node: Node = ListNodesResponse::new(vec![Node::new(Vec::new())]);
    assert_eq!(json::to_string(&node).unwrap(), r#"{"next":[{"next":[]}]}"#);
    // Of two branches that are alike the first is meant.
    let either: AddPetResponse = json::from_str(r#"{"at":1}"#).unwrap();
    assert_eq!(
        either,
        AddPetResponse::Left(AddPetResponseRight::new().at(1))
    );
}
