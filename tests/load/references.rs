//! Which files are read.

use std::fs;
use std::path::Path;

use restitch_build::diag::{Code, Diagnostic, Sink};
use restitch_build::load::{AsWritten, Limits, Loading, Source, load};
use restitch_build::tree::{FileId, Pointer, Tree};

use crate::files::scratch;

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";

/// Writes files into a folder of the test's own, and loads the first one.
fn check(test: &str, files: &[(&str, &str)]) -> (Tree, Vec<Diagnostic>) {
    let folder = scratch(test);
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("to make folders");
        fs::write(path, text).expect("to write a file");
    }
    load_path(&folder.join(files[0].0))
}

fn load_path(path: &Path) -> (Tree, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let tree = load(Source::Path(path), &Limits::default(), &mut sink);
    (tree, sink.into_sorted())
}

fn names(tree: &Tree) -> Vec<&str> {
    tree.files.iter().skip(1).map(|f| f.name.as_str()).collect()
}

fn codes(found: &[Diagnostic]) -> Vec<Code> {
    found.iter().map(|one| one.code).collect()
}

fn schemas(text: &str) -> String {
    format!("{HEAD}components:\n  schemas:\n{text}")
}

#[test]
fn each_file_once_in_the_order_of_first_mention() {
    let root = schemas(
        "    A: {$ref: 'sub/a.yaml#/A'}\n    B: {$ref: ./b%20c.json}\n    C: {$ref: sub/../sub/a.yaml}\n",
    );
    let files = [
        ("api.yaml", root.as_str()),
        (
            "sub/a.yaml",
            "A: {properties: {up: {$ref: ../d.yaml}, me: {$ref: '#/A'}}}\n",
        ),
        (
            "b c.json",
            r#"{"items": {"$ref": "api.yaml#/components/schemas/A"}}"#,
        ),
        ("d.yaml", "type: string\n"),
        ("unused.yaml", "{"),
    ];
    let (tree, found) = check("each_file_once", &files);
    assert_eq!(codes(&found), []);
    assert_eq!(names(&tree), ["sub/a.yaml", "b c.json", "d.yaml"]);
    let root = FileId(0);
    let to = tree
        .follow(&Pointer::root(root), "sub/a.yaml#/A")
        .expect("a link");
    assert_eq!((to.file, to.as_str()), (FileId(1), "/A"));
    let back = tree.follow(&Pointer::root(FileId(2)), "api.yaml#/components/schemas/A");
    assert_eq!(back.expect("a link").file, root);
    assert!(tree.get(&to).is_some());
}

#[test]
fn names_and_data_are_no_references() {
    let root = schemas(
        "    A:\n\
         \x20     properties:\n\
         \x20       $ref: {type: string}\n\
         \x20       example: {$ref: yes.yaml}\n\
         \x20     example: {$ref: no.yaml}\n\
         \x20     examples: [{$ref: no.yaml}]\n\
         \x20     default: {$ref: no.yaml}\n\
         \x20     const: {$ref: no.yaml}\n\
         \x20     enum: [{$ref: no.yaml}]\n\
         \x20     x-any: {$ref: no.yaml}\n\
         \x20     allOf: [{$ref: yes.yaml}]\n",
    );
    let files = [
        ("api.yaml", root.as_str()),
        ("yes.yaml", "{}"),
        ("no.yaml", "{}"),
    ];
    let (tree, found) = check("names_and_data", &files);
    assert_eq!(codes(&found), []);
    assert_eq!(names(&tree), ["yes.yaml"]);
}

#[test]
fn only_what_is_referred_to_is_looked_into() {
    let root = schemas("    A: {$ref: 'parts.yaml#/x-mine/A'}\n");
    let parts = "x-mine:\n  A: {items: {$ref: a.yaml}}\nB: {items: {$ref: /outside}}\n";
    let files = [
        ("api.yaml", root.as_str()),
        ("parts.yaml", parts),
        ("a.yaml", "{}"),
    ];
    let (tree, found) = check("looked_into", &files);
    assert_eq!(codes(&found), []);
    assert_eq!(names(&tree), ["parts.yaml", "a.yaml"]);
}

