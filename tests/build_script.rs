//! The front door of build scripts: what it writes, and what it leaves alone.

use std::fs;
use std::path::PathBuf;

use restitch_build::configure;
use restitch_tests::specs;

/// A folder of one test's own, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("restitch-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn client(&self) -> String {
        fs::read_to_string(self.0.join("client.rs")).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn an_equal_client_is_not_written_again() {
    let scratch = Scratch::new("equal");
    let compile = || {
        configure()
            .out_dir(&scratch.0)
            .compile(specs().join("chaser.yaml"))
    };
    compile().unwrap();
    let modified = || {
        fs::metadata(scratch.0.join("client.rs"))
            .unwrap()
            .modified()
            .unwrap()
    };
    let first = modified();
    compile().unwrap();
    assert_eq!(modified(), first);
    assert_eq!(
        fs::read_dir(&scratch.0).unwrap().count(),
        1,
        "nothing else is left there"
    );
}

#[test]
fn a_refused_document_leaves_the_client_that_was_there() {
    let scratch = Scratch::new("kept");
    configure()
        .out_dir(&scratch.0)
        .compile(specs().join("chaser.yaml"))
        .unwrap();
    let before = scratch.client();
    for name in [
        "two-documents.yaml",
        "utf-16.yaml",
        "empty.yaml",
        "swagger.yaml",
        "no-such-file.yaml",
    ] {
        let bad = specs().join("invalid").join(name);
        let error = configure().out_dir(&scratch.0).compile(bad).unwrap_err();
        assert!(
            error.to_string().contains("nothing was generated"),
            "{error}"
        );
        assert_eq!(
            format!("{error:?}"),
            error.to_string(),
            "a build script shows `Debug`"
        );
        assert_eq!(scratch.client(), before, "{name}");
    }
}

#[test]
fn a_fault_costs_its_own_part_unless_strict() {
    let scratch = Scratch::new("fault");
    let bad = specs().join("invalid/dangling-ref.yaml");
    configure().out_dir(&scratch.0).compile(&bad).unwrap();
    let client = scratch.client();
    assert!(
        client.contains("pub struct Pet "),
        "the type stays: {client}"
    );
    assert!(
        client.contains("pub owner: Option<rt::Json>"),
        "the field is any value: {client}"
    );
    assert!(
        client.contains("fn add_pet") && client.contains("rt::IntoSet<rt::File>"),
        "a body that is unknown is any: {client}"
    );
    let error = configure()
        .strict(true)
        .out_dir(&scratch.0)
        .compile(&bad)
        .unwrap_err();
    assert!(error.to_string().contains("0 errors, 3 faults"), "{error}");
    assert_eq!(scratch.client(), client);
}

#[test]
fn structures_in_memory_give_the_same_types() {
    let scratch = Scratch::new("structures");
    let text = fs::read_to_string(specs().join("features/nullable-3-0.yaml")).unwrap();
    let document: openapiv3::OpenAPI = serde_yaml::from_str(&text).unwrap();
    configure()
        .out_dir(&scratch.0)
        .compile_openapi(&document)
        .unwrap();
    let of_structures = scratch.client();
    configure()
        .out_dir(&scratch.0)
        .compile(specs().join("features/nullable-3-0.yaml"))
        .unwrap();
    assert_eq!(of_structures, scratch.client());
}

#[test]
fn a_folder_that_can_not_be_written_is_named() {
    let error = configure()
        .out_dir("/proc/no")
        .compile(specs().join("chaser.yaml"))
        .unwrap_err();
    assert!(error.to_string().contains("/proc/no"), "{error}");
}

#[test]
fn the_file_is_in_the_folder() {
    let scratch = Scratch::new("name");
    for name in ["../x.rs", "a/b.rs", "", "..", "a/"] {
        let named = configure().out_dir(&scratch.0).file_name(name);
        let error = named.compile(specs().join("chaser.yaml")).unwrap_err();
        let expect = format!("file_name({name:?}): it is no name of a file in the folder");
        assert_eq!(error.to_string(), expect);
    }
    assert_eq!(fs::read_dir(&scratch.0).unwrap().count(), 0);
}

#[test]
fn a_root_that_is_not_there_is_named() {
    let root = std::env::temp_dir().join("restitch-no-such-folder");
    let rooted = configure().root(&root);
    let report = rooted.check(specs().join("chaser.yaml")).unwrap();
    let [found] = report.diagnostics() else {
        panic!("one error");
    };
    let expect = format!("its `root`, the folder `{}`: ", root.display());
    assert!(found.message.contains(&expect), "{}", found.message);
    assert_eq!(found.help, None);
}
