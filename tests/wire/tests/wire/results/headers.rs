use restitch_wire_tests::answers_headers as api;

use super::answer;
use api::headers;
use api::types::{
    Parts, PartsCost, XEitherHeader, XEithersHeaderItem, XKindsHeaderItem, XMetaHeader,
    XMoodHeader, XShapesHeader, XShapesHeaderWithA,
};
use restitch::{Header, Json, Map};

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

#[tokio::test]
async fn objects_and_several_types() {
    let (server, builder) = client!(answers_headers);
    let things = builder.build().unwrap().things();
    let mut full = answer(200, "application/json", "[]");
    for (name, value) in [
        ("X-Parts", "limit,10, name,7"),
        ("X-Parts", "fresh,true,until,2026-02-03,cost,9,more,1"),
        ("X-Exploded", "limit=10,name=a=b,cost=free, more=x"),
        ("X-Free", "a=1.50,b=no,c=false"),
        ("X-Counts", "a,1,b,2"),
        ("X-Either", "unlimited"),
        ("X-Eithers", "true, perhaps"),
        ("X-Reset", ""),
        ("X-Shapes", "a,1"),
        ("X-Deep", "deep,1,2"),
        ("X-Open", "3"),
        ("X-Text", "4"),
    ] {
        let name: http::HeaderName = name.parse().unwrap();
        full.headers_mut().append(name, value.parse().unwrap());
    }
    server.respond(full);
    let found = things.list_things().await.unwrap();
    let mut parts = Parts::new(10)
        .name("7")
        .fresh(true)
        .until("2026-02-03".parse::<restitch::chrono::NaiveDate>().unwrap())
        .cost(PartsCost::Integer(9));
    parts.additional_properties.insert("more", json("1"));
    assert_eq!(found.header(&headers::X_PARTS).unwrap(), Some(parts));
    let mut parts = Parts::new(10)
        .name("a=b")
        .cost(PartsCost::String("free".to_owned()));
    parts.additional_properties.insert("more", json("\"x\""));
    assert_eq!(found.header(&headers::X_EXPLODED).unwrap(), Some(parts));
    let free = [("a", "1.50"), ("b", "\"no\""), ("c", "false")];
    let free = free.map(|(key, text)| (key, json(text)));
    let free = Map::from_iter(free);
    assert_eq!(found.header(&headers::X_FREE).unwrap(), Some(free));
    let counts = Map::from_iter([("a", 1), ("b", 2)]);
    assert_eq!(found.header(&headers::X_COUNTS).unwrap(), Some(counts));
    let either = XEitherHeader::String("unlimited".to_owned());
    assert_eq!(found.header(&headers::X_EITHER).unwrap(), Some(either));
    let eithers = found.header(&headers::X_EITHERS).unwrap().unwrap();
    let expect: [XEithersHeaderItem; 2] = [true.into(), "perhaps".to_owned().into()];
    assert_eq!(eithers, expect);
    assert_eq!(found.header(&headers::X_RESET).unwrap(), None);
    let shape = XShapesHeader::from(XShapesHeaderWithA::new("1"));
    assert_eq!(found.header(&headers::X_SHAPES).unwrap(), Some(shape));
    let text = |header: &Header<String>| found.header(header).unwrap().unwrap();
    assert_eq!(text(&headers::X_DEEP), "deep,1,2");
    assert_eq!(text(&headers::X_OPEN), "3");
    assert_eq!(text(&headers::X_TEXT), "4");

    let mut bad = answer(200, "application/json", "[]");
    for (name, value) in [
        ("X-Parts", "limit,many"),
        ("X-Exploded", "limit"),
        ("X-Counts", "a,1,b"),
        ("X-Either", "3"),
    ] {
        bad.headers_mut().append(name, value.parse().unwrap());
    }
    server.respond(bad);
    let found = things.list_things().await.unwrap();
    let error = found.header(&headers::X_PARTS).unwrap_err();
    assert_eq!(error.path(), "$.limit");
    let error = found.header(&headers::X_EXPLODED).unwrap_err().to_string();
    assert!(error.contains("the name `limit`"), "{error}");
    let error = found.header(&headers::X_COUNTS).unwrap_err().to_string();
    assert!(error.contains("the name `b`"), "{error}");
    let either = found.header(&headers::X_EITHER).unwrap();
    assert_eq!(either, Some(XEitherHeader::Integer(3)));
}

fn json(text: &str) -> Json {
    Json::new(text).unwrap()
}
