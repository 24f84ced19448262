//! Patches, where `null` takes away.

use restitch_autorest_tests::merge_patch::Client;
use serde_json::json;

use crate::suite::{Suite, from};

pub(super) async fn calls(s: &Suite) {
    let c = Client::builder()
        .base_url(&s.url)
        .build()
        .expect("a client");
    s.done(c.patch_single(from(json!({"foo": "bars"})))).await;
}
