//! Small documents with what ledgers of published documents had wrongly.

use restitch_build::configure;
use restitch_build::ledger::End;
use restitch_build::tree::{FileId, Pointer};

use crate::judge::judge;
use crate::said;
use crate::subject::Subject;

const PATHS: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n";

/// Judges each node of a document, and compares how some end.
fn check(text: &str, expected: &[(&str, &str)]) {
    let subject = Subject::text(text).expect("it is not refused");
    let ledger = subject.ledger();
    let before = subject.code(&subject.files).expect("it is not refused");
    let ends = expected.iter().map(|(pointer, _)| {
        let end = ledger.end(&subject.pointer(&ledger, 0, pointer));
        (*pointer, end.map_or("none", said))
    });
    let ends: Vec<_> = ends.collect();
    assert_eq!(ends, expected);
    let nodes = subject.nodes();
    let wrong = nodes.iter().filter_map(|(file, pointer)| {
        let (wrong, end): (_, End) = judge(&subject, &ledger, &before, (*file, pointer))?;
        Some(format!("{pointer}: {} ({})", wrong.word(), said(end)))
    });
    assert_eq!(wrong.collect::<Vec<_>>(), <[String; 0]>::default());
}

/// A parameter of which nothing is known is left out, and the answer is what it is without it.
#[test]
fn a_parameter_that_names_nothing_is_not_sent() {
    let parameters = "[{$ref: '#/components/parameters/A'}, {$ref: '#/components/parameters/B'}]";
    check(
        &format!(
            "{PATHS}  /a:\n    get:\n      parameters: {parameters}\n      \
             responses: {{'200': {{description: Fine}}}}\n"
        ),
        &[
            ("/paths/~1a/get/parameters", "N0309"),
            ("/paths/~1a/get/parameters/0", "N0309"),
            ("/paths/~1a/get/responses/200/description", "N0307"),
        ],
    );
}

/// A parameter that no operation of 3.0 can have is its body.
#[test]
fn a_body_that_is_written_as_a_parameter_is_used() {
    check(
        &format!(
            "{PATHS}  /a:\n    post:\n      \
             parameters: [{{in: body, name: body, required: true, schema: {{type: string}}}}]\n      \
             responses: {{'200': {{description: Fine}}}}\n"
        ),
        &[
            ("/paths/~1a/post/parameters", "used"),
            ("/paths/~1a/post/parameters/0/schema/type", "used"),
        ],
    );
}

/// An `enum` of which no value fits the type leaves raw JSON, which is another type.
#[test]
fn an_enum_that_costs_the_type_is_used() {
    check(
        &format!(
            "{PATHS}  {{}}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n        \
             b: {{type: integer, enum: [[1], [2]]}}\n"
        ),
        &[
            ("/components/schemas/A/properties/b/enum", "used"),
            ("/components/schemas/A/properties/b/enum/0/0", "W0103"),
        ],
    );
}

/// Values that are numbers are no text under another word for their type.
#[test]
fn the_type_of_numbers_counts_by_being_there() {
    check(
        &operation("parameters: [{in: query, name: a, schema: {type: number, enum: [1, 0]}}]"),
        &[("/paths/~1a/get/parameters/0/schema/type", "N0315")],
    );
}

/// A parameter that the path implies stands before one whose type is documented by its pointer.
#[test]
fn what_stands_behind_in_a_list_is_no_other() {
    let text = operation(
        "parameters: [{in: path, name: id, required: true, schema: {type: string}}, \
         {in: query, name: b, schema: {type: string, enum: [x, y]}}]",
    );
    let text = text.replace("  /a:", "  /a/{id}:");
    check(
        &text,
        &[("/paths/~1a~1{id}/get/parameters/0/name", "N0309")],
    );
}

/// A header that is not sent as a parameter: nothing comes of it, required or not.
#[test]
fn a_reserved_header_is_known_by_its_name() {
    for required in ["true", "false"] {
        let header = format!(
            "parameters: [{{in: header, name: Authorization, required: {required}, \
             schema: {{type: string}}}}]"
        );
        check(
            &operation(&header),
            &[("/paths/~1a/get/parameters/0/in", "N0201")],
        );
    }
}

