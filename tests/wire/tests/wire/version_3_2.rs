//! What OpenAPI 3.2 adds.

use api::version_3_2::Client;
use api::version_3_2::types::Filter;
use restitch::transport::InMemory;
use restitch_wire_tests as api;

#[test]
fn methods_and_queries_of_3_2() {
    let client = Client::builder().transport(InMemory::new()).build();
    let things = client.unwrap().things();
    let filter = Filter::new().name("a b").size(3);
    assert_eq!(
        request!(things.find_things(filter.clone())),
        "QUERY https://api.example/things"
    );
    assert_eq!(
        request!(things.copy_things()),
        "COPY https://api.example/things"
    );
    assert_eq!(
        request!(things.list_things().filter(filter)),
        "GET https://api.example/things?name=a%20b&size=3"
    );
    assert_eq!(
        request!(things.send_whole().q(1)),
        "GET https://api.example/whole?q=1"
    );
}
