//! Writes Rust programs that call every operation of a client, and reads nothing but the client's
//! outline as JSON: what the outline leaves out, or says wrongly, does not compile.
//!
//! [`program`] is one of tests with values that are in it; that of [`read::calls`] reads its values
//! while it runs.

mod parts;
pub mod read;
mod value;

use std::fmt::Write as _;

use serde_json::Value;
use value::Values;

/// The tests of one document, whose client is `restitch_wire_tests::MODULE`.
#[must_use]
pub fn program(module: &str, outline: &Value) -> String {
    let values = Values::new(outline);
    let mut out = String::new();
    let mut line = |text: &str| writeln!(out, "    {text}").unwrap_or_default();
    line(&format!("use restitch_wire_tests::{module} as api;"));
    line("#[allow(unused_imports)] use api::*;");
    line("#[allow(unused_imports)] use restitch::{chrono, jiff, rust_decimal, time, uuid};");
    line(&format!("fn client() -> Client {{ {} }}", client(outline)));
    for (index, operation) in list(outline, "operations").iter().enumerate() {
        // One call for each media type of the body.
        for body in 0..bodies(operation).max(1) {
            line(&calls(&format!("{index}_{body}"), operation, body, &values));
        }
        line(&gives(&index.to_string(), operation, &values));
    }
    for operation in list(outline, "operations") {
        let module = text(operation, "module");
        for cases in list(operation, "enums") {
            line(&parts::cases(module, cases));
        }
    }
    for header in list(outline, "headers") {
        let (ty, name) = (text(&header["type"], "rust"), text(header, "constant"));
        line(&format!(
            "const _: restitch::Header<{ty}> = headers::{name};"
        ));
    }
    for def in list(outline, "types") {
        line(&parts::of_type(def, &values));
    }
    for (index, server) in list(outline, "servers").iter().enumerate() {
        let url = server_url(server);
        line("#[test]");
        line(&format!("fn server_{index}() {{"));
        line(&format!(
            "    let builder = Client::builder().server({});",
            self::server(server)
        ));
        line("    let builder = builder.document_url(\"http://document.test/x/y.json\");");
        line("    let built = builder.transport(restitch::transport::InMemory::new()).build();");
        line(&format!("    crate::goes_to({url:?}, built);"));
        line("}");
    }
    for server in list(outline, "operationServers") {
        line(&format!(
            "const _: fn() -> ClientBuilder = || Client::builder().operation_server({});",
            text(server, "path")
        ));
    }
    for variable in list(outline, "serverVariables") {
        let name = text(variable, "name");
        line(&format!(
            "const _: fn() -> ClientBuilder = || Client::builder().{name}({});",
            variable_value(variable)
        ));
    }
    for (index, incoming) in list(outline, "incoming").iter().enumerate() {
        let (path, ty) = (text(incoming, "path"), text(&incoming["type"], "rust"));
        line("#[allow(dead_code, deprecated)]");
        line(&format!(
            "static INCOMING_{index}: fn(&[u8]) -> Result<{ty}, restitch::json::DecodeError> = {path};"
        ));
    }
    format!("mod {module} {{\n{out}}}\n")
}

/// All that a call is given.
fn inputs(operation: &Value) -> impl Iterator<Item = &Value> {
    let arguments = list(operation, "arguments").iter();
    arguments.chain(list(operation, "setters"))
}

/// The headers that a call has by its parameters.
fn headers(operation: &Value) -> Vec<&str> {
    let headers = inputs(operation).filter(|input| input["location"] == "header");
    headers.map(|input| text(input, "wireName")).collect()
}

/// The media types that its body can have.
fn media_types(operation: &Value) -> Vec<&str> {
    let body = inputs(operation).flat_map(|input| list(input, "contents"));
    body.map(|content| text(content, "mediaType")).collect()
}

/// A client with a credential for each scheme.
fn client(outline: &Value) -> String {
    let base = "Client::builder().base_url(\"http://test.example/base\")";
    let transport = ".transport(restitch::transport::InMemory::new())";
    format!("{base}{}{transport}.build().unwrap()", credentials(outline))
}

/// What gives a builder a credential for each scheme.
fn credentials(outline: &Value) -> String {
    let mut out = String::new();
    for scheme in list(outline, "security") {
        let arguments = list(scheme, "arguments").iter();
        let arguments = arguments
            .map(|_| "\"secret\"")
            .collect::<Vec<_>>()
            .join(", ");
        let method = text(scheme, "method");
        write!(out, ".{method}({arguments})").unwrap_or_default();
    }
    out
}

