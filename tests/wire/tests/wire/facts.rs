//! What is documented and not checked: bounds, defaults, keywords that decide no type.

use restitch::json;
use restitch_wire_tests::constraints::types::{Code, Room};
use restitch_wire_tests::defaults::types::{Level, Search};
use restitch_wire_tests::ignored_keywords::types::Payment;

#[tokio::test]
async fn defaults_are_the_servers_business() {
    let (server, builder) = client!(defaults);
    let client = builder.build().unwrap();
    server.reply(204, "");
    client.search(Search::new()).await.unwrap();
    let request = server.requests().pop().unwrap();
    assert_eq!(request.body, "{}");
    assert!(
        !request.uri.to_string().contains("order"),
        "{}",
        request.uri
    );
    assert!(!request.headers.contains_key("x-trace"));

    let read: Search = json::from_str("{}").unwrap();
    assert_eq!((read.size, read.level), (None, None));
    let set = Search::new().size(10).level(Level::Low);
    let text = json::to_string(&set).unwrap();
    assert_eq!(text, r#"{"size":10,"level":"low"}"#);
}

#[test]
fn bounds_are_the_servers_business() {
    let (_, builder) = client!(constraints);
    let call = builder.build().unwrap().list_rooms().size(1000);
    assert_eq!(
        request!(call),
        "GET http://test.example/base/rooms?size=1000"
    );
    let code: Code = "x".repeat(100);
    let text = format!(r#"{{"kind":"room","code":"{code}","seats":-1,"tags":["a","a"]}}"#);
    let room: Room = json::from_str(&text).unwrap();
    assert_eq!(json::to_string(&room).unwrap(), text);
}

#[test]
fn keywords_that_decide_no_type_lose_nothing() {
    let text = r#"{"card":"none","parts":["b"],"labels":{"A":"b"},"more":1}"#;
    let payment: Payment = json::from_str(text).unwrap();
    assert_eq!(json::to_string(&payment).unwrap(), text);
    let (_, builder) = client!(ignored_keywords);
    let call = builder.build().unwrap().pay(payment);
    assert_eq!(request!(call), "POST http://test.example/base/payments");
}