/// A default is shown up to sixty characters.
#[test]
fn what_a_default_is_cut_before_is_not_documented() {
    let default = "{a: 123456789012345, b: 123456789012345, c: 12345, d: 4, e: 5}";
    check(
        &operation(&format!(
            "parameters: [{{in: query, name: a, schema: {{default: {default}}}}}]"
        )),
        &[
            (
                "/paths/~1a/get/parameters/0/schema/default/a",
                "documentation",
            ),
            ("/paths/~1a/get/parameters/0/schema/default/d", "N0315"),
            ("/paths/~1a/get/parameters/0/schema/default/e", "N0307"),
        ],
    );
}

/// An example in braces is an example.
#[test]
fn an_example_in_braces_is_documentation() {
    check(
        &operation(
            "parameters: [{in: query, name: a, schema: {type: string, example: '{{Key}}'}}]",
        ),
        &[(
            "/paths/~1a/get/parameters/0/schema/example",
            "documentation",
        )],
    );
}

/// What is text is text without its schema, whatever becomes of the others.
#[test]
fn text_is_text() {
    check(
        &operation(
            "parameters: [{in: query, name: a, description: A., \
             schema: {type: string, format: string}}, {in: query, name: b, type: string}]",
        ),
        &[
            ("/paths/~1a/get/parameters/0/schema", "N0309"),
            ("/paths/~1a/get/parameters/1/type", "N0309"),
        ],
    );
    check(
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\nschemes: [https]\npaths:\n  /a:\n    get:\n      \
         parameters: [{in: query, name: a, type: string}]\n      responses:\n        \
         '200': {description: Fine, headers: {X-Next: {type: string}}}\n",
        &[
            ("/schemes/0", "N0309"),
            ("/paths/~1a/get/parameters/0/type", "N0309"),
            ("/paths/~1a/get/responses/200/headers/X-Next/type", "N0309"),
        ],
    );
}

/// Text that is handed over as bytes, and another form of what is read as JSON.
#[test]
fn media_types_that_are_no_json() {
    check(
        &format!(
            "{PATHS}  /a:\n    get:\n      responses:\n        '200':\n          description: Fine\n          \
             content: {{text/csv: {{schema: {{type: string, format: binary}}}}}}\n"
        ),
        &[(
            "/paths/~1a/get/responses/200/content/text~1csv/schema/format",
            "used",
        )],
    );
    let schema = "{schema: {type: array, items: {type: string}}}";
    check(
        &format!(
            "{PATHS}  /a:\n    get:\n      responses:\n        '200':\n          description: Fine\n          \
             content: {{application/json: {schema}, application/xml: {schema}}}\n"
        ),
        &[(
            "/paths/~1a/get/responses/200/content/application~1xml/schema/items",
            "N0309",
        )],
    );
}

/// Names of values that are the names which they have anyway, and credentials that all calls have.
#[test]
fn what_is_said_of_all_is_said_again() {
    check(
        &format!(
            "{PATHS}  /a:\n    get:\n      security: [{{key: []}}]\n      \
             responses: {{'200': {{description: Fine}}}}\n\
             security: [{{key: []}}]\ncomponents:\n  securitySchemes:\n    \
             key: {{type: http, scheme: bearer}}\n  schemas:\n    \
             A: {{type: string, enum: [one, two], x-enum-varnames: [One, Two]}}\n"
        ),
        &[
            ("/paths/~1a/get/security", "N0309"),
            ("/components/schemas/A/x-enum-varnames", "N0309"),
        ],
    );
}

fn operation(rest: &str) -> String {
    format!(
        "{PATHS}  /a:\n    get:\n      {rest}\n      responses: {{'200': {{description: Fine}}}}\n"
    )
}

