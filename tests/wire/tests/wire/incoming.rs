//! What a server sends by itself, read.

use api::incoming::{incoming, types};
use restitch_wire_tests as api;

#[test]
fn webhooks_are_read() {
    let pet = incoming::new_pet(br#"{"id": 1, "name": null}"#).unwrap();
    assert_eq!((pet.id, pet.name), (1, Some(None)));
    #[allow(deprecated)]
    let pets = incoming::new_pet_put(br#"[{"id": 1}, {"id": 2}]"#).unwrap();
    assert_eq!(pets.len(), 2);
    let gone = incoming::pet_gone(br#"{"id": 7}"#).unwrap();
    assert_eq!(gone.id, Some(7));
}

#[test]
fn webhooks_of_documents_of_3_0_are_read() {
    let pet = api::incoming_x_webhooks::incoming::new_pet(br#"{"id": 1}"#).unwrap();
    assert_eq!(pet.id, 1);
}

#[test]
fn callbacks_are_read() {
    let event = incoming::subscriptions_create_on_event(br#"{"kind": "born", "pet": {"id": 1}}"#);
    let event = event.unwrap();
    assert_eq!(
        event.kind,
        types::SubscriptionsCreateOnEventPayloadKind::Born
    );
    let any = incoming::subscriptions_create_shared(b"[1.50]").unwrap();
    assert_eq!(any.as_str(), "[1.50]");
}

#[test]
fn what_is_no_payload_says_where() {
    let error = incoming::new_pet(br#"{"id": "x"}"#).unwrap_err();
    assert!(error.to_string().contains("$.id"), "{error}");
    assert!(incoming::new_pet(b"").is_err());
}
