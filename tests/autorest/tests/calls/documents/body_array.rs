//! Arrays in bodies.

use restitch_autorest_tests::body_array::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    sent(s, &client).await;
    nested(s, &client).await;
    dates(s, &client).await;
    texts(s, &client).await;
    numbers(s, &client).await;
}

async fn sent(s: &Suite, client: &Client) {
    let c = client.array_operations();
    s.done(c.array_put_array_valid(from(json!([
        ["1", "2", "3"],
        ["4", "5", "6"],
        ["7", "8", "9"]
    ]))))
    .await;
    s.done(c.array_put_boolean_tfft(from(json!([true, false, false, true]))))
        .await;
    s.done(c.array_put_byte_valid(from(json!(["////+g==", "AQID", "JSlD"]))))
        .await;
    s.done(c.array_put_complex_valid(from(
        json!([{"integer":1,"string":"2"},{"integer":3,"string":"4"},{"integer":5,"string":"6"}]),
    )))
    .await;
    s.done(c.array_put_date_time_rfc1123_valid(from(json!([
        "Fri, 01 Dec 2000 00:00:01 GMT",
        "Wed, 02 Jan 1980 00:11:35 GMT",
        "Wed, 12 Oct 1492 10:15:01 GMT"
    ]))))
    .await;
    s.done(c.array_put_date_time_valid(from(json!([
        "2000-12-01T00:00:01Z",
        "1980-01-02T00:11:35Z",
        "1492-10-12T10:15:01Z"
    ]))))
    .await;
    s.done(c.array_put_date_valid(from(json!(["2000-12-01", "1980-01-02", "1492-10-12"]))))
        .await;
    s.done(c.array_put_dictionary_valid(from(json!([{"1":"one","2":"two","3":"three"},{"4":"four","5":"five","6":"six"},{"7":"seven","8":"eight","9":"nine"}])))).await;
    s.done(c.array_put_double_valid(from(json!([0, -0.01, -1.2e20]))))
        .await;
    s.done(c.array_put_duration_valid(from(json!(["P123DT22H14M12.011S", "P5DT1H"]))))
        .await;
    s.done(c.array_put_empty(from(json!([])))).await;
    s.done(c.array_put_enum_valid(from(json!(["foo1", "foo2", "foo3"]))))
        .await;
    s.done(c.array_put_float_valid(from(json!([0, -0.01, -1.2e20]))))
        .await;
    s.done(c.array_put_integer_valid(from(json!([1, -1, 3, 300]))))
        .await;
    s.done(c.array_put_long_valid(from(json!([1, -1, 3, 300]))))
        .await;
    s.done(c.array_put_string_enum_valid(from(json!(["foo1", "foo2", "foo3"]))))
        .await;
    s.done(c.array_put_string_valid(from(json!(["foo1", "foo2", "foo3"]))))
        .await;
    s.done(c.array_put_uuid_valid(from(json!([
        "6dcc7237-45fe-45c4-8a6b-3a8a3f625652",
        "d1399005-30f7-40d6-8da6-dd7c89ad34db",
        "f42f6aa1-a5bc-4ddf-907e-5f915de43205"
    ]))))
    .await;
}

