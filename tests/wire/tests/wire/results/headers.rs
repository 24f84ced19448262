use restitch_wire_tests::answers_headers as api;

use super::answer;
use api::headers;
use api::types::{XKindsHeaderItem, XMetaHeader, XMoodHeader};

#[tokio::test]
async fn declared_headers_have_types() {
    let (server, builder) = client!(answers_headers);
    let things = builder.build().unwrap().things();
    let mut full = answer(200, "application/json", "[]");
    for (name, value) in [
        ("x-rate-limit", "7"),
        ("X-Total", "many"),
        ("Link", "<a>; rel=\"next\", <b>"),
        ("X-Kinds", "small, huge"),
        ("X-Kinds", "large"),
        ("X-Sizes", "1,2.5"),
        ("X-Cached", "true"),
        ("X-Mood", "bad"),
        ("X-Meta", "{\"page\":2}"),
        ("X-Parts", "a,1"),
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
    ] {
        let name: http::HeaderName = name.parse().unwrap();
        full.headers_mut().append(name, value.parse().unwrap());
    }
    server.respond(full);
    let found = things.list_things().await.unwrap();
    assert_eq!(found.header(&headers::X_RATE_LIMIT).unwrap(), Some(7));
    let error = found.header(&headers::X_TOTAL).unwrap_err();
    assert!(error.to_string().contains("a number"), "{error}");
    let link = found.header(&headers::LINK_7933).unwrap();
    assert_eq!(link.as_deref(), Some("<a>; rel=\"next\", <b>"));
    let kinds = [
        XKindsHeaderItem::Small,
        XKindsHeaderItem::from("huge"),
        XKindsHeaderItem::Large,
    ];
    assert_eq!(found.header(&headers::X_KINDS).unwrap().unwrap(), kinds);
    assert_eq!(
        found.header(&headers::X_SIZES).unwrap(),
        Some(vec![1.0, 2.5])
    );
    assert_eq!(found.header(&headers::X_CACHED).unwrap(), Some(true));
    assert_eq!(
        found.header(&headers::X_MOOD).unwrap(),
        Some(XMoodHeader::Bad)
    );
    let meta = found.header(&headers::X_META).unwrap();
    assert_eq!(meta, Some(XMetaHeader::new().page(2)));
    let parts = found.header(&headers::X_PARTS).unwrap();
    assert_eq!(parts.as_deref(), Some("a,1"));
    let cookie = found.header(&headers::SET_COOKIE).unwrap();
    assert_eq!(cookie.as_deref(), Some("a=1"));
    assert_eq!(found.header(&headers::RETRY_AFTER).unwrap(), None);

    let mut busy = answer(429, "", "");
    busy.headers_mut()
        .insert("Retry-After", "30".parse().unwrap());
    server.respond(busy);
    let error = things.list_things().await.unwrap_err();
    let after = headers::RETRY_AFTER.get(error.headers().unwrap());
    assert_eq!(after.unwrap(), Some(30));

    let mut made = answer(201, "", "");
    let link = "67e55044-10b1-426f-9247-bb680e5fe0c8";
    made.headers_mut().insert("Link", link.parse().unwrap());
    server.respond(made);
    let made = things.add_thing().await.unwrap();
    let given = made.header(&headers::LINK_405E).unwrap().unwrap();
    assert_eq!(given.to_string(), link);
}
