//! The pipeline.

use std::io;
use std::path::Path;

use crate::config::Config;
use crate::declared::{Declared, declared};
use crate::diag::{Diagnostic, Grade, Sink};
use crate::load::Source;
use crate::resolve::Document;
use crate::tree::Tree;
use crate::{convert, emit, format, ir, load, lower, translate, write};

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Generated {
    /// The files that were read, and the text for excerpts.
    pub(crate) tree: Tree,
    /// All that was found, in the document's order.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// How much the document declares.
    pub(crate) declared: Declared,
    /// The client; `None` where the document was refused.
    pub(crate) api: Option<ir::Api>,
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
    let mut loading =
        load::Loading::root(source, config.root.as_deref(), &config.limits, &mut sink);
    #[cfg(feature = "overlay")]
    crate::overlay::apply(&mut loading, &config.overlays, &mut sink);
    let mut swagger = convert::Swagger::root(&mut loading.tree, &mut sink);
    let mut tree = loading.follow(&mut swagger, &mut sink);
    let moves = swagger.finish(&mut tree, &mut sink);
    let declared = declared(&tree);
    let mut api = None;
    if !sink.has_errors() {
        lower::lower(&mut tree, &mut sink);
        let document = Document::new(&tree);
        api = Some(translate::translate(
            &document,
            &config.formats,
            &config.overrides,
            &config.choice,
            &mut sink,
        ));
    }
    let mut diagnostics = sink.into_sorted();
    for found in &mut diagnostics {
        found.level = config.levels.of(found.code);
        if let Some(written) = moves.written(&found.pointer) {
            found.pointer = written;
        }
    }
    if refused(config, &diagnostics) {
        api = None;
    }
    if let (Some(api), Some(path)) = (&api, file) {
        write::write(path, &plain(api))?;
    }
    Ok(Generated {
        tree,
        diagnostics,
        declared,
        api,
    })
}

/// The code of a client, in the form for build scripts.
pub(crate) fn plain(api: &ir::Api) -> String {
    format::header(&api.title, &api.version) + &format::plain(emit::emit(api))
}

/// The code of a client, in the form for people.
#[cfg(feature = "pretty")]
pub(crate) fn pretty(api: &ir::Api) -> String {
    format::header(&api.title, &api.version) + &format::pretty(emit::emit(api))
}

fn refused(config: &Config, found: &[Diagnostic]) -> bool {
    let limit = if config.strict {
        Grade::Fault
    } else {
        Grade::Error
    };
    found.iter().any(|found| found.grade() >= limit)
}
