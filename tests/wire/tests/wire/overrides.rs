//! What the build script said of a document: see `tests/configured.rs`.

use std::collections::HashSet;

use restitch::{Foreign, Null};
use restitch_wire_tests::money::{Currency, Money};
use restitch_wire_tests::overrides::Server;
use restitch_wire_tests::overrides::types::{Key, Order, OrderItem, OrderState};

const EURO: Money = Money { cents: 100 };

#[tokio::test]
async fn a_type_of_ones_own_comes_and_goes() {
    let (server, builder) = client!(overrides);
    assert_eq!(Server::Production as usize, 0);
    let orders = builder.key("secret").build().unwrap().orders();
    let text = r#"{"id":"7","total":{"amount":"1.50"},"tip":{"amount":"0.10"},"refund":null,"parts":[{"amount":"0.25"}],"sts":"0"}"#;
    server.reply(200, text);
    let order = orders.find(7).at_least(EURO).await.unwrap().into_inner();
    let request = &server.requests()[0];
    assert_eq!(request.uri, "http://test.example/base/orders/7?amount=1.00");
    assert_eq!(order.total.cents, 150);
    assert_eq!(order.gratuity, Some(Foreign::new(Money { cents: 10 })));
    assert_eq!(order.refund, Some(None));
    assert_eq!(order.parts.as_deref().unwrap()[0], Money { cents: 25 });
    assert_eq!(order.state, Some(OrderState::Open));
    assert_eq!(restitch::json::to_string(&order).unwrap(), text);

    server.reply(200, r#"{"amount":"2.00"}"#);
    let price = orders.put_price(Currency::Chf, EURO).await.unwrap();
    assert_eq!(price.cents, 200);
    let request = &server.requests()[1];
    assert_eq!(request.uri, "http://test.example/base/prices?currency=CHF");
    assert_eq!(&*request.body, br#"{"amount":"1.00"}"#);
}

#[test]
fn setters_take_the_value() {
    let order = || Order::new("7", EURO).item(OrderItem::new());
    let set = order()
        .gratuity(EURO)
        .refund(Null)
        .parts([EURO, Money { cents: 5 }]);
    assert_eq!(set.gratuity.as_deref(), Some(&EURO));
    assert_eq!(set.refund, Some(None));
    assert_eq!(set.parts.unwrap()[1].cents, 5);
    assert_eq!(
        order().gratuity(Some(EURO)).gratuity.as_deref(),
        Some(&EURO)
    );
    assert_eq!(order().refund(EURO).refund, Some(Some(EURO.into())));
    let mut total = order().total;
    total.cents += 1;
    assert_eq!(total.into_inner(), Money { cents: 101 });
}

#[test]
fn what_it_refuses_is_an_error_with_a_path() {
    let text =
        r#"{"id":"7","total":{"amount":"1.00"},"parts":[{"amount":"1.00"},{"amount":"much"}]}"#;
    let error = restitch::json::from_str::<Order>(text).unwrap_err();
    assert_eq!(error.path(), "$.parts[1]");
    assert!(error.message().contains("`much` is no amount"), "{error}");
    let missing = restitch::json::from_str::<Order>(r#"{"id":"7"}"#).unwrap_err();
    assert!(missing.to_string().contains("total"), "{missing}");
}

#[test]
fn derives_are_there() {
    let keys: HashSet<Key> = [Key::new("a"), Key::new("a"), Key::new("b")].into();
    assert_eq!(keys.len(), 2);
    assert!(Key::new("a") < Key::new("b"));
}
