//! Bytes in bodies.

use restitch_autorest_tests::body_byte::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client.byte_operations();
    s.reads(c.byte_get_empty(), json!("")).await;
    s.fails(
        c.byte_get_invalid(),
        "expected base64, found a string that is none: Invalid symbol 58, offset 0. at $",
    )
    .await;
    s.reads(c.byte_get_non_ascii(), json!("//79/Pv6+fj39g=="))
        .await;
    s.fails(c.byte_get_null(), "200 OK with no content").await;
    s.done(c.byte_put_non_ascii(from::<restitch::Base64>(json!("//79/Pv6+fj39g=="))))
        .await;
}
