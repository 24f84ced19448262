//! Errors by status, with secrets in them, and such that are not what their document says.

use restitch_autorest_tests::{
    error_with_secrets, incorrect_error_response, object_type, xms_error_responses,
};
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    by_status(s).await;
    let c = client!(s, object_type::Client);
    s.reads(
        c.get(),
        json!({"message": "An object was successfully returned"}),
    )
    .await;
    s.done(c.put(from(json!({"foo": "bar"})))).await;
    s.fails(
        c.put(from(json!({"foo": "baz"}))),
        "The object you passed was incorrect",
    )
    .await;

    let c = client!(s, incorrect_error_response::Client);
    s.fails(c.get_incorrect_error_from_server(), "status 444")
        .await;

    let c = client!(s, error_with_secrets::Client);
    // `innererror` is a text there, and an object in the document.
    s.fails(
        c.get_error_with_secrets(),
        "403 Forbidden with an unexpected body",
    )
    .await;
}

async fn by_status(s: &Suite) {
    let client = client!(s, xms_error_responses::Client);
    let c = client;
    s.done(c.pet_get_pet_by_id("tommy")).await;
    s.done(c.pet_get_pet_by_id("django")).await;
    s.fails(c.pet_get_pet_by_id("coyoteUgly"), "coyote").await;
    s.fails(
        c.pet_get_pet_by_id("weirdAlYankovic"),
        "InvalidResourceLink",
    )
    .await;
    s.fails(c.pet_get_pet_by_id("ringo"), "ringo").await;
    s.fails(c.pet_get_pet_by_id("alien123"), "status 501").await;
    s.done(c.pet_do_something("stay")).await;
    s.fails(c.pet_do_something("jump"), "casper aint happy")
        .await;
    s.fails(c.pet_do_something("fetch"), "scooby is low").await;
    s.fails(
        c.pet_has_models_param().models("value1"),
        "casper aint happy",
    )
    .await;
}
