//! The outline as text. Text of the document stands in quotes, escaped as in Rust, so that a line
//! stays one.

use std::fmt::Write as _;

use super::signature;
use super::sorted::{self, Placed};
use crate::ir::{
    Api, Field, Incoming, Input, Origin, Payload, Preset, Record, Scheme, SchemeKind, Server,
    ServerVariable, StringEnum, Tuple, TypeDef, TypeKind, Union, ValueEnum,
};
use crate::order::sort_by_key;

/// Writing to a string can not fail.
macro_rules! line {
    ($out:expr, $($format:tt)*) => {{ let _ = writeln!($out, $($format)*); }};
}

pub(super) fn outline(api: &Api) -> String {
    let mut out = String::new();
    line!(out, "api {:?} {:?}", api.title, api.version);
    for server in &api.servers {
        self::server(&mut out, server);
    }
    for scheme in sorted::by(&api.schemes, |scheme| &scheme.name.ident) {
        security(&mut out, scheme);
    }
    for server in &api.own_servers {
        let variant = server.name.ident.as_str();
        line!(
            out,
            "server OperationServer::{variant} = {:?}",
            server.name.wire
        );
    }
    let own = api.own_variables.iter().map(|own| &own.variable);
    let own: Vec<_> = own.collect();
    for variable in sorted::by(&own, |variable| &variable.name.ident) {
        own_variable(&mut out, variable);
    }
    for placed in sorted::operations(api) {
        operation(&mut out, api, placed);
    }
    for incoming in sorted::by(&api.incoming, |incoming| &incoming.name.ident) {
        self::incoming(&mut out, incoming);
    }
    for header in sorted::by(&api.headers, |header| &header.name.ident) {
        let (name, ty) = (header.name.ident.as_str(), header.ty.rust_name());
        line!(out, "header headers::{name}: {ty} = {:?}", header.name.wire);
    }
    for def in sorted::by(&api.types, |def| &def.name.ident) {
        definition(&mut out, def);
    }
    out
}

/// What the builder sets of operations' own servers.
fn own_variable(out: &mut String, variable: &ServerVariable) {
    let (method, wire) = (variable.name.ident.as_str(), &variable.name.wire);
    let (ty, facts) = of_variable(variable);
    line!(out, "variable {method}: {ty} = {wire:?}{facts}");
}

/// Its type, and what is known of its values.
fn of_variable(variable: &ServerVariable) -> (&str, String) {
    let default = variable.default.as_ref();
    let default = default.map_or(String::new(), |text| format!(", default {text:?}"));
    match &variable.values {
        Some(values) => {
            let listed = signature::server_values(values);
            (values.ident.as_str(), format!("{default}{listed}"))
        }
        None => ("String", default),
    }
}

fn server(out: &mut String, server: &Server) {
    let variant = server.name.ident.as_str();
    line!(out, "server {variant} = {:?}", server.name.wire);
    for variable in &server.variables {
        let (field, wire) = (variable.name.ident.as_str(), &variable.name.wire);
        let (ty, facts) = of_variable(variable);
        line!(out, "variable {variant}.{field}: {ty} = {wire:?}{facts}");
    }
}

fn incoming(out: &mut String, incoming: &Incoming) {
    let (name, ty) = (incoming.name.ident.as_str(), incoming.ty.rust_name());
    let (key, method) = (&incoming.name.wire, &incoming.method);
    let origin = match &incoming.origin {
        Origin::Webhook => format!("webhook {key:?}, {method}"),
        Origin::Callback {
            operation,
            expression,
        } => format!("callback {key:?} of {operation:?}, {method} {expression:?}"),
    };
    let media_type = &incoming.media_type;
    let deprecated = deprecated(incoming.deprecated);
    line!(
        out,
        "incoming {name} -> {ty} = {origin} {media_type:?}{deprecated}"
    );
}

fn security(out: &mut String, scheme: &Scheme) {
    let method = scheme.name.ident.as_str();
    let arguments = signature::credential(scheme).iter();
    let arguments = signature::joined(arguments.map(|(name, ty)| format!("{name}: {ty}")));
    let kind = match &scheme.kind {
        SchemeKind::Basic => "basic".to_owned(),
        SchemeKind::Bearer => "bearer".to_owned(),
        SchemeKind::Authorization(scheme) => format!("authorization {scheme:?}"),
        SchemeKind::Undescribed => "authorization".to_owned(),
        SchemeKind::ApiKey(location, name) => {
            format!("{} {name:?}", signature::location(*location))
        }
    };
    let key = &scheme.name.wire;
    line!(
        out,
        "security {method}({arguments}) = {kind}, scheme {key:?}"
    );
}

