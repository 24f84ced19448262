//! Structs, and structs that extend others.

use restitch_autorest_tests::body_complex::{
    Client,
    types::{Basic, BasicColor, Fish, ReadonlyObjRequest},
};
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    primitives_sent(s, &client).await;
    primitives(s, &client).await;
    polymorphism(s, &client).await;
    structs(s, &client).await;
}

async fn primitives_sent(s: &Suite, client: &Client) {
    s.done(client.primitive_put_bool(from(json!({"field_true":true,"field_false":false}))))
        .await;
    s.done(client.primitive_put_byte(from(json!({"field":"//79/AD6+fj39g=="}))))
        .await;
    s.done(client.primitive_put_date(from(json!({"field":"0001-01-01","leap":"2016-02-29"}))))
        .await;
    s.done(client.primitive_put_date_time(from(
        json!({"field":"0001-01-01T00:00:00Z","now":"2015-05-18T18:38:00Z"}),
    )))
    .await;
    s.done(client.primitive_put_date_time_rfc1123(from(
        json!({"field":"Mon, 01 Jan 0001 00:00:00 GMT","now":"Mon, 18 May 2015 11:38:00 GMT"}),
    )))
    .await;
    s.done(client.primitive_put_double(from(json!({"field1":3e-100,"field_56_zeros_after_the_dot_and_negative_zero_before_dot_and_this_is_a_long_field_name_on_purpose":-5e-57})))).await;
    s.done(client.primitive_put_duration(from(json!({"field":"P123DT22H14M12.011S"}))))
        .await;
    s.done(client.primitive_put_float(from(json!({"field1":1.05,"field2":-0.003}))))
        .await;
    s.done(client.primitive_put_int(from(json!({"field1":-1,"field2":2}))))
        .await;
    s.done(client.primitive_put_long(from(
        json!({"field1":1_099_511_627_775_i64,"field2":-999_511_627_788_i64}),
    )))
    .await;
    s.done(
        client.primitive_put_string(from(json!({"field":"goodrequest","empty":"","null":null}))),
    )
    .await;
}

async fn primitives(s: &Suite, client: &Client) {
    s.reads(
        client.primitive_get_bool(),
        json!({"field_true":true,"field_false":false}),
    )
    .await;
    s.reads(
        client.primitive_get_byte(),
        json!({"field":"//79/AD6+fj39g=="}),
    )
    .await;
    s.reads(
        client.primitive_get_date(),
        json!({"field":"0001-01-01","leap":"2016-02-29"}),
    )
    .await;
    s.reads(
        client.primitive_get_date_time(),
        json!({"field":"0001-01-01T00:00:00Z","now":"2015-05-18T18:38:00Z"}),
    )
    .await;
    s.reads(
        client.primitive_get_date_time_rfc1123(),
        json!({"field":"Mon, 01 Jan 0001 00:00:00 GMT","now":"Mon, 18 May 2015 11:38:00 GMT"}),
    )
    .await;
    s.reads(client.primitive_get_double(), json!({"field1":3e-100,"field_56_zeros_after_the_dot_and_negative_zero_before_dot_and_this_is_a_long_field_name_on_purpose":-5e-57})).await;
    s.reads(
        client.primitive_get_duration(),
        json!({"field":"P123DT22H14M12.011S"}),
    )
    .await;
    s.reads(
        client.primitive_get_float(),
        json!({"field1":1.05,"field2":-0.003}),
    )
    .await;
    s.reads(client.primitive_get_int(), json!({"field1":-1,"field2":2}))
        .await;
    s.reads(
        client.primitive_get_long(),
        json!({"field1":1_099_511_627_775_i64,"field2":-999_511_627_788_i64}),
    )
    .await;
    s.reads(
        client.primitive_get_string(),
        json!({"field":"goodrequest","empty":""}),
    )
    .await;
}

