//! Times as HTTP writes them, which the document types by a format of its own.

use restitch_autorest_tests::body_datetime_rfc1123::Client;
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client;
    s.reads(
        c.datetimerfc1123_get_invalid(),
        json!("Tue, 01 Dec 2000 00:00:0A ABC"),
    )
    .await;
    s.fails(c.datetimerfc1123_get_null(), "200 OK with no content")
        .await;
    s.reads(
        c.datetimerfc1123_get_overflow(),
        json!("Sat, 1 Jan 10000 00:00:00 GMT"),
    )
    .await;
    s.reads(
        c.datetimerfc1123_get_underflow(),
        json!("Tue, 00 Jan 0000 00:00:00 GMT"),
    )
    .await;
    s.reads(
        c.datetimerfc1123_get_utc_lowercase_max_date_time(),
        json!("fri, 31 dec 9999 23:59:59 gmt"),
    )
    .await;
    s.reads(
        c.datetimerfc1123_get_utc_min_date_time(),
        json!("Mon, 01 Jan 0001 00:00:00 GMT"),
    )
    .await;
    s.reads(
        c.datetimerfc1123_get_utc_uppercase_max_date_time(),
        json!("FRI, 31 DEC 9999 23:59:59 GMT"),
    )
    .await;
    s.done(c.datetimerfc1123_put_utc_max_date_time("Fri, 31 Dec 9999 23:59:59 GMT"))
        .await;
    s.done(c.datetimerfc1123_put_utc_min_date_time("Mon, 01 Jan 0001 00:00:00 GMT"))
        .await;
}
