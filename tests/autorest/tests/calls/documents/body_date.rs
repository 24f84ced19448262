//! Dates in bodies.

use restitch_autorest_tests::body_date::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client;
    s.fails(
        c.date_get_invalid_date(),
        r#"expected a date, found "201O-18-90": a date is `2024-12-31` at $"#,
    )
    .await;
    s.reads(c.date_get_max_date(), json!("9999-12-31")).await;
    s.reads(c.date_get_min_date(), json!("0001-01-01")).await;
    s.fails(c.date_get_null(), "200 OK with no content").await;
    s.fails(
        c.date_get_overflow_date(),
        r#"expected a date, found "10000000000-12-31": years are 0000 to 9999 at $"#,
    )
    .await;
    s.fails(
        c.date_get_underflow_date(),
        r#"expected a date, found "0000-00-00": there is no such day at $"#,
    )
    .await;
    s.done(c.date_put_max_date(from(json!("9999-12-31")))).await;
    s.done(c.date_put_min_date(from(json!("0001-01-01")))).await;
}