async fn polymorphism(s: &Suite, client: &Client) {
    s.reads(client.polymorphicrecursive_get_valid(), json!({"fishtype":"salmon","location":"alaska","iswild":true,"species":"king","length":1,"siblings":[{"fishtype":"shark","age":6,"birthday":"2012-01-05T01:00:00Z","species":"predator","length":20,"siblings":[{"fishtype":"salmon","location":"atlantic","iswild":true,"species":"coho","length":2,"siblings":[{"fishtype":"shark","age":6,"birthday":"2012-01-05T01:00:00Z","species":"predator","length":20},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","picture":"//////4=","species":"dangerous","length":10}]},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","picture":"//////4=","species":"dangerous","length":10,"siblings":[]}]},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","picture":"//////4=","species":"dangerous","length":10,"siblings":[]}]})).await;
    s.done(client.polymorphicrecursive_put_valid(from(json!({"fishtype":"salmon","location":"alaska","iswild":true,"species":"king","length":1,"siblings":[{"fishtype":"shark","age":6,"birthday":"2012-01-05T01:00:00Z","species":"predator","length":20,"siblings":[{"fishtype":"salmon","location":"atlantic","iswild":true,"species":"coho","length":2,"siblings":[{"fishtype":"shark","age":6,"birthday":"2012-01-05T01:00:00Z","species":"predator","length":20},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","picture":"//////4=","species":"dangerous","length":10}]},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","picture":"//////4=","species":"dangerous","length":10,"siblings":[]}]},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","picture":"//////4=","species":"dangerous","length":10,"siblings":[]}]})))).await;
    s.reads(client.polymorphism_get_complicated(), json!({"fishtype":"smart_salmon","location":"alaska","iswild":true,"species":"king","additionalProperty1":1,"additionalProperty2":false,"additionalProperty3":"hello","additionalProperty4":{"a":1,"b":2},"additionalProperty5":[1,3],"length":1,"siblings":[{"fishtype":"shark","age":6,"birthday":"2012-01-05T01:00:00Z","length":20,"species":"predator"},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","length":10,"picture":"//////4=","species":"dangerous"},{"fishtype":"goblin","age":1,"birthday":"2015-08-08T00:00:00Z","length":30,"species":"scary","jawsize":5,"color":"pinkish-gray"}]})).await;
    s.reads(client.polymorphism_get_composed_with_discriminator(), json!({"sampleSalmon":{"fish.type":"DotSalmon","location":"sweden","iswild":false,"species":"king"},"salmons":[{"fish.type":"DotSalmon","location":"sweden","iswild":false,"species":"king"},{"fish.type":"DotSalmon","location":"atlantic","iswild":true,"species":"king"}],"sampleFish":{"fish.type":"DotSalmon","location":"australia","iswild":false,"species":"king"},"fishes":[{"fish.type":"DotSalmon","location":"australia","iswild":false,"species":"king"},{"fish.type":"DotSalmon","location":"canada","iswild":true,"species":"king"}]})).await;
    s.fails(
        client.polymorphism_get_composed_without_discriminator(),
        "the required field `fish.type` is missing at $.sampleSalmon",
    )
    .await;
    s.reads(
        client.polymorphism_get_dot_syntax(),
        json!({"fish.type":"DotSalmon","location":"sweden","iswild":true,"species":"king"}),
    )
    .await;
    s.reads(client.polymorphism_get_valid(), json!({"fishtype":"salmon","location":"alaska","iswild":true,"species":"king","length":1,"siblings":[{"fishtype":"shark","age":6,"birthday":"2012-01-05T01:00:00Z","length":20,"species":"predator"},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","length":10,"picture":"//////4=","species":"dangerous"},{"fishtype":"goblin","age":1,"birthday":"2015-08-08T00:00:00Z","length":30,"species":"scary","jawsize":5,"color":"pinkish-gray"}]})).await;
    s.done(client.polymorphism_put_complicated(from(json!({"fishtype":"smart_salmon","location":"alaska","iswild":true,"species":"king","additionalProperty1":1,"additionalProperty2":false,"additionalProperty3":"hello","additionalProperty4":{"a":1,"b":2},"additionalProperty5":[1,3],"length":1,"siblings":[{"fishtype":"shark","age":6,"birthday":"2012-01-05T01:00:00Z","length":20,"species":"predator"},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","length":10,"picture":"//////4=","species":"dangerous"},{"fishtype":"goblin","age":1,"birthday":"2015-08-08T00:00:00Z","length":30,"species":"scary","jawsize":5,"color":"pinkish-gray"}]})))).await;
    // The answer has no discriminator, which is required.
    s.fails(client.polymorphism_put_missing_discriminator(from(json!({"fishtype": "salmon", "location": "alaska", "iswild": true, "species": "king", "length": 1, "siblings": [
 {"fishtype": "shark", "age": 6, "birthday": "2012-01-05T01:00:00Z", "length": 20, "species": "predator"},
 {"fishtype": "sawshark", "age": 105, "birthday": "1900-01-05T01:00:00Z", "length": 10, "picture": "//////4=", "species": "dangerous"},
 {"fishtype": "goblin", "age": 1, "birthday": "2015-08-08T00:00:00Z", "length": 30, "species": "scary", "jawsize": 5, "color": "pinkish-gray"}]}))), "the required field `fishtype` is missing at $").await;
    // The heirs by their own values, as the goblin shark has one.
    s.gives(client.polymorphism_get_valid(), |fish| {
        matches!(&**fish, Fish::Salmon(salmon) if matches!(
            salmon.siblings.as_deref(),
            Some([Fish::Shark(_), Fish::Sawshark(_), Fish::Goblinshark(_)])
        ))
    })
    .await;
    s.done(client.polymorphism_put_valid(from(json!({"fishtype":"salmon","location":"alaska","iswild":true,"species":"king","length":1,"siblings":[{"fishtype":"shark","age":6,"birthday":"2012-01-05T01:00:00Z","length":20,"species":"predator"},{"fishtype":"sawshark","age":105,"birthday":"1900-01-05T01:00:00Z","length":10,"picture":"//////4=","species":"dangerous"},{"fishtype":"goblin","age":1,"birthday":"2015-08-08T00:00:00Z","length":30,"species":"scary","jawsize":5,"color":"pinkish-gray"}]})))).await;
}

async fn structs(s: &Suite, client: &Client) {
    s.reads(client.array_get_empty(), json!({"array":[]})).await;
    s.reads(client.array_get_not_provided(), json!({})).await;
    s.fails(
        client.array_get_valid(),
        "expected a string, found null at $.array[2]",
    )
    .await;
    s.done(client.array_put_empty(from(json!({"array":[]}))))
        .await;
    s.reads(client.basic_get_empty(), json!({})).await;
    s.fails(
        client.basic_get_invalid(),
        "expected a number, found a string at $.id",
    )
    .await;
    s.fails(client.basic_get_not_provided(), "200 OK with no content")
        .await;
    s.reads(client.basic_get_null(), json!({"id": null})).await;
    s.reads(
        client.basic_get_valid(),
        json!({ "id": 2, "name": "abc", "color": "YELLOW" }),
    )
    .await;
    let basic = Basic::new().id(2).name("abc").color(BasicColor::Magenta);
    s.done(client.basic_put_valid("2016-02-29", basic)).await;
    s.reads(client.dictionary_get_empty(), json!({"defaultProgram":{}}))
        .await;
    s.reads(client.dictionary_get_not_provided(), json!({}))
        .await;
    s.reads(client.dictionary_get_null(), json!({"defaultProgram":null}))
        .await;
    s.fails(
        client.dictionary_get_valid(),
        r#"expected a string, found null at $.defaultProgram[""]"#,
    )
    .await;
    s.done(client.dictionary_put_empty(from(json!({"defaultProgram":{}}))))
        .await;
    s.fails(client.flattencomplex_get_valid(), "status 404")
        .await;
    s.reads(client.inheritance_get_valid(), json!({"breed":"persian","color":"green","hates":[{"food":"tomato","id":1,"name":"Potato"},{"food":"french fries","id":-1,"name":"Tomato"}],"id":2,"name":"Siameeee"})).await;
    s.done(client.inheritance_put_valid(from(json!({"breed":"persian","color":"green","hates":[{"food":"tomato","id":1,"name":"Potato"},{"food":"french fries","id":-1,"name":"Tomato"}],"id":2,"name":"Siameeee"})))).await;
    s.reads(
        client.readonlyproperty_get_valid(),
        json!({"id":"1234","size":2}),
    )
    .await;
    s.done(client.readonlyproperty_put_valid(ReadonlyObjRequest::new().size(2)))
        .await;
}
