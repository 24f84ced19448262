//! Nested structs. That a client may flatten them is an extension, and not done.

use restitch::Map;
use restitch_autorest_tests::model_flattening::Client;
use restitch_autorest_tests::model_flattening::types::{
    FlattenedProductRequest, ProductUrl, Resource, ResourceCollectionRequest, SimpleProduct,
    SimpleProductProperties,
};
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let c = client!(s, Client);
    read(s, &c).await;
    let array: Vec<Resource> = from(json!([
        {"location": "West US", "tags": {"tag1": "value1", "tag2": "value3"}},
        {"location": "Building 44"},
    ]));
    s.done(c.put_array().body(array)).await;
    let dictionary = json!({
        "Resource1": {"location": "West US", "tags": {"tag1": "value1", "tag2": "value3"}, "properties": {"p.name": "Product1", "type": "Flat"}},
        "Resource2": {"location": "Building 44", "properties": {"p.name": "Product2", "type": "Flat"}},
    });
    s.done(
        c.put_dictionary()
            .body(from::<Map<FlattenedProductRequest>>(dictionary.clone())),
    )
    .await;
    let collection: ResourceCollectionRequest = from(json!({
        "arrayofresources": [
            {"location": "West US", "tags": {"tag1": "value1", "tag2": "value3"}, "properties": {"p.name": "Product1", "type": "Flat"}},
            {"location": "East US", "properties": {"p.name": "Product2", "type": "Flat"}},
        ],
        "dictionaryofresources": dictionary,
        "productresource": {"location": "India", "properties": {"p.name": "Azure", "type": "Flat"}},
    }));
    s.done(c.put_resource_collection().body(collection)).await;
    let product = |url: ProductUrl| {
        let properties = SimpleProductProperties::new("max name").max_product_image(url);
        SimpleProduct::new("123")
            .base_product_description("product description")
            .details(properties)
    };
    let url = || ProductUrl::new().odata_value("http://foo");
    s.done(
        c.put_simple_product()
            .body(product(url().generic_value("https://generic"))),
    )
    .await;
    s.done(c.post_flattened_simple_product().body(product(url())))
        .await;
    s.done(
        c.put_simple_product_with_grouping("groupproduct")
            .body(product(url())),
    )
    .await;
}

async fn read(s: &Suite, c: &Client) {
    let flat = |id: &str, product: &str| {
        json!({
            "id": id,
            "location": "Building 44",
            "name": format!("Resource{id}"),
            "properties": {"provisioningState": "Succeeded", "provisioningStateValues": "OK", "p.name": product, "type": "Flat"},
            "tags": {"tag1": "value1", "tag2": "value3"},
            "type": "Microsoft.Web/sites",
        })
    };
    let placed =
        |id: &str| json!({"id": id, "name": format!("Resource{id}"), "location": "Building 44"});
    let named = |id: &str| json!({"id": id, "name": format!("Resource{id}")});
    s.reads(
        c.get_array(),
        json!([flat("1", "Product1"), placed("2"), named("3")]),
    )
    .await;
    let dictionary = || json!({"Product1": flat("1", "Product1"), "Product2": placed("2"), "Product3": named("3")});
    s.reads(c.get_dictionary(), dictionary()).await;
    s.reads(
        c.get_resource_collection(),
        json!({
            "dictionaryofresources": dictionary(),
            "arrayofresources": [flat("4", "Product4"), placed("5"), named("6")],
            "productresource": placed("7"),
        }),
    )
    .await;
}
