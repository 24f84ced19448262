//! `openapiv3` structures to the IR: what a document means.
//!
//! Two passes. `find` finds every schema that becomes a named type and `names` names them all at
//! once; the rest reads schemas and operations again and refers to types by these names. What is wrong
//! is reported where it is found and costs the smallest thing that contains it: functions here
//! give `None` for what was reported and is left out.

mod answer;
mod behind;
mod body;
mod branches;
mod called;
mod chosen;
mod constraints;
mod cycles;
mod defaults;
mod direction;
mod discriminator;
mod docs;
mod encodings;
mod enumeration;
mod facts;
mod find;
mod fit;
mod fold;
mod format_slip;
mod gather;
mod header;
mod header_form;
mod html;
mod incoming;
mod keywords;
mod links;
mod literal;
mod media;
mod merge;
mod named_by;
mod names;
mod oauth;
mod operation;
mod overrides;
mod own_server;
mod parameter;
mod parameter_value;
mod parameters;
mod parents;
mod parts;
mod path;
mod paths;
mod pattern;
mod preset;
mod profile;
mod record;
mod required;
mod scalar;
mod security;
mod sent;
mod server;
mod server_object;
mod shape;
mod shared;
mod site;
mod slip;
mod tuple;
mod twice;
mod typed;
mod union;
mod unions;
mod unused_formats;
mod words;
mod wrapper;

use serde::de::DeserializeOwned;

use crate::choose::{Choice, Chooser};
use crate::diag::{Code, Diagnostic, Grade, Sink};
use crate::formats::Formats;
use crate::grammar::Kind;
use crate::ir;
use crate::resolve::Document;
use crate::tree::{FileId, Pointer};

use direction::Direction;
use find::Finder;
use names::TypeNames;
use overrides::Given;
pub use overrides::Overrides;
use shape::Schemas;
use site::Site;

/// What translation carries along.
struct Cx<'a> {
    document: &'a Document<'a>,
    schemas: &'a Schemas<'a>,
    sink: &'a mut Sink,
    types: TypeNames,
    /// What the type is for that is being made.
    direction: Direction,
    /// The schemas without a name that are being typed, each in the one before.
    open: Vec<Site>,
    /// The headers of answers so far.
    headers: Vec<header::Draft>,
    /// The operations' servers so far that can be chosen among.
    own_servers: Vec<own_server::Choice>,
    /// The variables of operations' servers so far.
    own_variables: Vec<own_server::Draft>,
}

impl Cx<'_> {
    /// Reports something at a pointer.
    fn report(&mut self, code: Code, message: impl Into<String>, at: &Pointer) {
        let found = self.document.fault(code, message, at);
        self.sink.push(found);
    }

    /// Reports something about a whole member, at its key.
    fn report_key(&mut self, code: Code, message: impl Into<String>, at: &Pointer) {
        let found = self.document.fault_at_key(code, message, at);
        self.sink.push(found);
    }

    /// Where references from a pointer lead; `None` where that is nowhere, which is reported.
    fn follow(&mut self, at: &Pointer) -> Option<Pointer> {
        let followed = self.document.follow(at);
        let followed = followed.map_err(|error| error.diagnostic(self.document));
        self.ok(followed)
    }

    /// What stands at a pointer, if it is sound; what is wrong with it is reported, by `lower`
    /// where it is too malformed to be read.
    fn sound<T: DeserializeOwned>(&mut self, kind: Kind, at: &Pointer) -> Option<T> {
        if self.document.node(at).is_some_and(paths::is_broken) {
            return None;
        }
        let read = self.document.fragment::<T>(kind, at);
        self.ok(read)
    }

    /// The value, or `None` where it could not be read, which is reported.
    fn ok<T>(&mut self, read: Result<T, Diagnostic>) -> Option<T> {
        read.map_err(|found| self.sink.push(found)).ok()
    }
}

