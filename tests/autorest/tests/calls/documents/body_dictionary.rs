//! Maps in bodies.

use restitch_autorest_tests::body_dictionary::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    keys(s, &client).await;
    nested(s, &client).await;
    primitives_sent(s, &client).await;
    dates_and_texts(s, &client).await;
    booleans(s, &client).await;
    numbers(s, &client).await;
}

async fn keys(s: &Suite, client: &Client) {
    s.reads(
        client.dictionary_get_empty_string_key(),
        json!({"" : "val1"}),
    )
    .await;
    s.fails(
        client.dictionary_get_invalid(),
        "expected `:`, found ',' at $",
    )
    .await;
    s.fails(
        client.dictionary_get_null_key(),
        "expected a key, found null at $",
    )
    .await;
    s.fails(
        client.dictionary_get_null_value(),
        "expected a string, found null at $.key1",
    )
    .await;
}

async fn nested(s: &Suite, client: &Client) {
    let c = client.dictionary_operations_3b8d();
    s.reads(c.dictionary_get_array_empty(), json!({})).await;
    s.reads(
        c.dictionary_get_array_item_empty(),
        json!({"0": ["1", "2", "3"], "1": [], "2": ["7", "8", "9"]}),
    )
    .await;
    s.reads(
        c.dictionary_get_array_item_null(),
        json!({"0": ["1", "2", "3"], "1": null, "2": ["7", "8", "9"]}),
    )
    .await;
    s.fails(c.dictionary_get_array_null(), "200 OK with no content")
        .await;
    s.reads(
        c.dictionary_get_array_valid(),
        json!({"0": ["1", "2", "3"], "1": ["4", "5", "6"], "2": ["7", "8", "9"]}),
    )
    .await;
    s.reads(c.dictionary_get_complex_empty(), json!({})).await;
    s.reads(
        c.dictionary_get_complex_item_empty(),
        json!({"0": {"integer": 1, "string": "2"}, "1": {}, "2": {"integer": 5, "string": "6"}}),
    )
    .await;
    s.fails(
        c.dictionary_get_complex_item_null(),
        r#"expected an object, found null at $["1"]"#,
    )
    .await;
    s.fails(c.dictionary_get_complex_null(), "200 OK with no content")
        .await;
    s.reads(c.dictionary_get_complex_valid(), json!({"0": {"integer": 1, "string": "2"}, "1": {"integer": 3, "string": "4"}, "2": {"integer": 5, "string": "6"}})).await;
    s.reads(c.dictionary_get_dictionary_empty(), json!({}))
        .await;
    s.reads(c.dictionary_get_dictionary_item_empty(), json!({"0": {"1": "one", "2": "two", "3": "three"}, "1": {}, "2": {"7": "seven", "8": "eight", "9": "nine"}})).await;
    s.reads(c.dictionary_get_dictionary_item_null(), json!({"0": {"1": "one", "2": "two", "3": "three"}, "1": null, "2": {"7": "seven", "8": "eight", "9": "nine"}})).await;
    s.fails(c.dictionary_get_dictionary_null(), "200 OK with no content")
        .await;
    s.reads(c.dictionary_get_dictionary_valid(), json!({"0": {"1": "one", "2": "two", "3": "three"}, "1": {"4": "four", "5": "five", "6": "six"}, "2": {"7": "seven", "8": "eight", "9": "nine"}})).await;
    s.done(c.dictionary_put_array_valid(from(
        json!({"0": ["1", "2", "3"], "1": ["4", "5", "6"], "2": ["7", "8", "9"]}),
    )))
    .await;
    s.done(c.dictionary_put_complex_valid(from(json!({"0": {"integer": 1, "string": "2"}, "1": {"integer": 3, "string": "4"}, "2": {"integer": 5, "string": "6"}})))).await;
    s.done(c.dictionary_put_dictionary_valid(from(json!({"0": {"1": "one", "2": "two", "3": "three"}, "1": {"4": "four", "5": "five", "6": "six"}, "2": {"7": "seven", "8": "eight", "9": "nine"}})))).await;
}

async fn primitives_sent(s: &Suite, client: &Client) {
    let c = client.dictionary_operations_4bad();
    s.done(
        c.dictionary_put_boolean_tfft(from(json!({"0": true, "1": false, "2": false, "3": true }))),
    )
    .await;
    s.done(c.dictionary_put_byte_valid(from(json!({"0": "////+g==", "1": "AQID", "2": "JSlD"}))))
        .await;
    s.done(c.dictionary_put_date_time_rfc1123_valid(from(json!({"0": "Fri, 01 Dec 2000 00:00:01 GMT", "1": "Wed, 02 Jan 1980 00:11:35 GMT", "2": "Wed, 12 Oct 1492 10:15:01 GMT"})))).await;
    s.done(c.dictionary_put_date_time_valid(from(json!({"0": "2000-12-01T00:00:01Z", "1": "1980-01-01T23:11:35Z", "2": "1492-10-12T18:15:01Z"})))).await;
    s.done(c.dictionary_put_date_valid(from(
        json!({"0": "2000-12-01", "1": "1980-01-02", "2": "1492-10-12"}),
    )))
    .await;
    s.done(c.dictionary_put_double_valid(from(json!({"0": 0, "1": -0.01, "2": -1.2e20}))))
        .await;
    s.done(
        c.dictionary_put_duration_valid(from(json!({"0": "P123DT22H14M12.011S", "1": "P5DT1H"}))),
    )
    .await;
    s.done(c.dictionary_put_empty(from(json!({})))).await;
    s.done(c.dictionary_put_float_valid(from(json!({"0": 0, "1": -0.01, "2": -1.2e20}))))
        .await;
    s.done(c.dictionary_put_integer_valid(from(json!({"0": 1, "1": -1, "2": 3, "3": 300}))))
        .await;
    s.done(c.dictionary_put_long_valid(from(json!({"0": 1, "1": -1, "2": 3, "3": 300}))))
        .await;
    s.done(c.dictionary_put_string_valid(from(json!({"0": "foo1", "1": "foo2", "2": "foo3"}))))
        .await;
}

