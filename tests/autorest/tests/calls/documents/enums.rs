//! Enums: open ones, of numbers, and of one value.

use restitch_autorest_tests::extensible_enums_swagger::types::{Pet, PetDaysOfWeek, PetIntEnum};
use restitch_autorest_tests::non_string_enum::types::{FloatEnum, IntEnum};
use restitch_autorest_tests::{client_enum, extensible_enums_swagger, non_string_enum};
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let c = client!(s, non_string_enum::Client);
    s.reads(c.int_get(), json!(429)).await;
    s.reads(
        c.int_put().body(IntEnum::N200),
        json!("Nice job posting an int enum"),
    )
    .await;
    s.reads(c.float_get(), json!(429.1)).await;
    s.reads(
        c.float_put().body(FloatEnum::N200_4),
        json!("Nice job posting a float enum"),
    )
    .await;

    let c = client!(s, extensible_enums_swagger::Client);
    s.gives(c.pet_get_by_pet_id("tommy"), |pet| {
        pet.days_of_week == Some(PetDaysOfWeek::Monday)
    })
    .await;
    let weekend = PetDaysOfWeek::Unknown("Weekend".to_owned());
    s.gives(c.pet_get_by_pet_id("casper"), |pet| {
        pet.days_of_week == Some(weekend)
    })
    .await;
    let between = PetIntEnum::Unknown("2.1".to_owned());
    s.gives(c.pet_get_by_pet_id("scooby"), |pet| pet.int_enum == between)
        .await;
    let pet = Pet::new(PetIntEnum::N3)
        .name("Retriever")
        .days_of_week(PetDaysOfWeek::Friday);
    s.reads(
        c.pet_add_pet().body(pet),
        json!({"DaysOfWeek": "Friday", "IntEnum": "3", "name": "Retriever"}),
    )
    .await;

    let c = client!(s, client_enum::Client);
    s.done(c.head("single")).await;
}
