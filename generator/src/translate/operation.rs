//! Operations, grouped into one handle a tag.

use std::collections::HashMap;

use crate::diag::Code;
use crate::ir::{self, Docs, Handle, Ident, Name, Scheme};
use crate::naming::{self, Scope};
use crate::tree::{FileId, Pointer};

use super::paths::Found;
use super::security::Usual;
use super::{Cx, answer, body, docs, parameters, path};

/// More arguments than this are taken as a struct.
const MOST_ARGUMENTS: usize = 7;

/// The names of an operation.
struct Named<'a> {
    found: &'a Found,
    function: Ident,
    call: Ident,
    args: Ident,
}

/// The operations without a tag, and the handles of the others. A handle keeps its place and its
/// operations their names whatever else is left out.
pub(super) fn all(
    cx: &mut Cx<'_>,
    found: &[Found],
    schemes: &[(String, Scheme)],
) -> (Vec<ir::Operation>, Vec<Handle>) {
    duplicate_ids(cx, found);
    let usual = Usual::of(cx, found, schemes);
    let (untagged, tagged) = grouped(found);
    let (handles, functions) = client_names(&tagged, &untagged);
    let make = |cx: &mut Cx<'_>, named: Vec<Named<'_>>| -> Vec<ir::Operation> {
        named
            .into_iter()
            .filter_map(|named| operation(cx, named, &usual, schemes))
            .collect()
    };
    let (_, calls, args) = call_names(&untagged, None);
    let untagged = make(cx, zip(&untagged, functions, calls, args));
    let mut out = Vec::new();
    for ((tag, group), ident) in tagged.iter().zip(handles) {
        let texts: Vec<(String, String)> = group.iter().map(|found| identity(found)).collect();
        let functions = naming::names(Scope::Function, &borrowed(&texts));
        let (struct_ident, calls, args) = call_names(group, Some(naming::tag(tag)));
        let operations = make(cx, zip(group, functions, calls, args));
        let (docs, pointer) = tag_docs(cx, tag);
        let name = Name {
            ident,
            wire: (*tag).to_owned(),
            pointer,
        };
        out.push(Handle {
            name,
            struct_ident,
            docs,
            operations,
        });
    }
    (untagged, out)
}

fn zip<'a>(
    group: &[&'a Found],
    functions: Vec<Ident>,
    calls: Vec<Ident>,
    args: Vec<Ident>,
) -> Vec<Named<'a>> {
    let names = functions.into_iter().zip(calls).zip(args);
    group
        .iter()
        .zip(names)
        .map(|(found, ((function, call), args))| Named {
            found,
            function,
            call,
            args,
        })
        .collect()
}

/// The operations without a tag, and those of each tag, in the order of first use.
fn grouped(found: &[Found]) -> (Vec<&Found>, Vec<(&str, Vec<&Found>)>) {
    let mut untagged = Vec::new();
    let mut tagged: Vec<(&str, Vec<&Found>)> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    for found in found {
        let Some(tag) = found.tag() else {
            untagged.push(found);
            continue;
        };
        let at = *index.entry(tag).or_insert_with(|| {
            tagged.push((tag, Vec::new()));
            tagged.len() - 1
        });
        tagged[at].1.push(found);
    }
    (untagged, tagged)
}

/// The text a function is named after, and what settles a collision.
fn identity(found: &Found) -> (String, String) {
    (found.text(), found.key.clone())
}

fn borrowed(items: &[(String, String)]) -> Vec<(&str, &str)> {
    items
        .iter()
        .map(|(text, key)| (text.as_str(), key.as_str()))
        .collect()
}

/// The client's methods: the handles and the untagged operations share one scope.
fn client_names(tagged: &[(&str, Vec<&Found>)], untagged: &[&Found]) -> (Vec<Ident>, Vec<Ident>) {
    let mut items: Vec<(String, String)> = tagged
        .iter()
        .map(|(tag, _)| (naming::tag(tag).to_owned(), (*tag).to_owned()))
        .collect();
    items.extend(untagged.iter().map(|found| identity(found)));
    let mut idents = naming::names(Scope::Handle, &borrowed(&items));
    let functions = idents.split_off(tagged.len());
    (idents, functions)
}

/// The structs of a module: the handle's, then each operation's call and the struct of its
/// arguments. A call that would be named like the handle says that it is one.
fn call_names(group: &[&Found], handle: Option<&str>) -> (Ident, Vec<Ident>, Vec<Ident>) {
    let handle = naming::single(Scope::Call, handle.unwrap_or("operations"));
    let call = |found: &Found| match found.text() {
        text if naming::pascal(&text) == handle.as_str() => format!("{text} call"),
        text => text,
    };
    // The handle is one of them, so that no other is given its name where names collide.
    let mut items = vec![(handle.as_str().to_owned(), handle.as_str().to_owned())];
    items.extend(group.iter().map(|found| (call(found), found.key.clone())));
    items.extend(group.iter().map(|found| {
        let key = format!("arguments of {}", found.key);
        (format!("{} args", found.text()), key)
    }));
    let mut calls = naming::names(Scope::Call, &borrowed(&items));
    let args = calls.split_off(group.len() + 1);
    (calls.remove(0), calls, args)
}