fn operation(out: &mut String, api: &Api, placed: Placed<'_>) {
    let operation = placed.operation;
    let path = placed.path();
    let gives = signature::gives(placed);
    line!(
        out,
        "fn {path}({}) -> {gives} = {} {:?}{}",
        signature::arguments(placed),
        operation.method.escape_debug(),
        operation.path,
        deprecated(operation.deprecated)
    );
    for argument in operation.arguments() {
        let accepts = signature::accepts(argument, operation.args_ident.is_some());
        input(out, "arg", &path, argument, &accepts);
    }
    let mut setters = operation.setters();
    sort_by_key(&mut setters, |setter| setter.ident());
    for setter in setters {
        input(
            out,
            "set",
            &path,
            setter,
            &signature::accepts(setter, false),
        );
    }
    answers(out, placed, &path);
    for server in &operation.servers {
        line!(out, "at {path} {:?}", server.template);
    }
    if !operation.security.is_empty() {
        let alternatives = operation.security.iter();
        let alternatives = alternatives.map(|together| alternative(api, together));
        let alternatives = alternatives.collect::<Vec<_>>().join(" or ");
        line!(out, "auth {path} {alternatives}");
    }
}

fn answers(out: &mut String, placed: Placed<'_>, path: &str) {
    let results = &placed.operation.results;
    for answer in sorted::by(&placed.operation.answers, |answer| answer.status) {
        let status = signature::status(answer.status);
        if answer.contents.is_empty() {
            line!(out, "answer {path} {status}");
        }
        for content in &answer.contents {
            let ty = content.payload.rust_name();
            line!(out, "answer {path} {status} {:?} {ty}", content.media_type);
        }
    }
    if let Some(fails) = signature::fails(placed) {
        line!(out, "fails {path} {fails}");
    }
    if let Some(stream) = &results.stream {
        let ty = stream.rust_name();
        line!(out, "stream {path} {ty} = {:?}", stream.accept);
    }
    for cases in results.enums() {
        let name = format!("{}::{}", placed.module(), cases.ident.as_str());
        for case in sorted::by(&cases.cases, |case| &case.ident) {
            let payload = case.payload.as_ref().map(Payload::rust_name);
            let payload = payload.map(|ty| format!("({ty})")).unwrap_or_default();
            let status = signature::status(case.status);
            line!(
                out,
                "case {name}::{}{payload} = {status}",
                case.ident.as_str()
            );
        }
        if let Some(same) = &cases.same_as {
            line!(out, "same {name} = {}", placed.same(same));
        }
    }
}

fn input(out: &mut String, kind: &str, path: &str, input: Input<'_>, accepts: &str) {
    let source = match input {
        Input::Parameter(_, parameter) => format!(
            "{} {:?}",
            signature::location(parameter.location),
            parameter.name.wire
        ),
        Input::Body(body) => {
            let wires = body.contents.iter().map(|it| format!("{:?}", it.name.wire));
            format!("body {}", wires.collect::<Vec<_>>().join(" or "))
        }
    };
    line!(
        out,
        "{kind} {path} {}: {accepts} = {source}{}",
        input.ident(),
        deprecated(input.deprecated())
    );
}

fn alternative(api: &Api, together: &[usize]) -> String {
    if together.is_empty() {
        return "nothing".to_owned();
    }
    let schemes = together.iter().filter_map(|index| api.schemes.get(*index));
    let keys = schemes.map(|scheme| format!("{:?}", scheme.name.wire));
    keys.collect::<Vec<_>>().join(" and ")
}

fn definition(out: &mut String, def: &TypeDef) {
    let path = signature::type_path(&def.name.ident);
    let deprecated = deprecated(def.deprecated);
    match &def.kind {
        TypeKind::Record(fields) => {
            let kind = if fields.parts { "parts" } else { "struct" };
            line!(out, "{kind} {path}{deprecated}");
            record(out, &path, fields);
        }
        TypeKind::StringEnum(variants) => {
            line!(out, "enum {path}{deprecated}");
            string_enum(out, &path, variants);
        }
        TypeKind::ValueEnum(values) => {
            line!(out, "enum {path}{deprecated}");
            value_enum(out, &path, values);
        }
        TypeKind::Tuple(items) => {
            line!(out, "tuple {path}{deprecated}");
            tuple(out, &path, items);
        }
        TypeKind::Union(branches) => {
            line!(out, "union {path}{deprecated}");
            union(out, &path, branches);
        }
        TypeKind::Alias(ty) => line!(out, "alias {path} = {}{deprecated}", ty.rust_name()),
    }
    if let Some(same) = &def.same_as {
        line!(out, "same {path} = {}", signature::type_path(&same.of));
    }
}

