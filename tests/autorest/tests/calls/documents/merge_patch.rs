//! Patches, where `null` takes away.

use restitch_autorest_tests::merge_patch::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let c = client!(s, Client);
    s.done(c.patch_single(from(json!({"foo": "bars"})))).await;
}
