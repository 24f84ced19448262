//! Bodies of several media types.

use restitch::{Body, Json};
use restitch_autorest_tests::media_types::Client;
use restitch_autorest_tests::media_types::operations::{
    AnalyzeBodyBody, AnalyzeBodyNoAcceptHeaderBody, BinaryBodyWithThreeContentTypesBody,
    BinaryBodyWithTwoContentTypesBody,
};
use restitch_autorest_tests::media_types::types::SourcePath;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let c = client!(s, Client);
    let source = || SourcePath::new().source("foo");
    s.reads(c.analyze_body().body(source()), json!("Nice job with JSON"))
        .await;
    let pdf = || AnalyzeBodyBody::Pdf(Body::from("PDF"));
    s.reads(c.analyze_body().body(pdf()), json!("Nice job with PDF"))
        .await;
    s.done(c.analyze_body_no_accept_header().body(source()))
        .await;
    s.done(
        c.analyze_body_no_accept_header()
            .body(AnalyzeBodyNoAcceptHeaderBody::Pdf(Body::from("PDF"))),
    )
    .await;
    s.reads(
        c.content_type_with_encoding().body("hello"),
        json!("Nice job sending content type with encoding"),
    )
    .await;
    two_or_three(s, &c).await;
}

async fn two_or_three(s: &Suite, c: &Client) {
    let hello = r#"{"hello": "world"}"#;
    s.reads(
        c.binary_body_with_two_content_types(BinaryBodyWithTwoContentTypesBody::Json(Body::from(
            hello,
        ))),
        json!(""),
    )
    .await;
    s.reads(
        c.binary_body_with_two_content_types(BinaryBodyWithTwoContentTypesBody::Binary(
            Body::from("hello, world!"),
        )),
        json!(""),
    )
    .await;
    s.reads(
        c.binary_body_with_three_content_types(BinaryBodyWithThreeContentTypesBody::Json(
            Body::from(hello),
        )),
        json!(""),
    )
    .await;
    s.reads(
        c.binary_body_with_three_content_types(BinaryBodyWithThreeContentTypesBody::Binary(
            Body::from("hello, world!"),
        )),
        json!(""),
    )
    .await;
    s.reads(
        c.binary_body_with_three_content_types(BinaryBodyWithThreeContentTypesBody::Text(
            Body::from("hello, world"),
        )),
        json!(""),
    )
    .await;
    s.reads(
        c.body_three_types(from::<Json>(json!({"hello": "world"}))),
        json!(""),
    )
    .await;
    s.reads(c.body_three_types(Body::from("hello, world!")), json!(""))
        .await;
    s.reads(c.body_three_types("hello, world"), json!("")).await;
}
