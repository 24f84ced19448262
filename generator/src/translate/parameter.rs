//! Parameters.

use std::borrow::Cow;
use std::collections::HashMap;

use openapiv3::{Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle};

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{self, Location, Name, Scalar, Style, Type};
use crate::naming::{self, Scope};
use crate::resolve::Document;
use crate::tree::{Node, Pointer};

use super::names::Finder;
use super::paths::{Found, is_broken};
use super::{Cx, docs};

/// Header parameters that the specification (Parameter Object, `name`) says to ignore.
const RESERVED: [&str; 3] = ["accept", "content-type", "authorization"];

/// A parameter as it was found.
struct Seen {
    at: Pointer,
    name: String,
    location: Location,
}

/// Where the parameters of an operation stand, references followed: those of the path item that
/// the operation does not override, then its own. Dangling references are passed over.
pub(super) fn pointers(document: &Document<'_>, found: &Found) -> Vec<Pointer> {
    let own: Vec<Pointer> = followed(document, &found.at.child("parameters"));
    let shared = followed(document, &found.item.child("parameters"));
    let same = |a: &Pointer, b: &Pointer| identity(document, a) == identity(document, b);
    let kept = shared
        .into_iter()
        .filter(|shared| !own.iter().any(|own| same(own, shared)));
    kept.collect::<Vec<_>>().into_iter().chain(own).collect()
}

fn followed(document: &Document<'_>, list: &Pointer) -> Vec<Pointer> {
    document
        .items(list)
        .iter()
        .filter_map(|at| document.follow(at).ok())
        .collect()
}

fn identity<'a>(document: &'a Document<'_>, at: &Pointer) -> (Option<&'a str>, Option<&'a str>) {
    let node = document.node(at);
    let text = |key: &str| {
        node.and_then(|node| node.get(key))
            .and_then(|value| value.as_str())
    };
    (text("name"), text("in"))
}

/// Shows a parameter's schema to the finder of types. A component's types are named after its key.
pub(super) fn find_types(
    document: &Document<'_>,
    at: &Pointer,
    operation: &str,
    finder: &mut Finder<'_>,
) {
    let (Some(name), _) = identity(document, at) else {
        return;
    };
    let text = match at.as_str().strip_prefix("/components/parameters/") {
        Some(_) => at.last().map_or_else(String::new, Cow::into_owned),
        None => format!("{operation} {name}"),
    };
    finder.inline(&at.child("schema"), &text);
}

/// The parameters of an operation: those of the path in the template's order, then the others by
/// location and wire name. `None` where the operation can't be called without one that is left out.
pub(super) fn parameters(
    cx: &mut Cx<'_>,
    found: &Found,
    template: &[String],
) -> Option<Vec<ir::Parameter>> {
    dangling(cx, found)?;
    let mut seen: Vec<Seen> = Vec::new();
    let mut out: Vec<(usize, ir::Parameter)> = Vec::new();
    for at in pointers(cx.document, found) {
        let Some(read) = read(cx, &at)? else { continue };
        let (name, location) = (read.name.wire.clone(), read.location);
        if let Some(first) = seen
            .iter()
            .find(|seen| seen.name == name && seen.location == location)
        {
            let place = cx.document.place(&first.at);
            let mut fault = cx.document.fault(
                Code::MALFORMED,
                format!("parameter `{name}` comes twice"),
                &at,
            );
            if let Some(place) = place {
                fault = fault.label(place, "first here");
            }
            cx.sink.push(fault.help("the second is left out"));
            continue;
        }
        seen.push(Seen {
            at: at.clone(),
            name: name.clone(),
            location,
        });
        let order = template.iter().position(|placeholder| *placeholder == name);
        match (location, order) {
            (Location::Path, None) => {
                let message = format!("`{}` has no `{{{name}}}` for this parameter", found.path);
                let fault = cx
                    .document
                    .fault(Code::TEMPLATE, message, &at.child("name"));
                cx.sink.push(fault.help("the parameter is left out"));
            }
            (Location::Path, Some(order)) => out.push((order, read)),
            _ => out.push((usize::MAX, read)),
        }
    }
    covered(cx, found, template, &out)?;
    out.sort_by(|(a, x), (b, y)| (a, x.location, &x.name.wire).cmp(&(b, y.location, &y.name.wire)));
    let mut parameters: Vec<ir::Parameter> =
        out.into_iter().map(|(_, parameter)| parameter).collect();
    name_all(&mut parameters);
    Some(parameters)
}

/// References among the parameters that name nothing: what they would have said is unknown, so
/// the operation can't be called right.
fn dangling(cx: &mut Cx<'_>, found: &Found) -> Option<()> {
    let (own, shared) = (found.at.child("parameters"), found.item.child("parameters"));
    let mut all = Some(());
    for at in cx
        .document
        .items(&own)
        .into_iter()
        .chain(cx.document.items(&shared))
    {
        if let Err(error) = cx.document.follow(&at) {
            let fault = error.diagnostic(cx.document);
            cx.sink.push(fault);
            all = None;
        }
    }
    all
}

