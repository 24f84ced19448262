//! Documents to mutate: those of `specs/features`, and the real ones that are not large.

use std::fs;
use std::sync::OnceLock;

use restitch_tests::{corpus, documents, specs};
use serde_json::Value;

/// Bytes of the largest document that is taken: one that takes long is mutated less often.
const LARGEST: u64 = 48 << 10;

/// The documents, those of features first.
pub(crate) fn all() -> &'static [Value] {
    static ALL: OnceLock<Vec<Value>> = OnceLock::new();
    ALL.get_or_init(read)
}

fn read() -> Vec<Value> {
    let features = documents("features")
        .into_iter()
        .map(|name| specs().join(name));
    let mut paths: Vec<_> = features.collect();
    let scratch = std::env::temp_dir().join(format!("restitch-fuzz-{}", std::process::id()));
    let real = corpus::folder(|| {
        fs::create_dir_all(&scratch).expect("a folder for the corpus");
        scratch.clone()
    });
    let count = paths.len();
    match real {
        Some(folder) => paths.extend(corpus::files(&folder)),
        None => {
            eprintln!(
                "no corpus beside the checkout: only documents of specs/features are mutated"
            );
        }
    }
    paths.retain(|path| fs::metadata(path).is_ok_and(|data| data.len() <= LARGEST));
    let parsed = |path| serde_yaml::from_str(&fs::read_to_string(path).ok()?).ok();
    let all: Vec<Value> = paths.iter().filter_map(parsed).collect();
    let _ = fs::remove_dir_all(&scratch);
    eprintln!(
        "{} documents to mutate, {count} of them of specs/features",
        all.len()
    );
    all
}
