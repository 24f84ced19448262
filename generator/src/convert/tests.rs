//! Swagger 2.0 in, `OpenAPI` 3.0 out.

use super::Swagger;
use crate::diag::Sink;
use crate::load::{Limits, Loading, Source};
use crate::tree::{Pointer, Tree};

fn convert(text: &str) -> (Tree, Vec<String>) {
    let mut sink = Sink::default();
    let source = Source::Text { name: "test", text };
    let loading = Loading::root(source, None, &Limits::default(), &mut sink);
    let mut swagger = Swagger::of(&loading.tree, &mut sink);
    let mut tree = loading.follow(&mut swagger, &mut sink);
    let moves = swagger.finish(&mut tree, &mut sink);
    let found = sink.into_sorted();
    let short = |one: &crate::diag::Diagnostic| {
        let written = moves.written(&one.pointer);
        format!(
            "{} {}",
            one.code.as_str(),
            written.as_ref().unwrap_or(&one.pointer)
        )
    };
    (tree, found.iter().map(short).collect())
}

/// What a document of 2.0 with these lines has at a pointer afterwards, and what was found.
fn check(lines: &str, pointer: &str, expected: &str, found: &[&str]) {
    let text = format!("swagger: '2.0'\ninfo: {{title: T, version: '1'}}\n{lines}");
    let (tree, short) = convert(&text);
    let pointer = Pointer::parse(crate::tree::FileId(0), pointer).unwrap();
    let node = tree
        .get(&pointer)
        .map(|node| node.json(|text| panic!("{text}")));
    let expected: Option<serde_json::Value> = serde_yaml::from_str(expected).unwrap();
    assert_eq!(node, expected, "{text}");
    assert_eq!(short, found, "{text}");
}

/// The same for an operation at `get` of `/a`.
fn operation(lines: &str, key: &str, expected: &str, found: &[&str]) {
    let lines = format!("paths: {{/a: {{get: {{{lines}}}}}}}");
    check(&lines, &format!("/paths/~1a/get/{key}"), expected, found);
}

#[test]
fn servers() {
    let url = |lines: &str, expected: &str| check(lines, "/servers", expected, &[]);
    url("host: a.example", "[{url: https://a.example}]");
    url(
        "{}\nhost: a.example:8080\nbasePath: v1\nschemes: [ws, http]".trim_start_matches("{}\n"),
        "[{url: 'http://a.example:8080/v1'}]",
    );
    url("basePath: /v1/", "[{url: /v1}]");
    url("basePath: /", "[{url: /}]");
    url("tags: []", "null");
}

#[test]
fn other_versions() {
    for (version, code) in [("'1.2'", "E0014 #/swagger"), ("{}", "E0014 #/swagger")] {
        let (_, found) = convert(&format!("swagger: {version}\npaths: {{}}\n"));
        assert_eq!(found, [code]);
    }
    // Numbers are as clear.
    let (tree, found) = convert("swagger: 2.0\npaths: {}\n");
    assert!(found.is_empty() && tree.root().unwrap().get("openapi").is_some());
}

#[test]
fn parameters() {
    operation(
        "parameters: [{name: a, in: query, type: array, items: {type: string, collectionFormat: pipes}, collectionFormat: pipes}]",
        "parameters/0",
        "{name: a, in: query, schema: {type: array, items: {type: string}}, style: pipeDelimited, explode: false}",
        &[],
    );
    operation(
        "parameters: [{name: a, in: header, type: array, items: {type: string}, collectionFormat: tsv}]",
        "parameters/0",
        "{name: a, in: header, schema: {type: array, items: {type: string}}, style: simple, explode: false}",
        &["W0116 #/paths/~1a/get/parameters/0/collectionFormat"],
    );
    operation(
        "parameters: [{name: a, in: path, required: true, type: string, x-nullable: true}]",
        "parameters/0",
        "{name: a, in: path, required: true, schema: {type: string, nullable: true}}",
        &[],
    );
}

#[test]
fn bodies() {
    operation(
        "parameters: [{name: a, in: body, description: D, required: true, schema: {type: object}}], consumes: [application/json, text/json]",
        "requestBody",
        "{description: D, required: true, content: {application/json: {schema: {type: object}}, text/json: {schema: {type: object}}}}",
        &[],
    );
    operation(
        "parameters: [{name: a, in: body}]",
        "requestBody",
        "{content: {application/json: {schema: {}}}}",
        &[],
    );
    operation(
        "parameters: [{name: a, in: body, schema: {}}, {name: b, in: body, schema: {}}, {name: c, in: formData, type: string}]",
        "parameters",
        "null",
        &[
            "W0105 #/paths/~1a/get/parameters/1",
            "W0105 #/paths/~1a/get/parameters/2",
        ],
    );
    operation(
        "parameters: [{name: a, in: formData, type: file}], consumes: [application/x-www-form-urlencoded]",
        "requestBody",
        "{content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string, format: binary}}}}}, required: false}",
        &[],
    );
}

