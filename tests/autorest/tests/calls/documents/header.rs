//! Headers of requests and of answers.

use restitch::Base64;
use restitch_autorest_tests::header::types::HeaderParamEnumValue;
use restitch_autorest_tests::header::{Client, headers};
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    requests(s, &client).await;
    answers(s, &client).await;
    answers_of_dates(s, &client).await;
    answers_of_texts(s, &client).await;
}

async fn requests(s: &Suite, client: &Client) {
    let c = client.header_operations();
    s.done(c.header_param_existing_key("overwrite")).await;
    let id = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0";
    s.done(
        c.header_custom_request_id()
            .with_header("x-ms-client-request-id", id),
    )
    .await;
    s.done(c.header_param_bool("true", true)).await;
    s.done(c.header_param_bool("false", false)).await;
    s.done(c.header_param_integer("positive", 1)).await;
    s.done(c.header_param_integer("negative", -2)).await;
    s.done(c.header_param_long("positive", 105)).await;
    s.done(c.header_param_long("negative", -2)).await;
    s.done(c.header_param_float("positive", 0.07)).await;
    s.done(c.header_param_float("negative", -3.0)).await;
    s.done(c.header_param_double("positive", 7e120)).await;
    s.done(c.header_param_double("negative", -3.0)).await;
    s.done(c.header_param_date("valid", from(json!("2010-01-01"))))
        .await;
    s.done(c.header_param_date("min", from(json!("0001-01-01"))))
        .await;
    s.done(c.header_param_datetime("valid", from(json!("2010-01-01T12:34:56Z"))))
        .await;
    s.done(c.header_param_datetime("min", from(json!("0001-01-01T00:00:00Z"))))
        .await;
    s.done(c.header_param_duration("valid", "P123DT22H14M12.011S"))
        .await;
    s.done(c.header_param_byte(
        "valid",
        from::<Base64>(json!("5ZWK6b2E5LiC54ub54uc76ex76Ss76ex76iM76ip")),
    ))
    .await;
    s.done(
        c.header_param_datetime_rfc1123("valid")
            .value("Fri, 01 Jan 2010 12:34:56 GMT"),
    )
    .await;
    s.done(
        c.header_param_datetime_rfc1123("min")
            .value("Mon, 01 Jan 0001 00:00:00 GMT"),
    )
    .await;
    s.done(
        c.header_param_string("valid")
            .value("The quick brown fox jumps over the lazy dog"),
    )
    .await;
    s.done(c.header_param_string("empty").value("")).await;
    s.done(c.header_param_string("null")).await;
    s.done(
        c.header_param_enum("valid")
            .value(HeaderParamEnumValue::Grey),
    )
    .await;
    s.done(c.header_param_enum("null")).await;
}

async fn answers(s: &Suite, client: &Client) {
    let c = client.header_operations();
    s.header(
        c.header_response_existing_key(),
        &headers::USER_AGENT,
        json!("overwrite"),
    )
    .await;
    let call = c.header_response_protected_key();
    s.gives(call, |response| {
        response.headers()["content-type"] == "text/html; charset=utf-8"
    })
    .await;
    s.header(
        c.header_response_bool("true"),
        &headers::VALUE_1B76,
        json!(true),
    )
    .await;
    s.header(
        c.header_response_bool("false"),
        &headers::VALUE_1B76,
        json!(false),
    )
    .await;
    s.header(
        c.header_response_integer("positive"),
        &headers::VALUE_A578,
        json!(1),
    )
    .await;
    s.header(
        c.header_response_integer("negative"),
        &headers::VALUE_A578,
        json!(-2),
    )
    .await;
    s.header(
        c.header_response_long("positive"),
        &headers::VALUE_94D4,
        json!(105),
    )
    .await;
    s.header(
        c.header_response_long("negative"),
        &headers::VALUE_94D4,
        json!(-2),
    )
    .await;
    s.header(
        c.header_response_float("positive"),
        &headers::VALUE_BE11,
        json!(0.07),
    )
    .await;
    s.header(
        c.header_response_float("negative"),
        &headers::VALUE_BE11,
        json!(-3.0),
    )
    .await;
    s.header(
        c.header_response_double("positive"),
        &headers::VALUE_BE11,
        json!(7e120),
    )
    .await;
    s.header(
        c.header_response_double("negative"),
        &headers::VALUE_BE11,
        json!(-3.0),
    )
    .await;
}

async fn answers_of_dates(s: &Suite, client: &Client) {
    let c = client.header_operations();
    s.header(
        c.header_response_date("valid"),
        &headers::VALUE_87F2,
        json!("2010-01-01"),
    )
    .await;
    s.header(
        c.header_response_date("min"),
        &headers::VALUE_87F2,
        json!("0001-01-01"),
    )
    .await;
    s.header(
        c.header_response_datetime("valid"),
        &headers::VALUE_63B1,
        json!("2010-01-01T12:34:56Z"),
    )
    .await;
    s.header(
        c.header_response_datetime("min"),
        &headers::VALUE_63B1,
        json!("0001-01-01T00:00:00Z"),
    )
    .await;
    s.header(
        c.header_response_duration("valid"),
        &headers::VALUE_558F,
        json!("P123DT22H14M12.011S"),
    )
    .await;
    s.header(
        c.header_response_datetime_rfc1123("valid"),
        &headers::VALUE_558F,
        json!("Fri, 01 Jan 2010 12:34:56 GMT"),
    )
    .await;
    s.header(
        c.header_response_datetime_rfc1123("min"),
        &headers::VALUE_558F,
        json!("Mon, 01 Jan 0001 00:00:00 GMT"),
    )
    .await;
}

async fn answers_of_texts(s: &Suite, client: &Client) {
    let c = client.header_operations();
    s.header(
        c.header_response_byte("valid"),
        &headers::VALUE_0D38,
        json!("5ZWK6b2E5LiC54ub54uc76ex76Ss76ex76iM76ip"),
    )
    .await;
    s.header(
        c.header_response_string("valid"),
        &headers::VALUE_558F,
        json!("The quick brown fox jumps over the lazy dog"),
    )
    .await;
    s.header(
        c.header_response_string("empty"),
        &headers::VALUE_558F,
        json!(""),
    )
    .await;
    s.header(
        c.header_response_string("null"),
        &headers::VALUE_558F,
        json!("null"),
    )
    .await;
    s.header(
        c.header_response_enum("valid"),
        &headers::VALUE_BB29,
        json!("GREY"),
    )
    .await;
    s.header(
        c.header_response_enum("null"),
        &headers::VALUE_BB29,
        json!(""),
    )
    .await;
}