async fn dates_and_texts(s: &Suite, client: &Client) {
    let c = client.dictionary_operations_4bad();
    s.reads(c.dictionary_get_base64_url(), json!({"0": "YSBzdHJpbmcgdGhhdCBnZXRzIGVuY29kZWQgd2l0aCBiYXNlNjR1cmw", "1": "dGVzdCBzdHJpbmc", "2": "TG9yZW0gaXBzdW0"})).await;
    s.fails(
        c.dictionary_get_byte_invalid_null(),
        r#"expected a string, found null at $["1"]"#,
    )
    .await;
    s.reads(
        c.dictionary_get_byte_valid(),
        json!({"0": "////+g==", "1": "AQID", "2": "JSlD"}),
    )
    .await;
    s.fails(
        c.dictionary_get_date_invalid_chars(),
        r#"expected a date, found "date": a date is `2024-12-31` at $["1"]"#,
    )
    .await;
    s.fails(
        c.dictionary_get_date_invalid_null(),
        r#"expected a string, found null at $["1"]"#,
    )
    .await;
    s.fails(
        c.dictionary_get_date_time_invalid_chars(),
        r#"expected a date-time, found "date-time": a date is `2024-12-31` at $["1"]"#,
    )
    .await;
    s.fails(
        c.dictionary_get_date_time_invalid_null(),
        r#"expected a string, found null at $["1"]"#,
    )
    .await;
    s.reads(c.dictionary_get_date_time_rfc1123_valid(), json!({"0": "Fri, 01 Dec 2000 00:00:01 GMT", "1": "Wed, 02 Jan 1980 00:11:35 GMT", "2": "Wed, 12 Oct 1492 10:15:01 GMT"})).await;
    s.reads(c.dictionary_get_date_time_valid(), json!({"0": "2000-12-01T00:00:01Z", "1": "1980-01-02T00:11:35+01:00", "2": "1492-10-12T10:15:01-08:00"})).await;
    s.reads(
        c.dictionary_get_date_valid(),
        json!({"0": "2000-12-01", "1": "1980-01-02", "2": "1492-10-12"}),
    )
    .await;
    s.reads(
        c.dictionary_get_duration_valid(),
        json!({"0": "P123DT22H14M12.011S", "1": "P5DT1H"}),
    )
    .await;
    s.reads(
        c.dictionary_get_string_valid(),
        json!({"0": "foo1", "1": "foo2", "2": "foo3"}),
    )
    .await;
    s.fails(
        c.dictionary_get_string_with_invalid(),
        r#"expected a string, found a number at $["1"]"#,
    )
    .await;
    s.fails(
        c.dictionary_get_string_with_null(),
        r#"expected a string, found null at $["1"]"#,
    )
    .await;
}

async fn booleans(s: &Suite, client: &Client) {
    let c = client.dictionary_operations_4bad();
    s.fails(
        c.dictionary_get_boolean_invalid_null(),
        r#"expected a boolean, found null at $["1"]"#,
    )
    .await;
    s.fails(
        c.dictionary_get_boolean_invalid_string(),
        r#"expected a boolean, found a string at $["1"]"#,
    )
    .await;
    s.reads(
        c.dictionary_get_boolean_tfft(),
        json!({"0": true, "1": false, "2": false, "3": true }),
    )
    .await;
}

async fn numbers(s: &Suite, client: &Client) {
    let c = client.dictionary_operations_4bad();
    s.fails(
        c.dictionary_get_double_invalid_null(),
        r#"expected a number, found null at $["1"]"#,
    )
    .await;
    s.fails(
        c.dictionary_get_double_invalid_string(),
        r#"expected a number, found a string at $["1"]"#,
    )
    .await;
    s.reads(
        c.dictionary_get_double_valid(),
        json!({"0": 0, "1": -0.01, "2": -1.2e20}),
    )
    .await;
    s.reads(c.dictionary_get_empty(), json!({})).await;
    s.fails(
        c.dictionary_get_float_invalid_null(),
        r#"expected a number, found null at $["1"]"#,
    )
    .await;
    s.fails(
        c.dictionary_get_float_invalid_string(),
        r#"expected a number, found a string at $["1"]"#,
    )
    .await;
    s.reads(
        c.dictionary_get_float_valid(),
        json!({"0": 0, "1": -0.01, "2": -1.2e20}),
    )
    .await;
    s.fails(
        c.dictionary_get_int_invalid_null(),
        r#"expected a number, found null at $["1"]"#,
    )
    .await;
    s.fails(
        c.dictionary_get_int_invalid_string(),
        r#"expected a number, found a string at $["1"]"#,
    )
    .await;
    s.reads(
        c.dictionary_get_integer_valid(),
        json!({"0": 1, "1": -1, "2": 3, "3": 300}),
    )
    .await;
    s.fails(
        c.dictionary_get_long_invalid_null(),
        r#"expected a number, found null at $["1"]"#,
    )
    .await;
    s.fails(
        c.dictionary_get_long_invalid_string(),
        r#"expected a number, found a string at $["1"]"#,
    )
    .await;
    s.reads(
        c.dictionary_get_long_valid(),
        json!({"0": 1, "1": -1, "2": 3, "3": 300}),
    )
    .await;
    s.fails(c.dictionary_get_null(), "200 OK with no content")
        .await;
}
