//! Parents with a discriminator.

use restitch_wire_tests::union_parent::types::{Cat, Item, Pet, Siamese, Vehicle};
use restitch_wire_tests::union_parent_values::types::Tool;

#[tokio::test]
async fn a_parent_is_any_of_its_heirs() {
    let (server, builder) = client!(union_parent);
    let pets = builder.build().unwrap().pets();
    let text = r#"{"petType":"Siamese","name":"Tom","lives":9,"friend":{"petType":"Dog"},"colour":"white"}"#;
    server.reply(200, text);
    let friend = Cat::new("Cat").lives(7);
    let answer = pets.put_pet(Pet::Cat(friend)).await.unwrap();
    let sent = server.requests().pop().unwrap();
    assert_eq!(sent.body, r#"{"petType":"Cat","lives":7}"#);
    let Pet::Siamese(siamese) = &*answer else {
        panic!("{answer:?}");
    };
    assert_eq!(siamese.colour.as_deref(), Some("white"));
    assert!(matches!(siamese.friend.as_deref(), Some(Pet::Dog(_))));
    assert_eq!(serde_json::to_string(&*answer).unwrap(), text);
    let _: &Siamese = siamese;
}

#[test]
fn itself_and_the_unknown() {
    let read = |text: &str| serde_json::from_str::<Pet>(text).unwrap();
    assert!(matches!(read(r#"{"petType":"Pet"}"#), Pet::Base(_)));
    let fish = r#"{"petType":"Fish","fins":2}"#;
    assert!(matches!(read(fish), Pet::Unknown(_)));
    assert_eq!(serde_json::to_string(&read(fish)).unwrap(), fish);
    let bike: Vehicle = serde_json::from_str(r#"{"kind":"bike","bell":true}"#).unwrap();
    assert!(matches!(bike, Vehicle::Bike(_)));
}

#[test]
fn a_parent_may_be_an_heir_itself() {
    let read = |text: &str| serde_json::from_str::<Item>(text).unwrap();
    assert!(matches!(read(r#"{"kind":"toy","age":3}"#), Item::Toy(_)));
    let base = read(r#"{"kind":"item","label":"a"}"#);
    assert!(matches!(base, Item::Base(_)), "{base:?}");
}

#[tokio::test]
async fn heirs_say_their_values_themselves() {
    let (server, builder) = client!(union_parent_values);
    let tools = builder.build().unwrap().tools();
    server.reply(
        200,
        r##"[{"kind":"#Tools.Drill","bits":3},{"kind":"saw"},{"kind":"Hammer"},{"kind":"Drill"}]"##,
    );
    let answer = tools.list_tools().await.unwrap();
    assert!(
        matches!(
            &answer[..],
            [
                Tool::Drill(_),
                Tool::Saw(_),
                Tool::Hammer(_),
                Tool::Unknown(_)
            ]
        ),
        "{answer:?}"
    );
}
