//! The objects around schemas.

use super::super::testing::check;
use super::super::version::Version::{V30, V31, V32};
use crate::grammar::Kind;

fn lower(kind: Kind, before: &str, after: &str, found: &[&str]) {
    check(V31, kind, before, after, found);
}

#[test]
fn missing_parts_of_the_document() {
    let version = "{openapi: 3.0.3, x-restitch-openapi: 3.1.0";
    let info = "info: {title: '', version: '', x-restitch-broken: true}, paths: {}";
    lower(
        Kind::Document,
        "{openapi: 3.1.0, components: {}}",
        &format!("{version}, {info}, components: {{}}}}"),
        &["W0105 #"],
    );
    check(
        V30,
        Kind::Document,
        "{openapi: 3.0.1, info: {title: a, version: '1'}}",
        "{openapi: 3.0.3, x-restitch-openapi: 3.0.1, info: {title: a, version: '1'}, paths: {}}",
        &["W0105 #"],
    );
}

#[test]
fn parts_of_the_document_that_are_carried() {
    lower(
        Kind::Document,
        "{openapi: 3.1.0, info: {title: a, version: b, summary: c, license: {name: d, identifier: MIT}},
          jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
          webhooks: {a: {post: {}}}}",
        "{openapi: 3.0.3, x-restitch-openapi: 3.1.0, paths: {},
          info: {title: a, version: b, x-restitch-summary: c, license: {name: d, x-restitch-identifier: MIT}},
          x-restitch-jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
          x-restitch-webhooks: {a: {post: {responses: {}}}}}",
        &[],
    );
}

#[test]
fn servers() {
    lower(
        Kind::Server,
        "{url: a, variables: {port: {enum: [1, 2]}}}",
        "{url: a, variables: {port: {enum: ['1', '2'], default: '1'}}}",
        &["W0103 #/variables/port/enum", "W0105 #/variables/port"],
    );
    lower(
        Kind::Server,
        "description: a",
        "{description: a, url: '', x-restitch-broken: true}",
        &["W0105 #"],
    );
}

#[test]
fn paths() {
    lower(
        Kind::Paths,
        "{/a: {get: {}}, b: {get: {}}, x-c: 1}",
        "{/a: {get: {responses: {}}}, b: {get: {responses: {}}}, x-c: 1}",
        &["W0105 #/b"],
    );
    check(
        V32,
        Kind::PathItem,
        "{query: {}, additionalOperations: {LINK: {}}}",
        "{query: {responses: {}}, additionalOperations: {LINK: {responses: {}}}}",
        &[],
    );
    check(
        V31,
        Kind::PathItem,
        "{query: {}, additionalOperations: {}}",
        "{query: {responses: {}}, additionalOperations: {}}",
        &["N0209 #/query", "N0209 #/additionalOperations"],
    );
}

#[test]
fn operations() {
    check(V30, Kind::Operation, "{}", "responses: {}", &["W0105 #"]);
    lower(
        Kind::Operation,
        "{responses: {}, callbacks: {a: {$ref: '#/b'}, c: {'{$url}': {post: {}}}}}",
        "{responses: {}, x-restitch-callbacks: {a: {$ref: '#/b'}, c: {'{$url}': {post: {responses: {}}}}}}",
        &[],
    );
    lower(
        Kind::Operation,
        "{responses: {}, security: [a, 7]}",
        "{responses: {}, security: [{a: []}]}",
        &["W0103 #/security/0", "W0103 #/security/1"],
    );
    lower(
        Kind::Operation,
        "{responses: {}, security: [7]}",
        "{responses: {}, security: [{'#/security/0': []}]}",
        &["W0103 #/security/0"],
    );
    lower(
        Kind::Operation,
        "{responses: {}, security: 7}",
        "{responses: {}, security: [{'#/security': []}]}",
        &["W0103 #/security"],
    );
    lower(
        Kind::Operation,
        "{responses: {}, tags: a, parameters: a}",
        "{responses: {}, tags: [a]}",
        &["W0103 #/tags", "W0103 #/parameters"],
    );
}

#[test]
fn parameters() {
    lower(
        Kind::Parameter,
        "{name: a, in: path, schema: {type: [string, 'null']}}",
        "{name: a, in: path, required: true, schema: {type: string, nullable: true}}",
        &["W0105 #"],
    );
    lower(
        Kind::Parameter,
        "{name: a, in: query}",
        "{name: a, in: query, schema: {}}",
        &["W0105 #"],
    );
    lower(
        Kind::Parameter,
        "{name: a, in: cookie, style: simple, schema: {}}",
        "{name: a, in: cookie, schema: {}}",
        &["W0105 #/style"],
    );
    lower(
        Kind::Parameter,
        "{name: a, in: query, schema: {}, content: {text/plain: {}}}",
        "{name: a, in: query, schema: {}, x-restitch-content: {text/plain: {}}}",
        &["W0105 #/content"],
    );
}

