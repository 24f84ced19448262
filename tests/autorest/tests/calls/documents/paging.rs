//! Lists in pages: each page has the address of the next, which is no operation's and is followed by
//! hand.

use restitch_autorest_tests::paging::Client;
use restitch_autorest_tests::paging::types::BodyParam;
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = &client;
    let product = || json!({"properties": {"id": 1, "name": "Product"}});
    let one = || json!({"values": [product()]});
    s.reads(
        c.paging_get_no_item_name_pages(),
        json!({"value": [product()]}),
    )
    .await;
    s.reads(
        c.paging_get_empty_next_link_name_pages(),
        json!({"value": [product()], "nextLink": ""}),
    )
    .await;
    s.gives(c.paging_get_null_next_link_name_pages(), |page| {
        page.next_link.is_some()
    })
    .await;
    s.reads(c.paging_get_single_pages(), one()).await;
    s.reads(
        c.paging_get_single_pages_with_body_params(BodyParam::new().name("body")),
        one(),
    )
    .await;
    s.reads(c.paging_page_with_max_page_size(), json!({"values": []}))
        .await;
    s.fails(
        c.paging_get_single_pages_failure(),
        "Expected single failure test.",
    )
    .await;
    s.gives(c.paging_get_multiple_pages_failure_uri(), |page| {
        page.next_link.as_deref() == Some("*&*#&$")
    })
    .await;
    s.done(c.paging_get_with_query_params(true, 100)).await;
    s.done(c.paging_next_operation_with_query_params(true))
        .await;
    s.fails(c.paging_get_multiple_pages_retry_first(), "status 500")
        .await;
    s.done(
        c.paging_get_multiple_pages_retry_first()
            .with_header("cookie", "scenario=PagingMultipleRetryFirst"),
    )
    .await;
    s.ends(|| c.paging_get_multiple_pages_lro(), "Succeeded")
        .await;
    if let Some(page) = s.value(c.paging_get_multiple_pages_retry_second()).await {
        s.settles(page.next_link.as_deref()).await;
    }
    followed(s, c).await;
}

/// The second page, where the server counts that one or it has another form.
async fn followed(s: &Suite, c: &Client) {
    let second = || {
        json!({
            "values": [{"properties": {"id": 2, "name": "product"}}],
            "nextLink": format!("{}/paging/multiple/page/3", s.url),
        })
    };
    if let Some(page) = s.value(c.paging_get_multiple_pages().maxresults(1)).await {
        s.follow(page.next_link.as_deref(), second()).await;
    }
    if let Some(page) = s.value(c.paging_get_odata_multiple_pages()).await {
        s.follow(
            page.odata_next_link.as_deref(),
            json!({
                "values": [{"properties": {"id": 2, "name": "product"}}],
                "odata.nextLink": format!("{}/paging/multiple/odata/page/3", s.url),
            }),
        )
        .await;
    }
    if let Some(page) = s.value(c.paging_get_multiple_pages_with_offset(100)).await {
        s.follow(
            page.next_link.as_deref(),
            json!({
                "values": [{"properties": {"id": 102, "name": "product"}}],
                "nextLink": format!("{}/paging/multiple/withpath/page/100/3", s.url),
            }),
        )
        .await;
    }
    if let Some(page) = s.value(c.paging_first_response_empty()).await {
        s.follow(
            page.next_link.as_deref(),
            json!({"value": [{"properties": {"id": 1, "name": "Product"}}]}),
        )
        .await;
    }
    if let Some(page) = s.value(c.paging_duplicate_params().filter("foo")).await {
        s.follow(page.next_link.as_deref(), json!({"values": []}))
            .await;
    }
    for page in [
        s.value(c.paging_append_api_version("1.0.0")).await,
        s.value(c.paging_replace_api_version("1.0.0")).await,
    ] {
        let next = page.and_then(|page| page.next_link);
        let next = next.map(|next| next.replace("Api-Version=notMe&", "") + "&api-version=1.0.0");
        s.follow(next.as_deref(), json!({"values": []})).await;
    }
    if let Some(page) = s.value(c.paging_get_multiple_pages_failure()).await {
        s.follow(
            page.next_link.as_deref(),
            json!({"message": "Expected single failure test.", "status": 400}),
        )
        .await;
    }
    if let Some(page) = s
        .value(c.paging_get_multiple_pages_fragment_next_link("test_user", "1.6"))
        .await
    {
        // Relative to the tenant, and by its query to the tenth page.
        let next = page.odata_next_link.map(|next| {
            format!(
                "/paging/multiple/fragment/test_user/{}0&api_version=1.6",
                next.replace("page=2", "page=1")
            )
        });
        s.follow(
            next.as_deref(),
            json!({"values": [{"properties": {"id": 10, "name": "product"}}]}),
        )
        .await;
    }
}
