//! Types that are one of several: how a value's branch is found, and that it comes back.

use restitch::Json;
use restitch_wire_tests as api;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// Reads `text`, and sees that it is written as it came.
#[track_caller]
fn read<T: DeserializeOwned + Serialize>(text: &str) -> T {
    let value: T = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
    value
}

#[track_caller]
fn error<T: DeserializeOwned>(text: &str) -> String {
    let read = serde_json::from_str::<T>(text);
    read.err().expect("nothing fits").to_string()
}

#[tokio::test]
async fn a_discriminator_names_the_schema() {
    use api::union_discriminator::types::{Cat, Dog, Pet};
    let (server, builder) = client!(union_discriminator);
    let pets = builder.build().unwrap().pets();
    let text = json!({"petType": "Dog", "friend": {"petType": "Cat", "lives": 9}});
    server.reply(200, text.to_string());
    let cat = Pet::Cat(Cat::new().lives(9));
    let dog = Pet::Dog(Dog::new().friend(cat));
    let answer = pets.put_pet(dog.clone()).await.unwrap();
    assert_eq!(*answer, dog, "what is sent comes back");
    let unknown: Pet = read(r#"{"petType":"Fish","fins":2.5}"#);
    assert!(matches!(unknown, Pet::Unknown(_)));
    let error = error::<Pet>(r#"{"petType":"Cat","lives":"x"}"#);
    assert!(
        error.contains("expected a number, found a string at $.lives"),
        "{error}"
    );
}

#[test]
fn a_mapping_names_the_schema() {
    use api::union_mapping::types::Event;
    assert!(matches!(
        read(r#"{"kind":"user.created","at":1}"#),
        Event::UserCreated(_)
    ));
    assert!(matches!(
        read(r#"{"kind":"user.removed"}"#),
        Event::UserRemoved(_)
    ));
    assert!(matches!(read(r#"{"kind":"moved"}"#), Event::Moved(_)));
    assert!(matches!(read(r#"{"kind":"migrated"}"#), Event::Moved(_)));
    assert!(matches!(read(r#"{"kind":"ping"}"#), Event::Ping(_)));
    assert!(matches!(
        read(r#"{"kind":"Created","at":1}"#),
        Event::Unknown(_)
    ));
}

#[test]
fn new_sets_what_names_the_branch() {
    use api::union_mapping::types::{Base, Circle, Created, Event, Moved, Removed, Shape};
    let text = |event: Event| serde_json::to_string(&event).unwrap();
    let created = Created::new(1);
    assert_eq!(
        text(created.clone().into()),
        r#"{"kind":"user.created","at":1}"#
    );
    assert_eq!(text(Removed::new().into()), r#"{"kind":"user.removed"}"#);
    // Two values name the one, and the other is named by another name that it has.
    assert_eq!(text(Moved::new("moved").into()), r#"{"kind":"moved"}"#);
    assert_eq!(text(Base::new("ping").into()), r#"{"kind":"ping"}"#);
    let circle = Shape::from(Circle::new().radius(2));
    let circle = serde_json::to_string(&circle).unwrap();
    assert_eq!(circle, r#"{"form":"circle","radius":2}"#);
    // By itself a branch takes any value.
    let other: Created = read(r#"{"kind":"imported","at":1}"#);
    assert_eq!(other.kind, "imported");
    assert_ne!(other, created);
}

#[tokio::test]
async fn branches_that_differ_in_their_value_alone_are_two() {
    use api::union_set_by_new::types::{Message, MessageNote, MessageText};
    let (server, builder) = client!(union_set_by_new);
    let messages = builder.build().unwrap().messages();
    for message in [
        Message::from(MessageText::new().body("a")),
        MessageNote::new().body("a").into(),
    ] {
        server.reply(204, "");
        messages.send_message(message).await.unwrap();
    }
    let sent = server.requests().into_iter().map(|request| request.body);
    let sent: Vec<_> = sent.collect();
    assert_eq!(
        sent,
        [
            r#"{"kind":"text","body":"a"}"#,
            r#"{"kind":"note","body":"a"}"#
        ]
    );
}

#[tokio::test]
async fn what_is_sent_has_its_value_too() {
    use api::union_set_by_new::types::{EntryRequest, LinkRequest, PictureRequest};
    let (server, builder) = client!(union_set_by_new);
    let messages = builder.build().unwrap().messages();
    server.reply(200, r#"{"type":"Picture"}"#);
    let link = EntryRequest::from(LinkRequest::new("a", "b", "c"));
    messages.put_entry(link).await.unwrap();
    let sent = server.requests().pop().unwrap().body;
    assert_eq!(sent, r#"{"type":"Link","a":"a","b":"b","c":"c"}"#);
    let picture = serde_json::to_string(&PictureRequest::new()).unwrap();
    assert_eq!(picture, "{}", "what may only be read is not sent");
}

#[test]
fn only_one_value_that_is_sure_is_set() {
    use api::union_set_by_new::types;
    use types::{AnimalKind, ListedKind, UnlistedKind};
    assert_eq!(types::Same::new().kind, "same");
    assert_eq!(types::Other::new("another".to_owned()).kind, "another");
    assert_eq!(types::Constant::new().kind, "constant");
    assert_eq!(types::Optional::new().kind, None);
    assert_eq!(types::Nullable::new(None).kind, None);
    assert_eq!(types::Listed::new().kind, ListedKind::Listed);
    let unlisted = types::Unlisted::new(UnlistedKind::One);
    assert_eq!(unlisted.kind, UnlistedKind::One);
    assert_eq!(types::Number::new(1).kind, 1);
    assert_eq!(types::Wrapped::new().kind, "wrapped");
    assert_eq!(types::Original::new("renamed").kind, "renamed");
    assert_eq!(types::Grid::new("GRID").kind, "GRID");
    assert_eq!(types::Stack::new("STACK").kind, "STACK");
    assert_eq!(types::Flow::new().kind, "Flow");
    assert_eq!(types::Bird::new().kind, AnimalKind::Bird);
    let base = types::AnimalBase::new(AnimalKind::Unknown);
    assert_eq!(base.kind, AnimalKind::Unknown);
}

#[test]
fn a_mapping_counts_where_branches_share_an_enum() {
    use api::union_mapping::types::Shape;
    assert!(matches!(read(r#"{"form":"circle"}"#), Shape::Circle(_)));
    assert!(matches!(read(r#"{"form":"square"}"#), Shape::Square(_)));
}

#[test]
fn a_constant_is_a_tag() {
    use api::union_implicit_tag::types::{Part, Size};
    let size: Size = read(r#"{"unit":"cm","kind":"metric"}"#);
    assert!(matches!(size, Size::Metric(_)));
    assert!(matches!(
        read(r#"{"type":"text","text":"a"}"#),
        Part::Text(_)
    ));
    assert!(matches!(
        read(r#"{"type":"picture","url":"a"}"#),
        Part::ImagePart(_)
    ));
    assert!(matches!(
        read(r#"{"type":"heading","level":1}"#),
        Part::Heading(_)
    ));
    assert!(matches!(
        read(r#"{"type":"new","level":1}"#),
        Part::Unknown(_)
    ));
}

#[test]
fn the_json_type_is_enough() {
    use api::union_json_type::types::{Input, Limit, Size};
    assert_eq!(read::<Input>("\"a\""), Input::String("a".to_owned()));
    assert!(matches!(read("[\"a\"]"), Input::StringArray(_)));
    assert!(matches!(read("[]"), Limit::Value1(_)));
    assert!(matches!(read("[1]"), Input::IntegerArray(_)));
    assert!(matches!(read("true"), Input::Boolean(true)));
    assert!(matches!(read(r#"{"file":"a"}"#), Input::Object(_)));
    assert!(matches!(read("1.5"), Input::Unknown(_)));
    assert_eq!(read::<Size>("7"), Size::from(7));
    assert_eq!(read::<Size>("\"7\""), Size::from("7".to_owned()));
}

#[test]
fn required_keys_tell_apart() {
    use api::union_required_keys::types::Payment;
    assert!(matches!(
        read(r#"{"amount":1,"number":"2","check":"3"}"#),
        Payment::Card(_)
    ));
    assert!(matches!(
        read(r#"{"amount":1,"iban":"2","new":[]}"#),
        Payment::Transfer(_)
    ));
    let error = error::<Payment>(r#"{"amount":1}"#);
    assert!(
        error.contains("no branch fits (Card: `check` is missing; Transfer: `iban` is missing)"),
        "{error}"
    );
}

#[test]
fn the_branch_that_knows_all_keys_is_taken() {
    use api::union_order::types::{Door, Shape};
    assert!(matches!(read(r#"{"name":"a"}"#), Shape::Circle(_)));
    assert!(matches!(
        read(r#"{"name":"a","radius":1.5}"#),
        Shape::Circle(_)
    ));
    assert!(matches!(
        read(r#"{"name":"a","side":1.5}"#),
        Shape::Square(_)
    ));
    assert!(matches!(read(r#"{"name":1}"#), Shape::Value(_)));
    assert!(matches!(read("[1]"), Shape::Value(_)));
    // A closed object has no place for other keys, nor for a null.
    assert!(matches!(read(r#"{"locked":true}"#), Door::Shut(_)));
    assert!(matches!(read(r#"{"locked":null}"#), Door::Ajar(_)));
    assert!(matches!(read(r#"{"open":true}"#), Door::Ajar(_)));
}

#[test]
fn the_branch_that_knows_all_values_is_taken() {
    use api::union_order::types::Filter;
    assert!(matches!(
        read(r#"{"operator":"<","value":1}"#),
        Filter::Match(_)
    ));
    // No value of the other's enum, nor of its union, nor one that it has at all.
    assert!(matches!(read(r#"{"operator":"or"}"#), Filter::Group(_)));
    assert!(matches!(
        read(r#"{"value":[{"operator":"="}]}"#),
        Filter::Group(_)
    ));
    assert!(matches!(read(r#"{"note":null}"#), Filter::Group(_)));
    // What neither knows is no reason.
    assert!(matches!(
        read(r#"{"operator":">","value":"a"}"#),
        Filter::Match(_)
    ));
    read::<Filter>(
        r#"{"operator":"and","value":[{"operator":"=","value":"a"},{"operator":"or","note":null}]}"#,
    );
}

#[test]
fn unions_stand_in_unions() {
    use api::union_nested::types::{Expression, Literal};
    assert_eq!(
        read::<Expression>("true"),
        Expression::from(Literal::Boolean(true))
    );
    read::<Expression>(r#"{"left":"a","right":{"left":[true,1.5],"right":"b"}}"#);
    assert!(matches!(
        read(r#"[["a"],[]]"#),
        Expression::ExpressionArray(_)
    ));
}

#[test]
fn tags_of_a_union_in_a_union_lead_into_it() {
    use api::union_nested::types::{Boat, Vehicle};
    let ferry = read(r#"{"kind":"Ferry","cars":9}"#);
    assert!(matches!(ferry, Vehicle::Boat(Boat::Ferry(_))));
    let canoe = read(r#"{"kind":"canoe"}"#);
    assert!(matches!(canoe, Vehicle::Boat(Boat::Canoe(_))));
    assert!(matches!(read(r#"{"kind":"car"}"#), Vehicle::Car(_)));
    assert!(matches!(read(r#"{"kind":"sled"}"#), Vehicle::Unknown(_)));
}

#[test]
fn null_is_an_option_and_one_type_is_no_union() {
    use api::union_null::types::{Color, Holder, HolderAny, HolderModel, HolderValue};
    let holder: Holder =
        read(r#"{"value":null,"same":null,"name":"a","model":"small","known":"red"}"#);
    assert_eq!(holder.value, None);
    assert_eq!(holder.same, Some(None));
    assert_eq!(holder.model, Some(HolderModel::Small));
    assert_eq!(holder.known, Some(Color::Red));
    let holder: Holder = read(r#"{"value":1,"known":"green"}"#);
    assert_eq!(holder.value, Some(HolderValue::Integer(1)));
    let holder: Holder = read(r#"{"value":1,"twice":null,"member":null,"branch":null}"#);
    assert_eq!(holder.twice, Some(None));
    let holder: Holder = read(r#"{"value":1,"any":null}"#);
    assert!(matches!(holder.any, Some(HolderAny::Value(_))));
    let holder: Holder = read(r#"{"value":1,"color":null,"pet":null,"count":null}"#);
    assert_eq!((holder.color, holder.pet), (Some(None), Some(None)));
    assert_eq!(holder.count, Some(None));
}

#[test]
fn what_stands_beside_a_union_is_in_each_branch() {
    use api::union_properties::types::{Contact, Message};
    match read::<Message>(r#"{"id":"1","text":"a"}"#) {
        Message::TextMessage(message) => assert_eq!((&*message.id, &*message.text), ("1", "a")),
        other => panic!("{other:?}"),
    }
    match read::<Message>(r#"{"id":"1","url":"a"}"#) {
        Message::Picture(picture) => assert_eq!((&*picture.id, &*picture.url), ("1", "a")),
        other => panic!("{other:?}"),
    }
    read::<Contact>(r#"{"mail":"a"}"#);
}

#[test]
fn several_types_are_a_union() {
    use api::multi_type::types::{Id, Value};
    assert!(matches!(read("1"), Id::Integer(1)));
    assert_eq!(read::<Id>("\"1\""), Id::String("1".to_owned()));
    assert!(matches!(read(r#"{"unit":"m"}"#), Value::Object(_)));
    assert!(matches!(read("1.5"), Value::Number(_)));
    assert!(matches!(read("[1,2]"), Value::Array(_)));
    assert_eq!(
        read::<Value>("\"x\""),
        Value::Unknown(Json::new("\"x\"").unwrap())
    );
}

#[test]
fn a_union_in_a_union_is_found_by_the_values_of_its_branches() {
    use api::union_in_union::types::{Animal, Cat, Entry, Item};
    let found: Entry = read(r#"{"type":"answer","text":"yes"}"#);
    assert!(matches!(found, Entry::Item(Item::Reply(_))));
    assert!(matches!(read(r#"{"type":"Mark","at":1}"#), Entry::Mark(_)));
    assert!(matches!(read(r#"{"type":"x"}"#), Entry::Unknown(_)));
    let found: Animal = read(r#"{"lives":9,"kind":"Cat"}"#);
    assert!(matches!(found, Animal::Cat(Cat::Base(_))));
    let found: Animal = read(r#"{"kind":"Siamese","colour":"seal"}"#);
    assert!(matches!(found, Animal::Siamese(_)), "not a cat's");
}

#[test]
fn branches_without_names_are_told_apart() {
    use api::union_names::types::{Input, Rule, Target};
    assert!(matches!(read("[[1],[2]]"), Input::IntegerArrayArray(_)));
    assert!(matches!(read(r#"["a"]"#), Input::StringArray(_)));
    let found = read(r#"{"repository":"a","issue":1}"#);
    assert!(matches!(found, Target::WithIssue(_)));
    assert!(matches!(read(r#"{"path":"/"}"#), Target::Object3(_)));
    let found = read(r#"{"type":"deletion","from":"a"}"#);
    assert!(matches!(found, Rule::Deletion(_)));
}

#[test]
fn several_types_are_narrowed() {
    use api::narrowed_types::types::{Amount, Either, Text};
    assert_eq!(
        read::<Amount>("9007199254740993"),
        Amount::Integer(9_007_199_254_740_993)
    );
    assert_eq!(read::<Amount>("1.5"), Amount::Number(1.5));
    assert_eq!(read::<Either>("7"), Either::Integer(7));
    assert!(matches!(read("true"), Either::Unknown(_)));
    assert_eq!(read::<Text>("\"a\""), "a");
}

#[test]
fn a_constant_tells_where_it_is_there() {
    use api::union_implicit_tag::types::Format;
    let opus = read(r#"{"type":"audio/opus","rate":"48k"}"#);
    assert!(matches!(opus, Format::Opus(_)));
    assert!(matches!(read(r#"{"rate":48}"#), Format::Pcm(_)));
    assert!(matches!(read(r#"{"rate":"48k"}"#), Format::Opus(_)));
    let error = error::<Format>(r#"{"type":"audio/opus","rate":48}"#);
    assert!(error.contains("expected a string"), "{error}");
}

#[test]
fn required_keys_of_a_union_in_a_union_tell() {
    use api::union_required_keys::types::{Answer, Failed};
    let late = read(r#"{"amount":1,"error":2,"after":3}"#);
    assert!(matches!(late, Answer::Failed(Failed::Late(_))));
    let error = error::<Answer>(r#"{"amount":1}"#);
    assert!(error.contains("Failed: `error` is missing"), "{error}");
}

#[test]
fn branches_may_share_a_value_of_the_tag() {
    use api::union_implicit_tag::types::Tool;
    let web = read(r#"{"type":"web","name":"a"}"#);
    assert!(matches!(web, Tool::Web(_)));
    let call = read(r#"{"type":"call","name":"a"}"#);
    assert!(matches!(call, Tool::Call(_)));
    let strict = read(r#"{"type":"call","name":"a","strict":true}"#);
    assert!(matches!(strict, Tool::StrictCall(_)));
    assert!(matches!(
        read(r#"{"type":"x","name":"a"}"#),
        Tool::Unknown(_)
    ));
}