#[test]
fn a_type_beside_in_is_a_schema() {
    lower(
        Kind::Parameter,
        "{name: a, in: query, type: array, items: {type: string}, description: D}",
        "{name: a, in: query, description: D, schema: {type: array, items: {type: string}}}",
        &["W0105 #"],
    );
}

#[test]
fn parameters_that_can_not_be_sent() {
    let cases = [
        ("{in: query, schema: {}}", "in: query, ", "W0105 #"),
        ("{name: a, schema: {}}", "name: a, ", "W0105 #"),
        (
            "{name: a, in: body, schema: {}}",
            "name: a, in: body, ",
            "W0105 #",
        ),
        (
            "{name: a, in: querystring, schema: {}}",
            "name: a, in: querystring, ",
            "W0106 #",
        ),
        (
            "{name: a, in: 7, schema: {}}",
            "name: a, in: '7', ",
            "W0103 #/in",
        ),
        (
            "{name: a, in: query, style: matrix, schema: {}}",
            "name: a, in: query, ",
            "W0105 #/style",
        ),
    ];
    for (before, rest, first) in cases {
        let after = format!("{{{rest}schema: {{}}, x-restitch-broken: true}}");
        let second: &[&str] = match first {
            "W0103 #/in" => &[first, "W0105 #"],
            _ => &[first],
        };
        lower(Kind::Parameter, before, &after, second);
    }
}

#[test]
fn headers() {
    lower(
        Kind::Header,
        "{description: a, explode: true, style: form}",
        "{description: a, x-restitch-explode: true, schema: {}}",
        &["W0105 #/style", "W0105 #"],
    );
}

#[test]
fn bodies() {
    lower(
        Kind::RequestBody,
        "required: true",
        "{required: true, content: {}}",
        &["W0105 #"],
    );
    check(
        V32,
        Kind::MediaType,
        "{itemSchema: {const: 1}, encoding: {a: {explode: false}}}",
        "{x-restitch-itemSchema: {x-restitch-const: 1, enum: [1], type: integer},
          encoding: {a: {explode: false, x-restitch-explode: false}}}",
        &[],
    );
    lower(
        Kind::Encoding,
        "{style: simple, contentType: a/b}",
        "{contentType: a/b, x-restitch-broken: true}",
        &["W0105 #/style"],
    );
}

#[test]
fn responses() {
    lower(
        Kind::Responses,
        "{200: {description: a}, 2xx: {}, default: {description: b}, 20x: {description: c}, x-d: 1}",
        "{200: {description: a}, 2xx: {description: ''}, default: {description: b},
          x-restitch-20x: {description: c}, x-d: 1}",
        &["W0105 #/20x", "W0105 #/2xx"],
    );
    check(
        V32,
        Kind::Response,
        "{summary: a, links: {b: {operationId: c}}}",
        "{x-restitch-summary: a, description: '', x-restitch-links: {b: {operationId: c}}}",
        &[],
    );
    lower(
        Kind::Response,
        "{description: a, schema: {type: string}}",
        "{description: a, content: {application/json: {schema: {type: string}}}}",
        &["W0105 #/schema"],
    );
}

#[test]
fn security_schemes() {
    lower(
        Kind::Components,
        "securitySchemes: {a: {type: mutualTLS}, b: {type: http, scheme: basic}}",
        "{securitySchemes: {b: {type: http, scheme: basic}},
          x-restitch-securitySchemes: {a: {type: mutualTLS}}}",
        &["N0210 #/securitySchemes/a"],
    );
    lower(
        Kind::SecurityScheme,
        "{type: oauth2, flows: {implicit: {authorizationUrl: a}, password: {scopes: {b: }}}}",
        "{type: oauth2, flows: {
            implicit: {authorizationUrl: a, tokenUrl: '', scopes: {}},
            password: {authorizationUrl: '', tokenUrl: '', scopes: {b: ''}}}}",
        &[
            "W0105 #/flows/password",
            "W0105 #/flows/implicit",
            "W0103 #/flows/password/scopes",
        ],
    );
    let broken = [
        "{type: apiKey, in: header}",
        "{type: apiKey, in: body, name: a}",
        "type: http",
        "type: token",
        "scheme: basic",
    ];
    for before in broken {
        let inner = before.trim_start_matches('{').trim_end_matches('}');
        let after = format!("{{{inner}, x-restitch-broken: true}}");
        lower(Kind::SecurityScheme, before, &after, &["W0105 #"]);
    }
}
