//! Three versions of one API, each with a client of its own.

use restitch::Body;
use restitch_autorest_tests::multiapi_v3::operations::OperationGroupTwoTestFourBody;
use restitch_autorest_tests::multiapi_v3::types::SourcePath;
use restitch_autorest_tests::{multiapi_v1, multiapi_v2, multiapi_v3};
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    first(s).await;
    second(s).await;
    third(s).await;
}

async fn first(s: &Suite) {
    let client = client!(s, multiapi_v1::Client);
    let c = &client;
    s.done(c.test_one("1.0.0", 1).message("hello")).await;
    s.done(c.operation_group_one_test_two("1.0.0")).await;
    s.done(c.test_different_calls("1.0.0", "hello")).await;
    // Texts where the document has numbers.
    s.fails(
        c.test_lro_and_paging(),
        "expected a number, found a string at $.values[0].id",
    )
    .await;
    s.fails(
        client.lro_operations().test_lro(),
        "expected a number, found a string at $.id",
    )
    .await;
}

async fn second(s: &Suite) {
    let c = client!(s, multiapi_v2::Client);
    s.fails(
        c.test_one("2.0.0", 1),
        "expected a number, found a string at $.id",
    )
    .await;
    s.fails(
        c.operation_group_one_test_two("2.0.0"),
        "expected a number, found a string at $.id",
    )
    .await;
    s.done(c.operation_group_one_test_three("2.0.0")).await;
    s.done(c.operation_group_two_test_four("2.0.0", true)).await;
    s.done(
        c.test_different_calls("2.0.0", "hello")
            .greeting_in_chinese("nihao"),
    )
    .await;
}

async fn third(s: &Suite) {
    let c = client!(s, multiapi_v3::Client);
    s.reads(
        c.operation_group_one_test_two("3.0.0"),
        json!({"optionalProperty": "This was called with api-version 3.0.0"}),
    )
    .await;
    let source = SourcePath::new().source("foo");
    s.done(c.operation_group_two_test_four("3.0.0").body(source))
        .await;
    let pdf = OperationGroupTwoTestFourBody::Pdf(Body::from("PDF"));
    s.done(c.operation_group_two_test_four("3.0.0").body(pdf))
        .await;
    s.done(c.operation_group_two_test_five("3.0.0")).await;
    s.done(
        c.test_different_calls("3.0.0", "hello")
            .greeting_in_chinese("nihao")
            .greeting_in_french("bonjour"),
    )
    .await;
    if let Some(page) = s.value(c.test_paging()).await {
        let next = page.next_link.map(|next| next + "?api-version=3.0.0");
        s.follow(
            next.as_deref(),
            json!({"values": [{"optionalProperty": "paged"}]}),
        )
        .await;
    }
    if let Some(page) = s
        .value(c.operation_group_one_test_operation_group_paging())
        .await
    {
        let next = page.next_link.map(|next| next + "?api-version=3.0.0");
        s.follow(
            next.as_deref(),
            json!({"values": [{"optionalProperty": "paged"}]}),
        )
        .await;
    }
}
