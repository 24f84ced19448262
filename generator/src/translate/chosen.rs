//! What is left of a client where operations were chosen: the types that these reach, and what was
//! found there.

use std::collections::HashSet;

use crate::choose::{Chooser, reachable};
use crate::diag::{Code, Diagnostic, Grade, Sink};
use crate::ir::{Api, Ident};
use crate::resolve::Document;
use crate::tree::{FileId, Pointer};

/// Takes out the types that nothing reaches, with what was found in them and in the operations that
/// are left out, and reports globs that match
/// nothing.
pub(super) fn finish(
    api: &mut Api,
    chooser: &Chooser<'_>,
    document: &Document<'_>,
    sink: &mut Sink,
) {
    if !chooser.is_choosy() {
        return;
    }
    for unmatched in chooser.unmatched() {
        let message = format!("`{}` matches no operation", unmatched.call);
        let mut found = Diagnostic::new(Code::CHOICE, message, Pointer::root(FileId(0)), None);
        found.help = Some(match unmatched.nearest {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`cargo restitch outline` prints what there is".to_owned(),
        });
        sink.push(found);
    }
    used_headers(api);
    let tagged = api.handles.iter().flat_map(|handle| &handle.operations);
    let operations = api.operations.iter().chain(tagged);
    let sent = api.incoming.iter().map(|incoming| &incoming.ty);
    let roots = operations.flat_map(|operation| operation.types());
    let headers = api.headers.iter().map(|header| &header.ty);
    let roots = roots.chain(sent).chain(headers).collect();
    let kept: HashSet<Ident> = reachable(&api.types, roots).into_iter().cloned().collect();
    let (types, gone) = std::mem::take(&mut api.types)
        .into_iter()
        .partition(|def| kept.contains(&def.name.ident));
    api.types = types;
    let places = |types: &[crate::ir::TypeDef]| -> HashSet<String> {
        types.iter().map(|def| def.name.pointer.clone()).collect()
    };
    let (kept, mut gone) = (places(&api.types), places(&gone));
    gone.extend(chooser.left_out());
    sink.retain(|found| {
        found.grade() == Grade::Error || !is_of(&document.shown(&found.pointer), &gone, &kept)
    });
}

/// Keeps the headers that an answer has.
fn used_headers(api: &mut Api) {
    let tagged = api
        .handles
        .iter_mut()
        .flat_map(|handle| &mut handle.operations);
    let operations = api.operations.iter_mut().chain(tagged);
    let mut used: Vec<usize> = Vec::new();
    for at in operations
        .flat_map(|operation| &mut operation.answers)
        .flat_map(|answer| &mut answer.headers)
    {
        let known = used.iter().position(|known| known == at);
        let index = known.unwrap_or_else(|| {
            used.push(*at);
            used.len() - 1
        });
        *at = index;
    }
    let headers = used.iter().filter_map(|at| api.headers.get(*at).cloned());
    api.headers = headers.collect();
}

/// Whether what stands at a pointer belongs to what is gone: whether of the types and operations around it
/// the innermost is.
fn is_of(pointer: &str, gone: &HashSet<String>, kept: &HashSet<String>) -> bool {
    let mut at = pointer;
    loop {
        if kept.contains(at) {
            return false;
        }
        if gone.contains(at) {
            return true;
        }
        match at.rsplit_once('/') {
            Some((around, _)) => at = around,
            None => return false,
        }
    }
}
