//! Measures both codecs on the same payloads. A program of its own, with both crates of types.

mod contest;
mod table;

use restitch::codec::{Empty, Field};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use contest::Contest;

fn main() -> Result<(), String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    // Here are the calls.
    let columns = ["MB/s", "values", "serde_derive", "as emitted", "to serde"];
    print!("{}", table::markdown(&columns, &rows));
    Ok(())
}

/// How quickly a list of values is read and written, of about a megabyte.
fn row<O, T>(name: &str, file: &str) -> Result<[Vec<String>; 2], String>
where
    O: Empty + Field,
    T: DeserializeOwned + Serialize,
{
    let repeat: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let all: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let values: Vec<Value> = all.iter().filter_map(agreed::<O, T>).collect();
    if values.is_empty() {
        let all = all.len();
        return Err(format!("{name}: both codecs agree on none of the {all} values in {file}"));
    }
    let text = text(&values);
    let ours: Vec<O> = restitch::json::from_str(&text).unwrap();
    let theirs: Vec<T> = serde_json::from_str(&text).unwrap();

    let mut contest = Contest::new(text.len(), repeat * 2);
    contest.add("", || serde_json::from_str::<Vec<T>>(&text).is_ok());
    contest.add("", || restitch::json::from_str::<Vec<O>>(&text).is_ok());
    contest.add("", || serde_json::to_vec(&theirs).is_ok());
    contest.add("", || restitch::json::to_vec(&ours).is_ok());
    let speeds = contest.speeds();
    Ok(["decode", "encode"].map(|what| {
        let at = if what == "decode" { 0 } else { 2 };
        let (theirs, ours) = (speeds[at], speeds[at + 1]);
        vec![
            format!("{name}, {what}"),
            format!("{} of {}", values.len(), all.len()),
            format!("{theirs:.0}"),
            format!("{ours:.0}"),
            format!("{:.2}", ours / theirs),
        ]
    }))
}

/// A value as the types of serde give it back, which pass over what the schema does not name and
/// what the branch has not that they took; `None` where the two codecs do not agree on that.
fn agreed<O: Empty + Field, T: DeserializeOwned + Serialize>(value: &Value) -> Option<Value> {
    let theirs = |value: &Value| {
        let read: T = serde_json::from_value(value.clone()).ok()?;
        serde_json::to_value(&read).ok()
    };
    let plain = theirs(value)?;
    let ours: O = restitch::json::from_str(&plain.to_string()).ok()?;
    let ours: Value = serde_json::from_str(&restitch::json::to_string(&ours).ok()?).ok()?;
    (ours == plain && theirs(&plain)? == plain).then_some(plain)
}

/// A list of these values over and over.
fn text(values: &[Value]) -> String {
    let values: Vec<String> = values.iter().map(Value::to_string).collect();
    let values = values.join(",");
    let times = 1_000_000usize.div_ceil(values.len());
    format!("[{}]", vec![values; times].join(","))
}
