//! Operations, grouped into one handle a tag.

use std::collections::{HashMap, HashSet};

use crate::choose::{Candidate, Chooser};
use crate::diag::{Code, Edit};
use crate::ir::{self, Docs, Handle, Ident, Name, Scheme};
use crate::naming::{self, Scope};
use crate::resolve::Document;
use crate::tree::{FileId, Pointer};

use super::paths::{self, Found};
use super::security::Usual;
use super::{Cx, answer, body, docs, header, links, own_server, parameters, path, security, twice};

/// More arguments than this are taken as a struct.
const MOST_ARGUMENTS: usize = 7;

/// The names of an operation.
struct Named<'a> {
    found: &'a Found,
    function: Ident,
    table: Ident,
    call: Ident,
    args: Ident,
    enums: answer::Names,
    /// The enum of a body that has several media types.
    choice: Option<Ident>,
}

impl Named<'_> {
    /// What it is chosen by.
    fn candidate<'a>(&'a self, cx: &Cx<'_>, handle: Option<&'a Ident>) -> Candidate<'a> {
        Candidate {
            handle: handle.map(Ident::as_str),
            function: self.function.as_str(),
            id: self.found.id(),
            method: &self.found.method,
            path: &self.found.path,
            tags: &self.found.operation.tags,
            deprecated: self.found.operation.deprecated,
            pointer: cx.document.shown(&self.found.at),
        }
    }
}

/// What all operations are read with.
struct Shared<'a> {
    usual: Usual,
    schemes: &'a [(String, Scheme)],
    /// The `operationId`s that links may name.
    ids: HashSet<String>,
}

