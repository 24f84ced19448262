//! The parameters of an operation.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::diag::{Code, Diagnostic, Edit, clip};
use crate::ir::{self, Location};
use crate::naming::{self, Scope};
use crate::order::sort_by;
use crate::resolve::Document;
use crate::tree::{Pointer, Value};

use super::direction::Direction;
use super::find::{Finder, own_text};
use super::parameter::{Outcome, read};
use super::path::{Asked, Template};
use super::paths::Found;
use super::{Cx, parameter_value, slip};

/// Where the parameters of an operation stand, references followed: those of the path item that
/// the operation does not override, then its own. Dangling references are passed over.
pub(super) fn pointers(document: &Document<'_>, found: &Found) -> Vec<Pointer> {
    let own: Vec<Pointer> = followed(document, &found.at.child("parameters"));
    let shared = followed(document, &found.item.child("parameters"));
    let overriding: HashSet<_> = own.iter().map(|own| identity(document, own)).collect();
    let mut all = shared;
    all.retain(|shared| !overriding.contains(&identity(document, shared)));
    all.extend(own);
    all
}

fn followed(document: &Document<'_>, list: &Pointer) -> Vec<Pointer> {
    document
        .items(list)
        .iter()
        .filter_map(|at| document.follow(at).ok())
        .collect()
}

/// A parameter's name and place, which tell it from others. Headers are told apart by their letters,
/// not by their case (RFC 9110, section 5.1).
type Identity<'a> = (Option<Cow<'a, str>>, Option<&'a str>);

fn identity<'a>(document: &Document<'a>, at: &Pointer) -> Identity<'a> {
    let place = text(document, at, "in");
    let name = text(document, at, "name").map(|name| match place {
        Some("header") => Cow::Owned(name.to_ascii_lowercase()),
        _ => Cow::Borrowed(name),
    });
    (name, place)
}

pub(super) fn text<'a>(document: &Document<'a>, at: &Pointer, key: &str) -> Option<&'a str> {
    document.node(at)?.get(key)?.as_str()
}

/// Shows a parameter's schema to the finder of types. Its types are named after the operation, or
/// the path where all operations of it have the parameter; a component's after its key.
pub(super) fn find_types(
    document: &Document<'_>,
    at: &Pointer,
    found: &Found,
    finder: &mut Finder<'_>,
) {
    let Some(name) = text(document, at, "name") else {
        return;
    };
    let own = at.is_below(&found.at);
    let called = own_text(at, "parameters", || {
        if own {
            format!("{} {name}", found.text())
        } else {
            format!("{} {name}", found.path)
        }
    });
    let elsewhere = !own && !at.is_below(&found.item);
    if let Some(schema) = parameter_value::schema(document, at) {
        finder.root(schema, &called, Direction::Request, elsewhere);
    }
}

