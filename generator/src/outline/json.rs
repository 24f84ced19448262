//! The outline as JSON: the client and its operations.

use serde_json::{Value, json};

use super::sorted::{self, Placed};
use super::{json_client, json_types, signature};
use crate::ir::{Answer, Api, Cases, Input, Operation, Outcome, Payload, Style};

/// The meaning of the keys; see the documentation of the module.
const VERSION: u32 = 1;

pub(super) fn outline(api: &Api) -> Value {
    let own: Vec<_> = api.own_variables.iter().map(|own| &own.variable).collect();
    let own = sorted::by(&own, |variable| &variable.name.ident);
    let schemes = sorted::by(&api.schemes, |scheme| &scheme.name.ident);
    let operations = sorted::operations(api).into_iter();
    let incoming = sorted::by(&api.incoming, |incoming| &incoming.name.ident);
    let headers = sorted::by(&api.headers, |header| &header.name.ident);
    let types = sorted::by(&api.types, |def| &def.name.ident);
    json!({
        "outline": VERSION,
        "title": api.title,
        "version": api.version,
        "servers": list(api.servers.iter(), json_client::server),
        "operationServers": list(api.own_servers.iter(), json_client::own_choice),
        "serverVariables": list(own.into_iter(), |variable| json_client::variable(variable)),
        "security": list(schemes.into_iter(), json_client::security),
        "operations": list(operations, |placed| operation(api, placed)),
        "incoming": list(incoming.into_iter(), json_client::incoming),
        "headers": list(headers.into_iter(), json_client::header),
        "types": list(types.into_iter(), json_types::definition),
    })
}

pub(super) fn list<T>(items: impl Iterator<Item = T>, value: impl FnMut(T) -> Value) -> Value {
    items.map(value).collect()
}

fn operation(api: &Api, placed: Placed<'_>) -> Value {
    let operation = placed.operation;
    let handle = placed.handle;
    let id = Some(&operation.name.wire).filter(|id| !id.is_empty());
    let answers = sorted::by(&operation.answers, |answer| answer.status);
    json!({
        "handle": handle.map(|handle| handle.name.ident.as_str()),
        "handleType": handle.map(|handle| handle.struct_ident.as_str()),
        "tag": handle.map(|handle| &handle.name.wire),
        "module": placed.module(),
        "function": operation.name.ident.as_str(),
        "call": operation.struct_ident.as_str(),
        "operationId": id,
        "method": operation.method,
        "path": operation.path,
        "deprecated": operation.deprecated,
        "pointer": operation.name.pointer,
        "argumentsStruct": signature::arguments_struct(placed),
        "arguments": list(operation.arguments().into_iter(), |argument| {
            input(argument, operation.args_ident.is_some())
        }),
        "setters": list(operation.setters().into_iter(), |setter| input(setter, false)),
        "response": signature::gives(placed),
        "error": signature::fails(placed),
        "stream": operation.results.stream.as_ref().map(|stream| json!({
            "rust": stream.rust_name(),
            "accept": stream.accept,
            "beside": operation.results.success != Outcome::Stream,
        })),
        "enums": list(operation.results.enums(), |found| cases(placed, found)),
        "answers": list(answers.into_iter(), |found| answer(api, found)),
        "security": alternatives(api, operation),
        "servers": list(operation.servers.iter(), |own| json_client::own_server(api, own)),
    })
}

fn input(input: Input<'_>, in_struct: bool) -> Value {
    let mut value = json!({
        "name": input.ident(),
        "type": json_types::ty(input.ty()),
        "accepts": signature::accepts(input, in_struct),
        "required": input.required(),
        "nullable": input.nullable(),
        "deprecated": input.deprecated(),
        "pointer": input.pointer(),
    });
    let more = match input {
        Input::Parameter(_, parameter) => json!({
            "wireName": parameter.name.wire,
            "location": signature::location(parameter.location),
            "style": style(parameter.style),
            "explode": parameter.explode,
            "allowReserved": parameter.allow_reserved,
            "mediaTypes": list(parameter.media_type.iter(), |media_type| json!(media_type)),
        }),
        Input::Body(body) => json!({
            "wireName": null,
            "location": "body",
            "mediaTypes": list(body.contents.iter(), |content| json!(content.name.wire)),
            "contents": list(body.contents.iter(), |content| json!({
                "mediaType": content.name.wire,
                "variant": body.choice.as_ref().map(|_| content.name.ident.as_str()),
                "type": json_types::ty(&content.ty),
                "nullable": content.nullable,
                "from": content.from,
                "pointer": content.name.pointer,
            })),
        }),
    };
    if let Value::Object(more) = more {
        for (key, more) in more {
            set(&mut value, &key, more);
        }
    }
    value
}

/// `null` where the parameter has `content`, whose text is JSON.
fn style(style: Style) -> Option<&'static str> {
    Some(match style {
        Style::Simple => "simple",
        Style::Label => "label",
        Style::Matrix => "matrix",
        Style::Form => "form",
        Style::SpaceDelimited => "spaceDelimited",
        Style::PipeDelimited => "pipeDelimited",
        Style::DeepObject => "deepObject",
        Style::Json => return None,
    })
}

fn answer(api: &Api, answer: &Answer) -> Value {
    let headers = answer.headers.iter().filter_map(|at| api.headers.get(*at));
    json!({
        "status": signature::status(answer.status),
        "contents": list(answer.contents.iter(), |content| json!({
            "mediaType": content.media_type,
            "type": payload(&content.payload),
            "stream": content.reading.is_stream(),
        })),
        "headers": list(headers, |header| json!(header.name.ident.as_str())),
        "pointer": answer.pointer,
    })
}

fn cases(placed: Placed<'_>, cases: &Cases) -> Value {
    json!({
        "name": cases.ident.as_str(),
        "variants": list(cases.cases.iter(), |case| json!({
            "name": case.ident.as_str(),
            "status": signature::status(case.status),
            "type": case.payload.as_ref().map(payload),
        })),
        "sameAs": cases.same_as.as_ref().map(|same| placed.same(same)),
        "pointer": cases.pointer,
    })
}

fn payload(payload: &Payload) -> Value {
    match payload {
        Payload::Json(ty) => json_types::ty(ty),
        Payload::Text => json!({ "rust": payload.rust_name(), "kind": "text" }),
        Payload::Bytes => json!({ "rust": payload.rust_name(), "kind": "bytes" }),
    }
}

fn alternatives(api: &Api, operation: &Operation) -> Value {
    list(operation.security.iter(), |together| {
        let schemes = together.iter().filter_map(|index| api.schemes.get(*index));
        list(schemes, |scheme| json!(scheme.name.wire))
    })
}

pub(super) fn set(object: &mut Value, key: &str, value: Value) {
    if let Value::Object(object) = object {
        object.insert(key.to_owned(), value);
    }
}
