//! Bodies of requests: media types, forms, and the choice among several.

use restitch::{Body, File, Null};
use restitch_wire_tests as api;

/// `PUT /path application/json 2|[]`: the content length, and the body.
macro_rules! sent {
    ($call:expr) => {{
        let request = $call.request().unwrap();
        let media_type = request.headers().get("content-type");
        let media_type = media_type.map_or("none", |value| value.to_str().unwrap());
        let body = String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap();
        let path = request.uri().path().trim_start_matches("/base");
        format!("{} {path} {media_type} {body}", request.method())
    }};
}

#[test]
fn text_and_bytes_are_sent_as_they_are() {
    let (_, builder) = client!(body_media_types);
    let bodies = builder.build().unwrap().bodies();
    let text = sent!(bodies.put_text("a\r\nä"));
    assert_eq!(text, "PUT /text text/plain; charset=utf-8 a\r\nä");
    let xml = sent!(bodies.put_xml().body("<id>1</id>"));
    assert_eq!(xml, "PUT /xml application/vnd.order+xml <id>1</id>");
    assert_eq!(sent!(bodies.put_xml()), "PUT /xml none ");
    assert_eq!(
        sent!(bodies.put_xml().body("a").body(None::<String>)),
        "PUT /xml none "
    );
    let bytes = sent!(bodies.put_bytes(vec![b'a', 0]));
    assert_eq!(bytes, "PUT /bytes application/octet-stream a\0");
    let zip = sent!(bodies.patch_bytes().body(vec![b'P', b'K']));
    assert_eq!(zip, "PATCH /bytes application/zip PK");
    let zip = sent!(
        bodies
            .patch_bytes()
            .body(Body::from("PK"))
            .body(None::<Body>)
    );
    assert_eq!(zip, "PATCH /bytes none ");
    let file = sent!(bodies.import("[1, 2]"));
    assert_eq!(file, "PUT /import application/json [1, 2]");
    let lines = sent!(bodies.post_lines("{}\n{}\n"));
    assert_eq!(lines, "POST /lines application/x-ndjson {}\n{}\n");
}

#[test]
fn values_in_a_row() {
    use api::body_media_types::types::Item;

    let (_, builder) = client!(body_media_types);
    let bodies = builder.build().unwrap().bodies();
    let any = restitch::Json::new("[1.50,\n\r\n\"\\n\"]").unwrap();
    let items = vec![Item::new(1).any(any), Item::new(2)];
    assert_eq!(
        sent!(bodies.post_items(items)),
        "POST /items application/x-ndjson {\"id\":1,\"any\":[1.50,   \"\\n\"]}\n{\"id\":2}\n"
    );
    let none = sent!(bodies.post_items(Vec::<Item>::new()));
    assert_eq!(none, "POST /items application/x-ndjson ");
    let numbers = sent!(bodies.put_items().body([Some(1.5), None]));
    assert_eq!(
        numbers,
        "PUT /items application/json-seq \u{1e}1.5\n\u{1e}null\n"
    );
    let text = sent!(bodies.patch_items("{}\n"));
    assert_eq!(text, "PATCH /items application/x-ndjson {}\n");
}

#[test]
fn of_a_range_the_caller_chooses() {
    let (_, builder) = client!(body_media_types);
    let bodies = builder.build().unwrap().bodies();
    let png = sent!(bodies.put_image(File::bytes("x").media_type("image/png")));
    assert_eq!(png, "PUT /image image/png x");
    let unknown = sent!(bodies.put_image("x"));
    assert_eq!(unknown, "PUT /image application/octet-stream x");
    let any = sent!(bodies.put_anything().body("x"));
    assert_eq!(any, "PUT /anything application/octet-stream x");
    let header = sent!(
        bodies
            .put_image("x")
            .with_header("Content-Type", "image/gif")
    );
    assert_eq!(header, "PUT /image image/gif x");
    let value = api::body_media_types::types::PostAnythingBody::new().id(1);
    assert_eq!(
        sent!(bodies.post_anything(value)),
        "POST /anything application/json {\"id\":1}"
    );
    for media_type in ["a\r\nX: y", "ä/b"] {
        let file = File::bytes("x").media_type(media_type);
        assert!(bodies.put_image(file).request().is_err());
    }
}

