//! Times in bodies.

use restitch_autorest_tests::body_datetime::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    sent(s, &client).await;
    read(s, &client).await;
}

async fn sent(s: &Suite, client: &Client) {
    s.done(
        client.datetime_put_local_negative_offset_max_date_time(from(json!(
            "9999-12-31T23:59:59.999-14:00"
        ))),
    )
    .await;
    s.done(
        client.datetime_put_local_negative_offset_min_date_time(from(json!(
            "0001-01-01T00:00:00-14:00"
        ))),
    )
    .await;
    s.done(
        client.datetime_put_local_positive_offset_max_date_time(from(json!(
            "9999-12-31T23:59:59.999+14:00"
        ))),
    )
    .await;
    s.done(
        client.datetime_put_local_positive_offset_min_date_time(from(json!(
            "0001-01-01T00:00:00+14:00"
        ))),
    )
    .await;
    s.done(client.datetime_put_utc_max_date_time(from(json!("9999-12-31T23:59:59.999Z"))))
        .await;
    // Seven digits are written as nine, and the server looks at the text.
    s.fails(
        client.datetime_put_utc_max_date_time7_digits(from(json!("9999-12-31T23:59:59.9999999Z"))),
        "59.999999900Z",
    )
    .await;
    s.done(client.datetime_put_utc_min_date_time(from(json!("0001-01-01T00:00:00Z"))))
        .await;
}

async fn read(s: &Suite, client: &Client) {
    s.fails(
        client.datetime_get_invalid(),
        r#"expected a date-time, found "201O-18-90D00:89:56.9AX": a date is `2024-12-31` at $"#,
    )
    .await;
    s.reads(
        client.datetime_get_local_negative_offset_lowercase_max_date_time(),
        json!("9999-12-31T23:59:59.999-14:00"),
    )
    .await;
    s.reads(
        client.datetime_get_local_negative_offset_min_date_time(),
        json!("0001-01-01T00:00:00-14:00"),
    )
    .await;
    s.reads(
        client.datetime_get_local_negative_offset_uppercase_max_date_time(),
        json!("9999-12-31T23:59:59.999-14:00"),
    )
    .await;
    s.reads(
        client.datetime_get_local_no_offset_min_date_time(),
        json!("0001-01-01T00:00:00Z"),
    )
    .await;
    s.reads(
        client.datetime_get_local_positive_offset_lowercase_max_date_time(),
        json!("9999-12-31T23:59:59.999+14:00"),
    )
    .await;
    s.reads(
        client.datetime_get_local_positive_offset_min_date_time(),
        json!("0001-01-01T00:00:00+14:00"),
    )
    .await;
    s.reads(
        client.datetime_get_local_positive_offset_uppercase_max_date_time(),
        json!("9999-12-31T23:59:59.999+14:00"),
    )
    .await;
    s.fails(client.datetime_get_null(), "200 OK with no content")
        .await;
    s.reads(
        client.datetime_get_overflow(),
        json!("9999-12-31T23:59:59.999-14:00"),
    )
    .await;
    s.fails(
        client.datetime_get_underflow(),
        r#"expected a date-time, found "0000-00-00T00:00:00.000+00:00": there is no such day at $"#,
    )
    .await;
    s.reads(
        client.datetime_get_utc_lowercase_max_date_time(),
        json!("9999-12-31T23:59:59.999Z"),
    )
    .await;
    s.reads(
        client.datetime_get_utc_min_date_time(),
        json!("0001-01-01T00:00:00Z"),
    )
    .await;
    s.reads(
        client.datetime_get_utc_uppercase_max_date_time(),
        json!("9999-12-31T23:59:59.999Z"),
    )
    .await;
    s.reads(
        client.datetime_get_utc_uppercase_max_date_time7_digits(),
        json!("9999-12-31T23:59:59.999999900Z"),
    )
    .await;
}
