//! Parameters in paths and queries, each of them once as it is, and where it may be left out.

use restitch::{Base64, Base64Url};
use restitch_autorest_tests::url::Client;
use restitch_autorest_tests::url::types::{PathsEnumValidEnumPath, QueriesEnumValidEnumQuery};
use serde_json::json;

use crate::suite::{Suite, client, from};

/// Characters that a URL reserves.
const RESERVED: &str = "begin!*'();:@ &=+$,/?#[]end";
/// Letters of which some have a twin that they would be normalised to.
const CHINESE: &str = "啊齄丂狛狜\u{f9f1}\u{f92c}\u{f9f1}\u{fa0c}\u{fa29}";

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    paths(s, &client).await;
    path_items(s, &client).await;
    queries(s, &client).await;
    absent(s, &client).await;
    arrays(s, &client).await;
}

async fn paths(s: &Suite, client: &Client) {
    let c = client.path_operations();
    s.done(c.paths_get_boolean_true(true)).await;
    s.done(c.paths_get_boolean_false(false)).await;
    s.done(c.paths_get_int_one_million(1_000_000)).await;
    s.done(c.paths_get_int_negative_one_million(-1_000_000))
        .await;
    s.done(c.paths_unix_time_url(1_460_505_600)).await;
    s.done(c.paths_get_ten_billion(10_000_000_000)).await;
    s.done(c.paths_get_negative_ten_billion(-10_000_000_000))
        .await;
    s.done(c.paths_float_scientific_positive(1.034e20)).await;
    s.done(c.paths_float_scientific_negative(-1.034e-20)).await;
    s.done(c.paths_double_decimal_positive(9_999_999.999)).await;
    s.done(c.paths_double_decimal_negative(-9_999_999.999))
        .await;
    s.done(c.paths_string_unicode(CHINESE)).await;
    s.done(c.paths_string_url_encoded(RESERVED)).await;
    s.done(c.paths_string_url_non_encoded("begin!*'();:@&=+$,end"))
        .await;
    s.done(c.paths_base64_url(Base64Url::from(b"lorem"))).await;
    s.done(c.paths_byte_multi_byte(Base64::from(CHINESE.as_bytes())))
        .await;
    s.done(c.paths_date_valid("2012-01-01")).await;
    s.done(c.paths_date_time_valid("2012-01-01T01:01:01Z"))
        .await;
    s.done(c.paths_enum_valid(PathsEnumValidEnumPath::GreenColor))
        .await;
    let array = ["ArrayPath1", RESERVED, "", ""].map(str::to_owned);
    s.done(
        client
            .query_operations()
            .paths_array_csv_in_path(array.to_vec()),
    )
    .await;
    // A path of which nothing is left may be another operation's.
    s.fails(c.paths_string_empty(""), "empty").await;
    s.fails(c.paths_byte_empty(""), "empty").await;
}

async fn path_items(s: &Suite, client: &Client) {
    let c = client.query_operations();
    let (global, item, local) = ("globalStringPath", "pathItemStringPath", "localStringPath");
    s.done(
        c.path_items_get_all_with_values(global, item, local)
            .global_string_query("globalStringQuery")
            .path_item_string_query("pathItemStringQuery")
            .local_string_query("localStringQuery"),
    )
    .await;
    s.done(
        c.path_items_get_global_query_null(global, item, local)
            .path_item_string_query("pathItemStringQuery")
            .local_string_query("localStringQuery"),
    )
    .await;
    s.done(
        c.path_items_get_global_and_local_query_null(global, item, local)
            .path_item_string_query("pathItemStringQuery"),
    )
    .await;
    s.done(
        c.path_items_get_local_path_item_query_null(global, item, local)
            .global_string_query("globalStringQuery"),
    )
    .await;
}

async fn queries(s: &Suite, client: &Client) {
    let c = client.query_operations();
    s.done(client.path_operations().queries_get_boolean_true(true))
        .await;
    s.done(client.path_operations().queries_get_boolean_false(false))
        .await;
    s.done(c.queries_get_int_one_million(1_000_000)).await;
    s.done(c.queries_get_int_negative_one_million(-1_000_000))
        .await;
    s.done(c.queries_get_ten_billion(10_000_000_000)).await;
    s.done(c.queries_get_negative_ten_billion(-10_000_000_000))
        .await;
    s.done(c.queries_float_scientific_positive(1.034e20)).await;
    s.done(c.queries_float_scientific_negative(-1.034e-20))
        .await;
    s.done(c.queries_double_decimal_positive(9_999_999.999))
        .await;
    s.done(c.queries_double_decimal_negative(-9_999_999.999))
        .await;
    s.done(c.queries_string_unicode(CHINESE)).await;
    s.done(c.queries_string_url_encoded(RESERVED)).await;
    s.done(c.queries_string_empty("")).await;
    s.done(
        c.queries_byte_multi_byte()
            .byte_query(Base64::from(CHINESE.as_bytes())),
    )
    .await;
    s.done(c.queries_byte_empty("")).await;
    s.done(c.queries_date_valid("2012-01-01")).await;
    s.done(c.queries_date_time_valid("2012-01-01T01:01:01Z"))
        .await;
    s.done(
        c.queries_enum_valid()
            .enum_query(QueriesEnumValidEnumQuery::GreenColor),
    )
    .await;
}

async fn absent(s: &Suite, client: &Client) {
    let c = client.query_operations();
    s.done(c.queries_get_boolean_null()).await;
    s.done(c.queries_get_int_null()).await;
    s.done(c.queries_get_long_null()).await;
    s.done(c.queries_float_null()).await;
    s.done(c.queries_double_null()).await;
    s.done(c.queries_string_null()).await;
    s.done(c.queries_byte_null()).await;
    s.done(c.queries_date_null()).await;
    s.done(c.queries_date_time_null()).await;
    s.done(c.queries_enum_null()).await;
    s.done(c.queries_array_string_csv_null()).await;
}

async fn arrays(s: &Suite, client: &Client) {
    let c = client.query_operations();
    let array = || from::<Vec<String>>(json!(["ArrayQuery1", RESERVED, "", ""]));
    s.done(c.queries_array_string_csv_valid().array_query(array()))
        .await;
    s.done(
        c.queries_array_string_no_collection_format_empty()
            .array_query(["hello", "nihao", "bonjour"].map(str::to_owned)),
    )
    .await;
    // Its separator is a space.
    s.fails(
        c.queries_array_string_ssv_valid().array_query(array()),
        "it has a ' ' in a value",
    )
    .await;
    s.done(c.queries_array_string_pipes_valid().array_query(array()))
        .await;
}