#[test]
fn a_file_that_is_missing_costs_its_reference() {
    let root =
        schemas("    A: {$ref: a.yaml}\n    B: {$ref: b.yaml}\n    C: {$ref: \"b.yaml\\0\"}\n");
    let (tree, found) = check("missing", &[("api.yaml", &root), ("b.yaml", "{}")]);
    assert_eq!(codes(&found), [Code::DANGLING_REF, Code::DANGLING_REF]);
    assert_eq!(found[0].pointer.to_string(), "#/components/schemas/A/$ref");
    assert_eq!(tree.follow(&Pointer::root(FileId(0)), "a.yaml"), None);
    assert_eq!(names(&tree), ["b.yaml"]);
}

#[test]
fn a_folder_above_may_be_the_root() {
    let folder = scratch("bound");
    for (name, text) in [
        (
            "api/api.yaml",
            schemas("    A: {$ref: ../common/a.yaml}\n    C: {$ref: ../../c.yaml}\n"),
        ),
        (
            "common/a.yaml",
            "properties: {b: {$ref: ../api/b.yaml}}".to_owned(),
        ),
        ("api/b.yaml", "type: string".to_owned()),
    ] {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("to make folders");
        fs::write(path, text).expect("to write a file");
    }
    let path = folder.join("api/api.yaml");
    let read = |bound: &Path| {
        let mut sink = Sink::default();
        let limits = Limits::default();
        let loading = Loading::root(Source::Path(&path), Some(bound), &limits, &mut sink);
        let tree = loading.follow(&mut AsWritten, &mut sink);
        (tree, sink.into_sorted())
    };
    let (tree, found) = read(&folder);
    assert_eq!(names(&tree), ["../common/a.yaml", "../api/b.yaml"]);
    assert_eq!(codes(&found), [Code::REF_OUTSIDE]);
    // A folder that the document is not in.
    let (_, found) = read(&folder.join("common"));
    assert_eq!(codes(&found), [Code::UNREADABLE]);
}

#[test]
fn text_has_no_folder() {
    let text = schemas("    A: {$ref: a.yaml}\n    B: {$ref: ../b.yaml}\n    C: {$ref: '#/x'}\n");
    let mut sink = Sink::default();
    load(
        Source::Text {
            name: "api.yaml",
            text: &text,
        },
        &Limits::default(),
        &mut sink,
    );
    let found = sink.into_sorted();
    assert_eq!(codes(&found), [Code::DANGLING_REF, Code::REF_OUTSIDE]);
}

#[cfg(unix)]
#[test]
fn links_stay_inside() {
    use std::os::unix::fs::symlink;

    let folder = scratch("links");
    let inner = folder.join("inner");
    fs::create_dir_all(inner.join("sub")).expect("folders");
    fs::write(folder.join("secret.yaml"), "{}").expect("a file");
    fs::write(inner.join("sub/real.yaml"), "{}").expect("a file");
    symlink(folder.join("secret.yaml"), inner.join("out.yaml")).expect("a link");
    symlink(&folder, inner.join("up")).expect("a link");
    symlink("sub/real.yaml", inner.join("alias.yaml")).expect("a link");
    let root = schemas(
        "    A: {$ref: out.yaml}\n    B: {$ref: up/secret.yaml}\n    C: {$ref: alias.yaml}\n\
         \x20   D: {$ref: sub/real.yaml}\n",
    );
    fs::write(inner.join("api.yaml"), root).expect("a file");
    // The root itself may be a link; its folder is then the one that it leads to.
    symlink(inner.join("api.yaml"), folder.join("api.yaml")).expect("a link");
    for path in [inner.join("api.yaml"), folder.join("api.yaml")] {
        let (tree, found) = load_path(&path);
        assert_eq!(codes(&found), [Code::REF_OUTSIDE, Code::REF_OUTSIDE]);
        // One file by two names.
        assert_eq!(names(&tree), ["alias.yaml"]);
        assert!(
            tree.follow(&Pointer::root(FileId(0)), "sub/real.yaml")
                .is_some()
        );
    }
}