/// An item of a list in a member of an `allOf` refers to the item that the other member has there.
#[test]
fn what_another_member_has_in_the_same_place_is_said_again() {
    check(
        &format!(
            "{PATHS}  {{}}\ncomponents:\n  schemas:\n    \
             A: {{type: object, properties: {{c: {{type: string}}, list: {{type: array, items: {{type: object, properties: \
             {{a: {{type: string}}}}}}}}}}}}\n    \
             B:\n      allOf:\n        - $ref: '#/components/schemas/A'\n        - type: object\n          \
             properties:\n            list:\n              type: array\n              items:\n                \
             allOf:\n                  \
             - $ref: '#/components/schemas/A/properties/list/items'\n                  \
             - {{type: object, properties: {{b: {{type: integer}}}}}}\n"
        ),
        &[(
            "/components/schemas/B/allOf/1/properties/list/items/allOf/0/$ref",
            "N0309",
        )],
    );
}

/// A reference to a parameter of which no text can be made is not sent, whatever else it names that is
/// left out.
#[test]
fn a_reference_to_what_is_left_out_is_left_out() {
    let text = operation("parameters: [{$ref: '#/components/parameters/A'}]");
    check(
        &format!(
            "{text}components:\n  parameters:\n    A: {{in: query, name: a, style: pipeDelimited, \
             schema: {{type: array, items: {{type: array, items: {{type: string}}}}}}}}\n"
        ),
        &[("/paths/~1a/get/parameters/0/$ref", "W0116")],
    );
}

/// That a text may be null counts beside its type alone.
#[test]
fn the_type_of_a_text_that_may_be_null_is_used() {
    check(
        &operation(
            "parameters: [{in: query, name: a, schema: {type: string, nullable: true}}, \
             {in: header, name: b, schema: {type: string, nullable: true}}]",
        ),
        &[("/paths/~1a/get/parameters/0/schema/type", "used")],
    );
}

/// What stood at a key before it came again is listed with its size; its pointer is that of what counts.
#[test]
fn what_a_key_that_comes_again_leaves_out_is_listed() {
    let text = format!(
        "{PATHS}  {{}}\ncomponents:\n  schemas:\n    A: {{type: object, required: [b, c]}}\n    \
         A: {{type: string, enum: [x, y]}}\n"
    );
    let ledger = configure().ledger_text("openapi.yaml", &text);
    let ledger = ledger.expect("the configuration holds");
    let ledger = ledger.expect("it is not refused");
    let shown: Vec<_> = ledger.entries().iter().map(ToString::to_string).collect();
    let dropped = "openapi.yaml:7:8: ignored[W0122]: #/components/schemas/A (3 values)";
    assert!(shown.iter().any(|line| line == dropped), "{shown:?}");
    let at = Pointer::parse(FileId(0), "/components/schemas/A").expect("a pointer");
    assert_eq!(ledger.end(&at), Some(End::Used));
}

/// A requirement that can't be read asks for a credential, whatever it says.
#[test]
fn what_asks_for_a_credential_counts_by_being_there() {
    let schemes = "components: {securitySchemes: {key: {type: http, scheme: bearer}}}";
    for (security, at, end) in [
        ("5", "/paths/~1a/get/security", "N0315"),
        ("[42]", "/paths/~1a/get/security/0", "N0315"),
        ("[{key: []}, 42]", "/paths/~1a/get/security/1", "N0309"),
        (
            "[{key: {a: 4}}]",
            "/paths/~1a/get/security/0/key/a",
            "N0315",
        ),
    ] {
        let text = operation(&format!("security: {security}"));
        check(&format!("{text}{schemes}\n"), &[(at, end)]);
    }
}

