//! A path parameter whose name is that of the template but for a slip.

use crate::diag::{Code, clip, is_near};
use crate::tree::{Pointer, Value};

use super::Cx;
use super::parameters::{is_listed, text};
use super::path::Template;
use super::paths::Found;

/// A declared parameter that is taken for one of the template.
pub(super) struct Slip {
    /// Where it is declared.
    pub(super) at: Pointer,
    /// What the template calls it.
    pub(super) name: String,
}

/// The only one of the declared path parameters that has no place, where it is nearly called like the
/// only name of the template that is not declared: else its type would be lost. That is reported.
pub(super) fn find(
    cx: &mut Cx<'_>,
    found: &Found,
    template: &Template,
    declared: &[Pointer],
) -> Option<Slip> {
    let document = cx.document;
    let in_path = declared
        .iter()
        .filter(|at| text(document, at, "in") == Some("path"));
    let named = in_path.filter_map(|at| Some((at, text(document, at, "name")?)));
    let named: Vec<(&Pointer, &str)> = named.collect();
    let has_place = |name: &str| {
        template.parameters.iter().any(|it| it == name) || template.asks(name).is_some()
    };
    let mut unplaced = named.iter().filter(|(_, name)| !has_place(name));
    let (Some((at, called)), None) = (unplaced.next(), unplaced.next()) else {
        return None;
    };
    let is_declared = |name: &&String| named.iter().any(|(_, known)| known == name);
    let mut undeclared = template.parameters.iter().filter(|it| !is_declared(it));
    let (Some(name), None) = (undeclared.next(), undeclared.next()) else {
        return None;
    };
    if !is_near(name, called) {
        return None;
    }
    let path = &found.path;
    let called = clip(called);
    let message = format!("`{path}` has `{{{name}}}`, and its parameter is called `{called}`");
    let fault = document.fault(Code::TEMPLATE, message, &at.child("name"));
    let fault = fault.help(format!("did you mean `{name}`? it is sent as that"));
    cx.sink.push(if is_listed(found, at) {
        fault.put(Value::string(name))
    } else {
        fault
    });
    Some(Slip {
        at: (*at).clone(),
        name: name.clone(),
    })
}
