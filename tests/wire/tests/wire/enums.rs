//! Enums of all kinds, and schemas with one value.

use std::fmt::Debug;

use restitch::codec::{Empty, Field};
use restitch::{Json, Null, json};
use restitch_wire_tests as api;

/// Reads `text` and writes what was read.
fn check<T: Empty + Field + Debug>(text: &str) -> T {
    let value: T = json::from_str(text).unwrap();
    assert_eq!(json::to_string(&value).unwrap(), text);
    value
}

#[test]
fn names_of_values_say_their_enum_once() {
    use api::enum_values::types::NodeState;
    assert_eq!(check::<NodeState>("\"ready\""), NodeState::Ready);
    assert_eq!(check::<NodeState>("\"2\""), NodeState::NodeState2);
    assert_eq!(check::<NodeState>("\"state\""), NodeState::NodeState);
}

/// rustc takes U+09DF apart in a name, and the value on the wire has it.
#[test]
fn values_that_rustc_writes_otherwise_are_known() {
    use api::enum_collisions::types::Script;
    let time = check::<Script>("\"\u{9b8}\u{9ae}\u{9df}\"");
    assert!(!matches!(time, Script::Unknown(_)), "{time:?}");
}

#[tokio::test]
async fn values_go_both_ways() {
    use api::enum_values::types::{Coded, Level, Limit, Ratio, Task, TaskEither, TaskSize};
    let (server, builder) = client!(enum_values);
    let tasks = builder.build().unwrap().tasks();
    let text = r#"[{"level":30,"levels":[-1,7],"limit":"1","ratio":0.5,"size":5,"either":0},{"limit":[],"code":1}]"#;
    server.reply(200, text);
    let call = tasks.list_tasks(Level::Minus1).limit(Limit::True);
    let answer = call.await.unwrap();
    let sent = server.requests().pop().unwrap();
    assert_eq!(sent.uri, "http://test.example/base/tasks/-1?limit=true");
    let written: Vec<String> = answer.iter().map(|t| json::to_string(t).unwrap()).collect();
    assert_eq!(format!("[{}]", written.join(",")), text);
    let first = Task::new()
        .level(30)
        .levels([Level::Minus1, Level::Unknown(7)])
        .limit(Limit::Quote1Quote)
        .ratio(Ratio::N0_5)
        .either(TaskEither::N0)
        .size(TaskSize::Unknown(5));
    assert_eq!(answer[0], first);
    assert_eq!(answer[1].code, Some(Coded::N1));
    assert_eq!(Coded::from(0), Coded::Off);
    let one = Limit::from(Json::new("1.0").unwrap());
    assert_eq!(one, Limit::N1_9afc);
}

#[test]
fn null_among_the_values_is_no_variant() {
    use api::enum_null::types::{Answer, Mixed, Mood, Step};
    check::<Answer>(r#"{"mood":null,"mixed":null,"step":null,"steps":[1,null],"one":null}"#);
    let answer = Answer::new(Some(Mixed::N1), Some(Mood::Good))
        .step(2)
        .one(Null);
    assert_eq!(
        json::to_string(&answer).unwrap(),
        r#"{"mood":"good","mixed":1,"step":2,"one":null}"#
    );
    assert_eq!(answer.step, Some(Some(Step::N2)));
}

#[test]
fn values_that_collide_are_told_apart() {
    use api::enum_collisions::types::{All, Case, Digit, Space, Symbol, Word};
    let all: All = check(
        r#"{"case":"aSc","space":"a  b","symbol":"","script":"é","word":"None","quoted":"*/"}"#,
    );
    assert_eq!(all.case, Some(Case::ASc));
    assert_eq!(all.symbol, Some(Symbol::Empty));
    assert_eq!(all.word, Some(Word::None));
    for text in ["a b", "a  b", "a b ", "a-b", "a_b", "ab"] {
        assert!(!matches!(Space::from(text), Space::Unknown(_)), "{text:?}");
        assert_eq!(Space::from(text).as_str(), text);
    }
    assert_eq!(Digit::from("01").as_str(), "01");
    assert_ne!(Digit::from("1"), Digit::from("1.0"));
}

#[test]
fn one_possible_value_is_set_by_new() {
    use api::const_values::types::{Event, Many, Marker, Source, Whole};
    assert_eq!(
        json::to_string(&Event::new("e1")).unwrap(),
        r#"{"kind":"created","version":-2,"live":true,"ratio":1.0,"id":"e1","source":"import","answer":42,"trace":"none"}"#
    );
    assert_eq!(Marker::default(), Marker::new());
    assert_eq!(
        json::to_string(&Marker::new()).unwrap(),
        r#"{"object":"marker"}"#
    );
    assert_eq!(Many::new("a", "b", "c").object, "many");
    // What a server sends instead is read, and comes back.
    let text = r#"{"kind":"changed","version":3,"live":false,"ratio":0.5,"id":"","source":"x","answer":-1,"trace":"t","note":"y"}"#;
    let event: Event = check(text);
    assert_eq!(event.source, Source::Unknown("x".to_owned()));
    let error = json::from_str::<Event>(r#"{"id":"e1"}"#).unwrap_err();
    assert_eq!(error.message(), "the required field `kind` is missing");
    check::<Whole>(
        r#"{"origin":[0,0],"point":{"x":1},"nothing":null,"agreed":true,"list":["item"]}"#,
    );
}

#[test]
fn branches_that_are_constants_are_values() {
    use api::enum_of_constants::types::{Count, Holder, Level, Listed, Model, Plan, Ratio};
    let holder: Holder = check(r#"{"level":10,"plan":"free"}"#);
    assert_eq!(holder.plan, Some(Plan::WithoutAFee));
    assert_eq!(holder.level, Some(Some(Level::High)));
    let holder: Holder = check(r#"{"level":null,"plan":"gold"}"#);
    assert_eq!(holder.plan, Some(Plan::from("gold")));
    check::<Level>("7");
    assert_eq!(check::<Model>(r#""huge""#), Model::Huge);
    assert_eq!(check::<Model>(r#""small""#), Model::TheSmallOne);
    assert_eq!(check::<Listed>(r#""b""#), Listed::B);
    assert_eq!(check::<Ratio>("0.5"), Ratio::Half);
    check::<Count>("0");
    check::<Count>("18446744073709551615");
}
