//! Values of any type in bodies.

use restitch_autorest_tests::any_type::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client;
    s.reads(c.get_array(), json!(["foo", "bar"])).await;
    s.reads(
        c.get_object(),
        json!({"message":"An object was successfully returned"}),
    )
    .await;
    s.reads(c.get_string(), json!("anything")).await;
    s.done(c.put_array(from(json!(["foo", "bar"])))).await;
    s.done(c.put_object(from(json!({"foo": "bar"})))).await;
    s.done(c.put_string(from(json!("anything")))).await;
}