#[test]
fn a_body_of_the_path_is_each_operations() {
    let lines = "paths: {/a: {parameters: [{name: a, in: body, schema: {type: integer}}, {name: q, in: query, type: string}], \
                 post: {}, put: {parameters: [{name: b, in: body, schema: {type: string}}]}}}";
    for (pointer, expected) in [
        (
            "/paths/~1a/parameters",
            "[{name: q, in: query, schema: {type: string}}]",
        ),
        (
            "/paths/~1a/post/requestBody/content/application~1json",
            "{schema: {type: integer}}",
        ),
        (
            "/paths/~1a/put/requestBody/content/application~1json",
            "{schema: {type: string}}",
        ),
    ] {
        check(lines, pointer, expected, &[]);
    }
}

#[test]
fn answers() {
    operation(
        "produces: [text/csv], responses: {200: {description: D, schema: {type: file}, headers: {X: {type: integer}}}}",
        "responses/200",
        "{description: D, headers: {X: {schema: {type: integer}}}, content: {text/csv: {schema: {type: string, format: binary}}}}",
        &[],
    );
    operation(
        "responses: {200: {description: D, schema: {type: string}, examples: {text/plain: x, text/html: y}}}",
        "responses/200/content",
        "{application/json: {schema: {type: string}}, text/plain: {schema: {type: string}, example: x}}",
        &[],
    );
    operation(
        "responses: {204: {description: D}}",
        "responses/204",
        "{description: D}",
        &[],
    );
}

#[test]
fn references_lead_where_things_are_now() {
    let lines = "paths: {/a: {get: {parameters: [{$ref: '#/parameters/p'}, {name: b, in: body, schema: {$ref: '#/definitions/a%25b'}}], \
                 produces: [application/json, text/json], \
                 responses: {200: {description: D, schema: {$ref: '#/definitions/a%25b/properties/c'}}}}}}\n\
                 parameters: {p: {name: p, in: query, type: string}}\n\
                 definitions: {'a%b': {type: object, properties: {c: {$ref: '#/paths/~1a/get/parameters/1/schema'}}}}";
    for (pointer, expected) in [
        (
            "/paths/~1a/get/parameters",
            "[{$ref: '#/components/parameters/p'}]",
        ),
        (
            "/paths/~1a/get/requestBody/content",
            "{application/json: {schema: {$ref: '#/components/schemas/a%25b'}}}",
        ),
        (
            "/paths/~1a/get/responses/200/content",
            "{application/json: {schema: {$ref: '#/components/schemas/a%25b/properties/c'}}, \
             text/json: {schema: {$ref: '#/components/schemas/a%25b/properties/c'}}}",
        ),
        (
            "/components/schemas/a%b/properties/c",
            "{$ref: '#/paths/~1a/get/requestBody/content/application~1json/schema'}",
        ),
    ] {
        check(lines, pointer, expected, &[]);
    }
}

#[test]
fn schemas() {
    let schema = |before: &str, after: &str| {
        check(
            &format!("definitions: {{a: {before}}}"),
            "/components/schemas/a",
            after,
            &[],
        );
    };
    schema(
        "{discriminator: kind, properties: {kind: {type: string}, x: {x-nullable: true}}}",
        "{discriminator: {propertyName: kind}, properties: {kind: {type: string}, x: {nullable: true}}}",
    );
    // Properties may be called like keywords.
    schema(
        "{properties: {discriminator: {type: file}, items: {type: array, items: {discriminator: a}}}}",
        "{properties: {discriminator: {type: string, format: binary}, items: {type: array, items: {discriminator: {propertyName: a}}}}}",
    );
}

#[test]
fn security() {
    let scheme = |before: &str, after: &str| {
        let lines = format!("securityDefinitions: {{a: {before}}}");
        check(&lines, "/components/securitySchemes/a", after, &[]);
    };
    scheme("{type: basic}", "{type: http, scheme: basic}");
    scheme(
        "{type: apiKey, in: query, name: k}",
        "{type: apiKey, in: query, name: k}",
    );
    scheme(
        "{type: oauth2, flow: application, tokenUrl: t}",
        "{type: oauth2, flows: {clientCredentials: {tokenUrl: t, scopes: {}}}}",
    );
}

#[test]
fn what_has_the_wrong_shape_is_left_to_the_next_stage() {
    for lines in [
        "paths: []",
        "paths: {/a: 1}",
        "paths: {/a: {get: []}}",
        "paths: {/a: {get: {parameters: {}, responses: []}}}",
        "paths: {/a: {get: {parameters: [1, {}, {in: formData}, {in: body, schema: 1}]}}}",
        "definitions: [1]",
        "definitions: {a: {items: 1, properties: [], allOf: {}}}",
        "parameters: 1",
        "host: 1\nbasePath: []\nschemes: {}\nconsumes: 1\nproduces: [1]",
        "securityDefinitions: {a: {type: 1}, b: {type: oauth2, flow: []}}",
    ] {
        let (tree, _) = convert(&format!("swagger: '2.0'\n{lines}\n"));
        assert!(tree.root().is_some());
    }
}
