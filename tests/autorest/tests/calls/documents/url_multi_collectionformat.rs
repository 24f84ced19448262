//! Arrays in queries, as several parameters of one name.

use restitch_autorest_tests::url_multi_collectionformat::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client.query_operations();
    s.done(c.queries_array_string_multi_null()).await;
    s.done(
        c.queries_array_string_multi_empty()
            .array_query(Vec::<String>::new()),
    )
    .await;
    let array: Vec<Option<String>> = from(json!([
        "ArrayQuery1",
        "begin!*'();:@ &=+$,/?#[]end",
        "",
        ""
    ]));
    s.done(c.queries_array_string_multi_valid().array_query(array))
        .await;
}
