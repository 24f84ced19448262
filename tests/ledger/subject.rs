//! A document, all its files, and what is generated of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use restitch_build::diag::Sink;
use restitch_build::ledger::Ledger;
use restitch_build::load::{Limits, Loading, Source, load};
use restitch_build::tree::{File, FileId, Pointer};
use restitch_build::{Builder, configure};
use restitch_tests::{configured, specs};
use serde_json::Value;

use crate::edit::Edit;

pub(crate) struct Subject {
    builder: Builder,
    /// The files by their names from the folder on; the root first.
    pub(crate) files: Vec<(String, Value)>,
    folder: PathBuf,
}

impl Subject {
    /// A document of `specs/`.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::new(&specs().join(name), configured(name))
    }

    /// `None` where it is refused.
    pub(crate) fn new(path: &Path, builder: Builder) -> Option<Self> {
        let root = path.file_name()?.to_string_lossy().into_owned();
        Self::read(Source::Path(path), root.trim_end_matches(".md"), builder)
    }

    /// Of text.
    pub(crate) fn text(text: &str) -> Option<Self> {
        let name = "openapi.yaml";
        Self::read(Source::Text { name, text }, name, configure())
    }

    fn read(source: Source<'_>, root: &str, builder: Builder) -> Option<Self> {
        // Several documents have the same name, and are judged at once; files may stand beside the
        // folder of the root.
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let mut sink = Sink::default();
        let tree = load(source, &Limits::default(), &mut sink);
        // As they were written: what references name may stand in their places in the tree.
        let files = tree.files.iter().map(|File { name, text, .. }| {
            let source = Source::Text { name, text };
            let read = Loading::root(source, None, &Limits::default(), &mut sink).tree;
            let root = read
                .files
                .first()
                .map(|file| file.root.json(|text| text.into()));
            (name.clone(), root.unwrap_or_default())
        });
        let mut files: Vec<_> = files.collect();
        root.clone_into(&mut files.first_mut()?.0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let unique = format!("restitch-ledger-{}-{count}", std::process::id());
        let folder = std::env::temp_dir().join(unique).join("root");
        let subject = Self {
            builder,
            files,
            folder,
        };
        let code = subject.code(&subject.files);
        code.is_some().then_some(subject)
    }

    /// Every node but the roots, as the index of its file and its pointer.
    pub(crate) fn nodes(&self) -> Vec<(usize, String)> {
        let mut nodes = Vec::new();
        for (index, (_, root)) in self.files.iter().enumerate() {
            let mut found = Vec::new();
            below(root, "", &mut found);
            nodes.extend(found.into_iter().map(|pointer| (index, pointer)));
        }
        nodes
    }

    pub(crate) fn node(&self, file: usize, pointer: &str) -> &Value {
        self.files[file]
            .1
            .pointer(pointer)
            .expect("a pointer of the document")
    }

    /// A pointer of the ledger, which may have the files in another order.
    pub(crate) fn pointer(&self, ledger: &Ledger, file: usize, pointer: &str) -> Pointer {
        let name = &self.files[file].0;
        let mut entries = ledger.entries().iter();
        let entry = entries.find(|entry| file > 0 && entry.file == *name);
        let file = entry.map_or(FileId(0), |entry| entry.pointer.file);
        Pointer::parse(file, pointer).expect("a pointer")
    }

    /// The code of the document after an edit; `None` where it is refused then.
    pub(crate) fn edited(&self, file: usize, pointer: &str, edit: &Edit) -> Option<String> {
        let mut files = self.files.clone();
        edit.apply(&mut files[file].1, pointer);
        self.code(&files)
    }

    /// Code without an item of a list, with the pointers of those behind it as they were.
    pub(crate) fn shifted(&self, file: usize, pointer: &str, mut code: String) -> String {
        let (list, index) = pointer.rsplit_once('/').expect("not the root");
        let count = self.node(file, list).as_array().map_or(0, Vec::len);
        let index: usize = index.parse().unwrap_or(count);
        for index in (index + 1..count).rev() {
            for end in ["/", "`"] {
                let now = format!("#{list}/{}{end}", index - 1);
                code = code.replace(&now, &format!("#{list}/{index}{end}"));
            }
        }
        code
    }

    /// The code of files, as a build script writes it; `None` where they are refused.
    pub(crate) fn code(&self, files: &[(String, Value)]) -> Option<String> {
        let report = if let [(name, root)] = files {
            self.builder.check_text(name, &root.to_string())
        } else {
            self.write(files);
            self.builder.check(self.folder.join(&files[0].0))
        };
        report.expect("the configuration holds").tokens()
    }

    pub(crate) fn ledger(&self) -> Ledger {
        let ledger = if let [(name, root)] = self.files.as_slice() {
            self.builder.ledger_text(name, &root.to_string())
        } else {
            self.write(&self.files);
            self.builder.ledger(self.folder.join(&self.files[0].0))
        };
        ledger
            .expect("the configuration holds")
            .expect("it is not refused")
    }

    fn write(&self, files: &[(String, Value)]) {
        for (name, root) in files {
            let path = self.folder.join(name);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).expect("a folder for temporary files");
            }
            fs::write(path, root.to_string()).expect("a temporary file");
        }
    }
}

impl Drop for Subject {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.folder.parent().unwrap_or(&self.folder));
    }
}

fn below(node: &Value, pointer: &str, found: &mut Vec<String>) {
    let each: Vec<(String, &Value)> = match node {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(i, item)| (i.to_string(), item))
            .collect(),
        Value::Object(map) => map
            .iter()
            .map(|(key, node)| (key.replace('~', "~0").replace('/', "~1"), node))
            .collect(),
        _ => return,
    };
    for (token, node) in each {
        let pointer = format!("{pointer}/{token}");
        below(node, &pointer, found);
        found.push(pointer);
    }
}
