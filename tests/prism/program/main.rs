//! Calls the operations of a client by the requests of a file, and says what was answered: a line of
//! JSON for each. Arguments: the base URL, and the file.

#![allow(unused, deprecated, clippy::all, clippy::pedantic)]

use std::pin::Pin;

use restitch::codec::{Empty, Field};
use restitch::{chrono, uuid};
use serde_json::{Value, json};

include!("calls.rs");

/// The values of a call.
struct Inputs(Value);

/// Why a call was not made.
type Failure = String;

/// What was answered.
type Answer = Value;

type Called = Pin<Box<dyn Future<Output = Result<Answer, Failure>>>>;

impl Inputs {
    fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some()
    }

    fn get(&self, name: &str) -> Result<&Value, Failure> {
        let value = self.0.get(name);
        value.ok_or_else(|| format!("no value for {name}"))
    }

    fn value<T: Empty + Field>(&self, name: &str) -> Result<T, Failure> {
        let text = self.get(name)?.to_string();
        restitch::json::from_str(&text).map_err(|error| format!("{name}: {error}: {text}"))
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, Failure> {
        Ok(bytes(self.get(name)?))
    }

    fn list<T: From<Vec<u8>>>(&self, name: &str) -> Result<Vec<T>, Failure> {
        let items = self.get(name)?.as_array();
        let items = items.ok_or_else(|| format!("{name} is no list"))?;
        Ok(items.iter().map(|item| T::from(bytes(item))).collect())
    }

    fn parts(&self, name: &str) -> Result<Inputs, Failure> {
        Ok(Inputs(self.get(name)?.clone()))
    }
}

fn bytes(value: &Value) -> Vec<u8> {
    match value {
        Value::String(text) => text.clone().into_bytes(),
        other => other.to_string().into_bytes(),
    }
}

fn answer<T, E: std::fmt::Debug>(
    result: Result<restitch::Response<T>, restitch::Error<E>>,
) -> Answer {
    let violations = |headers: &http::HeaderMap| {
        let value = headers.get("sl-violations");
        value.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    match result {
        Ok(response) => json!({
            "status": response.status().as_u16(),
            "violations": violations(response.headers()),
        }),
        Err(error) => json!({
            "status": error.status().map(|status| status.as_u16()),
            "violations": error.headers().and_then(violations),
            "error": error.to_string(),
            "path": error.path(),
            "body": error.body().map(|body| String::from_utf8_lossy(body).into_owned()),
        }),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, base, file] = arguments.as_slice() else {
        panic!("arguments: the base URL, and the file of requests");
    };
    let client = client(base);
    let requests = std::fs::read_to_string(file).unwrap();
    for line in requests.lines() {
        let mut request: Value = serde_json::from_str(line).unwrap();
        let call = CALLS[request["operation"].as_u64().unwrap() as usize];
        let inputs = Inputs(request["inputs"].take());
        let mut answer = match call(client.clone(), inputs).await {
            Ok(answer) => answer,
            Err(failure) => json!({ "error": failure }),
        };
        answer["operation"] = request["operation"].take();
        println!("{answer}");
    }
}
