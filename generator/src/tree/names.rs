//! What schemas call themselves: `$id`, `$anchor`, `$dynamicAnchor`.

use std::collections::{HashMap, HashSet};

use super::{CARRIED, FileId, Pointer, uri};

/// The names of all files, built once, by `load`.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The URI of each resource: a file, or a schema with `$id`.
    bases: HashMap<Pointer, String>,
    /// The other way round.
    ids: HashMap<String, Pointer>,
    /// Files in which a schema has an `$id`: only there must what holds a reference be looked at.
    nested: HashSet<FileId>,
    anchors: HashMap<Pointer, HashMap<String, Anchor>>,
    /// All anchors of a name: the first, and how many there are, dynamic ones apart too.
    anywhere: HashMap<String, Everywhere>,
}

#[derive(Clone, Debug)]
struct Anchor {
    at: Pointer,
    dynamic: bool,
}

#[derive(Clone, Debug)]
struct Everywhere {
    first: Pointer,
    count: usize,
    dynamic: usize,
}

impl Names {
    /// Adds a file. Its own URI is none that a document can write: it serves to tell files apart.
    pub fn add_file(&mut self, file: FileId, name: &str) {
        let uri = uri::join("restitch-file:///", name);
        self.ids.insert(uri.clone(), Pointer::root(file));
        self.bases.insert(Pointer::root(file), uri);
    }

    /// Adds a schema's `$id`.
    ///
    /// # Errors
    /// The schema that has it already; the new one can not be named by it.
    pub fn add_id(&mut self, at: &Pointer, id: &str) -> Result<(), Pointer> {
        let holder = at.parent().unwrap_or_else(|| at.clone());
        let uri = uri::join(self.base(&self.resource(&holder)), id);
        self.nested.insert(at.file);
        self.bases.insert(at.clone(), uri.clone());
        match self.ids.get(&uri) {
            Some(first) if first != at => Err(first.clone()),
            _ => {
                self.ids.insert(uri, at.clone());
                Ok(())
            }
        }
    }

    /// Adds a schema's `$anchor` or `$dynamicAnchor`; its own `$id` is added before.
    ///
    /// # Errors
    /// The schema of the same resource that has it already.
    pub fn add_anchor(&mut self, at: &Pointer, name: &str, dynamic: bool) -> Result<(), Pointer> {
        let anchors = self.anchors.entry(self.resource(at)).or_default();
        if let Some(first) = anchors.get_mut(name) {
            if first.at == *at {
                first.dynamic |= dynamic;
                return Ok(());
            }
            return Err(first.at.clone());
        }
        let anchor = Anchor {
            at: at.clone(),
            dynamic,
        };
        anchors.insert(name.to_owned(), anchor);
        let all = self.anywhere.entry(name.to_owned());
        let all = all.or_insert_with(|| Everywhere {
            first: at.clone(),
            count: 0,
            dynamic: 0,
        });
        all.count += 1;
        all.dynamic += usize::from(dynamic);
        Ok(())
    }

    /// The resource that something stands in: the nearest schema with `$id`, or the file.
    pub(super) fn resource(&self, at: &Pointer) -> Pointer {
        if !self.nested.contains(&at.file) {
            return Pointer::root(at.file);
        }
        let mut at = at.as_written();
        while !self.bases.contains_key(&at) {
            match at.parent() {
                Some(parent) => at = parent,
                None => break,
            }
        }
        at
    }

    /// The resource that the part of a reference before its `#` names, if there is one.
    pub(super) fn named(&self, resource: &Pointer, name: &str) -> Option<&Pointer> {
        if self.nested.is_empty() {
            return None;
        }
        self.ids.get(&uri::join(self.base(resource), name))
    }

    /// The schema with an anchor in a resource.
    pub(super) fn anchor(&self, resource: &Pointer, name: &str) -> Option<&Pointer> {
        let anchor = self.anchors.get(resource)?.get(name)?;
        Some(&anchor.at)
    }

    /// The schema with an anchor, where no other has one of that name.
    pub(super) fn only(&self, name: &str) -> Option<&Pointer> {
        let all = self.anywhere.get(name)?;
        (all.count == 1).then_some(&all.first)
    }

    /// Whether a `$dynamicRef` leads to the same schema wherever it is come from, as a `$ref`
    /// does: it names no dynamic anchor, or the only one of its name.
    pub fn is_static(&self, at: &Pointer, reference: &str) -> bool {
        let (name, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        if fragment.is_empty() || fragment.starts_with('/') {
            return true;
        }
        let own = self.resource(at);
        let resource = match name {
            "" => Some(&own),
            name => self.named(&own, name),
        };
        let anchors = resource.and_then(|resource| self.anchors.get(resource));
        let Some(all) = self.anywhere.get(fragment) else {
            return false;
        };
        match anchors.and_then(|anchors| anchors.get(fragment)) {
            Some(anchor) => !anchor.dynamic || all.dynamic == 1,
            None => all.count == 1,
        }
    }

    fn base(&self, resource: &Pointer) -> &str {
        self.bases.get(resource).map_or("", String::as_str)
    }
}

impl Pointer {
    /// The pointer in the document as it was written: without the prefix of carried keys.
    #[must_use]
    pub fn as_written(&self) -> Self {
        if !self.as_str().contains(CARRIED) {
            return self.clone();
        }
        let mut out = Self::root(self.file);
        for token in self.tokens() {
            out.push(token.strip_prefix(CARRIED).unwrap_or(&token));
        }
        out
    }
}
