//! What a call gives and fails with, by status and media type.

mod alike;
mod headers;
mod media;
mod status;
mod streams;

use restitch::Body;

/// An answer of a content type, unless that is empty.
fn answer(status: u16, content_type: &str, body: impl Into<Body>) -> http::Response<Body> {
    let mut builder = http::Response::builder().status(status);
    if !content_type.is_empty() {
        builder = builder.header("Content-Type", content_type);
    }
    builder.body(body.into()).unwrap()
}