/// The parameters of an operation: those of the path in the template's order, then the others by
/// location and wire name. `None` where the operation can't be called, which is reported.
pub(super) fn parameters(
    cx: &mut Cx<'_>,
    found: &Found,
    template: &Template,
) -> Option<Vec<ir::Parameter>> {
    dangling(cx, found);
    let mut callable = true;
    let mut seen = Seen::new();
    let mut out: Vec<(usize, Option<Pointer>, ir::Parameter)> = Vec::new();
    let declared = pointers(cx.document, found);
    let slip = slip::find(cx, found, template, &declared);
    for at in declared {
        if twice(cx, found, &at, &mut seen) {
            continue;
        }
        let meant = slip.as_ref().filter(|slip| slip.at == at);
        let meant = meant.map(|slip| slip.name.as_str());
        let read = match read(cx, &at) {
            Outcome::Read(mut read) => {
                if let Some(name) = meant {
                    name.clone_into(&mut read.name.wire);
                }
                in_query(*read, template)
            }
            Outcome::LeftOut => continue,
            Outcome::Needed => {
                let name = meant.or_else(|| text(cx.document, &at, "name"));
                let name = name.unwrap_or_default();
                let is_of_path = text(cx.document, &at, "in") == Some("path");
                let order = template.parameters.iter().position(|it| *it == name);
                match order.filter(|_| is_of_path) {
                    // The caller writes its text.
                    Some(order) => {
                        let read = any_text(cx, &at, name, Location::Path, true);
                        out.push((order, Some(at), read));
                    }
                    None => callable &= is_of_path || by_hand(cx, &at),
                }
                continue;
            }
        };
        if let Some(order) = order(cx, found, &template.parameters, &read, &at) {
            out.push((order, Some(at), read));
        }
    }
    let is_seen = |name, place| seen.contains_key(&(Some(Cow::Borrowed(name)), Some(place)));
    for (order, name) in template.parameters.iter().enumerate() {
        let is_meant = slip.as_ref().is_some_and(|slip| slip.name == *name);
        if !is_meant && !is_seen(name, "path") {
            out.push((order, None, implied(cx, found, name, None)));
        }
    }
    for asked in &template.asked {
        let in_path = template.asks(&asked.placeholder).is_some();
        let is_declared = is_seen(&asked.name, "query")
            || is_seen(&asked.placeholder, "query")
            || in_path && is_seen(&asked.placeholder, "path");
        if !is_declared {
            let read = implied(cx, found, &asked.placeholder, Some(asked));
            out.push((usize::MAX, None, read));
        }
    }
    sort_by(&mut out, |(a, _, x), (b, _, y)| {
        (a, x.location, &x.name.wire).cmp(&(b, y.location, &y.name.wire))
    });
    let at: Vec<_> = out.iter().map(|(_, at, _)| at.clone()).collect();
    let mut parameters: Vec<ir::Parameter> = out.into_iter().map(|(_, _, read)| read).collect();
    name_all(cx, &mut parameters, &at);
    callable.then_some(parameters)
}

/// The parameters that were there, by name and place.
type Seen<'a> = HashMap<Identity<'a>, Pointer>;

/// Whether a parameter was there before, under the same name and in the same place.
fn twice<'a>(cx: &mut Cx<'a>, found: &Found, at: &Pointer, seen: &mut Seen<'a>) -> bool {
    let own = identity(cx.document, at);
    let Some(name) = own.0.clone() else {
        // What has no name has been reported.
        return false;
    };
    let Some(first) = seen.get(&own) else {
        seen.insert(own, at.clone());
        return false;
    };
    let message = format!("parameter `{name}` comes twice");
    let mut fault = cx.document.fault(Code::MALFORMED, message, at);
    if let Some(place) = cx.document.place(first) {
        fault = fault.label(place, "first here");
    }
    let fault = fault.help("the second is left out");
    cx.sink.push(without(fault, found, at));
    true
}

/// Adds that a parameter can be taken out, where it stands in the list itself.
fn without(fault: Diagnostic, found: &Found, at: &Pointer) -> Diagnostic {
    if is_listed(found, at) {
        return fault.edit(Edit::Remove(at.clone()));
    }
    fault
}

/// Whether a parameter stands in a list of the operation itself, where others do not refer to it.
pub(super) fn is_listed(found: &Found, at: &Pointer) -> bool {
    let lists = [&found.at, &found.item].map(|holder| holder.child("parameters"));
    lists.iter().any(|list| at.is_below(list))
}

/// Whether the caller can send what could not be read: a call takes any query, header and cookie.
fn by_hand(cx: &mut Cx<'_>, at: &Pointer) -> bool {
    let document = cx.document;
    let name = text(document, at, "name").unwrap_or_default();
    let help = match text(document, at, "in") {
        // No request has such a header.
        Some("header") if !name.is_ascii() => return false,
        Some("query") => "calls have `with_query` for it",
        Some("header") => "calls have `with_header` for it",
        Some("cookie") => "calls have `with_header` for it, with all cookies",
        Some("body" | "formData") => return false,
        _ => "calls have `with_query` and `with_header`",
    };
    let message = format!("`{}` is required, and left out", clip(name));
    let fault = document.fault(Code::UNSUPPORTED, message, at);
    cx.sink.push(fault.help(help));
    true
}