/// What a reference stands for that can stand for no such thing is used, and so is the reference.
#[test]
fn what_is_copied_in_the_place_of_a_reference_is_used() {
    check(
        &format!(
            "{PATHS}  /a:\n    get:\n      tags: {{$ref: '#/x-tags'}}\n      \
             parameters: [{{$ref: '#/x-parameters'}}]\n      \
             responses: {{'204': {{description: Fine}}}}\n    post: {{$ref: '#/x-post', summary: Words}}\n\
             x-tags: [a]\nx-parameters:\n  - {{in: query, name: a, schema: {{type: integer}}}}\n  \
             - {{in: query, name: b, required: true, schema: {{type: integer}}}}\n\
             x-post:\n  tags: {{$ref: '#/x-tags'}}\n  summary: Others\n  \
             responses: {{'204': {{description: Fine}}}}\nx-other: [a]\n"
        ),
        &[
            ("/paths/~1a/get/tags/$ref", "used"),
            ("/paths/~1a/get/parameters/0", "used"),
            ("/paths/~1a/post/$ref", "used"),
            ("/paths/~1a/post/summary", "documentation"),
            ("/x-parameters/1/required", "used"),
            ("/x-tags/0", "used"),
            ("/x-post/tags", "used"),
            ("/x-post/summary", "N0303"),
            ("/x-other", "N0303"),
        ],
    );
}

/// A path has no text for `null`.
#[test]
fn what_lets_a_value_of_a_path_be_null_says_nothing() {
    for (schema, pointer) in [
        ("{type: string, format: uuid, nullable: true}", "nullable"),
        ("{type: [integer, 'null']}", "type/1"),
        ("{$ref: '#/components/schemas/A'}", "$ref"),
    ] {
        let text = operation(&format!(
            "parameters: [{{in: path, name: b, required: true, schema: {schema}}}]"
        ));
        let text = text.replace("  /a:", "  /a/{b}:");
        let at = format!("/paths/~1a~1{{b}}/get/parameters/0/schema/{pointer}");
        if pointer == "$ref" {
            let components = "components: {schemas: {A: {type: integer, nullable: true}}}\n";
            let ends = [(&*at, "used"), ("/components/schemas/A/nullable", "N0309")];
            check(&format!("{text}{components}"), &ends);
        } else {
            check(&text, &[(&at, "N0309")]);
        }
    }
}

/// In 3.0 nothing beside a reference counts, and one note is for all.
#[test]
fn all_that_stands_beside_a_reference_is_ignored() {
    let text = format!(
        "{PATHS}  {{}}\ncomponents:\n  schemas:\n    A: {{type: object}}\n    B:\n      type: object\n      \
         properties:\n        a: {{$ref: '#/components/schemas/A', description: An A, readOnly: true}}\n"
    );
    let at = "/components/schemas/B/properties/a";
    check(
        &text,
        &[
            (&format!("{at}/description"), "N0208"),
            (&format!("{at}/readOnly"), "N0208"),
        ],
    );
}

/// Signs that are written with a backslash make an example longer.
#[test]
fn an_example_that_is_too_long_in_quotes_is_not_shown() {
    let example = "'12345678901234567890123456789012\"\"\"\"'";
    let schema = format!("{{type: string, minLength: 3, example: {example}}}");
    check(
        &operation(&format!(
            "parameters: [{{in: query, name: a, schema: {schema}}}]"
        )),
        &[("/paths/~1a/get/parameters/0/schema/example", "N0304")],
    );
}

/// Errors of two operations that are alike but for the names of what is raw JSON.
#[test]
fn raw_json_by_another_name_is_no_other_error() {
    let content = |name: &str| {
        let schema = format!("{{$ref: '#/components/schemas/{name}'}}");
        format!("{{description: D, content: {{application/json: {{schema: {schema}}}}}}}")
    };
    let errors = format!("{{'400': {}, '401': {}}}", content("A"), content("B"));
    let paths = format!(
        "  /a: {{get: {{responses: {errors}}}}}\n  /bc: {{get: {{responses: {errors}}}}}\n"
    );
    let at = |path| format!("/paths/~1{path}/get/responses/401/content/application~1json/schema");
    check(
        &format!("{PATHS}{paths}components: {{schemas: {{A: {{}}, B: {{}}}}}}\n"),
        &[(&at("a"), "used"), (&at("bc"), "N0309")],
    );
}

/// A bound that stands where 2.0 has it, of which another is another text.
#[test]
fn a_bound_beside_in_counts_by_its_value() {
    check(
        &operation("parameters: [{in: query, name: a, type: integer, minimum: 1.0, enum: [2, 3]}]"),
        &[("/paths/~1a/get/parameters/0/minimum", "used")],
    );
}
