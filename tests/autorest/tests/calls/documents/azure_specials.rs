//! Parameters of Azure's services.

use restitch_autorest_tests::azure_special_properties::Client;
use restitch_autorest_tests::{
    azure_parameter_grouping, azure_special_properties as api, subscriptionid_apiversion,
};
use serde_json::json;

use crate::suite::{Suite, client};

const ID: &str = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0";

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client, default_header("x-ms-client-request-id", ID));
    versions(s, &client).await;
    subscriptions(s, &client).await;
    request_ids(s, &client).await;
    let c = client.odata_operations();
    s.done(
        c.odata_get_with_filter()
            .filter("id gt 5 and name eq 'foo'")
            .top(10)
            .orderby("id"),
    )
    .await;
    let c = client.skip_url_encoding_operations();
    s.done(c.skip_url_encoding_get_method_query_null()).await;
    groups(s).await;
    let c = client!(s, subscriptionid_apiversion::Client);
    let group = json!({"name": "testgroup101", "location": "West US"});
    s.reads(
        c.group_get_sample_resource_group("1234", "testgroup101", "2014-04-01-preview"),
        group,
    )
    .await;
}

async fn versions(s: &Suite, client: &Client) {
    let c = client.api_version_default_operations();
    let version = "2015-07-01-preview";
    s.done(c.api_version_default_get_method_global_not_provided_valid(version))
        .await;
    s.done(c.api_version_default_get_method_global_valid(version))
        .await;
    s.done(c.api_version_default_get_path_global_valid(version))
        .await;
    s.done(c.api_version_default_get_swagger_global_valid(version))
        .await;
    let c = client.api_version_local_operations();
    s.done(c.api_version_local_get_method_local_null()).await;
    s.done(c.api_version_local_get_method_local_valid("2.0"))
        .await;
    s.done(c.api_version_local_get_path_local_valid("2.0"))
        .await;
    s.done(c.api_version_local_get_swagger_local_valid("2.0"))
        .await;
}

async fn subscriptions(s: &Suite, client: &Client) {
    let c = client.subscription_in_credentials_operations();
    let id = "1234-5678-9012-3456";
    s.done(
        c.subscription_in_credentials_post_method_global_not_provided_valid(
            id,
            "2015-07-01-preview",
        ),
    )
    .await;
    s.done(c.subscription_in_credentials_post_method_global_valid(id))
        .await;
    s.done(c.subscription_in_credentials_post_path_global_valid(id))
        .await;
    s.done(c.subscription_in_credentials_post_swagger_global_valid(id))
        .await;
    let c = client.subscription_in_method_operations();
    s.done(c.subscription_in_method_post_method_local_valid(id))
        .await;
    s.done(c.subscription_in_method_post_path_local_valid(id))
        .await;
    s.done(c.subscription_in_method_post_swagger_local_valid(id))
        .await;
}

async fn request_ids(s: &Suite, client: &Client) {
    let c = client.header_operations();
    let header = &api::headers::FOO_REQUEST_ID;
    s.header(c.header_custom_named_request_id(ID), header, json!("123"))
        .await;
    s.header(
        c.header_custom_named_request_id_param_grouping(ID),
        header,
        json!("123"),
    )
    .await;
    s.header(
        c.header_custom_named_request_id_head(ID),
        header,
        json!("123"),
    )
    .await;
    let c = client.subscription_in_credentials_operations();
    s.done(c.x_ms_client_request_id_get()).await;
    s.done(c.x_ms_client_request_id_param_get(ID)).await;
    s.fails(
        c.x_ms_client_request_id_get()
            .with_header("x-ms-client-request-id", "other"),
        "status 400",
    )
    .await;
    let nameless = client!(s, Client);
    s.done(
        nameless
            .subscription_in_credentials_operations()
            .x_ms_client_request_id_get(),
    )
    .await;
}

async fn groups(s: &Suite) {
    let client = client!(s, azure_parameter_grouping::Client);
    let c = &client;
    s.done(
        c.parameter_grouping_post_required("path", 1234)
            .custom_header("header")
            .query(21),
    )
    .await;
    s.done(
        c.parameter_grouping_post_optional()
            .custom_header("header")
            .query(21),
    )
    .await;
    s.done(
        c.parameter_grouping_post_multi_param_groups()
            .header_one("header")
            .query_one(21),
    )
    .await;
    s.done(
        c.parameter_grouping_post_shared_parameter_group_object()
            .header_one("header")
            .query_one(21),
    )
    .await;
    s.done(
        c.parameter_grouping_post_reserved_words()
            .from("bob")
            .accept("yes"),
    )
    .await;
    let c = client.file_and_directory_operations();
    s.done(
        c.parameter_grouping_group_with_constant()
            .grouped_constant("foo")
            .grouped_parameter("bar"),
    )
    .await;
}
