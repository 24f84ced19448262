//! Dates, UUIDs, bytes, decimals and passwords, there and back.

use restitch::{Base64, ErrorKind, Null, Password, chrono, jiff, rust_decimal, time, uuid};
use restitch_wire_tests as api;

const UUID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

#[tokio::test]
async fn dates() {
    use api::formats_dates::types::Event;
    let (server, builder) = client!(formats_dates);
    let client = builder.build().unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
    let at = chrono::DateTime::parse_from_rfc3339("2024-02-29T12:00:00.5+01:00").unwrap();
    let event = Event::new(at, None)
        .seen(Null)
        .days([day])
        .moved([("to", at)])
        .opens("12:00");
    server.reply(
        200,
        r#"{"at":"2024-02-29 12:00:00.50+0100","ended":null,"seen":null,
            "days":["2024-02-29"],"moved":{"to":"2024-02-29T12:00:00,5+01"},"opens":"12:00"}"#,
    );
    let call = client.add_event(day, at, event.clone());
    let answer = call.skipped(vec![day, day]).x_since(at).await.unwrap();
    assert_eq!(*answer, event);
    assert_eq!(answer.at.offset(), at.offset());
    let sent = server.requests().pop().unwrap();
    assert_eq!(
        sent.uri,
        "http://test.example/base/days/2024-02-29/events?\
         after=2024-02-29T12%3A00%3A00.500%2B01%3A00&skipped=2024-02-29&skipped=2024-02-29"
    );
    assert_eq!(sent.headers["x-since"], "2024-02-29T12:00:00.500+01:00");
    assert_eq!(
        sent.body,
        r#"{"at":"2024-02-29T12:00:00.500+01:00","ended":null,"seen":null,"days":["2024-02-29"],"moved":{"to":"2024-02-29T12:00:00.500+01:00"},"opens":"12:00"}"#
    );
}