/// A tag's description and pointer.
fn tag_docs(cx: &mut Cx<'_>, tag: &str) -> (Docs, String) {
    let list = Pointer::root(FileId(0)).child("tags");
    for at in cx.document.items(&list) {
        let Some(node) = cx.document.node(&at) else {
            continue;
        };
        let text = |key: &str| node.get(key).and_then(|value| value.as_str());
        if text("name") == Some(tag) {
            return (
                docs::pair(None, text("description")),
                cx.document.shown(&at),
            );
        }
    }
    (Docs::default(), "#/tags".to_owned())
}

/// Operations that share an `operationId`.
fn duplicate_ids(cx: &mut Cx<'_>, found: &[Found]) {
    let mut first: HashMap<&str, &Found> = HashMap::new();
    for found in found {
        let Some(id) = found.operation.operation_id.as_deref() else {
            continue;
        };
        let Some(earlier) = first.get(id) else {
            first.insert(id, found);
            continue;
        };
        let message = format!("the operationId `{id}` is used twice");
        let mut fault =
            cx.document
                .fault(Code::DUPLICATE_ID, message, &found.at.child("operationId"));
        if let Some(place) = cx.document.place(&earlier.at.child("operationId")) {
            fault = fault.label(place, "first used here");
        }
        cx.sink.push(fault.help(
            "give each operation an id of its own; until then a checksum tells their names apart",
        ));
    }
}

fn operation(
    cx: &mut Cx<'_>,
    named: Named<'_>,
    usual: &Usual,
    schemes: &[(String, Scheme)],
) -> Option<ir::Operation> {
    let found = named.found;
    let template = match path::parse(&found.path) {
        Ok(template) => template,
        Err(wrong) => {
            let message = format!("`{}` is not a path template: {wrong}", found.path);
            let place = &found.at.parent()?;
            let fault = cx.document.fault_at_key(Code::TEMPLATE, message, place);
            cx.sink.push(fault.help("the operation is left out"));
            return None;
        }
    };
    // All are read before one of them costs the operation: each says what is wrong with it.
    let parameters = parameters::parameters(cx, found, &template.parameters);
    let body = body::body(cx, &found.at.child("requestBody"));
    let answers = answer::answers(cx, &found.at.child("responses"));
    let (parameters, body, answers) = (parameters?, body?, answers?);
    let security = usual.or_own(cx, found, schemes);
    let body_argument = body.as_ref().is_some_and(|body| body.required);
    let arguments = parameters
        .iter()
        .filter(|parameter| parameter.required)
        .count()
        + usize::from(body_argument);
    let read = &found.operation;
    Some(ir::Operation {
        name: Name {
            ident: named.function.clone(),
            wire: read.operation_id.clone().unwrap_or_default(),
            pointer: cx.document.shown(&found.at),
        },
        struct_ident: named.call,
        static_ident: naming::static_of(&named.function),
        args_ident: (arguments > MOST_ARGUMENTS).then_some(named.args),
        docs: docs::pair(read.summary.as_deref(), read.description.as_deref()),
        deprecated: read.deprecated,
        method: found.method.clone(),
        path: template.encoded,
        parameters,
        body,
        answers,
        security,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(id: &str) -> Found {
        Found {
            at: Pointer::default(),
            item: Pointer::default(),
            method: "GET".to_owned(),
            path: "/".to_owned(),
            key: id.to_owned(),
            operation: openapiv3::Operation {
                operation_id: Some(id.to_owned()),
                ..Default::default()
            },
        }
    }

    #[test]
    fn a_handle_shares_its_name_with_no_call() {
        for (tag, ids) in [
            ("list pets", ["list_pets", "get_pets"]),
            ("pets upper", ["pets", "PETS"]),
            ("list pets args", ["list_pets", "get_pets"]),
        ] {
            let group = ids.map(found);
            let (handle, mut all, args) = call_names(&[&group[0], &group[1]], Some(tag));
            assert_eq!(handle.as_str(), naming::pascal(tag));
            assert_eq!((all.len(), args.len()), (2, 2));
            all.extend(args);
            all.push(handle);
            let distinct: std::collections::HashSet<&Ident> = all.iter().collect();
            assert_eq!(distinct.len(), 5, "{all:?}");
        }
    }
}