/// The test of a call.
fn calls(name: &str, operation: &Value, body: usize, values: &Values<'_>) -> String {
    let call = call(operation, body, values);
    let (method, path) = (text(operation, "method"), text(operation, "path"));
    let (headers, media_types) = (headers(operation), media_types(operation));
    format!(
        "#[test] fn calls_{name}() {{ \
         if let Some(request) = crate::requested(module_path!(), {path:?}, {call}.request()) {{ \
         crate::check({method:?}, {path:?}, &{headers:?}, &{media_types:?}, &request); }} }}"
    )
}

/// A function, never called, that says what types a call gives.
fn gives(name: &str, operation: &Value, values: &Values<'_>) -> String {
    let call = call(operation, 0, values);
    let gives = text(operation, "response");
    let error = operation["error"].as_str();
    let error = error.unwrap_or("restitch::Undocumented");
    let mut out = format!(
        "let _: Result<restitch::Response<{gives}>, restitch::Error<{error}>> = {call}.await;"
    );
    let stream = operation["stream"].as_object();
    if let Some(stream) = stream.filter(|stream| stream["beside"] == true) {
        let rust = stream["rust"].as_str().unwrap_or_default();
        let stream = format!("let _: restitch::Response<{rust}> = {call}.stream().await.unwrap();");
        out += &stream;
    }
    format!("#[allow(dead_code)] async fn gives_{name}() {{ {out} }}")
}

/// How many media types the body can have.
fn bodies(operation: &Value) -> usize {
    let of = inputs(operation).map(|input| list(input, "contents").len());
    of.max().unwrap_or_default()
}

/// A call with everything given that it can be given, the body by the media type of this index.
fn call(operation: &Value, body: usize, values: &Values<'_>) -> String {
    let mut out = "client()".to_owned();
    let value = |input: &Value| {
        let content = input["contents"].get(body);
        match content.and_then(|content| Some((content, content["variant"].as_str()?))) {
            Some((content, variant)) => {
                let path = text(&input["type"], "rust");
                format!("{path}::{variant}({})", values.given(content))
            }
            None => values.given(input),
        }
    };
    out += &with_arguments(operation, &value);
    for setter in list(operation, "setters") {
        // A setter takes the value itself, where an argument that may be null is an `Option`.
        let value = match &setter["type"]["kind"] {
            Value::String(kind) if kind == "own" => value(setter),
            _ => values.value(&setter["type"]),
        };
        write!(out, ".{}({value})", text(setter, "name")).unwrap_or_default();
    }
    out
}

/// The part of a call that has its arguments: `.handle().function(..)`.
fn with_arguments(operation: &Value, value: &dyn Fn(&Value) -> String) -> String {
    let handle = operation["handle"].as_str();
    let handle = handle.map_or(String::new(), |handle| format!(".{handle}()"));
    let arguments = arguments(operation, value);
    format!("{handle}.{}({arguments})", text(operation, "function"))
}

/// What stands between the parentheses of a function: its arguments, or the struct of them.
fn arguments(function: &Value, value: &dyn Fn(&Value) -> String) -> String {
    let arguments = list(function, "arguments").iter();
    match function["argumentsStruct"].as_str() {
        None => arguments.map(|input| value(input) + ", ").collect(),
        Some(structure) => {
            let field = |input| format!("{}: {}, ", text(input, "name"), value(input));
            let fields: String = arguments.map(field).collect();
            format!("{structure} {{ {fields} }}")
        }
    }
}

/// A server with the first of the values of each variable, or its default.
fn server(server: &Value) -> String {
    let path = text(server, "path");
    let variables = list(server, "variables");
    if variables.is_empty() {
        return path.to_owned();
    }
    let field = |variable: &Value| {
        let value = variable_value(variable);
        format!("{}: {value}, ", text(variable, "name"))
    };
    format!(
        "{path} {{ {} }}",
        variables.iter().map(field).collect::<String>()
    )
}

/// The first of the values of a server's variable, or its default.
fn variable_value(variable: &Value) -> String {
    if let Some(first) = variable["values"].get(0) {
        return format!("{}::{}", text(variable, "rust"), text(first, "name"));
    }
    let default = variable["default"].as_str();
    format!("{:?}.to_owned()", default.unwrap_or("x"))
}

/// The URL that this is.
fn server_url(server: &Value) -> String {
    let mut url = text(server, "url").to_owned();
    for variable in list(server, "variables") {
        let first = variable["values"].get(0).map(|first| text(first, "value"));
        let value = first.or(variable["default"].as_str()).unwrap_or("x");
        url = url.replace(&format!("{{{}}}", text(variable, "wireName")), value);
    }
    url
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