/// A parameter of the path that stands in the template's query goes there.
fn in_query(mut read: ir::Parameter, template: &Template) -> ir::Parameter {
    let asked = template.asks(&read.name.wire);
    if let Some(asked) = asked.filter(|_| read.location == Location::Path) {
        read.location = Location::Query;
        read.name.wire.clone_from(&asked.name);
        read.required = asked.required;
        if read.style != ir::Style::Json {
            read.style = ir::Style::Form;
        }
    }
    read
}

/// Where a parameter comes among the others; `None` where a path has no place for it.
fn order(
    cx: &mut Cx<'_>,
    found: &Found,
    template: &[String],
    read: &ir::Parameter,
    at: &Pointer,
) -> Option<usize> {
    if read.location != Location::Path {
        return Some(usize::MAX);
    }
    let name = &read.name.wire;
    let order = template.iter().position(|placeholder| placeholder == name);
    if order.is_none() {
        let message = format!("`{}` has no `{{{name}}}` for this parameter", found.path);
        let fault = cx
            .document
            .fault(Code::TEMPLATE, message, &at.child("name"));
        let fault = fault.help("the parameter is left out");
        cx.sink.push(without(fault, found, at));
    }
    order
}

/// Reports references among the parameters that name nothing. Such a parameter is left out: one of the
/// path is implied by the template, and others can be sent by hand.
fn dangling(cx: &mut Cx<'_>, found: &Found) {
    for holder in [&found.at, &found.item] {
        for at in cx.document.items(&holder.child("parameters")) {
            if let Err(error) = cx.document.follow(&at) {
                let fault = error.diagnostic(cx.document);
                cx.sink.push(fault);
            }
        }
    }
}

/// The parameter of a placeholder that the document does not describe: any text can stand there.
fn implied(cx: &mut Cx<'_>, found: &Found, name: &str, asked: Option<&Asked>) -> ir::Parameter {
    let (location, place, sent) = match asked {
        Some(asked) => (Location::Query, "query", &*asked.name),
        None => (Location::Path, "path", name),
    };
    let required = asked.is_none_or(|asked| asked.required);
    let message = format!(
        "`{}` has `{{{name}}}`, and no {place} parameter is called so",
        found.path
    );
    let fault = cx.document.fault_at_key(Code::TEMPLATE, message, &found.at);
    let help =
        format!("it is taken for a string; declare it under `parameters` with `in: {place}`");
    let parameter = Value::object([
        ("name", Value::string(sent)),
        ("in", Value::string(place)),
        ("required", Value::Bool(required)),
        ("schema", Value::object([("type", Value::string("string"))])),
    ]);
    let edit = Edit::Append(found.at.child("parameters"), parameter);
    cx.sink.push(fault.help(help).edit(edit));
    any_text(cx, &found.at, sent, location, required)
}

/// A parameter that is any text.
fn any_text(
    cx: &Cx<'_>,
    at: &Pointer,
    sent: &str,
    location: Location,
    required: bool,
) -> ir::Parameter {
    ir::Parameter {
        name: ir::Name {
            ident: naming::single(Scope::Argument, sent),
            wire: sent.to_owned(),
            pointer: cx.document.shown(at),
        },
        docs: ir::Docs::default(),
        deprecated: false,
        location,
        style: match location {
            Location::Path => ir::Style::Simple,
            _ => ir::Style::Form,
        },
        explode: false,
        allow_reserved: false,
        media_type: None,
        required,
        nullable: false,
        ty: ir::Type::Scalar(ir::Scalar::String),
    }
}

/// Names arguments and setters together; the same name in two places is settled by the place.
fn name_all(cx: &Cx<'_>, parameters: &mut [ir::Parameter], at: &[Option<Pointer>]) {
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
    let idents = cx.schemas.given.names(Scope::Argument, &items, at);
    for (parameter, ident) in parameters.iter_mut().zip(idents) {
        parameter.name.ident = ident;
    }
}
