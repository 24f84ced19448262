//! Swagger 2.0 in several files: what a reference names in another file is converted there.

use std::fs;
use std::path::Path;

use restitch_build::configure;
use restitch_build::diag::Grade;
use restitch_build::outline::outline;

const ROOT: &str = "swagger: '2.0'
info: {title: T, version: '1'}
produces: [application/json]
paths:
  /a: {$ref: 'paths/a.yaml'}
  /b:
    post:
      operationId: addB
      parameters:
        - {$ref: 'parts.yaml#/body'}
        - {$ref: 'parts.yaml#/query'}
      responses:
        '200': {$ref: 'parts.yaml#/answer'}
  /c:
    post:
      operationId: addC
      parameters:
        - {$ref: 'parts.yaml#/caption'}
        - {$ref: 'parts.yaml#/file'}
      responses: {'204': {description: D}}
definitions:
  Pet: {type: object, properties: {name: {type: string, x-nullable: true}}}
";

const PATH: &str = "get:
  operationId: getA
  responses:
    '200': {description: D, schema: {$ref: '../swagger.yaml#/definitions/Pet'}}
";

const PARTS: &str = "body: {name: b, in: body, required: true, schema: {$ref: '#/Own'}}
query: {name: q, in: query, type: array, items: {type: integer}, collectionFormat: multi}
caption: {name: caption, in: formData, type: string}
file: {name: file, in: formData, type: file, required: true}
answer: {description: D, schema: {$ref: '#/Own'}, headers: {X-Total: {type: integer}}}
Own: {type: object, required: [at], properties: {at: {type: string, format: date}}}
";

#[test]
fn other_files_are_converted_where_they_are() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("swagger");
    fs::create_dir_all(folder.join("paths")).unwrap();
    for (name, text) in [
        ("swagger.yaml", ROOT),
        ("paths/a.yaml", PATH),
        ("parts.yaml", PARTS),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    let report = configure().check(folder.join("swagger.yaml")).unwrap();
    let found: Vec<_> = report.lines(Grade::Note).collect();
    assert!(found.is_empty(), "{found:?}");
    let text = outline(report.api().unwrap());
    for line in [
        "fn get_a() -> types::Pet = GET \"/a\"",
        "fn add_b(body: types::Own) -> types::Own = POST \"/b\"",
        "arg add_b body: types::Own = body \"application/json\"",
        "set add_b q: impl IntoSet<Vec<i64>> = query \"q\"",
        "arg add_c body: types::AddCParts = body \"multipart/form-data\"",
        "field types::AddCParts.caption: Option<String> = \"caption\"",
        "field types::AddCParts.file: restitch::File = \"file\", required",
        "field types::Own.at: chrono::NaiveDate = \"at\", required",
        "field types::Pet.name: Option<Option<String>> = \"name\"",
        "header headers::X_TOTAL: i64 = \"X-Total\"",
    ] {
        assert!(
            text.lines().any(|found| found == line),
            "no {line} in\n{text}"
        );
    }
}
