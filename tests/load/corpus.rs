//! Real documents.

use std::path::Path;
use std::time::Instant;

use restitch_build::load::Source;
use restitch_tests::corpus;

use crate::files::scratch;
use crate::oracle::{difference, moved, ours, theirs};

/// Documents that are not read alike by both, and part of what is said of them. The list is exact.
const DIFFERENT: &[(&str, &str)] = &[
    (
        "openai/openapi.yaml",
        "the oracle: components.schemas.CreateChatCompletionRequest.allOf[1].properties.seed.minimum",
    ),
    ("openapi3-examples/3.0/malicious/yamlbomb.yaml", "E0010"),
    (
        "tryagi-openai/src/libs/tryAGI.OpenAI/openapi.yaml",
        "the oracle: components.schemas.CreateChatCompletionRequest.allOf[1].properties.seed.minimum",
    ),
];

#[test]
#[ignore = "minutes, and documents that are not part of the project"]
fn real_documents_are_read_as_by_the_oracles() {
    let Some(folder) = corpus::folder(|| scratch("corpus")) else {
        return;
    };
    let mut wrong = Vec::new();
    for path in corpus::files(&folder) {
        let name = path.strip_prefix(&folder).expect("a path in the corpus");
        let name = name.display().to_string();
        let found = compare(&path);
        let listed = DIFFERENT.iter().find(|(path, _)| *path == name);
        let expected = match (&found, listed) {
            (Some(found), Some((_, part))) => found.contains(part),
            (found, listed) => found.is_none() && listed.is_none(),
        };
        if !expected {
            wrong.push(format!("{name}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How long the largest documents take to load; compare with `cargo test` idle beside it.
#[test]
#[ignore = "documents that are not part of the project"]
fn large_documents_load_in_seconds() {
    let Some(folder) = corpus::folder(|| scratch("corpus")) else {
        return;
    };
    for name in ["github/api.github.com.json", "stripe/openapi/spec3.yaml"] {
        let start = Instant::now();
        let tree = ours(Source::Path(&folder.join(name))).expect("a document");
        let bytes = tree.files.iter().map(|file| file.text.len()).sum::<usize>();
        say(&format!("{name}: {bytes} bytes, {:.1?}", start.elapsed()));
    }
}

#[allow(clippy::print_stdout)] // Shown by `--nocapture`.
fn say(text: &str) {
    println!("{text}");
}

/// How a document and the files it refers to differ from what the oracles read.
fn compare(path: &Path) -> Option<String> {
    let tree = match ours(Source::Path(path)) {
        Ok(tree) => tree,
        Err(found) => return Some(found.lines().next().unwrap_or_default().to_owned()),
    };
    tree.files
        .iter()
        .find_map(|file| match theirs(&file.name, &file.text) {
            Ok(yaml) => {
                let is_json = file.text.starts_with('{');
                let moved = || moved(&file.text).filter(|_| is_json);
                difference(&file.root, &yaml).or_else(moved)
            }
            Err(found) => Some(format!("the oracle: {found}")),
        })
}
