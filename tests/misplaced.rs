//! A `$ref` where an object, a map or a list itself must stand is followed, as bundlers do.

use std::fs;
use std::path::Path;

use restitch_build::configure;
use restitch_build::diag::Grade;
use restitch_build::outline::outline;

/// The outline of a document, and what was found in it.
fn outlined(path: &Path) -> (String, Vec<String>) {
    let report = configure().check(path).unwrap();
    let found = report.lines(Grade::Note).map(|(_, line)| line).collect();
    (outline(report.api().unwrap()), found)
}

/// The same of a document of one file.
fn of(name: &str, text: &str) -> (String, Vec<String>) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    outlined(&path)
}

fn assert_lines(text: &str, lines: &[&str]) {
    for line in lines {
        let has = text.lines().any(|found| found == *line);
        assert!(has, "no {line} in\n{text}");
    }
}

#[test]
fn all_places_in_many_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/invalid");
    let (text, found) = outlined(&folder.join("misplaced-ref.yaml"));
    assert!(
        found.iter().all(|line| line.contains("said once")),
        "{found:?}"
    );
    assert_lines(
        &text,
        &[
            "server BoatsExampleCom = \"https://boats.example.com\"",
            "fn list_harbours() -> Vec<types::Harbour> = GET \"/harbours\"",
            "fn boats/build_boat(body: types::Boat) -> () = POST \"/boats\"",
            "fn boats/get_boat(name: impl Into<String>) -> types::Boat = GET \"/boats/{name}\"",
            "fn boats/list_boats() -> Vec<types::Boat> = GET \"/boats\"",
            "set boats/list_boats longest: impl IntoSet<i32> = query \"longest\"",
            "field types::Boat.sails: Option<Vec<types::Sail>> = \"sails\"",
            "field types::Harbour.depth: Option<i64> = \"depth\"",
        ],
    );
    // A component is the schema of the other file, not a second one.
    let types = text.lines().filter(|line| line.starts_with("struct "));
    assert_eq!(types.count(), 4, "{text}");
}

/// Names that are those of others but for a slip are taken for them.
#[test]
fn slips_in_names_cost_no_type() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/invalid");
    let (text, _) = outlined(&folder.join("path-slip.yaml"));
    assert_lines(
        &text,
        &[
            "fn read(todo_id: i64) -> () = GET \"/todos/{todo_id}\"",
            "fn item(list: impl Into<String>, item: bool) -> () = GET \"/lists/{list}/{item}\"",
            "fn user(user_id: i64) -> () = GET \"/users/{user_id}\"",
            "fn far(id: impl Into<String>) -> () = GET \"/far/{id}\"",
        ],
    );
    let (text, _) = outlined(&folder.join("required-misspelt.yaml"));
    assert_lines(
        &text,
        &[
            "field types::Todo.title: Option<String> = \"title\"",
            "field types::Todo.id: Option<String> = \"id\"",
        ],
    );
    assert!(
        !text.contains("titel") && !text.contains("due_date: Json"),
        "{text}"
    );
}

