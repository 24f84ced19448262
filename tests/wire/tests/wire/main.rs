//! What the generated clients of `specs/features/` put on the wire, and what they make of answers.

/// A server that answers everything with 204, and a client's builder set to it.
macro_rules! client {
    ($module:ident) => {{
        let server = restitch::transport::InMemory::new();
        let builder = restitch_wire_tests::$module::Client::builder()
            .base_url("http://test.example/base")
            .transport(server.clone());
        (server, builder)
    }};
}

/// The method, URL and body of a call's request, without sending it.
macro_rules! request {
    ($call:expr) => {{
        let request = $call.request().unwrap();
        format!("{} {}", request.method(), request.uri())
    }};
}

mod all_of;
mod answers;
mod arrays;
mod bodies;
mod directions;
mod enums;
mod facts;
mod formats;
mod incoming;
mod multipart;
mod objects;
mod overrides;
mod parameters;
mod parents;
mod references;
mod requests;
mod results;
mod security;
mod servers;
mod swagger;
mod unions;
mod version_3_2;

/// Documents that are about names which have to compile, and nothing else.
const COMPILED_ONLY: [&str; 3] = ["names_prelude", "names_short", "names_taken"];

#[test]
fn every_feature_document_is_sent() {
    let tests =
        ["tests/wire", "tests/wire/results"].map(|folder| std::fs::read_dir(folder).unwrap());
    let tests: String = tests
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let folder = std::fs::read_dir("../../specs/features").unwrap();
    let files = folder
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file());
    let mut unsent: Vec<String> = files
        .map(|path| {
            path.file_stem()
                .unwrap()
                .to_string_lossy()
                .replace('-', "_")
        })
        .filter(|name| !tests.contains(&format!("client!({name})")))
        .filter(|name| !tests.contains(&format!("api::{name}::")))
        .collect();
    unsent.sort();
    assert_eq!(unsent, COMPILED_ONLY);
}
