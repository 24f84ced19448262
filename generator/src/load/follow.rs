use std::collections::{HashMap, HashSet, VecDeque};
use std::path::PathBuf;

use super::folder::{Folder, Refused};
use super::limits::Budget;
use super::references::{self, Object, Reference};
use super::{Dialect, files, names, text, version};
use crate::diag::{Code, Diagnostic, Sink, clip};
use crate::grammar::{Kind, Takes};
use crate::tree::{FileId, Pointer, Tree, Value};

/// Reads every file that the document refers to, from the root on: what nothing refers to is not
/// looked into, in other files either.
pub(super) fn follow(
    tree: &mut Tree,
    folder: Option<&Folder>,
    dialect: &mut dyn Dialect,
    budget: &mut Budget,
    sink: &mut Sink,
) {
    let mut follower = Follower {
        folder,
        ids: HashMap::new(),
        walked: HashMap::new(),
        seen: HashSet::new(),
        refused: Vec::new(),
        told: Vec::new(),
        told_of_items: false,
        has_room: true,
        dialect,
        budget,
        sink,
    };
    if let Some(path) = tree.files.first().and_then(|file| file.path.clone()) {
        follower.ids.insert(path, FileId::default());
    }
    if follower.dialect.rewrites() {
        follower.splice(tree, &Pointer::root(FileId::default()), Kind::Document);
        follower.dialect.root(tree, follower.sink);
    }
    if version::check(tree, follower.sink) {
        names::index(tree, FileId::default(), follower.sink);
        follower.all(tree);
        follower.report(tree);
    }
}

const RELATIVE: &str = "paths are relative to the file that holds the `$ref`";

pub(super) struct Follower<'f> {
    folder: Option<&'f Folder>,
    /// The files that were read, by path.
    ids: HashMap<PathBuf, FileId>,
    /// The objects in which references were looked for, and as what.
    walked: HashMap<Pointer, Vec<Kind>>,
    /// The places of references that were followed: one may be walked by twice, and an alias
    /// shows the same text in two places.
    seen: HashSet<(FileId, u32)>,
    /// References whose file can not be read: a schema of a file read later may have that name.
    refused: Vec<(Reference, Refused)>,
    /// For what a reference can not stand, once it was said.
    pub(super) told: Vec<Takes>,
    /// Whether it was said that one can not stand for several items.
    pub(super) told_of_items: bool,
    /// Whether copies may be made yet; without, what is large is not even measured again.
    pub(super) has_room: bool,
    pub(super) dialect: &'f mut dyn Dialect,
    pub(super) budget: &'f mut Budget,
    pub(super) sink: &'f mut Sink,
}

