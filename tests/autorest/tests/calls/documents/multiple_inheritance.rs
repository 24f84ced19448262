//! Structs that extend several others.

use restitch_autorest_tests::multiple_inheritance::Client;
use restitch_autorest_tests::multiple_inheritance::types::{Cat, Feline, Horse, Kitten, Pet};
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let c = client!(s, Client);
    s.reads(c.get_pet(), json!({"name": "Peanut"})).await;
    s.reads(c.put_pet(Pet::new("Butter")), json!("Pet was correct!"))
        .await;
    s.reads(c.get_horse(), json!({"name": "Fred", "isAShowHorse": true}))
        .await;
    let horse = Horse::new("General").is_a_show_horse(false);
    s.reads(c.put_horse(horse), json!("Horse was correct!"))
        .await;
    s.reads(c.get_feline(), json!({"meows": true, "hisses": true}))
        .await;
    let feline = Feline::new().meows(false).hisses(true);
    s.reads(c.put_feline(feline), json!("Feline was correct!"))
        .await;
    s.reads(
        c.get_cat(),
        json!({"name": "Whiskers", "likesMilk": true, "meows": true, "hisses": true}),
    )
    .await;
    let cat = Cat::new("Boots")
        .likes_milk(false)
        .meows(true)
        .hisses(false);
    s.reads(c.put_cat(cat), json!("Cat was correct!")).await;
    s.reads(c.get_kitten(), json!({"name": "Gatito", "likesMilk": true, "meows": true, "hisses": true, "eatsMiceYet": false})).await;
    let kitten = Kitten::new("Kitty")
        .likes_milk(false)
        .meows(true)
        .hisses(false)
        .eats_mice_yet(true);
    s.reads(c.put_kitten(kitten), json!("Kitten was correct!"))
        .await;
}