#[test]
fn a_patch_says_what_it_changes() {
    use api::body_media_types::types::PatchSettingsBody;
    let (_, builder) = client!(body_media_types);
    let bodies = builder.build().unwrap().bodies();
    let patch = PatchSettingsBody::new().title(Null).size(3);
    assert_eq!(
        sent!(bodies.patch_settings(patch)),
        "PATCH /settings application/merge-patch+json {\"title\":null,\"size\":3}"
    );
}

#[test]
fn every_method_can_have_a_body() {
    use api::body_media_types::types::FindSettingsBody;
    let (_, builder) = client!(body_media_types);
    let bodies = builder.build().unwrap().bodies();
    assert_eq!(
        sent!(bodies.find_settings(FindSettingsBody::new("q"))),
        "GET /settings application/json {\"query\":\"q\"}"
    );
    assert_eq!(
        sent!(bodies.probe_settings().body(1)),
        "HEAD /settings application/json 1"
    );
    assert_eq!(
        sent!(bodies.delete_settings().body(["a"])),
        "DELETE /settings application/json [\"a\"]"
    );
    assert_eq!(sent!(bodies.delete_settings()), "DELETE /settings none ");
}

#[test]
fn a_body_is_one_of_many_arguments() {
    use api::body_media_types::bodies::PutManyArgs;
    let (_, builder) = client!(body_media_types);
    let text = || "x".to_owned();
    let call = builder.build().unwrap().bodies().put_many(PutManyArgs {
        a: text(),
        b: text(),
        c: text(),
        d: text(),
        e: text(),
        f: text(),
        g: text(),
        body: Body::from("b"),
    });
    assert_eq!(
        sent!(call),
        "PUT /many/x/x/x/x/x/x/x application/octet-stream b"
    );
}

#[test]
fn forms_are_pairs() {
    use api::body_form::types::{LoginForm, LoginFormDevice};
    let (_, builder) = client!(body_form);
    let forms = builder.build().unwrap().forms();
    let form = LoginForm::new("p&w=1 +", "ü")
        .remember(true)
        .scopes(["a", "b c"])
        .device(LoginFormDevice::new().name("n").version(1.5));
    assert_eq!(
        sent!(forms.login(form)),
        "POST /login application/x-www-form-urlencoded user=%C3%BC&password=p%26w%3D1%20%2B\
         &remember=true&scopes=a&scopes=b%20c&device=%7B%22name%22%3A%22n%22%2C%22version%22%3A1.5%7D"
    );
    let map = [("k 1", "v"), ("l", "")].into_iter();
    let map = map.map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    assert_eq!(
        sent!(forms.any_form(map)),
        "POST /any application/x-www-form-urlencoded k%201=v&l="
    );
}

#[test]
fn encodings_of_a_form_are_followed() {
    use api::body_form::types::{Charge, ChargeItemsItem, ChargePoint};
    let (_, builder) = client!(body_form);
    let forms = builder.build().unwrap().forms();
    let call = |charge: Charge| {
        let sent = sent!(forms.charge().body(charge));
        let (_, body) = sent.rsplit_once(' ').unwrap();
        body.to_owned()
    };
    assert_eq!(call(Charge::new()), "");
    assert_eq!(
        call(Charge::new().expand(["a", "b"])),
        "expand%5B0%5D=a&expand%5B1%5D=b"
    );
    assert_eq!(
        call(Charge::new().metadata([("k y", "v")])),
        "metadata%5Bk%20y%5D=v"
    );
    let item = ChargeItemsItem::new().price("p").taxes([1, 2]);
    assert_eq!(
        call(Charge::new().items([item])),
        "items%5B0%5D%5Bprice%5D=p&items%5B0%5D%5Btaxes%5D%5B0%5D=1&items%5B0%5D%5Btaxes%5D%5B1%5D=2"
    );
    assert_eq!(call(Charge::new().tags(["a b", "c"])), "tags=a%20b%7Cc");
    assert_eq!(call(Charge::new().ids([1, 2])), "ids=1,2");
    assert_eq!(
        call(Charge::new().point(ChargePoint::new().x(1).y(2))),
        "x=1&y=2"
    );
    assert_eq!(call(Charge::new().raw("a")), "raw=%22a%22");
    assert_eq!(
        call(Charge::new().path("/a?b&c=d")),
        "path=%2Fa%3Fb%26c%3Dd"
    );
}

