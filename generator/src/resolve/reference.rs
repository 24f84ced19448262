//! `$ref`: from where it stands to what it names.

use super::Document;
use crate::diag::{self, Code, Diagnostic};
use crate::grammar::Kind;
use crate::tree::{FileId, Place, Pointer, Value};

/// Why a reference leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefError {
    /// What it names does not exist. The pointer is where the reference stands.
    Dangling(Pointer, String),
    /// It comes back to itself.
    Cycle(Pointer),
}

impl RefError {
    /// As a fault at the reference.
    pub fn diagnostic(&self, document: &Document<'_>) -> Diagnostic {
        self.costing(document, "what needs it is left out")
    }

    /// The same, with what becomes of a reference that names nothing.
    pub fn costing(&self, document: &Document<'_>, cost: &str) -> Diagnostic {
        match self {
            Self::Dangling(at, text) => {
                let message = format!("`{text}` names nothing");
                let fault = document.fault(Code::DANGLING_REF, message, &at.child("$ref"));
                match document.nearest(at, text) {
                    Some(near) => {
                        // In a reference a pointer is percent-encoded.
                        let meant = near.replace('%', "%25");
                        let is_one = document.tree.names_exactly(at, &meant);
                        let fault = fault.help(format!("there is `{near}`; {cost}"));
                        if is_one {
                            fault.put(Value::string(meant))
                        } else {
                            fault
                        }
                    }
                    None => fault.help(format!(
                        "add what it names, or correct the reference; {cost}"
                    )),
                }
            }
            Self::Cycle(at) => document
                .fault(
                    Code::REF_CYCLE,
                    "this reference comes back to itself",
                    &at.child("$ref"),
                )
                .help("let one of the references in the circle be a definition"),
        }
    }
}

impl Document<'_> {
    /// The pointer of what stands at a pointer once references are followed.
    ///
    /// # Errors
    /// A reference on the way that names nothing, or that leads back.
    pub fn follow(&self, start: &Pointer) -> Result<Pointer, RefError> {
        let mut followed = self.followed.borrow_mut();
        let mut way: Vec<Pointer> = Vec::new();
        let mut at = start.clone();
        let end = loop {
            if let Some(known) = followed.get(&at) {
                break known.clone();
            }
            let Some(text) = self.reference(&at) else {
                break Ok(at);
            };
            // Until the end is known: whoever comes by here again goes round.
            followed.insert(at.clone(), Err(RefError::Cycle(at.clone())));
            way.push(at.clone());
            let next = self
                .tree
                .follow(&at, text)
                .filter(|to| self.node(to).is_some());
            match next {
                Some(next) => at = next,
                None => break Err(RefError::Dangling(at, text.to_owned())),
            }
        };
        if !matches!(end, Err(RefError::Cycle(_))) {
            followed.extend(way.into_iter().map(|at| (at, end.clone())));
        }
        followed.get(start).cloned().unwrap_or(end)
    }

    /// What a reference names that stands at a pointer as text, such as a value of a
    /// discriminator's `mapping`; `None` where nothing is there.
    pub fn target(&self, from: &Pointer, text: &str) -> Option<Pointer> {
        let target = self.tree.follow(from, text)?;
        self.node(&target).is_some().then_some(target)
    }

    /// The first reference to a pointer, of those that were followed, that stands where something of
    /// this kind belongs.
    pub(super) fn referrer(&self, kind: Kind, target: &Pointer) -> Option<Place> {
        let belongs = |at: &Pointer| {
            let last = |at: &Pointer| at.last().map(std::borrow::Cow::into_owned);
            let holder = at.parent().as_ref().and_then(last);
            let (own, holder) = (last(at), holder.as_deref());
            match kind {
                Kind::Parameter => holder == Some("parameters"),
                Kind::Response => holder == Some("responses"),
                Kind::Header => holder == Some("headers"),
                Kind::RequestBody => {
                    own.as_deref() == Some("requestBody") || holder == Some("requestBodies")
                }
                Kind::SecurityScheme => holder == Some("securitySchemes"),
                Kind::Schema => {
                    let of_one = matches!(
                        own.as_deref(),
                        Some("items" | "schema" | "additionalProperties")
                    );
                    of_one
                        || matches!(
                            holder,
                            Some("properties" | "schemas" | "allOf" | "oneOf" | "anyOf")
                        )
                }
                _ => false,
            }
        };
        let followed = self.followed.borrow();
        let named = followed.iter().filter(|(at, to)| {
            to.as_ref() == Ok(target)
                && *at != target
                && belongs(at)
                && self.reference(at).is_some()
        });
        named
            .filter_map(|(at, _)| self.place(&at.child("$ref")))
            .min_by_key(|place| (place.file.0, place.line, place.column))
    }

    /// The text of the reference at a pointer, if it is one.
    pub fn reference(&self, pointer: &Pointer) -> Option<&str> {
        self.node(pointer)?.get("$ref")?.as_str()
    }

    /// What a dangling reference may mean: a pointer beside the one that it names, whose last token is
    /// most like it, or the component of that name.
    pub fn nearest(&self, from: &Pointer, text: &str) -> Option<String> {
        self.beside(from, text).or_else(|| self.component(text))
    }

    fn beside(&self, from: &Pointer, text: &str) -> Option<String> {
        let wanted = self.tree.follow(from, text)?;
        let parent = wanted.parent()?;
        let last = wanted.last()?.into_owned();
        let count = self.node(&parent)?.as_map()?.len();
        let left = self.comparisons.get().checked_sub(count)?;
        self.comparisons.set(left);
        let keys = self.members(&parent).into_iter().map(|(key, _)| key);
        let key = diag::nearest(keys, &last, 1 + last.chars().count() / 3)?;
        Some(self.shown(&parent.child(key)))
    }

    /// The only component of the name that a reference ends in, where that is no kind of components
    /// that `OpenAPI` has: `#/definitions/Pet`, `#/components/schema/Pet`.
    fn component(&self, text: &str) -> Option<String> {
        let components = Pointer::root(FileId(0)).child("components");
        let named = text.strip_prefix("#/components/");
        let kind = named.and_then(|rest| rest.split('/').next());
        if kind.is_some_and(|kind| Kind::Components.field(kind).is_some()) {
            return None;
        }
        let name = text.rsplit(['/', '#']).next()?;
        let kinds = self.members(&components).into_iter();
        let mut found = kinds
            .map(|(_, kind)| kind.child(name))
            .filter(|at| self.node(at).is_some());
        let (one, other) = (found.next()?, found.next());
        other.is_none().then(|| self.shown(&one))
    }
}
