//! What the three targets do with their input, and what must hold of it.

mod document;
mod edit;
mod names;
mod schema;
mod seeds;
mod sound;
mod text;
mod tokens;

use arbitrary::Unstructured;
use serde_json::Value;

/// A target: for cargo-fuzz where it sets `fuzzing`, else a program that takes inputs by their file
/// names and prints the document each of them is.
#[macro_export]
macro_rules! target {
    ($target:path) => {
        #[cfg(fuzzing)]
        ::libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
            $target(bytes);
        });

        #[cfg(not(fuzzing))]
        fn main() {
            $crate::replay($target);
        }
    };
}

/// What comes of bytes that are read as a document: no panic, and a place for each fault.
pub fn load(bytes: &[u8]) {
    // What is no text can only come as a file.
    let Ok(text) = std::str::from_utf8(bytes) else {
        return sound::file(bytes);
    };
    let is_page = text.starts_with('#');
    let name = if is_page { "x.md" } else { "x.yaml" };
    shown(text);
    sound::text(name, text);
}

/// What comes of a document that is made of the bytes.
pub fn generate(bytes: &[u8]) {
    if let Ok(made) = document::document(&mut Unstructured::new(bytes)) {
        check(&made);
    }
}

/// What comes of a real document with edits that are made of the bytes.
pub fn mutate(bytes: &[u8]) {
    if let Ok(Some(made)) = edit::document(&mut Unstructured::new(bytes)) {
        check(&made);
    }
}

fn check(document: &Value) {
    let text = document.to_string();
    shown(&text);
    sound::text("x.json", &text);
}

/// Without a fuzzer the document is shown before anything is done with it, since what is done with it
/// may end the program.
fn shown(text: &str) {
    if cfg!(not(fuzzing)) {
        println!("{text}");
    }
}

/// Runs a target on the files that the command line names.
///
/// # Panics
/// A file can't be read, or the target found something.
pub fn replay(target: fn(&[u8])) {
    for path in std::env::args_os().skip(1) {
        target(&std::fs::read(&path).expect("an input"));
    }
}
