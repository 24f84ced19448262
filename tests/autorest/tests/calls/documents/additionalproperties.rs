//! Properties that no schema names.

use restitch_autorest_tests::additionalproperties::Client;
use serde_json::{Value, json};

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client;
    let pet = json!({"id": 1, "name": "Puppy", "birthdate": "2017-12-13T02:29:51Z", "complexProperty": {"color": "Red"}});
    s.reads(
        c.pets_create_ap_true(from(pet.clone())),
        with_status(pet.clone()),
    )
    .await;
    let cat = json!({"id": 1, "name": "Lisa", "friendly": true, "birthdate": "2017-12-13T02:29:51Z", "complexProperty": {"color": "Red"}});
    s.reads(
        c.pets_create_cat_ap_true(from(cat.clone())),
        with_status(cat),
    )
    .await;
    let siblings = json!({"id": 2, "name": "Hira", "siblings": [pet], "picture": "//////4="});
    s.reads(
        c.pets_create_ap_object(from(siblings.clone())),
        with_status(siblings),
    )
    .await;
    let strings =
        json!({"id": 3, "name": "Tommy", "color": "red", "weight": "10 kg", "city": "Bombay"});
    s.reads(
        c.pets_create_ap_string(from(strings.clone())),
        with_status(strings),
    )
    .await;
    let named = json!({"id": 4, "name": "Bunny", "additionalProperties": {"height": 5.61, "weight": 599, "footsize": 11.5}});
    s.reads(
        c.pets_create_ap_in_properties(from(named.clone())),
        with_status(named),
    )
    .await;
    let both = json!({"id": 5, "name": "Funny", "@odata.location": "westus", "additionalProperties": {"height": 5.61, "weight": 599, "footsize": 11.5}, "color": "red", "city": "Seattle", "food": "tikka masala"});
    s.reads(
        c.pets_create_ap_in_properties_with_ap_string(from(both.clone())),
        with_status(both),
    )
    .await;
}

/// What the server answers.
fn with_status(mut pet: Value) -> Value {
    pet["status"] = json!(true);
    pet
}
