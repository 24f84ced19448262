//! Swagger 2.0: what its own ways of saying things put on the wire.

use api::swagger::Client;
use api::swagger::types::{AddPictureParts, PetBase, SearchForm};
use restitch::transport::InMemory;
use restitch_wire_tests as api;

fn client() -> Client {
    let builder = Client::builder().key("k").transport(InMemory::new());
    builder.build().unwrap()
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
        "https://api.example/v2/pets?ids=1,2&tags=a&tags=b&words=c%20d&page=2"
    );
    assert_eq!(request.headers()["x-trace"], "e,f");
    assert_eq!(request.headers()["x-key"], "k");
}

#[test]
fn a_parameter_in_body_is_the_body() {
    let id = uuid::Uuid::nil();
    let pets = client();
    let added = pets.pets().add_pet(PetBase::new("cat", "Tom"));
    assert_eq!(
        body!(added),
        r#"application/json {"kind":"cat","name":"Tom"}"#
    );
    let changed = pets.pets().change_pet(id).body(PetBase::new("cat", "Tom"));
    assert_eq!(
        body!(changed),
        r#"application/merge-patch+json {"kind":"cat","name":"Tom"}"#
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
    let sent = body!(client().pictures().add_picture("1", parts));
    assert!(sent.starts_with("multipart/form-data; boundary="), "{sent}");
    assert!(sent.contains("name=\"caption\"\r\n\r\nA cat\r\n"), "{sent}");
}
