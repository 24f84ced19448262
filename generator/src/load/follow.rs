use std::collections::{HashMap, HashSet, VecDeque};
use std::path::PathBuf;

use super::folder::{Folder, Refused};
use super::limits::Budget;
use super::references::{self, Reference};
use super::{files, text};
use crate::diag::{Code, Diagnostic, Sink, clip};
use crate::tree::{FileId, Pointer, Tree};

/// Reads every file that the document refers to, from the root on: what nothing refers to is not
/// looked into, in other files either.
pub(super) fn follow(
    tree: &mut Tree,
    folder: Option<&Folder>,
    budget: &mut Budget,
    sink: &mut Sink,
) {
    let mut follower = Follower {
        folder,
        ids: HashMap::new(),
        walked: HashSet::new(),
        seen: HashSet::new(),
        budget,
        sink,
    };
    if let Some(path) = tree.files.first().and_then(|file| file.path.clone()) {
        follower.ids.insert(path, FileId::default());
    }
    follower.all(tree);
}

struct Follower<'f> {
    folder: Option<&'f Folder>,
    /// The files that were read, by path.
    ids: HashMap<PathBuf, FileId>,
    /// The nodes in which references were looked for.
    walked: HashSet<Pointer>,
    /// The places of references that were followed: one may be walked by twice, and an alias
    /// shows the same text in two places.
    seen: HashSet<(FileId, u32)>,
    budget: &'f mut Budget,
    sink: &'f mut Sink,
}

impl Follower<'_> {
    fn all(&mut self, tree: &mut Tree) {
        let mut queue = VecDeque::from([Pointer::root(FileId::default())]);
        while let Some(start) = queue.pop_front() {
            if !self.walked.insert(start.clone()) {
                continue;
            }
            for reference in references::below(tree, &start) {
                if !self.seen.insert((reference.file(), reference.at.offset)) {
                    continue;
                }
                self.file(tree, &reference);
                let target = tree.follow(reference.file(), &reference.text);
                queue.extend(target.ok().filter(|target| !self.covers(tree, target)));
            }
        }
    }

    /// Whether a node was walked by already.
    fn covers(&self, tree: &Tree, target: &Pointer) -> bool {
        let ancestors = std::iter::successors(Some(target.clone()), Pointer::parent);
        ancestors
            .filter(|ancestor| self.walked.contains(ancestor))
            .any(|ancestor| references::reaches(tree, &ancestor, target))
    }

    /// Sees to it that the file of a reference is in the tree, or reports why it is not.
    fn file(&mut self, tree: &mut Tree, reference: &Reference) {
        let from = reference.file();
        let name = reference.text.split('#').next().unwrap_or_default();
        let key = (from, name.to_owned());
        if name.is_empty() || tree.links.contains_key(&key) {
            return;
        }
        match self.id(tree, from, name) {
            Ok(id) => {
                tree.links.insert(key, id);
            }
            Err(refused) => self.refuse(name, reference, refused),
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
        Ok(id)
    }

    fn refuse(&mut self, name: &str, reference: &Reference, refused: Refused) {
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
                "move the file below the document's folder, or bundle the document into one file",
            ),
            Refused::Link => (
                Code::REF_OUTSIDE,
                format!("the reference `{name}` follows a link out of the document's folder"),
                "put the file itself below the document's folder",
            ),
            Refused::Missing(reason) => (
                Code::DANGLING_REF,
                format!("the reference `{name}` names no file: {reason}"),
                "paths are relative to the file that holds the `$ref`",
            ),
            Refused::NoFolder => (
                Code::DANGLING_REF,
                format!("the reference `{name}` names a file, and text in memory has no folder"),
                "read the document from a path, or bundle it into one file",
            ),
        };
        let pointer = reference.pointer.clone();
        let diagnostic = Diagnostic::new(code, message, pointer, Some(reference.at));
        self.sink.push(diagnostic.help(help));
    }
}
