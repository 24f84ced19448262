//! Schemas that hold at once.

use restitch_wire_tests::all_of::types::{Cat, CatKind, CatOwner, Kitten, Shelter, Siamese};
use serde_json::json;

#[tokio::test]
async fn members_are_one_type() {
    let (server, builder) = client!(all_of);
    let cats = builder.build().unwrap().cats();
    let cat: Siamese = cat();
    let text =
        json!({"kind": "cat", "name": "Tom", "age": 3, "owner": {"email": "a@b"}, "lives": 9});
    server.reply(200, text.to_string());
    let answer = cats.put_cat(cat.clone()).await.unwrap();
    assert_eq!(*answer, cat, "what is sent comes back");
    let sent = server.requests().pop().unwrap();
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(&sent.body).unwrap(),
        text
    );
}

fn cat() -> Cat {
    Cat::new(CatKind::Cat, 9, "Tom")
        .age(3)
        .owner(CatOwner::new("a@b"))
}

#[test]
fn a_wrapper_is_the_type_it_wraps() {
    let shelter = Shelter::new(cat()).guest(cat());
    assert_eq!(shelter.mascot, shelter.guest.flatten().unwrap());
}

#[test]
fn a_member_that_only_requires_narrows() {
    let text = r#"{"kind":"cat","name":"Tim","age":1,"lives":9,"mother":"Mia"}"#;
    let kitten: Kitten = serde_json::from_str(text).unwrap();
    assert_eq!((kitten.age, kitten.mother.as_str()), (1, "\"Mia\""));
    let error = serde_json::from_str::<Kitten>(r#"{"kind":"cat","name":"Tim","lives":9}"#);
    let error = error.unwrap_err().to_string();
    assert!(error.contains("`age` is missing"), "{error}");
}