impl Follower<'_> {
    fn all(&mut self, tree: &mut Tree) {
        let mut queue = VecDeque::from([Object {
            pointer: Pointer::root(FileId::default()),
            kind: Kind::Document,
        }]);
        while let Some(object) = queue.pop_front() {
            if tree.get(&object.pointer).is_none() || self.covers(&object) {
                continue;
            }
            self.splice(tree, &object.pointer, object.kind);
            self.dialect
                .object(tree, &object.pointer, object.kind, self.sink);
            for reference in references::below(tree, &object) {
                let is_new = self.seen.insert((reference.at.file, reference.at.offset));
                let target = match tree.follow(&reference.pointer, &reference.text) {
                    None if is_new => self.file(tree, &reference),
                    known => known,
                };
                let target = target.map(|target| self.moved(tree, &reference, target));
                let Some(pointer) = target else {
                    continue;
                };
                let kind = reference.kind;
                let items = self.spread(tree, &reference, &pointer);
                let items = (0..items).map(|index| pointer.item(index));
                queue.extend(items.map(|pointer| Object { pointer, kind }));
                if is_new {
                    queue.push_back(Object { pointer, kind });
                }
            }
            let kinds = self.walked.entry(object.pointer).or_default();
            kinds.push(object.kind);
        }
    }

    /// Where the target of a reference stands now; the reference says so from here on.
    fn moved(&self, tree: &mut Tree, reference: &Reference, target: Pointer) -> Pointer {
        let Some(moved) = self.dialect.moved(&target) else {
            return target;
        };
        if let Some(node) = tree.get_mut(&reference.pointer) {
            let file = reference.text.split('#').next().unwrap_or_default();
            // In a reference a pointer is percent-encoded.
            let fragment = moved.as_str().replace('%', "%25");
            node.value = Value::String(format!("{file}#{fragment}"));
        }
        moved
    }

    /// Whether the references in an object were looked for already.
    fn covers(&self, object: &Object) -> bool {
        let above = std::iter::successors(Some(object.pointer.clone()), Pointer::parent);
        above.into_iter().any(|pointer| {
            let kinds = self.walked.get(&pointer).map_or(&[][..], Vec::as_slice);
            kinds.iter().any(|kind| {
                let pointer = pointer.clone();
                let kind = *kind;
                references::reaches(&Object { pointer, kind }, object)
            })
        })
    }

    /// Sees to it that the file of a reference is in the tree, or keeps why it is not. Gives what
    /// the reference names.
    pub(super) fn file(&mut self, tree: &mut Tree, reference: &Reference) -> Option<Pointer> {
        // Not the file of its text, which may be an overlay: what it adds is the document's.
        let from = reference.pointer.file;
        let name = reference.text.split('#').next().unwrap_or_default();
        let key = (from, name.to_owned());
        if name.is_empty() || tree.links.contains_key(&key) {
            return None;
        }
        match self.id(tree, from, name) {
            Ok(id) => {
                tree.links.insert(key, id);
                tree.follow(&reference.pointer, &reference.text)
            }
            Err(refused) => {
                self.refused.push((reference.clone(), refused));
                None
            }
        }
    }

    /// Reports the references whose file could not be read, now that every name is known.
    fn report(&mut self, tree: &mut Tree) {
        let mut told = HashSet::new();
        for (reference, refused) in std::mem::take(&mut self.refused) {
            let name = reference.text.split('#').next().unwrap_or_default();
            let known = tree.follow(&reference.pointer, &reference.text).is_some();
            if !known && told.insert((reference.at.file, reference.at.offset)) {
                self.refuse(tree, name, &reference, refused);
            }
        }
    }

    fn id(&mut self, tree: &mut Tree, from: FileId, name: &str) -> Result<FileId, Refused> {
        let Some(folder) = self.folder else {
            return Err(Folder::none(name));
        };
        let base = match tree.files.get(from.0 as usize) {
            Some(file) if from != FileId::default() => file.name.as_str(),
            _ => "",
        };
        let found = folder.find(base, name)?;
        if let Some(id) = self.ids.get(&found.path) {
            return Ok(*id);
        }
        let bytes = text::bytes(&found.path, self.budget.limits.bytes)
            .map_err(|error| Refused::Missing(error.to_string()))?;
        let id = FileId(u32::try_from(tree.files.len()).unwrap_or(u32::MAX));
        self.ids.insert(found.path.clone(), id);
        let file = files::file(
            id,
            found.name,
            Some(found.path),
            bytes,
            self.budget,
            self.sink,
        );
        tree.files.push(file);
        names::index(tree, id, self.sink);
        Ok(id)
    }

    fn refuse(&mut self, tree: &mut Tree, name: &str, reference: &Reference, refused: Refused) {
        let schema = Pointer::root(FileId(0))
            .child("components")
            .child("schemas");
        let meant = schema.child(name);
        let meant = tree.get(&meant).map(|_| format!("did you mean `{meant}`?"));
        let name = clip(name);
        let (code, message, help) = match refused {
            Refused::Url => (
                Code::REF_OUTSIDE,
                format!("the reference `{name}` is a URL, and nothing is fetched"),
                "save that file beside the document and refer to it by a relative path",
            ),
            Refused::Absolute => (
                Code::REF_OUTSIDE,
                format!("the reference `{name}` is an absolute path"),
                "refer to the file by a path relative to this one",
            ),
            Refused::Above => (
                Code::REF_OUTSIDE,
                format!("the reference `{name}` leads out of the document's folder"),
                "say by `root` (`--root`) which folder holds all files, or bundle the document into one file",
            ),
            Refused::Link => (
                Code::REF_OUTSIDE,
                format!("the reference `{name}` follows a link out of the document's folder"),
                "put the file itself below the document's folder",
            ),
            Refused::Absent(path) => {
                tree.absent.push(path);
                (
                    Code::DANGLING_REF,
                    format!("the reference `{name}` names no file: there is no such file"),
                    RELATIVE,
                )
            }
            Refused::Missing(reason) => (
                Code::DANGLING_REF,
                format!("the reference `{name}` names no file: {reason}"),
                RELATIVE,
            ),
            Refused::NoFolder => (
                Code::DANGLING_REF,
                format!("the reference `{name}` names a file, and text in memory has no folder"),
                "read the document from a path, or bundle it into one file",
            ),
        };
        let pointer = reference.pointer.clone();
        let help = match code {
            Code::DANGLING_REF if pointer.file != reference.at.file => {
                "what an overlay adds is the document's: paths are relative to that file"
            }
            _ => help,
        };
        let help = meant.as_deref().unwrap_or(help);
        let diagnostic = Diagnostic::new(code, message, pointer, Some(reference.at));
        self.sink.push(diagnostic.help(help));
    }
}