fn record(out: &mut String, path: &str, record: &Record) {
    line!(out, "new {path}({})", signature::new(record));
    if let Some(companion) = &record.required {
        let companion = companion.as_str();
        line!(
            out,
            "struct types::{companion} = the required fields of {path}"
        );
    }
    for field in sorted::by(&record.fields, |field| &field.name.ident) {
        line!(
            out,
            "field {path}.{}: {} = {:?}{}{}{}",
            field.name.ident.as_str(),
            field.rust_name(),
            field.name.wire,
            if field.presence.is_required() {
                ", required"
            } else {
                ""
            },
            preset(field),
            deprecated(field.deprecated)
        );
    }
    if let Some(rest) = &record.rest {
        let (name, ty) = (rest.ident().as_str(), rest.rust_name());
        line!(out, "rest {path}.{name}: {ty}");
    }
}

fn string_enum(out: &mut String, path: &str, string_enum: &StringEnum) {
    for variant in sorted::by(&string_enum.variants, |variant| &variant.name.ident) {
        let name = variant.name.ident.as_str();
        line!(out, "variant {path}::{name} = {:?}", variant.name.wire);
    }
    let fallback = string_enum.fallback.as_str();
    line!(out, "fallback {path}::{fallback}(String)");
}

/// A variant's value is JSON text, so that `1` and `"1"` differ.
fn value_enum(out: &mut String, path: &str, value_enum: &ValueEnum) {
    for variant in sorted::by(&value_enum.variants, |variant| &variant.name.ident) {
        let name = variant.name.ident.as_str();
        line!(
            out,
            "variant {path}::{name} = {}",
            shown_json(&variant.name.wire)
        );
    }
    let fallback = value_enum.fallback.as_str();
    let of = value_enum.of.rust_name();
    line!(out, "fallback {path}::{fallback}({of})");
}

/// How a branch is told from the others stands behind it.
fn union(out: &mut String, path: &str, union: &Union) {
    for branch in sorted::by(&union.branches, |branch| &branch.name.ident) {
        let name = branch.name.ident.as_str();
        let tags: Vec<String> = branch.tags.iter().map(|tag| shown_json(tag)).collect();
        let tag = match (&union.tag, tags.as_slice()) {
            (_, []) => String::new(),
            (Some(tag), tags) => format!(" = {tag:?} {}", tags.join(" or ")),
            (None, tags) => format!(" = {}", tags.join(" or ")),
        };
        let required: Vec<String> = branch
            .required
            .iter()
            .map(|key| format!("{key:?}"))
            .collect();
        let required = match required.as_slice() {
            [] => String::new(),
            keys => format!(", with {}", keys.join(" and ")),
        };
        line!(
            out,
            "branch {path}::{name}({}){tag}{required}",
            branch.rust_name()
        );
    }
    let fallback = union.fallback.as_str();
    line!(out, "fallback {path}::{fallback}(restitch::Json)");
}

/// JSON text, in which only quotes need no escape of ours to keep a line one.
fn shown_json(text: &str) -> String {
    let shown = |char: char| match char {
        '"' | '\'' | '\\' => char.to_string(),
        other => other.escape_debug().to_string(),
    };
    text.chars().map(shown).collect()
}

fn tuple(out: &mut String, path: &str, tuple: &Tuple) {
    for (index, item) in tuple.items.iter().enumerate() {
        let required = if item.required { ", required" } else { "" };
        line!(out, "item {path}.{index}: {}{required}", item.rust_name());
    }
    if let Some(ty) = &tuple.rest {
        let index = tuple.items.len();
        line!(out, "rest {path}.{index}: Vec<{}>", ty.rust_name());
    }
}

fn preset(field: &Field) -> String {
    match &field.preset {
        None => String::new(),
        Some(Preset::Only(value)) => format!(", always {}", value.shown()),
        Some(Preset::Named(value)) => format!(", new sets {}", value.shown()),
    }
}

fn deprecated(deprecated: bool) -> &'static str {
    if deprecated { ", deprecated" } else { "" }
}