async fn nested(s: &Suite, client: &Client) {
    let c = client.array_operations();
    s.reads(c.array_get_array_empty(), json!([])).await;
    s.reads(
        c.array_get_array_item_empty(),
        json!([["1", "2", "3"], [], ["7", "8", "9"]]),
    )
    .await;
    s.reads(
        c.array_get_array_item_null(),
        json!([["1", "2", "3"], null, ["7", "8", "9"]]),
    )
    .await;
    s.fails(c.array_get_array_null(), "200 OK with no content")
        .await;
    s.reads(
        c.array_get_array_valid(),
        json!([["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]]),
    )
    .await;
    s.reads(c.array_get_complex_empty(), json!([])).await;
    s.reads(
        c.array_get_complex_item_empty(),
        json!([{"integer":1,"string":"2"},{},{"integer":5,"string":"6"}]),
    )
    .await;
    s.fails(
        c.array_get_complex_item_null(),
        "expected an object, found null at $[1]",
    )
    .await;
    s.fails(c.array_get_complex_null(), "200 OK with no content")
        .await;
    s.reads(
        c.array_get_complex_valid(),
        json!([{"integer":1,"string":"2"},{"integer":3,"string":"4"},{"integer":5,"string":"6"}]),
    )
    .await;
    s.reads(c.array_get_dictionary_empty(), json!([])).await;
    s.reads(
        c.array_get_dictionary_item_empty(),
        json!([{"1":"one","2":"two","3":"three"},{},{"7":"seven","8":"eight","9":"nine"}]),
    )
    .await;
    s.reads(
        c.array_get_dictionary_item_null(),
        json!([{"1":"one","2":"two","3":"three"},null,{"7":"seven","8":"eight","9":"nine"}]),
    )
    .await;
    s.fails(c.array_get_dictionary_null(), "200 OK with no content")
        .await;
    s.reads(c.array_get_dictionary_valid(), json!([{"1":"one","2":"two","3":"three"},{"4":"four","5":"five","6":"six"},{"7":"seven","8":"eight","9":"nine"}])).await;
    s.reads(c.array_get_empty(), json!([])).await;
    s.fails(
        c.array_get_invalid(),
        "expected `,` or `]`, found the end of the text at $",
    )
    .await;
    s.fails(c.array_get_null(), "200 OK with no content").await;
}

async fn dates(s: &Suite, client: &Client) {
    let c = client.array_operations();
    s.fails(
        c.array_get_date_invalid_chars(),
        r#"expected a date, found "date": a date is `2024-12-31` at $[1]"#,
    )
    .await;
    s.fails(
        c.array_get_date_invalid_null(),
        "expected a string, found null at $[1]",
    )
    .await;
    s.fails(
        c.array_get_date_time_invalid_chars(),
        r#"expected a date-time, found "date-time": a date is `2024-12-31` at $[1]"#,
    )
    .await;
    s.fails(
        c.array_get_date_time_invalid_null(),
        "expected a string, found null at $[1]",
    )
    .await;
    s.reads(
        c.array_get_date_time_rfc1123_valid(),
        json!([
            "Fri, 01 Dec 2000 00:00:01 GMT",
            "Wed, 02 Jan 1980 00:11:35 GMT",
            "Wed, 12 Oct 1492 10:15:01 GMT"
        ]),
    )
    .await;
    s.reads(
        c.array_get_date_time_valid(),
        json!([
            "2000-12-01T00:00:01Z",
            "1980-01-02T00:11:35+01:00",
            "1492-10-12T10:15:01-08:00"
        ]),
    )
    .await;
    s.reads(
        c.array_get_date_valid(),
        json!(["2000-12-01", "1980-01-02", "1492-10-12"]),
    )
    .await;
}

async fn texts(s: &Suite, client: &Client) {
    let c = client.array_operations();
    s.reads(
        c.array_get_base64_url(),
        json!([
            "YSBzdHJpbmcgdGhhdCBnZXRzIGVuY29kZWQgd2l0aCBiYXNlNjR1cmw",
            "dGVzdCBzdHJpbmc",
            "TG9yZW0gaXBzdW0"
        ]),
    )
    .await;
    s.fails(
        c.array_get_byte_invalid_null(),
        "expected a string, found null at $[1]",
    )
    .await;
    s.reads(
        c.array_get_byte_valid(),
        json!(["////+g==", "AQID", "JSlD"]),
    )
    .await;
    s.reads(
        c.array_get_duration_valid(),
        json!(["P123DT22H14M12.011S", "P5DT1H0M0S"]),
    )
    .await;
    s.reads(c.array_get_enum_valid(), json!(["foo1", "foo2", "foo3"]))
        .await;
    s.reads(
        c.array_get_string_enum_valid(),
        json!(["foo1", "foo2", "foo3"]),
    )
    .await;
    s.reads(c.array_get_string_valid(), json!(["foo1", "foo2", "foo3"]))
        .await;
    s.fails(
        c.array_get_string_with_invalid(),
        "expected a string, found a number at $[1]",
    )
    .await;
    s.reads(c.array_get_string_with_null(), json!(["foo", null, "foo2"]))
        .await;
    s.fails(
        c.array_get_uuid_invalid_chars(),
        r#"expected a UUID, found "foo" at $[1]"#,
    )
    .await;
    s.reads(
        c.array_get_uuid_valid(),
        json!([
            "6dcc7237-45fe-45c4-8a6b-3a8a3f625652",
            "d1399005-30f7-40d6-8da6-dd7c89ad34db",
            "f42f6aa1-a5bc-4ddf-907e-5f915de43205"
        ]),
    )
    .await;
}

async fn numbers(s: &Suite, client: &Client) {
    let c = client.array_operations();
    s.fails(
        c.array_get_boolean_invalid_null(),
        "expected a boolean, found null at $[1]",
    )
    .await;
    s.fails(
        c.array_get_boolean_invalid_string(),
        "expected a boolean, found a string at $[1]",
    )
    .await;
    s.reads(
        c.array_get_boolean_tfft(),
        json!([true, false, false, true]),
    )
    .await;
    s.fails(
        c.array_get_double_invalid_null(),
        "expected a number, found null at $[1]",
    )
    .await;
    s.fails(
        c.array_get_double_invalid_string(),
        "expected a number, found a string at $[1]",
    )
    .await;
    s.reads(c.array_get_double_valid(), json!([0, -0.01, -1.2e20]))
        .await;
    s.fails(
        c.array_get_float_invalid_null(),
        "expected a number, found null at $[1]",
    )
    .await;
    s.fails(
        c.array_get_float_invalid_string(),
        "expected a number, found a string at $[1]",
    )
    .await;
    s.reads(c.array_get_float_valid(), json!([0, -0.01, -1.2e20]))
        .await;
    s.fails(
        c.array_get_int_invalid_null(),
        "expected a number, found null at $[1]",
    )
    .await;
    s.fails(
        c.array_get_int_invalid_string(),
        "expected a number, found a string at $[1]",
    )
    .await;
    s.reads(c.array_get_integer_valid(), json!([1, -1, 3, 300]))
        .await;
    s.fails(
        c.array_get_long_invalid_null(),
        "expected a number, found null at $[1]",
    )
    .await;
    s.fails(
        c.array_get_long_invalid_string(),
        "expected a number, found a string at $[1]",
    )
    .await;
    s.reads(c.array_get_long_valid(), json!([1, -1, 3, 300]))
        .await;
}