#[test]
fn the_caller_chooses_by_type() {
    use api::body_choice::pets::{CreatePetBody, ReplacePetsBody};
    use api::body_choice::types::Pet;
    let (_, builder) = client!(body_choice);
    let client = builder.build().unwrap();
    let pets = client.pets();
    let pet = || Pet::new("a");
    let json = "POST /pets application/json {\"name\":\"a\"}";
    assert_eq!(sent!(pets.create_pet(pet())), json);
    assert_eq!(sent!(pets.create_pet(CreatePetBody::Json(pet()))), json);
    assert_eq!(
        sent!(pets.create_pet(CreatePetBody::Form(pet()))),
        "POST /pets application/x-www-form-urlencoded name=a"
    );
    assert_eq!(
        sent!(pets.create_pet("<pet/>")),
        "POST /pets application/xml <pet/>"
    );
    let csv = CreatePetBody::TextCsv("a,b".to_owned());
    assert_eq!(sent!(pets.create_pet(csv)), "POST /pets text/csv a,b");
    let image = File::bytes("x").media_type("image/png");
    assert_eq!(sent!(pets.create_pet(image)), "POST /pets image/png x");

    let replace = || pets.replace_pets();
    assert_eq!(
        sent!(replace().body(vec![pet()])),
        "PUT /pets application/json [{\"name\":\"a\"}]"
    );
    assert_eq!(
        sent!(replace().body(Some(pet()))),
        "PUT /pets application/vnd.pet+json {\"name\":\"a\"}"
    );
    assert_eq!(sent!(replace().body("a")), "PUT /pets text/plain a");
    let bytes = ReplacePetsBody::Binary("b".into());
    assert_eq!(
        sent!(replace().body(bytes)),
        "PUT /pets application/octet-stream b"
    );
    assert_eq!(
        sent!(replace().body(pet()).body(None::<Pet>)),
        "PUT /pets none "
    );
    assert_eq!(
        sent!(pets.put_pet(pet())),
        "PUT /pets/one application/json {\"name\":\"a\"}"
    );
    assert_eq!(
        sent!(client.name("a".to_owned())),
        "POST /names application/json \"a\""
    );
}

#[test]
fn a_body_without_members_is_sent_as_it_is_written() {
    let (_, builder) = client!(body_written);
    let written = builder.build().unwrap().written();
    assert_eq!(
        sent!(written.analyse("text=a+b&language=en")),
        "POST /analyses application/x-www-form-urlencoded text=a+b&language=en"
    );
    let id = "67e55044-10b1-426f-9247-bb680e5fe0c8".parse().unwrap();
    let parts = "--x\r\n\r\na\r\n--x--\r\n";
    let call = written.put_file(id, parts);
    let call = call.with_header("Content-Type", "multipart/form-data; boundary=x");
    assert_eq!(
        sent!(call),
        format!(
            "PUT /files/67e55044-10b1-426f-9247-bb680e5fe0c8 multipart/form-data; boundary=x {parts}"
        )
    );
}