/// The operations without a tag, and the handles of the others. A handle keeps its place and its
/// operations their names whatever else is left out.
pub(super) fn all(
    cx: &mut Cx<'_>,
    found: &[Found],
    usual: Usual,
    schemes: &[(String, Scheme)],
    chooser: &Chooser<'_>,
) -> (Vec<ir::Operation>, Vec<Handle>) {
    twice::ids(cx, found);
    duplicate_tags(cx);
    let ids = found.iter().filter_map(Found::id).map(str::to_owned);
    let shared = Shared {
        usual,
        schemes,
        ids: ids.collect(),
    };
    let (untagged, tagged) = grouped(found);
    let (handles, functions) = client_names(cx, &tagged, &untagged);
    let make = |cx: &mut Cx<'_>, handle: Option<&Ident>, named: Vec<Named<'_>>| {
        let mut named = named;
        named.retain(|named| {
            let wanted = chooser.wants(&named.candidate(cx, handle));
            if !wanted {
                header::seen(cx, &named.found.at.child("responses"));
                own_server::own(cx, named.found, false);
            }
            wanted
        });
        let module = handle.cloned().unwrap_or_else(naming::untagged);
        named
            .into_iter()
            .filter_map(|named| operation(cx, named, &module, &shared))
            .collect::<Vec<_>>()
    };
    let (_, named) = module_names(&untagged, "operations", functions);
    let untagged = make(cx, None, named);
    let described = described_tags(cx.document);
    let mut out = Vec::new();
    for ((tag, group), ident) in tagged.iter().zip(handles) {
        let texts: Vec<(String, String)> = group.iter().map(|found| identity(found)).collect();
        let at: Vec<_> = places(group).collect();
        let given = &cx.schemas.given;
        let functions = given.names(Scope::Function, &borrowed(&texts), &at);
        let (struct_ident, named) = module_names(group, naming::tag(tag), functions);
        let operations = make(cx, Some(&ident), named);
        if operations.is_empty() && chooser.is_choosy() {
            continue;
        }
        let (docs, pointer) = tag_docs(cx, described.get(tag), group);
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
    (found.function(), found.key.clone())
}

/// Where operations stand, for their names.
fn places(group: &[&Found]) -> impl Iterator<Item = Option<Pointer>> {
    group.iter().map(|found| Some(found.at.clone()))
}

fn borrowed(items: &[(String, String)]) -> Vec<(&str, &str)> {
    items
        .iter()
        .map(|(text, key)| (text.as_str(), key.as_str()))
        .collect()
}

/// The client's methods: the handles and the untagged operations share one scope.
fn client_names(
    cx: &Cx<'_>,
    tagged: &[(&str, Vec<&Found>)],
    untagged: &[&Found],
) -> (Vec<Ident>, Vec<Ident>) {
    let tags = Pointer::root(FileId(0)).child("tags");
    let at = tagged.iter().map(|(tag, _)| Some(tags.child(tag)));
    let at: Vec<_> = at.chain(places(untagged)).collect();
    let mut items: Vec<(String, String)> = tagged
        .iter()
        .map(|(tag, _)| (naming::tag(tag).to_owned(), (*tag).to_owned()))
        .collect();
    items.extend(untagged.iter().map(|found| identity(found)));
    let given = &cx.schemas.given;
    let mut idents = given.names(Scope::Handle, &borrowed(&items), &at);
    let functions = idents.split_off(tagged.len());
    (idents, functions)
}

/// The structs of a module, the handle's and those of each operation, and the operations' tables.
/// A call that would be named like the handle says that it is one.
fn module_names<'a>(
    group: &[&'a Found],
    handle: &str,
    functions: Vec<Ident>,
) -> (Ident, Vec<Named<'a>>) {
    let own = naming::single(Scope::Call, handle);
    let call = |found: &Found| match found.function() {
        text if naming::single(Scope::Call, &text) == own => format!("{text} call"),
        text => text,
    };
    // What is written like its identifier keeps it: the handle does.
    let mut items = vec![(handle.to_owned(), own.as_str().to_owned())];
    items.extend(group.iter().map(|found| (call(found), found.key.clone())));
    items.extend(group.iter().map(|found| {
        let key = format!("arguments of {}", found.key);
        (format!("{} args", found.function()), key)
    }));
    for word in ["ok", "error"] {
        items.extend(group.iter().map(|found| {
            let key = format!("{word} of {}", found.key);
            (format!("{} {word}", found.function()), key)
        }));
    }
    // Only those that there are: another name would make way for them.
    let with_choice = group.iter().filter(|found| found.has_choice);
    items.extend(with_choice.map(|found| {
        let key = format!("body of {}", found.key);
        (format!("{} body", found.function()), key)
    }));
    let mut idents = naming::names(Scope::Call, &borrowed(&items));
    let tables = naming::statics(&functions, &idents);
    let mut choices = idents.split_off(1 + 4 * group.len()).into_iter();
    let errors = idents.split_off(1 + 3 * group.len());
    let oks = idents.split_off(1 + 2 * group.len());
    let args = idents.split_off(1 + group.len());
    let calls = idents.split_off(1);
    let enums = oks.into_iter().zip(errors);
    let enums = enums.map(|(success, failure)| answer::Names { success, failure });
    let all = functions
        .into_iter()
        .zip(tables)
        .zip(calls)
        .zip(args)
        .zip(enums);
    let operations = group.iter().zip(all);
    let operations = operations.map(
        |(found, ((((function, table), call), args), enums))| Named {
            found,
            function,
            table,
            choice: if found.has_choice {
                choices.next()
            } else {
                None
            },
            call,
            args,
            enums,
        },
    );
    (own, operations.collect())
}

/// Where each tag is described, by its name; the first place counts.
fn described_tags<'a>(document: &Document<'a>) -> HashMap<&'a str, Pointer> {
    let mut tags = HashMap::new();
    for (name, at) in tags_in_order(document) {
        tags.entry(name).or_insert(at);
    }
    tags
}

/// Each tag that the document describes, with its place.
fn tags_in_order<'a>(document: &Document<'a>) -> impl Iterator<Item = (&'a str, Pointer)> {
    let all = document.items(&Pointer::root(FileId(0)).child("tags"));
    let named = |at| Some((document.node(&at)?.get("name")?.as_str()?, at));
    all.into_iter().filter_map(named)
}

/// Tags that are described twice.
fn duplicate_tags(cx: &mut Cx<'_>) {
    let document = cx.document;
    let mut seen = HashSet::new();
    for (name, at) in tags_in_order(document) {
        if !seen.insert(name) {
            let message = format!("the tag `{name}` is described twice");
            let fault = document.fault(Code::MALFORMED, message, &at.child("name"));
            let help = "the first description counts: leave this one out";
            cx.sink.push(fault.help(help).edit(Edit::Remove(at)));
        }
    }
}

/// A tag's description and pointer: where nothing describes it, that of the first operation's tag.
fn tag_docs(cx: &Cx<'_>, at: Option<&Pointer>, group: &[&Found]) -> (Docs, String) {
    let Some(at) = at else {
        let first = group.first().map(|found| found.at.child("tags").child("0"));
        let shown = first.map(|at| cx.document.shown(&at));
        return (Docs::default(), shown.unwrap_or_default());
    };
    let node = cx.document.node(at);
    let description = node.and_then(|node| node.get("description")?.as_str());
    (docs::pair(None, description), cx.document.shown(at))
}

