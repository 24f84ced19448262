//! The pipeline run for a ledger.

use super::{client, follow, graded, loading, plain, refused};
use crate::config::Config;
use crate::convert::Moves;
use crate::diag::Sink;
use crate::ledger::{self, Edit, Ledger, Probes, Trials, Walk};
use crate::load::Source;
use crate::tree::{FileId, Node, Pointer, Tree};

/// What becomes of each node of a document; `None` where it is refused. The document is generated
/// again with marks in it, and a few times without what may be said twice.
pub(crate) fn ledger(source: Source<'_>, config: &Config) -> Option<Ledger> {
    let mut sink = Sink::default();
    let (tree, moves, written) = read(source, config, &[], &mut sink);
    let api = client(&mut tree.clone(), config, &mut sink)?;
    let diagnostics = graded(sink, config);
    if refused(config, &diagnostics) {
        return None;
    }
    let replaced = config.overrides.types.iter().map(|(of, _)| of.clone());
    let replaced: Vec<String> = replaced.collect();
    let is_chosen = |format: &str| config.formats.has(format);
    let is_converted = written
        .as_ref()
        .and_then(Tree::root)
        .is_some_and(Node::is_swagger);
    let walk = Walk::all(ledger::Run {
        tree: &tree,
        diagnostics: &diagnostics,
        api: &api,
        everything: config.choice.is_everything(),
        is_chosen: &is_chosen,
        is_converted,
        replaced: &replaced,
    });
    let code =
        |mut tree: Tree| client(&mut tree, config, &mut Sink::default()).map(|api| plain(&api));
    let mut marked = tree.clone();
    walk.probes.mark(&mut marked);
    let found = Probes::found(&code(marked).unwrap_or_default());
    let before = Some(plain(&api));
    let tried = match &written {
        None => walk.trials.run(walk.size(), |edits| {
            let mut edited = tree.clone();
            ledger::edit(&mut edited, edits);
            code(edited).map(|code| ledger::unshift(code, &tree, edits)) == before
        }),
        Some(written) => {
            let mut trials = if is_converted {
                ledger::suspect_swagger(written)
            } else {
                Trials::default()
            };
            let at_root = |at: &Pointer| {
                let at = moves.written(at).unwrap_or_else(|| at.clone());
                Some(at).filter(|at| at.file == FileId(0) && written.get(at).is_some())
            };
            trials.extend(&walk.trials.moved(at_root));
            trials.run(walk.size(), |edits| {
                let (edited, ..) = read(source, config, edits, &mut Sink::default());
                code(edited).map(|code| ledger::unshift(code, written, edits)) == before
            })
        }
    };
    let written = written.as_ref().unwrap_or(&tree);
    Some(ledger::settle(&walk, &found, &tried, written))
}

/// Reads a document that is edited first. Gives where parts of it were written, and the document as
/// it was written, with these edits, if the tree is another: of Swagger the root file alone.
fn read(
    source: Source<'_>,
    config: &Config,
    edits: &[Edit],
    sink: &mut Sink,
) -> (Tree, Moves, Option<Tree>) {
    let mut loading = loading(source, config, sink);
    ledger::edit(&mut loading.tree, edits);
    let kept = loading.tree.clone();
    let (tree, moves, is_converted) = follow(loading, sink);
    let mut written = (is_converted || moves.has_copies()).then_some(kept);
    if let Some(written) = written.as_mut().filter(|_| !is_converted) {
        let others = tree.files.iter().skip(written.files.len());
        written.files.extend(others.cloned());
    }
    (tree, moves, written)
}