/// What it names is put there before the document is converted, also from other files.
#[test]
fn an_operation_of_swagger_is_converted() {
    let text = "swagger: '2.0'
info: {title: T, version: '1'}
produces: [application/json]
paths:
  /a:
    get: {$ref: '#/x-operations/getA'}
  /b:
    post: {$ref: misplaced-parts/b.yaml#/post}
x-operations:
  getA:
    operationId: getA
    parameters: [{name: q, in: query, type: string}]
    responses: {'200': {description: D, schema: {$ref: '#/definitions/Pet'}}}
definitions:
  Pet: {type: object, required: {$ref: '#/x-required'}, properties: {name: {type: string}}}
x-required: [name]
";
    let post = "post:
  operationId: postB
  parameters: [{name: body, in: body, required: true, schema: {$ref: 'pets.yaml#/New'}}]
  responses: {'200': {description: D, schema: {$ref: 'pets.yaml#/New'}}}
";
    let pets = "New: {type: object, properties: {age: {type: integer}}}\n";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("misplaced-parts");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("b.yaml"), post).unwrap();
    fs::write(folder.join("pets.yaml"), pets).unwrap();
    let (text, found) = of("misplaced-swagger.yaml", text);
    assert_lines(
        &text,
        &[
            "fn get_a() -> types::Pet = GET \"/a\"",
            "set get_a q: impl IntoSet<String> = query \"q\"",
            "field types::Pet.name: String = \"name\", required",
            "fn post_b(body: types::New) -> types::New = POST \"/b\"",
            "field types::New.age: Option<i64> = \"age\"",
        ],
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

/// What is said of a copy is said of what was copied, and so is what an overlay would do.
#[test]
fn what_is_wrong_with_a_copy_is_mended_where_it_was_written() {
    let text = "openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a/{b}:
    get: {$ref: '#/x-operations/getA'}
x-operations:
  getA:
    parameters: [{name: q, in: query, schema: {type: string}}]
    responses: {'204': {description: D}}
";
    let (_, found) = of("misplaced-mended.yaml", text);
    let said = found.iter().find(|line| line.contains("no path parameter"));
    let said = said.unwrap();
    assert!(said.contains("(#/x-operations/getA)"), "{said}");
    assert!(said.contains("$['x-operations'].getA"), "{said}");
    let said = found.iter().find(|line| line.contains("said once"));
    assert!(
        said.unwrap().contains("(#/paths/~1a~1{b}/get/$ref)"),
        "{said:?}"
    );
}

/// Data of an example is not followed, and what has another shape is not put there.
#[test]
fn values_of_other_shapes_are_left() {
    let text = "openapi: 3.0.3
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    A:
      type: object
      example: {$ref: '#/x-text'}
      properties:
        a: {type: string, enum: {$ref: '#/x-text'}}
        b: {type: string, default: {$ref: '#/x-text'}}
        c: {allOf: [{$ref: '#/components/schemas/A/properties/c/allOf'}]}
x-text: Some text.
";
    let (text, found) = of("misplaced-values.yaml", text);
    assert_lines(&text, &["field types::A.a: Option<String> = \"a\""]);
    assert!(
        !found.iter().any(|line| line.contains("said once")),
        "{found:?}"
    );
}

#[test]
fn circles_and_other_shapes_are_left() {
    let text = "openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a:
    get: {$ref: '#/paths/~1b/get'}
  /b:
    get: {$ref: '#/paths/~1a/get'}
  /c: {$ref: '#/paths'}
  /d:
    get:
      operationId: getD
      responses: {$ref: '#/paths/~1d/get'}
    put:
      operationId: putD
      parameters: {$ref: '#/components/parameters/Q'}
      responses: {'204': {description: D}}
components:
  parameters:
    Q: {name: q, in: query, schema: {type: string}}
  schemas:
    Odd: {type: object, properties: {$ref: '#/components/schemas/Whole'}}
    Whole: {type: object, properties: {id: {type: string}}}
";
    let (text, found) = of("misplaced-circle.yaml", text);
    // One parameter in the place of a list is a list of one; no property is called `type`.
    assert_lines(&text, &["set put_d q: impl IntoSet<String> = query \"q\""]);
    assert!(!text.contains("types::Odd.ty"), "{text}");
    let lost = found.iter().filter(|line| line.contains("an operation"));
    assert!(lost.count() >= 2, "{found:?}");
}

#[test]
fn copies_are_counted() {
    // Each level holds the next one twice: a million operations' worth, were it not limited.
    let mut text = "openapi: 3.0.3
info: {title: T, version: '1'}
paths: {/a: {get: {$ref: '#/x-0'}}}
"
    .to_owned();
    for level in 0..30 {
        let next = level + 1;
        let part = format!(
            "x-{level}:
  responses: {{'204': {{description: D}}}}
  callbacks:
    one: {{'{{$url}}': {{post: {{$ref: '#/x-{next}'}}}}}}
    two: {{'{{$url}}': {{post: {{$ref: '#/x-{next}'}}}}}}
"
        );
        text += &part;
    }
    text += "x-30: {responses: {'204': {description: D}}}\n";
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("misplaced-copies.yaml");
    fs::write(&path, text).unwrap();
    let began = std::time::Instant::now();
    let (_, found) = outlined(&path);
    assert!(began.elapsed().as_secs() < 120, "{:?}", began.elapsed());
    let said = "more than 2000000 copies of nodes: this one and those that come after it";
    let said = found.iter().filter(|line| line.contains(said));
    assert_eq!(said.count(), 1);
}