#[test]
fn a_media_type_that_is_misspelt_is_sent_as_it_is_meant() {
    use api::body_written::types::{Plan, UploadDraftParts};

    let (_, builder) = client!(body_written);
    let written = builder.build().unwrap().written();
    let call = written.create_plan(Plan::new(3));
    assert_eq!(
        call.request().unwrap().headers()["accept"],
        "application/json"
    );
    assert_eq!(
        sent!(written.create_plan(Plan::new(3))),
        "POST /plans application/json {\"day\":3}"
    );
    let call = written.create_draft(Plan::new(4));
    assert_eq!(
        call.request().unwrap().headers()["accept"],
        "application/json"
    );
    assert_eq!(
        sent!(written.create_draft(Plan::new(4))),
        "POST /drafts application/json; v=2 {\"day\":4}"
    );
    let parts = UploadDraftParts::new().day(5);
    let sent = sent!(written.upload_draft(parts));
    assert!(
        sent.starts_with("PUT /drafts multipart/form-data; boundary="),
        "{sent}"
    );
}

#[test]
fn a_body_of_which_nothing_is_known_is_given_with_its_media_type() {
    let (_, builder) = client!(dangling);
    let client = builder.build().unwrap();
    let boxes = client.boxes();
    assert_eq!(sent!(boxes.replace_box(1)), "PUT /boxes/1 none ");
    // Its key is a whole URL.
    assert_eq!(sent!(client.get_boxes()), "GET /boxes none ");
    let file = File::from("{}").media_type("application/json");
    assert_eq!(
        sent!(boxes.replace_box(1).body(file)),
        "PUT /boxes/1 application/json {}"
    );
    assert_eq!(
        sent!(boxes.create_box(File::from("a").media_type("text/plain"))),
        "POST /boxes text/plain a"
    );
}

#[test]
fn one_schema_under_several_json_media_types_is_one_type() {
    use api::media_alike::types::{CreateNoteBody, ReplaceNoteBody, ReplaceNoteBodyMergePatchJson};

    let (_, builder) = client!(media_alike);
    let notes = builder.build().unwrap().notes();
    assert_eq!(
        sent!(notes.create_note(CreateNoteBody::new("a"))),
        "POST /notes application/json {\"text\":\"a\"}"
    );
    assert_eq!(
        sent!(notes.replace_note(ReplaceNoteBody::new("a"))),
        "PUT /notes application/json {\"text\":\"a\"}"
    );
    let patch = ReplaceNoteBodyMergePatchJson::new().text(Null);
    assert_eq!(
        sent!(notes.replace_note(patch)),
        "PUT /notes application/merge-patch+json {\"text\":null}"
    );
}

#[test]
fn a_body_that_is_written_as_parameters_is_a_body() {
    use api::body_of_swagger::types::{AddPictureParts, CopyPlanForm, Plan, PutPictureForm};

    let (_, builder) = client!(body_of_swagger);
    let mixed = builder.build().unwrap().mixed();
    assert_eq!(
        sent!(mixed.create_plan(Plan::new(3)).draft(true)),
        "POST /plans application/json {\"day\":3}"
    );
    assert_eq!(
        sent!(mixed.put_picture("a", PutPictureForm::new("b c").width(4))),
        "PUT /plans/a/picture application/x-www-form-urlencoded title=b%20c&width=4"
    );
    let parts = AddPictureParts::new(File::from("png"));
    let request = mixed.add_picture("a", parts).request().unwrap();
    let media_type = request.headers()["content-type"].to_str().unwrap();
    assert!(media_type.starts_with("multipart/form-data; boundary="));
    assert_eq!(sent!(mixed.get_picture(7)), "GET /plans/7/picture none ");
    // By reference.
    assert_eq!(
        sent!(mixed.change_plan("a").body(Plan::new(3))),
        "PATCH /plans/a application/json {\"day\":3}"
    );
    assert_eq!(
        sent!(mixed.copy_plan("a", CopyPlanForm::new(4))),
        "POST /plans/a application/x-www-form-urlencoded day=4"
    );
}
