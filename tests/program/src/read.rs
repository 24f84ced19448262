//! A program whose values are read while it runs, from JSON.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::{arguments, credentials, list, text, with_arguments};

/// The part of a program that is the document's: `client(base_url)`, and `CALLS`, a function for each
/// operation. Its caller has beside it, in the same module, all that is public in the client's crate,
/// and
///
/// ```ignore
/// struct Inputs; // the values of a call, by the names of the call's arguments and setters
/// impl Inputs {
///     fn has(&self, name: &str) -> bool;
///     fn value<T>(&self, name: &str) -> Result<T, Failure>;
///     fn bytes(&self, name: &str) -> Result<Vec<u8>, Failure>;
///     fn list<T>(&self, name: &str) -> Result<Vec<T>, Failure>; // of bytes
///     fn parts(&self, name: &str) -> Result<Inputs, Failure>; // by the names in the document
/// }
/// fn answer<T, E>(_: Result<restitch::Response<T>, restitch::Error<E>>) -> Answer;
/// type Called = Pin<Box<dyn Future<Output = Result<Answer, Failure>>>>;
/// ```
///
/// The input `body` of a call with several media types is of the one whose index is the input
/// [`CONTENT`].
#[must_use]
pub fn calls(outline: &Value) -> String {
    let types = list(outline, "types").iter();
    let types: Types<'_> = types.map(|def| (text(def, "name"), def)).collect();
    let mut out = format!(
        "fn client(base: &str) -> Client {{ Client::builder().base_url(base){}.build().unwrap() }}\n",
        credentials(outline)
    );
    let mut table = String::new();
    for (index, operation) in list(outline, "operations").iter().enumerate() {
        let call = call(operation, &types);
        let function = format!(
            "async fn call_{index}(client: Client, inputs: Inputs) -> Result<Answer, Failure> \
             {{ {call} Ok(answer(call.send().await)) }}"
        );
        writeln!(out, "{function}").unwrap_or_default();
        write!(
            table,
            "|client, inputs| Box::pin(call_{index}(client, inputs)), "
        )
        .unwrap_or_default();
    }
    writeln!(
        out,
        "const CALLS: &[fn(Client, Inputs) -> Called] = &[{table}];"
    )
    .unwrap_or_default();
    out
}

/// Nothing in Rust is called so.
pub const CONTENT: &str = "#content";

type Types<'a> = HashMap<&'a str, &'a Value>;

/// Statements after which `call` is the call.
fn call(operation: &Value, types: &Types<'_>) -> String {
    let argument = |input: &Value| {
        let value = value(input, types);
        if input["nullable"] == true {
            format!("Some({value})")
        } else {
            value
        }
    };
    let arguments = with_arguments(operation, &argument);
    let mut out = format!("let call = client{arguments};");
    for setter in list(operation, "setters") {
        let name = text(setter, "name");
        write!(
            out,
            "let call = if inputs.has({name:?}) {{ call.{name}({}) }} else {{ call }};",
            value(setter, types)
        )
        .unwrap_or_default();
    }
    out
}

/// The value of an argument or setter.
fn value(input: &Value, types: &Types<'_>) -> String {
    let name = text(input, "name");
    let contents = list(input, "contents");
    if input["type"]["kind"] != "own" {
        return of_type(&input["type"], "inputs", name, types);
    }
    let path = text(&input["type"], "rust");
    let mut arms = String::new();
    for (index, content) in contents.iter().enumerate() {
        let value = of_type(&content["type"], "inputs", name, types);
        let variant = text(content, "variant");
        write!(arms, "{index} => {path}::{variant}({value}), ").unwrap_or_default();
    }
    format!("match inputs.value::<i64>({CONTENT:?})? {{ {arms} _ => unreachable!() }}")
}

/// A value of a type, read from `inputs`.
fn of_type(ty: &Value, inputs: &str, name: &str, types: &Types<'_>) -> String {
    let rust = text(ty, "rust");
    let parts = types.get(text(ty, "name")).copied();
    match text(ty, "kind") {
        "body" | "file" => format!("{rust}::from({inputs}.bytes({name:?})?)"),
        "array" if ty["of"]["kind"] == "file" => format!("{inputs}.list({name:?})?"),
        "nullable" => of_type(&ty["of"], inputs, name, types),
        "named" => match parts.filter(|def| def["kind"] == "parts") {
            Some(def) => of_parts(def, inputs, name, types),
            None => format!("{inputs}.value::<{rust}>({name:?})?"),
        },
        _ => format!("{inputs}.value::<{rust}>({name:?})?"),
    }
}

/// The parts of a multipart body, which are not read from JSON as a whole.
fn of_parts(def: &Value, inputs: &str, name: &str, types: &Types<'_>) -> String {
    let new = &def["new"];
    let part = |input: &Value| {
        let value = of_type(&input["type"], "parts", text(input, "wireName"), types);
        if input["nullable"] == true {
            format!("Some({value})")
        } else {
            value
        }
    };
    let arguments = arguments(new, &part);
    let mut out = format!(
        "{{ let parts = {inputs}.parts({name:?})?; let made = {}::new({arguments});",
        text(def, "path")
    );
    let optional = list(def, "fields").iter();
    for field in optional.filter(|field| field["setter"].is_string()) {
        let (name, key) = (text(field, "name"), text(field, "wireName"));
        let value = of_type(&field["type"], "parts", key, types);
        write!(
            out,
            "let made = if parts.has({key:?}) {{ made.{name}({value}) }} else {{ made }};"
        )
        .unwrap_or_default();
    }
    out + " made }"
}
