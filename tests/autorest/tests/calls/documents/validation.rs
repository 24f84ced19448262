//! Properties and parameters with one value.

use restitch_autorest_tests::validation::Client;
use restitch_autorest_tests::validation::types::{ChildProduct, ConstantProduct, Product};
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let c = client!(s, Client);
    s.done(c.get_with_constant_in_path("constant")).await;
    let product = Product::new(ChildProduct::new(), ConstantProduct::new());
    s.reads(
        c.post_with_constant_in_body("constant").body(product),
        json!({
            "child": {"constProperty": "constant"},
            "constChild": {"constProperty": "constant", "constProperty2": "constant2"},
            "constInt": 0,
            "constString": "constant",
        }),
    )
    .await;
}
