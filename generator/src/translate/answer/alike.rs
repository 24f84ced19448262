//! Enums of answers that are alike in all: written down once.
//!
//! Vendors give most operations the same errors, and each enum is paid by all who compile the client.

use std::collections::HashMap;

use super::super::unions::{Aliases, plain};
use crate::ir::{Api, Case, Cases, Ident, Outcome, Payload, SameCases};
use crate::naming;
use crate::order::sort_by_key;

/// An enum, and the module in which it stands.
struct Found<'a> {
    module: Ident,
    cases: &'a mut Cases,
}

impl Found<'_> {
    fn rank(&self) -> (usize, Ident, Ident) {
        let name = self.cases.ident.clone();
        (name.as_str().len(), name, self.module.clone())
    }
}

/// Marks the enums that are the same as another: the one that is written down has the shortest name,
/// so that the order of the document decides nothing.
pub(in super::super) fn share(api: &mut Api, aliases: &Aliases) {
    let mut classes: HashMap<String, Vec<Found<'_>>> = HashMap::new();
    for found in all(api) {
        let look = look(&found.cases.cases, aliases);
        classes.entry(look).or_default().push(found);
    }
    for mut class in classes.into_values() {
        sort_by_key(&mut class, Found::rank);
        let mut class = class.into_iter();
        let Some(written) = class.next() else {
            continue;
        };
        for other in class {
            let module = Some(&written.module).filter(|module| **module != other.module);
            other.cases.same_as = Some(SameCases {
                module: module.cloned(),
                of: written.cases.ident.clone(),
            });
        }
    }
}

fn all(api: &mut Api) -> impl Iterator<Item = Found<'_>> {
    let untagged = std::iter::once((naming::untagged(), &mut api.operations));
    let tagged = api.handles.iter_mut();
    let tagged = tagged.map(|handle| (handle.name.ident.clone(), &mut handle.operations));
    untagged.chain(tagged).flat_map(|(module, operations)| {
        let results = operations
            .iter_mut()
            .map(|operation| &mut operation.results);
        let outcomes = results.flat_map(|results| [&mut results.success, &mut results.failure]);
        outcomes.filter_map(move |outcome| match outcome {
            Outcome::Cases(cases) => Some(Found {
                module: module.clone(),
                cases,
            }),
            _ => None,
        })
    })
}

/// All that is written of an enum but its own name, with types by the names that they have in the end.
fn look(cases: &[Case], aliases: &Aliases) -> String {
    let cases: Vec<Case> = cases
        .iter()
        .map(|case| {
            let mut case = case.clone();
            if let Some(Payload::Json(ty)) = &mut case.payload
                && let Some(plain) = plain(ty, aliases, 0)
            {
                *ty = plain;
            }
            case
        })
        .collect();
    format!("{cases:?}")
}
