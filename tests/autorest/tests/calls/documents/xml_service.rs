//! XML, which is text here: what the server sends is sent back to it.

use restitch_autorest_tests::xml_service::Client;
use restitch_autorest_tests::xml_service::types::JsonInput;
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client.xml_operations();
    if let Some(text) = s.value(c.xml_get_simple()).await {
        s.done(c.xml_put_simple(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_wrapped_lists()).await {
        s.done(c.xml_put_wrapped_lists(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_empty_list()).await {
        s.done(c.xml_put_empty_list(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_empty_wrapped_lists()).await {
        s.done(c.xml_put_empty_wrapped_lists(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_root_list()).await {
        s.done(c.xml_put_root_list(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_root_list_single_item()).await {
        s.done(c.xml_put_root_list_single_item(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_empty_root_list()).await {
        s.done(c.xml_put_empty_root_list(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_empty_child_element()).await {
        s.done(c.xml_put_empty_child_element(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_complex_type_ref_no_meta()).await {
        s.done(c.xml_put_complex_type_ref_no_meta(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_complex_type_ref_with_meta()).await {
        s.done(c.xml_put_complex_type_ref_with_meta(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_bytes()).await {
        s.done(c.xml_put_binary(text)).await;
    }
    if let Some(text) = s.value(c.xml_get_uri()).await {
        s.done(c.xml_put_uri(text)).await;
    }
    storage(s, &client).await;
    s.done(c.xml_get_headers()).await;
    s.done(c.xml_json_input(JsonInput::new().id(42))).await;
    s.reads(c.xml_json_output(), json!({"id": 42})).await;
    s.gives(client.xml_get_xms_text(), |text| text.contains("I am text"))
        .await;
}

/// Operations that a query tells apart.
async fn storage(s: &Suite, client: &Client) {
    let c = client.xml_operations();
    s.gives(c.xml_list_containers("list"), |text| {
        text.contains("<Name>audio")
    })
    .await;
    s.gives(c.xml_list_blobs("list", "container"), |text| {
        text.contains("blob1.txt")
    })
    .await;
    if let Some(text) = s
        .value(c.xml_get_service_properties("properties", "service"))
        .await
    {
        s.done(c.xml_put_service_properties("properties", "service", text))
            .await;
    }
    if let Some(text) = s.value(c.xml_get_acls("acl", "container")).await {
        s.done(c.xml_put_acls("acl", "container", text)).await;
    }
}
