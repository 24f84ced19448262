//! One parameter.

use std::collections::HashSet;

use openapiv3::{Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle};

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{self, Location, Name, Scalar, Style, Type};
use crate::naming::{self, Scope};
use crate::tree::{Node, Pointer};

use super::direction::Direction;
use super::shape::Shape;
use super::site::Site;
use super::typed::Typed;
use super::{Cx, constraints, docs};

/// Header parameters that the specification (Parameter Object, `name`) says to ignore.
const RESERVED: [&str; 3] = ["accept", "content-type", "authorization"];

/// What came of reading a parameter.
pub(super) enum Outcome {
    /// It is generated.
    Read(Box<ir::Parameter>),
    /// It is left out, and the operation can be called without it.
    LeftOut,
    /// It is left out, and takes the operation along.
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
    let (location, style, supported) = placed(&parameter);
    let data = parameter.parameter_data_ref();
    if location == Location::Header && RESERVED.contains(&data.name.to_lowercase().as_str()) {
        reserved(cx, &data.name, at);
        return Outcome::LeftOut;
    }
    let required = data.required || location == Location::Path;
    let Some(Typed { ty, nullable }) = typed(cx, data, supported, at) else {
        return Outcome::without(required);
    };
    let mut docs = docs::pair(None, data.description.as_deref());
    let site = Site::one(at.child("schema"));
    if let Some(shaped) = cx.shaped(&site) {
        docs.facts.extend(constraints::of_place(cx, &site, &shaped));
    }
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
        style,
        explode: data.explode.unwrap_or(style == Style::Form),
        required,
        nullable,
        ty,
    }))
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

/// Location and style, and whether the style is generated yet.
fn placed(parameter: &Parameter) -> (Location, Style, bool) {
    match parameter {
        Parameter::Path { style, .. } => {
            (Location::Path, Style::Simple, *style == PathStyle::Simple)
        }
        Parameter::Query { style, .. } => {
            (Location::Query, Style::Form, *style == QueryStyle::Form)
        }
        Parameter::Header { .. } => (Location::Header, Style::Simple, true),
        Parameter::Cookie { .. } => (Location::Cookie, Style::Form, true),
    }
}

/// The type of a parameter's values; `None` where it is not to be had, which is reported.
fn typed(cx: &mut Cx<'_>, data: &ParameterData, supported: bool, at: &Pointer) -> Option<Typed> {
    let name = &data.name;
    if !supported {
        let message = format!("the style of `{name}` is not generated yet");
        cx.report(Code::UNSUPPORTED, message, &at.child("style"));
        return None;
    }
    if let ParameterSchemaOrContent::Content(_) = data.format {
        let message = format!("`{name}` has `content`, which is not generated yet");
        cx.report(Code::UNSUPPORTED, message, at);
        return None;
    }
    let schema = at.child("schema");
    let site = Site::one(schema.clone());
    cx.direction = Direction::Request;
    let typed = cx.typed(&site)?;
    if matches!(typed.ty, Type::Foreign(_)) {
        // What it is written as, the user's type decides.
        return Some(typed);
    }
    match form(cx, site) {
        Form::Flat => Some(typed),
        // A parameter is text in the end, and any text fits a schema that says nothing.
        Form::Anything => Some(Typed {
            ty: Type::Scalar(Scalar::String),
            nullable: false,
        }),
        Form::Deep => {
            let message = format!(
                "`{name}` is not a scalar or a list of scalars, which is not generated yet"
            );
            cx.report(Code::UNSUPPORTED, message, &schema);
            None
        }
    }
}

/// What a parameter's values are.
enum Form {
    /// Scalars or lists of scalars.
    Flat,
    /// Whatever it may be.
    Anything,
    /// Objects, lists of lists, unions.
    Deep,
}

fn form(cx: &mut Cx<'_>, mut site: Site) -> Form {
    let mut in_list = false;
    // References may lead round in a circle.
    let mut seen = HashSet::new();
    while seen.insert(site.clone()) {
        let Some(shaped) = cx.shaped(&site) else {
            break;
        };
        site = match shaped.shape.clone() {
            Shape::Ref(next) => next,
            Shape::Array(Some(next)) if !in_list => {
                in_list = true;
                next
            }
            Shape::Scalar(_) | Shape::StringEnum | Shape::ValueEnum(_) => return Form::Flat,
            Shape::Json(None) if !in_list => return Form::Anything,
            _ => return Form::Deep,
        };
    }
    Form::Deep
}
