//! Whole trees: which fragments are walked, under which pointers things are found.

use super::super::lower;
use super::super::testing::{json, node, short, tree};
use crate::diag::Sink;
use crate::tree::{FileId, Pointer};

const ROOT: &str = "
openapi: 3.1.0
info: {title: a, version: b}
paths:
  /a:
    get:
      parameters: [{$ref: 'common.yaml#/parameters/p'}]
      responses:
        '200':
          description: ''
          content: {application/json: {schema: {$ref: '#/definitions/D'}}}
definitions:
  D: {type: [string, 'null']}
  E: {type: [string, 'null']}
";

const COMMON: &str = "
parameters:
  p: {name: p, in: query, schema: {$ref: '#/types/S'}}
types:
  S: {type: object, properties: {a: {type: [string, 'null']}}}
  T: {type: [string, 'null']}
";

#[test]
fn fragments_are_walked_as_what_their_references_stand_for() {
    let mut tree = tree(&[("root.yaml", node(ROOT)), ("common.yaml", node(COMMON))]);
    let mut sink = Sink::default();
    lower(&mut tree, &mut sink);
    let root = json(&tree.files[0].root);
    let common = json(&tree.files[1].root);
    assert_eq!(root["definitions"]["D"]["nullable"], true);
    assert_eq!(common["types"]["S"]["properties"]["a"]["nullable"], true);
    // Nothing names these, so nothing is known about them.
    assert_eq!(root["definitions"]["E"]["type"][1], "null");
    assert_eq!(common["types"]["T"]["type"][1], "null");
    assert_eq!(short(&sink.into_sorted()), ["N0211 #/definitions"]);
}

#[test]
fn fragments_inside_others_are_walked_once() {
    let root = "
openapi: 3.1.0
info: {title: a, version: b}
paths: {}
components:
  schemas:
    A: {$ref: 'other.yaml#/B/properties/c'}
    D: {$ref: 'other.yaml#/B'}
    E: {$ref: 'other.yaml#/B/properties/c'}
";
    let other = "B: {properties: {c: {maxLength: x}}}";
    let mut tree = tree(&[("root.yaml", node(root)), ("other.yaml", node(other))]);
    let mut sink = Sink::default();
    lower(&mut tree, &mut sink);
    assert_eq!(
        short(&sink.into_sorted()),
        ["W0103 #/B/properties/c/maxLength"]
    );
}

#[test]
fn pointers_into_the_document_as_written_stay_good() {
    let root = "
openapi: 3.1.0
components: {schemas: {A: {prefixItems: [{const: 1}]}}, callbacks: {c: {}}}
info: {title: a, version: b, summary: c}
webhooks: {w: {post: {}}}
";
    let mut tree = tree(&[("root.yaml", node(root))]);
    lower(&mut tree, &mut Sink::default());
    let pointers = [
        "/components/schemas/A/prefixItems/0/const",
        "/components/callbacks/c",
        "/info/summary",
        "/webhooks/w/post",
    ];
    for text in pointers {
        let pointer = Pointer::parse(FileId(0), text).expect("it is one");
        assert!(tree.get(&pointer).is_some(), "{text}");
    }
}

#[test]
fn keys_of_lower_are_not_the_documents_to_write() {
    let root = "
openapi: 3.1.0
info: {title: a, version: b, x-restitch-broken: true}
paths: {}
";
    let mut tree = tree(&[("root.yaml", node(root))]);
    let mut sink = Sink::default();
    lower(&mut tree, &mut sink);
    assert!(
        json(&tree.files[0].root)["info"]
            .get("x-restitch-broken")
            .is_none()
    );
    assert_eq!(
        short(&sink.into_sorted()),
        ["N0208 #/info/x-restitch-broken"]
    );
}

#[test]
fn roots_of_any_shape_are_taken() {
    for root in ["null", "[]", "7", "{}", "a"] {
        let mut tree = tree(&[("root.yaml", node(root))]);
        lower(&mut tree, &mut Sink::default());
    }
    lower(&mut crate::tree::Tree::default(), &mut Sink::default());
}
