//! What is only sent, and what only comes back.

use restitch_wire_tests::directions::types::{
    Address, GuestRequest, Member, MemberRequest, Order, OrderRequest, OrderRequired, Session,
    TeamRequest, UserRequest,
};

#[tokio::test]
async fn each_way_has_its_type() {
    let (server, builder) = client!(directions);
    let users = builder.build().unwrap().users();
    server.reply(201, r#"{"id":7,"name":"Ada","address":{"street":"x"}}"#);
    let ada = UserRequest::new("Ada", "secret").address(Address::new().street("x"));
    let answer = users.create_user(ada.clone()).await.unwrap();
    assert_eq!((answer.id, answer.name.as_str()), (7, "Ada"));
    let sent = server.requests().pop().unwrap();
    let expect = r#"{"name":"Ada","password":"secret","address":{"street":"x"}}"#;
    assert_eq!(sent.body, expect);

    server.reply(200, r#"{"members":[{"id":7,"name":"Ada"}]}"#);
    let answer = users.put_team(TeamRequest::new(vec![ada])).await.unwrap();
    assert_eq!(answer.members[0].id, 7);
}

#[test]
fn one_way_is_one_type_without_the_other() {
    let session: Session = serde_json::from_str(r#"{"token":"t"}"#).unwrap();
    assert_eq!(session.token, "t");
}

#[test]
fn a_union_is_told_by_the_keys_of_its_direction() {
    let sent = MemberRequest::from(UserRequest::new("Ada", "secret"));
    let text = serde_json::to_string(&sent).unwrap();
    assert_eq!(text, r#"{"name":"Ada","password":"secret"}"#);
    assert_eq!(serde_json::from_str::<MemberRequest>(&text).unwrap(), sent);
    let came: Member = serde_json::from_str(r#"{"id":7,"name":"Ada"}"#).unwrap();
    assert!(matches!(came, Member::User(_)));
    let guest = MemberRequest::from(GuestRequest::new("May"));
    assert_eq!(serde_json::to_string(&guest).unwrap(), r#"{"until":"May"}"#);
}

#[tokio::test]
async fn only_the_way_that_needs_it_has_a_struct_of_required_fields() {
    let (server, builder) = client!(directions);
    let users = builder.build().unwrap().users();
    server.reply(201, r#"{"id":7,"at":"noon","name":"tea","count":2}"#);
    let answer = users.add_order(OrderRequest::new(2, "tea")).await.unwrap();
    let expect = Order::new(OrderRequired {
        at: "noon".to_owned(),
        count: 2,
        id: 7,
        name: "tea".to_owned(),
    });
    assert_eq!(*answer, expect);
}
