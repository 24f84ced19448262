//! Parents with a discriminator.

use restitch_wire_tests::union_parent::types::{
    Bicycle, Cat, Item, Pet, PetBase, Siamese, Vehicle,
};
use restitch_wire_tests::union_parent_values::types::{Drill, Saw, Tool, ToolBase};

#[tokio::test]
async fn a_parent_is_any_of_its_heirs() {
    let (server, builder) = client!(union_parent);
    let pets = builder.build().unwrap().pets();
    let text = r#"{"petType":"Siamese","name":"Tom","lives":9,"friend":{"petType":"Dog"},"colour":"white"}"#;
    server.reply(200, text);
    let friend = Cat::new().lives(7);
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

/// As the union reads it: a parent that is meant itself goes by its own name, and one that its mapping
/// does not name is no branch. What a program knows better it says.
#[test]
fn new_sets_the_value_of_an_heir_and_of_the_parent_itself() {
    let text = |pet: Pet| serde_json::to_string(&pet).unwrap();
    assert_eq!(text(PetBase::new().into()), r#"{"petType":"Pet"}"#);
    assert_eq!(text(Siamese::new().into()), r#"{"petType":"Siamese"}"#);
    let mut fish = PetBase::new();
    fish.pet_type = "Fish".to_owned();
    assert_eq!(text(fish.into()), r#"{"petType":"Fish"}"#);
    let bike = Vehicle::from(Bicycle::new().bell(true));
    let bike = serde_json::to_string(&bike).unwrap();
    assert_eq!(bike, r#"{"kind":"bike","bell":true}"#);
    let tools: [Tool; 3] = [
        Drill::new().into(),
        Saw::new().into(),
        ToolBase::new().into(),
    ];
    let tools = serde_json::to_string(&tools).unwrap();
    assert_eq!(
        tools,
        r##"[{"kind":"#Tools.Drill"},{"kind":"saw"},{"kind":"Tool"}]"##
    );
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

#[test]
fn an_heir_that_the_mapping_passes_over_goes_by_its_name() {
    use restitch_wire_tests::union_parent::types::{Drill, Saw, Tool};
    let read = |text: &str| serde_json::from_str::<Tool>(text).unwrap();
    let saw = read(r#"{"use":"cut","teeth":9}"#);
    assert_eq!(saw, Tool::Cut(Saw::new().teeth(9)));
    let drill = read(r#"{"use":"Drill","bits":2}"#);
    assert_eq!(drill, Tool::Drill(Drill::new("Drill").bits(2)));
}
