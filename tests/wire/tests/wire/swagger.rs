//! Swagger 2.0: what its own ways of saying things put on the wire.

use api::swagger::Client;
use api::swagger::types::{AddPictureParts, Pet, PetBase, SearchForm};
use restitch::transport::InMemory;
use restitch_wire_tests as api;

fn client() -> Client {
    let builder = Client::builder().key("k").transport(InMemory::new());
    builder.build().unwrap()
}

fn pet() -> Pet {
    PetBase::new("Tom").into()
}

/// The body's media type and text.
macro_rules! body {
    ($call:expr) => {{
        let request = $call.request().unwrap();
        let media_type = request.headers()["content-type"].to_str().unwrap();
        let body = request.body().as_bytes().unwrap().to_vec();
        format!("{media_type} {}", String::from_utf8(body).unwrap())
    }};
}

#[test]
fn collection_formats_are_styles() {
    let call = client().pets().list_pets().page(2).ids([1, 2]);
    let call = call.tags(["a", "b"]).words(["c", "d"]).x_trace(["e", "f"]);
    let request = call.request().unwrap();
    assert_eq!(
        request.uri().to_string(),
        "https://api.example/v2/pets?page=2&tags=a&tags=b&ids=1,2&words=c%20d"
    );
    assert_eq!(request.headers()["x-trace"], "e,f");
    assert_eq!(request.headers()["x-key"], "k");
}

#[test]
fn a_parameter_in_body_is_the_body() {
    let id = "00000000-0000-0000-0000-000000000000".parse().unwrap();
    let pets = client();
    let added = pets.pets().add_pet(pet());
    assert_eq!(
        body!(added),
        r#"application/json {"kind":"Pet","name":"Tom"}"#
    );
    let changed = pets.pets().change_pet(id).body(pet());
    assert_eq!(
        body!(changed),
        r#"application/merge-patch+json {"kind":"Pet","name":"Tom"}"#
    );
}

#[test]
fn parameters_in_form_data_are_a_form() {
    let form = SearchForm::new("x").ids([1, 2]).tags(["a", "b"]);
    assert_eq!(
        body!(client().pets().search(form)),
        "application/x-www-form-urlencoded text=x&ids=1,2&tags=a&tags=b"
    );
    let parts = AddPictureParts::new(restitch::File::bytes("png")).caption("A cat");
    let request = client().pictures().add_picture("1", parts).request();
    let request = request.unwrap();
    let media_type = request.headers()["content-type"].to_str().unwrap();
    assert!(media_type.starts_with("multipart/form-data; boundary="));
}