/// What an operation says and has no effect.
fn unheard(cx: &mut Cx<'_>, found: &Found) {
    if found.operation.tags.len() > 1 {
        let message = "an operation stands under its first tag only";
        cx.report_key(Code::NOT_GENERATED, message, &found.at.child("tags"));
    }
    let body = found.at.child("requestBody");
    if found.body().is_none() && cx.document.node(&body).is_some() {
        let message = "a TRACE request has no content: it is not sent";
        let note = cx.document.fault_at_key(Code::IGNORED_HERE, message, &body);
        cx.sink.push(note.remove());
    }
}

fn operation(
    cx: &mut Cx<'_>,
    named: Named<'_>,
    module: &Ident,
    shared: &Shared<'_>,
) -> Option<ir::Operation> {
    let found = named.found;
    let template = match path::parse(&found.path) {
        Ok(template) => template,
        Err(wrong) => {
            let message = format!("`{}` is not a path template: {wrong}", found.path);
            let place = &found.at.parent()?;
            let fault = cx.document.fault_at_key(Code::TEMPLATE, message, place);
            let help = match paths::operations(cx.document, &found.item).len() {
                0 | 1 => "the operation is left out".to_owned(),
                count => format!("its {count} operations are left out"),
            };
            cx.sink.push(fault.help(help));
            return None;
        }
    };
    if !template.query.is_empty() || !template.asked.is_empty() {
        let message = "a path has no query in OpenAPI; of this one, what stands in braces is a \
            parameter, and what is no parameter goes with every call";
        cx.report_key(Code::PATH_QUERY, message, &found.at.parent()?);
    }
    if template.fragment {
        let message = "a path has no fragment in OpenAPI, and no request has one: it is not sent";
        cx.report_key(Code::IGNORED_HERE, message, &found.at.parent()?);
    }
    // All are read before the parameters cost the operation: each says what is wrong with it.
    let parameters = parameters::parameters(cx, found, &template);
    let choice = named.choice.as_ref().map(|choice| (module, choice));
    let body = found.body().and_then(|at| body::body(cx, &at, choice));
    let answers = answer::answers(
        cx,
        &found.at.child("responses"),
        &found.method,
        &named.enums,
    );
    unheard(cx, found);
    let parameters = parameters?;
    let security = shared.usual.or_own(cx, found, shared.schemes);
    security::overlaps(cx, found, &parameters, &security, shared.schemes);
    let body_argument = body.as_ref().is_some_and(|body| body.required);
    let arguments = parameters
        .iter()
        .filter(|parameter| parameter.required)
        .count()
        + usize::from(body_argument);
    let read = &found.operation;
    let mut docs = docs::pair(read.summary.as_deref(), read.description.as_deref());
    docs.facts.extend(security::demands(cx, found));
    let servers = own_server::own(cx, found, true);
    docs.facts.extend(own_server::facts(&servers));
    docs.facts.extend(links::facts(cx, found, &shared.ids));
    Some(ir::Operation {
        name: Name {
            ident: named.function.clone(),
            wire: read.operation_id.clone().unwrap_or_default(),
            pointer: cx.document.shown(&found.at),
        },
        struct_ident: named.call,
        static_ident: named.table,
        args_ident: (arguments > MOST_ARGUMENTS).then_some(named.args),
        docs,
        deprecated: read.deprecated,
        method: found.method.clone(),
        path: template.whole(|name| declares_query(&parameters, name)),
        parameters,
        body,
        answers: answers.answers,
        results: answers.results,
        security,
        servers,
    })
}

/// Whether each call gives a parameter of the query.
fn declares_query(parameters: &[ir::Parameter], name: &str) -> bool {
    let mut required = parameters.iter().filter(|parameter| parameter.required);
    required.any(|it| it.location == ir::Location::Query && it.name.wire == name)
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
            given: None,
            has_choice: false,
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
            let functions = ids.map(|id| naming::single(Scope::Function, id));
            let group: Vec<&Found> = group.iter().collect();
            let (handle, named) = module_names(&group, tag, functions.to_vec());
            assert_eq!(handle.as_str(), naming::pascal(tag));
            let mut all = vec![handle];
            all.extend(named.into_iter().flat_map(|named| [named.call, named.args]));
            let distinct: std::collections::HashSet<&Ident> = all.iter().collect();
            assert_eq!(distinct.len(), 5, "{all:?}");
        }
    }
}
