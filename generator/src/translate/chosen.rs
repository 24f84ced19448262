//! What is left of a client where operations were chosen: the types that these reach, and what was
//! found there.

use std::collections::HashSet;

use crate::choose::{Chooser, reachable};
use crate::diag::{Code, Diagnostic, Sink};
use crate::ir::{Api, Ident, Type, TypeDef};
use crate::tree::{FileId, Pointer};

/// The types of a client's operations, and of what it is sent.
pub(super) fn roots(api: &Api) -> Vec<&Type> {
    let tagged = api.handles.iter().flat_map(|handle| &handle.operations);
    let operations = api.operations.iter().chain(tagged);
    let sent = api.incoming.iter().map(|incoming| &incoming.ty);
    let roots = operations.flat_map(|operation| operation.types());
    let headers = api.headers.iter().map(|header| &header.ty);
    roots.chain(sent).chain(headers).collect()
}

/// Reports globs that match nothing.
pub(super) fn unmatched(chooser: &Chooser<'_>, sink: &mut Sink) {
    for unmatched in chooser.unmatched() {
        let message = format!("`{}` matches no operation", unmatched.call);
        let mut found = Diagnostic::new(Code::CHOICE, message, Pointer::root(FileId(0)), None);
        found.help = Some(match unmatched.nearest {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`cargo restitch outline` prints what there is".to_owned(),
        });
        sink.push(found);
    }
}

/// The places of types and operations that a client has, and of those that it has not.
pub(super) struct Gone {
    kept: HashSet<String>,
    gone: HashSet<String>,
}

impl Gone {
    /// Of the types that were not made, and the operations that are left out.
    pub(super) fn of(chooser: &Chooser<'_>, types: Vec<String>) -> Self {
        let gone = types.into_iter().chain(chooser.left_out());
        Self {
            kept: HashSet::new(),
            gone: gone.collect(),
        }
    }

    /// Takes out the types that nothing reaches: what held itself without end, and was made raw JSON,
    /// may have been the only way to others.
    pub(super) fn prune(&mut self, api: &mut Api) {
        let reached = reachable(&api.types, roots(api));
        let reached: HashSet<Ident> = reached.into_iter().cloned().collect();
        let (kept, lost): (Vec<TypeDef>, Vec<TypeDef>) = std::mem::take(&mut api.types)
            .into_iter()
            .partition(|def| reached.contains(&def.name.ident));
        let place = |def: &TypeDef| def.name.pointer.clone();
        self.kept = kept.iter().map(place).collect();
        self.gone.extend(lost.iter().map(place));
        api.types = kept;
    }

    /// Whether what stands at a pointer belongs to what is gone: whether of the types and operations
    /// around it the innermost is.
    pub(super) fn has(&self, pointer: &str) -> bool {
        let mut at = pointer;
        loop {
            if self.kept.contains(at) {
                return false;
            }
            if self.gone.contains(at) {
                return true;
            }
            match at.rsplit_once('/') {
                Some((around, _)) => at = around,
                None => return false,
            }
        }
    }
}

/// Keeps the headers that an answer has.
pub(super) fn used_headers(api: &mut Api) {
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