/// Every placeholder of the template has a parameter.
fn covered(
    cx: &mut Cx<'_>,
    found: &Found,
    template: &[String],
    out: &[(usize, ir::Parameter)],
) -> Option<()> {
    let mut all = Some(());
    for (order, name) in template.iter().enumerate() {
        if !out.iter().any(|(placed, _)| *placed == order) {
            let message = format!(
                "`{}` has `{{{name}}}`, and no path parameter is called so",
                found.path
            );
            let fault = cx.document.fault(Code::TEMPLATE, message, &found.at);
            cx.sink.push(
                fault.help(
                    "declare it under `parameters` with `in: path`; the operation is left out",
                ),
            );
            all = None;
        }
    }
    all
}

/// A parameter; `Some(None)` where it is left out, `None` where the operation is.
// The two levels are two outcomes: what costs the operation, and what costs the parameter.
#[allow(clippy::option_option)]
fn read(cx: &mut Cx<'_>, at: &Pointer) -> Option<Option<ir::Parameter>> {
    if cx.document.node(at).is_some_and(is_broken) {
        let required = cx
            .document
            .node(at)?
            .get("required")
            .and_then(Node::as_bool);
        return if required == Some(true) {
            None
        } else {
            Some(None)
        };
    }
    let parameter = cx.document.fragment::<Parameter>(Kind::Parameter, at);
    let Some(parameter) = cx.ok(parameter) else {
        return Some(None);
    };
    let (location, style, supported) = placed(&parameter);
    let data = parameter.parameter_data_ref();
    if location == Location::Header && RESERVED.contains(&data.name.to_lowercase().as_str()) {
        reserved(cx, &data.name, at);
        return Some(None);
    }
    let required = data.required || location == Location::Path;
    match typed(cx, data, supported, at) {
        Some((ty, nullable)) => Some(Some(ir::Parameter {
            name: Name {
                ident: naming::single(Scope::Argument, &data.name),
                wire: data.name.clone(),
                pointer: cx.document.shown(at),
            },
            docs: docs::pair(None, data.description.as_deref()),
            deprecated: data.deprecated.unwrap_or_default(),
            location,
            style,
            explode: data.explode.unwrap_or(style == Style::Form),
            required,
            nullable,
            ty,
        })),
        None if required => None,
        None => Some(None),
    }
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
fn typed(
    cx: &mut Cx<'_>,
    data: &ParameterData,
    supported: bool,
    at: &Pointer,
) -> Option<(Type, bool)> {
    if !supported {
        cx.report(
            Code::UNSUPPORTED,
            format!("the style of `{}` is not generated yet", data.name),
            &at.child("style"),
        );
        return None;
    }
    if let ParameterSchemaOrContent::Content(_) = data.format {
        cx.report(
            Code::UNSUPPORTED,
            format!("`{}` has `content`, which is not generated yet", data.name),
            at,
        );
        return None;
    }
    let typed = cx.typed(&at.child("schema"))?;
    if !is_flat(cx, &at.child("schema")) {
        let message = format!(
            "`{}` is not a scalar or a list of scalars, which is not generated yet",
            data.name
        );
        cx.report(Code::UNSUPPORTED, message, &at.child("schema"));
        return None;
    }
    Some((typed.ty, typed.nullable))
}

/// Whether a schema is a scalar or a list of scalars.
fn is_flat(cx: &mut Cx<'_>, at: &Pointer) -> bool {
    use super::shape::Shape;
    let mut at = at.clone();
    for _ in 0..64 {
        let Some(shaped) = cx.shaped(&at) else {
            return false;
        };
        match shaped.shape {
            Shape::Ref(next) | Shape::Array(Some(next)) => at = next,
            Shape::Scalar(scalar) => return scalar != Scalar::Json,
            Shape::StringEnum => return true,
            Shape::Array(None) | Shape::Record | Shape::Map(_) | Shape::Json(_) => return false,
        }
    }
    false
}

/// Names arguments and setters together; the same name in two places is settled by the place.
fn name_all(parameters: &mut [ir::Parameter]) {
    let mut count: HashMap<&str, usize> = HashMap::new();
    for parameter in parameters.iter() {
        *count.entry(&parameter.name.wire).or_default() += 1;
    }
    let text = |p: &ir::Parameter| match count.get(p.name.wire.as_str()) {
        Some(1) => p.name.wire.clone(),
        _ => format!("{} {:?}", p.name.wire, p.location),
    };
    let keys: Vec<(String, String)> = parameters
        .iter()
        .map(|p| (text(p), p.name.wire.clone()))
        .collect();
    let items: Vec<(&str, &str)> = keys
        .iter()
        .map(|(wire, key)| (wire.as_str(), key.as_str()))
        .collect();
    for (parameter, ident) in parameters
        .iter_mut()
        .zip(naming::names(Scope::Argument, &items))
    {
        parameter.name.ident = ident;
    }
}
