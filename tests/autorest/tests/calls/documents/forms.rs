//! Forms and parts.

use restitch::File;
use restitch_autorest_tests::body_formdata::types::FormdataUploadFileParts;
use restitch_autorest_tests::body_formdata_urlencoded::types::{
    FormdataurlencodedPartialConstantBodyForm, FormdataurlencodedUpdatePetWithFormForm,
    FormdataurlencodedUpdatePetWithFormFormPetFood as Food,
    FormdataurlencodedUpdatePetWithFormFormPetType as Kind,
};
use restitch_autorest_tests::{body_formdata, body_formdata_urlencoded};

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, body_formdata::Client);
    let c = client.formdata();
    let file = File::bytes("Hello, world!").name("hello.txt");
    let parts = FormdataUploadFileParts::new(file, "hello.txt");
    s.gives(c.upload_file(parts), |file| {
        file.starts_with(b"Hello, world!")
    })
    .await;
    s.gives(c.upload_file_via_body("Hello, world!"), |file| {
        file.starts_with(b"Hello, world!")
    })
    .await;

    let c = client!(s, body_formdata_urlencoded::Client);
    let form = FormdataurlencodedPartialConstantBodyForm::new("foo", "bar");
    s.done(c.formdataurlencoded_partial_constant_body(form))
        .await;
    let form = FormdataurlencodedUpdatePetWithFormForm::new(42, Food::Meat, Kind::Dog).name("Fido");
    s.done(
        c.formsdataurlencoded()
            .formdataurlencoded_update_pet_with_form(1, form),
    )
    .await;
}
