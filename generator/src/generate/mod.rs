//! The pipeline.

#[cfg(feature = "tools")]
mod ledger;

use std::io;
use std::path::Path;
use std::sync::OnceLock;

use crate::config::Config;
use crate::convert::Moves;
use crate::declared::{Declared, declared};
use crate::diag::{Diagnostic, Grade, Sink};
use crate::load::{Dialect, Loading, Source, excerpt};
use crate::resolve::Document;
use crate::tree::{File, Node, Pointer, Tree};
use crate::{convert, emit, fixes, format, ir, lower, translate, write};

#[cfg(feature = "tools")]
pub(crate) use self::ledger::ledger;

/// What came of it.
#[derive(Debug)]
pub(crate) struct Generated {
    /// The files that were read, and the text for excerpts.
    pub(crate) tree: Tree,
    /// All that was found, in the document's order, with edits where a reader gets actions.
    pub(crate) found: Vec<Diagnostic>,
    /// The same with actions, once somebody asked for them.
    settled: OnceLock<Vec<Diagnostic>>,
    /// How much the document declares.
    pub(crate) declared: Declared,
    /// The client; `None` where the document was refused.
    pub(crate) api: Option<ir::Api>,
    moves: Moves,
    config: Config,
}

impl Generated {
    /// All that was found, for a reader of what has at least a grade. Actions are held against the
    /// document as it was written, which is read anew for them: a copy of each document would be
    /// as large as the document, and as a rule a build shows no action.
    pub(crate) fn diagnostics(&self, least: Grade) -> &[Diagnostic] {
        let has_edits = |found: &Diagnostic| found.grade() >= least && !found.edits.is_empty();
        if !self.found.iter().any(has_edits) {
            return &self.found;
        }
        self.settled.get_or_init(|| {
            let mut settled = self.found.clone();
            let moved = |now: &Pointer| self.moves.written(now);
            fixes::settle(&mut settled, moved, |needed| self.written(needed));
            settled
        })
    }

    /// The document that an overlay would change, as far as pointers go: no more of it is read again
    /// than they need, where there is no overlay yet, which could select anything.
    fn written(&self, needed: &[Pointer]) -> Option<Node> {
        let File { name, text, .. } = self.tree.files.first()?;
        let is_read = !self.found.iter().any(|found| found.grade() == Grade::Error);
        let is_simple = is_read && self.config.overlays.is_empty();
        let excerpt = is_simple.then(|| excerpt(text, needed)).flatten();
        let root = excerpt.and_then(|text| self.root(name, &text));
        root.or_else(|| self.root(name, text))
    }

    fn root(&self, name: &str, text: &str) -> Option<Node> {
        let source = Source::Text { name, text };
        let mut sink = Sink::default();
        let loading = loading(source, &self.config, &mut sink);
        let root = loading.tree.files.into_iter().next()?;
        (!sink.has_errors()).then_some(root.root)
    }
}

/// Takes a document through all stages, in order, the last of them where a file is given. A
/// refused document writes nothing.
///
/// # Errors
/// The file could not be written.
pub(crate) fn generate(
    source: Source<'_>,
    config: &Config,
    file: Option<&Path>,
) -> io::Result<Generated> {
    let mut sink = Sink::default();
    let loading = loading(source, config, &mut sink);
    let (mut tree, moves, _) = follow(loading, &mut sink);
    let declared = declared(&tree);
    let mut api = client(&mut tree, config, &mut sink);
    let mut found = graded(sink, config);
    for found in &mut found {
        if let Some(written) = moves.written(&found.pointer) {
            found.pointer = written;
        }
    }
    if refused(config, &found) {
        api = None;
    }
    if let (Some(api), Some(path)) = (&api, file) {
        write::write(path, &plain(api))?;
    }
    Ok(Generated {
        tree,
        found,
        settled: OnceLock::new(),
        declared,
        api,
        moves,
        config: config.clone(),
    })
}

/// The root document, with overlays.
fn loading(source: Source<'_>, config: &Config, sink: &mut Sink) -> Loading {
    #[cfg_attr(
        not(feature = "overlay"),
        expect(unused_mut, reason = "overlays change it")
    )]
    let mut loading = Loading::root(source, config.root.as_deref(), &config.limits, sink);
    #[cfg(feature = "overlay")]
    crate::overlay::apply(&mut loading, &config.overlays, sink);
    loading
}

/// The rest of the document's files, in the shape of `OpenAPI` 3; gives where parts of a Swagger
/// document were written, and whether it was one.
fn follow(loading: Loading, sink: &mut Sink) -> (Tree, Moves, bool) {
    let mut swagger = convert::Swagger::of(&loading.tree, sink);
    let is_converted = swagger.rewrites();
    let mut tree = loading.follow(&mut swagger, sink);
    let moves = swagger.finish(&mut tree, sink);
    (tree, moves, is_converted)
}

/// The client of a document that has no error; lowers it.
fn client(tree: &mut Tree, config: &Config, sink: &mut Sink) -> Option<ir::Api> {
    if sink.has_errors() {
        return None;
    }
    lower::lower(tree, sink);
    let document = Document::new(tree);
    Some(translate::translate(
        &document,
        &config.formats,
        &config.overrides,
        &config.choice,
        sink,
    ))
}

/// The code of a client, in the form for build scripts.
pub(crate) fn plain(api: &ir::Api) -> String {
    with_header(api, format::plain(emit::emit(api)))
}

/// The code of a client, in the form for people.
#[cfg(feature = "pretty")]
pub(crate) fn pretty(api: &ir::Api) -> String {
    with_header(api, format::pretty(emit::emit(api)))
}

/// In place: the text of a client is large.
fn with_header(api: &ir::Api, mut code: String) -> String {
    code.insert_str(0, &format::header(&api.title, &api.version));
    code
}

/// What was found, in the document's order, with the levels that the build script gives it.
fn graded(sink: Sink, config: &Config) -> Vec<Diagnostic> {
    let mut found = sink.into_sorted();
    for found in &mut found {
        found.level = config.levels.of(found.code);
    }
    found
}

fn refused(config: &Config, found: &[Diagnostic]) -> bool {
    let limit = if config.strict {
        Grade::Fault
    } else {
        Grade::Error
    };
    found.iter().any(|found| found.grade() >= limit)
}