/// What a reference in a schema leads to, in a document of these component schemas.
fn led(schemas: &str, from: &str, reference: &str) -> Option<String> {
    let text = format!("{HEAD}components:\n  schemas: {schemas}\n");
    let (tree, _) = check("names", &[("api.yaml", &text)]);
    let from = Pointer::parse(FileId(0), &format!("/components/schemas{from}"))?;
    let at = tree.follow(&from, reference)?;
    tree.get(&at)?;
    Some(
        at.as_str()
            .trim_start_matches("/components/schemas")
            .to_owned(),
    )
}

#[test]
fn a_reference_is_relative_to_the_id_that_it_stands_below() {
    let schemas = "{A: {$id: 'https://a.org/x/a', properties: {b: {}}, $defs: {C: {$anchor: c}}}, \
                   D: {$id: 'https://a.org/x/d#'}, E: {$id: 'urn:e', $defs: {F: {}}}, G: {}}";
    for (from, reference, to) in [
        ("/A/properties/b", "d", Some("/D")),
        ("/A/properties/b", "../x/./d", Some("/D")),
        ("/A/properties/b", "#c", Some("/A/$defs/C")),
        ("/A/properties/b", "#/$defs/C", Some("/A/$defs/C")),
        ("/A/properties/b", "", Some("/A")),
        ("/D", "a#c", Some("/A/$defs/C")),
        ("/G", "https://a.org/x/a#c", Some("/A/$defs/C")),
        (
            "/G",
            "HTTPS://A.org/x/y/../a#/properties/b",
            Some("/A/properties/b"),
        ),
        ("/G", "urn:e#/$defs/F", Some("/E/$defs/F")),
        ("/G", "d", None),
        ("/G", "https://a.org/x/a#d", None),
        ("/G", "https://a.org/x/z", None),
    ] {
        assert_eq!(
            led(schemas, from, reference).as_deref(),
            to,
            "{reference} in {from}"
        );
    }
}

#[test]
fn only_schemas_have_names() {
    for schemas in [
        "{A: {enum: [{$anchor: x}]}, G: {}}",
        "{A: {const: {$id: 'https://a.org/a', $anchor: x}}, G: {}}",
        "{A: {properties: {$anchor: {type: string}}}, G: {}}",
        "{A: {example: {$anchor: x}, default: {$anchor: x}, x-a: {$anchor: x}}, G: {}}",
    ] {
        assert_eq!(led(schemas, "/G", "#x"), None, "{schemas}");
        assert_eq!(led(schemas, "/G", "https://a.org/a"), None, "{schemas}");
    }
}

#[test]
fn a_name_is_given_once() {
    let text = |schemas| format!("{HEAD}components:\n  schemas: {schemas}\n");
    let found = |schemas| codes(&check("twice", &[("api.yaml", &text(schemas))]).1);
    assert_eq!(
        found("{A: {$anchor: a}, B: {$anchor: a}}"),
        [Code::DUPLICATE_ANCHOR]
    );
    assert_eq!(
        found("{A: {$id: a}, B: {$id: ./a}}"),
        [Code::DUPLICATE_ANCHOR]
    );
    // One text, shown twice; another resource; the tools that write a pointer as `$id`.
    assert_eq!(found("{A: &a {$anchor: a}, B: *a}"), []);
    assert_eq!(found("{A: {$anchor: a}, B: {$id: b, $anchor: a}}"), []);
    assert_eq!(found("{A: {$id: '#/a'}, B: {$id: '#/a'}}"), []);
}

#[test]
fn a_url_that_is_an_id_of_another_file_is_no_mistake() {
    let api = format!(
        "{HEAD}components:\n  schemas:\n    A: {{$ref: 'https://a.org/b'}}\n    \
         B: {{$ref: 'b.yaml'}}\n"
    );
    let (_, found) = check(
        "late_id",
        &[("api.yaml", &api), ("b.yaml", "$id: https://a.org/b\n")],
    );
    assert_eq!(codes(&found), []);
}
