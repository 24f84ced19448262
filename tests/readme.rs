//! What README.md tells a newcomer to type is what CI builds.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(root.join(path)).expect("a file of the repository")
}

/// The fenced blocks of a Markdown text, without what they are indented by.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        if !line[indent..].starts_with("```") {
            continue;
        }
        let inside = lines.by_ref().take_while(|line| line.trim_start() != "```");
        let inside = inside.map(|line| line.get(indent..).unwrap_or("").to_owned() + "\n");
        blocks.push(inside.collect());
    }
    blocks
}

#[test]
fn blocks_are_found() {
    let text = "a\n```sh\nb\n```\nc\n  ```rust\n  d\n\n    e\n  ```\n";
    assert_eq!(blocks(text), ["b\n", "d\n\n  e\n"]);
}

#[test]
fn each_step_is_a_file_that_is_built() {
    let blocks = blocks(&read("README.md"));
    let [commands, manifest, build, lib, call, overlay, test] = blocks.as_slice() else {
        panic!("README.md has {} blocks, not 7", blocks.len());
    };
    let consumer = |path: &str| read(&format!("examples/consumer/{path}"));
    assert_eq!(
        commands,
        "cargo run --example create_key\ncargo test --workspace\n"
    );
    assert!(consumer("Cargo.toml").contains(manifest), "{manifest}");
    assert_eq!(*build, consumer("build.rs"));
    assert_eq!(*lib, consumer("src/lib.rs"));
    assert_eq!(*call, consumer("examples/call.rs"));
    assert_eq!(*test, consumer("tests/calls.rs"));
    applies(overlay);
}

/// The overlay fits the petstore, and changes it.
fn applies(overlay: &str) {
    let path = std::env::temp_dir().join(format!("restitch-readme-{}.yaml", std::process::id()));
    fs::write(&path, overlay).unwrap();
    let petstore = restitch_tests::specs().join("petstore.yaml");
    let report = restitch_build::configure().overlay(&path).check(petstore);
    fs::remove_file(&path).unwrap();
    let report = report.unwrap();
    let code = report.code();
    let code =
        code.unwrap_or_else(|| panic!("{}", report.render(restitch_build::diag::Grade::Fault)));
    assert!(code.contains("fn list_all"));
}

#[test]
fn ci_runs_both_commands() {
    let script = read(".ci/run");
    for command in [
        "run --locked --example create_key",
        "test --locked --workspace",
    ] {
        assert!(script.contains(&format!("cargo {command}")), "{command}");
    }
}