#[tokio::test]
async fn a_date_that_is_none_has_its_place() {
    let (server, builder) = client!(formats_dates);
    let client = builder.build().unwrap();
    let at = chrono::DateTime::UNIX_EPOCH.fixed_offset();
    let event = api::formats_dates::types::Event::new(at, None);
    server.reply(200, r#"{"at":"2024-02-30T00:00:00Z","ended":null}"#);
    let error = client.add_event(at.date_naive(), at, event.clone()).await;
    let error = error.unwrap_err();
    let ErrorKind::Decode(decode) = error.kind() else {
        panic!("{error}");
    };
    assert_eq!(decode.path(), "$.at");
    // What can not be written is not sent.
    let far = chrono::NaiveDate::MAX;
    let error = client.add_event(far, at, event).request().unwrap_err();
    assert!(
        error.to_string().contains("years are 0000 to 9999"),
        "{error}"
    );
}

#[tokio::test]
async fn texts() {
    use api::formats_text::types::User;
    let (server, builder) = client!(formats_text);
    let client = builder.build().unwrap();
    let id: uuid::Uuid = UUID.parse().unwrap();
    let user = User::new(id, "hunter2")
        .old_password("hunter1")
        .v4(std::net::Ipv4Addr::LOCALHOST)
        .v6(std::net::Ipv6Addr::LOCALHOST)
        .either([std::net::IpAddr::from([192, 0, 2, 1])])
        .home("https://a.test")
        .iban("DE00");
    let body = format!(
        r#"{{"id":"{UUID}","password":"hunter2","old_password":"hunter1","v4":"127.0.0.1","v6":"::1","either":["192.0.2.1"],"home":"https://a.test","iban":"DE00"}}"#
    );
    server.reply(200, body.clone());
    let call = client.put_user(id, "hunter0", user.clone());
    let call = call
        .friends([id, id])
        .from(std::net::IpAddr::V6(std::net::Ipv6Addr::LOCALHOST));
    assert!(!format!("{call:?}").contains("hunter"));
    let answer = call.await.unwrap();
    assert_eq!(*answer, user);
    assert_eq!(answer.password.expose(), "hunter2");
    let sent = server.requests().pop().unwrap();
    assert_eq!(
        sent.uri.to_string(),
        format!("http://test.example/base/users/{UUID}?friends={UUID}&friends={UUID}&from=%3A%3A1")
    );
    assert_eq!(sent.headers["x-pin"], "hunter0");
    assert_eq!(sent.body, body);
}

#[tokio::test]
async fn passwords_are_not_shown() {
    use api::formats_text::types::User;
    let (server, builder) = client!(formats_text);
    let client = builder.build().unwrap();
    let id = uuid::Uuid::nil();
    let user = User::new(id, "hunter2").old_password("hunter2".to_owned());
    assert!(!format!("{user:?} {user:#?}").contains("hunter2"));
    let call = || client.put_user(id, Password::from("hunter2"), user.clone());
    assert!(!format!("{:?}", call().request().unwrap()).contains("hunter2"));
    server.reply(
        200,
        r#"{"password":"hunter2","old_password":["hunter2"],"id":"?"}"#,
    );
    let error = call().await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hunter2"));
    // One that no header can hold.
    let refused = client.put_user(id, "hunter2\n", user.clone());
    let error = refused.request().unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
}

#[tokio::test]
async fn bytes() {
    use api::formats_bytes::types::File;
    let (server, builder) = client!(formats_bytes);
    let client = builder.build().unwrap();
    let file = File::new(b"\xfb\xff")
        .signature(b"\xfb\xff")
        .thumbnail(b"png")
        .nonce(vec![0])
        .parts([b"a", b"b"])
        .raw("as it is")
        .quoted("=3D");
    server.reply(
        200,
        r#"{"content":"-_8","signature":"+/8=","thumbnail":"cG5n","nonce":"AA==","parts":["YQ","Yg=="],
            "raw":"as it is","quoted":"=3D"}"#,
    );
    let call = client.put_file(b"\xfb\xff", file.clone()).digest(b"?>");
    assert_eq!(*call.await.unwrap(), file);
    let sent = server.requests().pop().unwrap();
    assert_eq!(sent.uri, "http://test.example/base/files/-_8?digest=Pz4%3D");
    assert_eq!(
        sent.body,
        r#"{"content":"+/8=","signature":"-_8","thumbnail":"cG5n","nonce":"AA","parts":["YQ==","Yg=="],"raw":"as it is","quoted":"=3D"}"#
    );
    server.reply(200, r#"{"content":"~"}"#);
    let error = client.put_file([1, 2], file).await.unwrap_err();
    assert!(error.to_string().contains("expected base64"), "{error}");
    assert_eq!(format!("{:?}", Base64::from(b"png")), r#"Base64(b"png")"#);
}

#[tokio::test]
async fn numbers_keep_their_digits() {
    use api::formats_decimal::types::Price;
    let (server, builder) = client!(formats_decimal);
    let client = builder.build().unwrap();
    let body = r#"{"net":0.10,"gross":"0.10","id":9007199254740993,"small":1,"text":"7","byte":255,"long":18446744073709551615,"rate":0.5}"#;
    server.reply(200, body);
    let limit = "12345678901234567890.10"
        .parse::<restitch::Number>()
        .unwrap();
    let answer = client.add_price(Price::new()).limit(limit).await.unwrap();
    assert_eq!(restitch::json::to_string(&*answer).unwrap(), body);
    let sent = server.requests().pop().unwrap();
    assert!(
        sent.uri
            .to_string()
            .ends_with("?limit=12345678901234567890.10"),
        "{}",
        sent.uri
    );
    server.reply(200, r#"{"id":1.5}"#);
    let error = client.add_price(Price::new()).await.unwrap_err();
    assert!(error.to_string().contains("at $.id"), "{error}");
}

#[tokio::test]
async fn types_that_were_asked_for() {
    use api::formats_on_request::types::Shift;
    let (server, builder) = client!(formats_on_request);
    let client = builder.build().unwrap();
    let day = jiff::civil::date(2024, 2, 29);
    let began = time::OffsetDateTime::UNIX_EPOCH;
    let pay = rust_decimal::Decimal::new(1250, 2);
    let shift = Shift::new(began)
        .day(day)
        .opens(chrono::NaiveTime::MIN)
        .lasts(jiff::SpanFieldwise(jiff::Span::new().hours(7).minutes(30)))
        .synced(jiff::Timestamp::UNIX_EPOCH)
        .id("not a UUID")
        .pay(pay)
        .rate(pay)
        .exact("0.1000".parse::<restitch::Number>().unwrap())
        .unix(1)
        .text("1.0");
    let body = r#"{"began":"1970-01-01T00:00:00Z","day":"2024-02-29","opens":"00:00:00","lasts":"PT7H30M","synced":"1970-01-01T00:00:00Z","id":"not a UUID","pay":"12.50","rate":12.50,"exact":0.1000,"unix":1,"text":"1.0"}"#;
    server.reply(200, body);
    let answer = client.add_shift(day, began, shift.clone()).pay(pay).await;
    assert_eq!(*answer.unwrap(), shift);
    let sent = server.requests().pop().unwrap();
    assert_eq!(sent.body, body);
    assert_eq!(
        sent.uri,
        "http://test.example/base/shifts/2024-02-29?at=1970-01-01T00%3A00%3A00Z&pay=12.50"
    );
    // serde sees what is on the wire, numbers as its own.
    let value: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(serde_json::to_value(&shift).unwrap(), value);
    let back: Shift = serde_json::from_value(value).unwrap();
    assert_eq!((back.lasts, back.rate), (shift.lasts, shift.rate));
}

/// The rows of `docs/formats.md` whose first cell begins so, and what they say.
fn rows(head: &str) -> Vec<(&'static str, Option<&'static str>)> {
    let page = include_str!("../../../../docs/formats.md");
    let table = page.lines().skip_while(|line| !line.starts_with(head));
    let rows = table.skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<_> = row.split('`').collect();
        (cells[1], cells.get(3).copied())
    })
    .collect()
}

#[test]
fn the_dates_of_the_page_are_true() {
    type DateTime = chrono::DateTime<chrono::FixedOffset>;
    fn check<T: restitch::codec::Empty + restitch::codec::Field>(head: &str, least: usize) {
        let rows = rows(head);
        assert!(rows.len() >= least, "{head}");
        for (text, expect) in rows {
            let read = restitch::json::from_str::<T>(&format!("\"{text}\"")).ok();
            let written = read.map(|value| restitch::json::to_string(&value).unwrap());
            let expect = expect.map(|text| format!("\"{text}\""));
            assert_eq!(written, expect, "{text}");
        }
    }
    check::<DateTime>("| `date-time` |", 17);
    check::<chrono::NaiveDate>("| `date` |", 3);
}