/// Where the components of a kind stand: `schemas`, `securitySchemes`.
fn components(kind: &str) -> Pointer {
    Pointer::root(FileId(0)).child("components").child(kind)
}

/// Whether a schema is one of the components of the root document.
fn is_component(at: &Pointer) -> bool {
    at.file == FileId(0) && at.is_member_of("/components/schemas")
}

/// The client that a document describes.
pub(crate) fn translate(
    document: &Document<'_>,
    formats: &Formats,
    overrides: &Overrides,
    choice: &Choice,
    sink: &mut Sink,
) -> ir::Api {
    unused_formats::report(document, formats, sink);
    let root = Pointer::root(FileId(0));
    let given = Given::new(document, overrides);
    let found = paths::find(document, &given, sink);
    let sent = incoming::find(document, &found, sink);
    let shapes = Schemas::new(document, formats, given);
    let mut finder = Finder::new(&shapes);
    for operation in &found {
        operation.find_types(document, &mut finder);
    }
    for incoming in &sent {
        incoming.find_types(document, &mut finder);
    }
    let types = names::named(&shapes, finder);
    let mut cx = Cx {
        document,
        schemas: &shapes,
        sink,
        types,
        direction: Direction::Any,
        open: Vec::new(),
        headers: Vec::new(),
        own_servers: Vec::new(),
        own_variables: Vec::new(),
    };
    let info = cx
        .document
        .fragment::<openapiv3::Info>(Kind::Info, &root.child("info"));
    let info = cx.ok(info).unwrap_or_default();
    let asked = security::usual(&mut cx);
    let schemes = security::schemes(&mut cx, &found, asked.as_deref());
    let chooser = Chooser::new(choice);
    let usual = security::Usual::of(&mut cx, &found, asked.as_deref(), &schemes);
    let (operations, handles) = operation::all(&mut cx, &found, usual, &schemes, &chooser);
    let incoming = incoming::all(&mut cx, &sent, &chooser);
    let headers = header::named(std::mem::take(&mut cx.headers));
    let schemes: Vec<_> = schemes.into_iter().map(|(_, scheme)| scheme).collect();
    let drafts = std::mem::take(&mut cx.own_variables);
    let (servers, own_variables) = server::servers(&mut cx, &drafts, &schemes);
    let own_servers = own_server::choices(&mut cx);
    let mut api = ir::Api {
        title: info.title,
        version: info.version,
        docs: docs::pair(None, info.description.as_deref()),
        servers,
        schemes,
        own_servers,
        own_variables,
        operations,
        handles,
        incoming,
        headers,
        types: Vec::new(),
    };
    let (types, gone) = if chooser.is_choosy() {
        chosen::used_headers(&mut api);
        typed::reached(&mut cx, chosen::roots(&api))
    } else {
        (typed::all(&mut cx), Vec::new())
    };
    api.types = cycles::broken_up(types, document, cx.sink);
    let mut gone = chosen::Gone::of(&chooser, gone);
    if chooser.is_choosy() {
        gone.prune(&mut api);
        chosen::unmatched(&chooser, sink);
    }
    let is_gone = |at: &Pointer| gone.has(&document.shown(at));
    shapes.given.finish(is_gone, sink);
    sink.retain(|found| found.grade() == Grade::Error || !is_gone(&found.pointer));
    alike(&mut api);
    api
}

/// Has types and enums of answers that are alike written once, and marks the branches of unions and
/// bodies that are made by `From`.
fn alike(api: &mut ir::Api) {
    shared::share(&mut api.types);
    let aliases = unions::aliases(&api.types);
    answer::share(api, &aliases);
    unions::mark(&mut api.types, &aliases);
    let tagged = api.handles.iter_mut();
    let tagged = tagged.flat_map(|handle| &mut handle.operations);
    let all = api.operations.iter_mut().chain(tagged);
    let bodies = all.filter_map(|operation| operation.body.as_mut());
    unions::mark_bodies(bodies, &aliases);
}
