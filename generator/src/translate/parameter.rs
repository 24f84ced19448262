//! One parameter.

use openapiv3::{Parameter, PathStyle, QueryStyle};

use crate::diag::{Code, clip};
use crate::grammar::Kind;
use crate::ir::{self, Fact, Location, Name, Style};
use crate::naming::{self, Scope};
use crate::tree::{Node, Pointer};

use super::{Cx, constraints, docs, parameter_value as value};

/// Header parameters that the specification (Parameter Object, `name`) says to ignore.
const RESERVED: [&str; 3] = ["accept", "content-type", "authorization"];

/// What came of reading a parameter.
pub(super) enum Outcome {
    /// It is generated.
    Read(Box<ir::Parameter>),
    /// It is left out, and the operation can be called without it.
    LeftOut,
    /// It is left out, and the operation can't be called without it.
    Needed,
}

impl Outcome {
    fn without(required: bool) -> Self {
        if required {
            Self::Needed
        } else {
            Self::LeftOut
        }
    }
}

/// Reads the parameter at a pointer. What is wrong with it is reported.
pub(super) fn read(cx: &mut Cx<'_>, at: &Pointer) -> Outcome {
    let Some(parameter) = cx.sound::<Parameter>(Kind::Parameter, at) else {
        let node = cx.document.node(at);
        let said = |key| node.and_then(|node| node.get(key));
        let in_path = said("in").and_then(Node::as_str) == Some("path");
        let required = said("required").and_then(Node::as_bool) == Some(true);
        return Outcome::without(required || in_path);
    };
    let (location, style) = placed(&parameter);
    let data = parameter.parameter_data_ref();
    if location == Location::Header && RESERVED.contains(&data.name.to_lowercase().as_str()) {
        reserved(cx, &data.name, at);
        return Outcome::LeftOut;
    }
    let required = data.required || location == Location::Path;
    let Some(mut value) = value::value(cx, data, style, at) else {
        return Outcome::without(required);
    };
    if location == Location::Path && value.style != Style::Json {
        never_null(cx, &mut value, &data.name, at);
    }
    let mut docs = docs::pair(None, data.description.as_deref());
    if let Some(site) = &value.site
        && let Some(shaped) = cx.shaped(site)
    {
        docs.facts.extend(constraints::of_place(cx, site, &shaped));
    }
    let allow_reserved = allows(&parameter, &mut docs);
    let name = Name {
        ident: naming::single(Scope::Argument, &data.name),
        wire: data.name.clone(),
        pointer: cx.document.shown(at),
    };
    Outcome::Read(Box::new(ir::Parameter {
        name,
        docs,
        deprecated: data.deprecated.unwrap_or_default(),
        location,
        explode: match value.style {
            Style::Json => false,
            style => data.explode.unwrap_or(style == Style::Form),
        },
        style: value.style,
        allow_reserved,
        media_type: value.media_type,
        required,
        nullable: value.typed.nullable,
        ty: value.typed.ty,
    }))
}

/// A path has no text for `null`, and is another path without its parameter.
fn never_null(cx: &mut Cx<'_>, value: &mut value::Value, name: &str, at: &Pointer) {
    if !std::mem::take(&mut value.typed.nullable) {
        return;
    }
    let message = format!(
        "`{}` is always sent, as it is of the path: it can not be `null`",
        clip(name)
    );
    cx.report(Code::PARTLY, message, &at.child("schema"));
}

/// What only queries say of their values: whether they have `allowReserved`. Both it and
/// `allowEmptyValue` are documented.
fn allows(parameter: &Parameter, docs: &mut ir::Docs) -> bool {
    let Parameter::Query {
        allow_reserved,
        allow_empty_value,
        ..
    } = parameter
    else {
        return false;
    };
    if *allow_empty_value == Some(true) {
        docs.facts.push(Fact::own("May be empty."));
    }
    if *allow_reserved {
        docs.facts.push(
            Fact::own("Characters that are reserved in URLs, ")
                .quote("&")
                .and(" among them, are sent as they are."),
        );
    }
    *allow_reserved
}

fn reserved(cx: &mut Cx<'_>, name: &str, at: &Pointer) {
    let message = match name.to_lowercase().as_str() {
        "authorization" => {
            "`Authorization` is sent by the client's credential; OpenAPI ignores it as a parameter"
                .to_owned()
        }
        _ => format!("`{name}` follows from the media types; OpenAPI ignores it as a parameter"),
    };
    cx.report(Code::RESERVED_HEADER, message, at);
}

fn placed(parameter: &Parameter) -> (Location, Style) {
    match parameter {
        Parameter::Path { style, .. } => (
            Location::Path,
            match style {
                PathStyle::Simple => Style::Simple,
                PathStyle::Label => Style::Label,
                PathStyle::Matrix => Style::Matrix,
            },
        ),
        Parameter::Query { style, .. } => (
            Location::Query,
            match style {
                QueryStyle::Form => Style::Form,
                QueryStyle::SpaceDelimited => Style::SpaceDelimited,
                QueryStyle::PipeDelimited => Style::PipeDelimited,
                QueryStyle::DeepObject => Style::DeepObject,
            },
        ),
        Parameter::Header { .. } => (Location::Header, Style::Simple),
        Parameter::Cookie { .. } => (Location::Cookie, Style::Form),
    }
}
