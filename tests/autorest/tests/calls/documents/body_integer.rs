//! Integers in bodies.

use restitch_autorest_tests::body_integer::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client;
    s.fails(c.int_get_invalid(), "malformed number at $").await;
    s.fails(c.int_get_invalid_unix_time(), "malformed number at $")
        .await;
    s.fails(c.int_get_null(), "200 OK with no content").await;
    s.fails(c.int_get_null_unix_time(), "200 OK with no content")
        .await;
    s.fails(
        c.int_get_overflow_int32(),
        "2147483656 is out of range of a 32-bit integer at $",
    )
    .await;
    s.fails(
        c.int_get_overflow_int64(),
        "9223372036854775910 is out of range of a 64-bit integer at $",
    )
    .await;
    s.fails(
        c.int_get_underflow_int32(),
        "-2147483656 is out of range of a 32-bit integer at $",
    )
    .await;
    s.fails(
        c.int_get_underflow_int64(),
        "-9223372036854775910 is out of range of a 64-bit integer at $",
    )
    .await;
    s.reads(c.int_get_unix_time(), json!(1460505600)).await;
    s.done(c.int_put_max32(i32::MAX)).await;
    s.done(c.int_put_max64(i64::MAX)).await;
    s.done(c.int_put_min32(i32::MIN)).await;
    s.done(c.int_put_min64(i64::MIN)).await;
    s.done(c.int_put_unix_time_date(from(json!(1460505600))))
        .await;
}
