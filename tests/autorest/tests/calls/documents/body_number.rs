//! Numbers in bodies.

use restitch_autorest_tests::body_number::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client;
    s.reads(c.number_get_big_decimal(), json!(2.5976931e+101))
        .await;
    s.reads(
        c.number_get_big_decimal_negative_decimal(),
        json!(-99999999.99),
    )
    .await;
    s.reads(
        c.number_get_big_decimal_positive_decimal(),
        json!(99999999.99),
    )
    .await;
    s.reads(c.number_get_big_double(), json!(2.5976931e+101))
        .await;
    s.reads(
        c.number_get_big_double_negative_decimal(),
        json!(-99999999.99),
    )
    .await;
    s.reads(
        c.number_get_big_double_positive_decimal(),
        json!(99999999.99),
    )
    .await;
    s.reads(c.number_get_big_float(), json!(3.402823e+20)).await;
    s.fails(c.number_get_invalid_decimal(), "malformed number at $")
        .await;
    s.fails(c.number_get_invalid_double(), "malformed number at $")
        .await;
    s.fails(c.number_get_invalid_float(), "malformed number at $")
        .await;
    s.fails(c.number_get_null(), "200 OK with no content").await;
    s.reads(c.number_get_small_decimal(), json!(2.5976931e-101))
        .await;
    s.reads(c.number_get_small_double(), json!(2.5976931e-101))
        .await;
    s.reads(c.number_get_small_float(), json!(3.402823e-20))
        .await;
    s.done(c.number_put_big_decimal(from(json!(2.5976931e+101))))
        .await;
    s.done(c.number_put_big_decimal_negative_decimal(from(json!(-99999999.99))))
        .await;
    s.done(c.number_put_big_decimal_positive_decimal(from(json!(99999999.99))))
        .await;
    s.done(c.number_put_big_double(from(json!(2.5976931e+101))))
        .await;
    s.done(c.number_put_big_double_negative_decimal(from(json!(-99999999.99))))
        .await;
    s.done(c.number_put_big_double_positive_decimal(from(json!(99999999.99))))
        .await;
    s.done(c.number_put_big_float(from(json!(3.402823e+20))))
        .await;
    s.done(c.number_put_small_decimal(from(json!(2.5976931e-101))))
        .await;
    s.done(c.number_put_small_double(from(json!(2.5976931e-101))))
        .await;
    s.done(c.number_put_small_float(from(json!(3.402823e-20))))
        .await;
}
