//! Operations that share an `operationId`.

use std::collections::{HashMap, HashSet};

use crate::diag::Code;
use crate::tree::Value;

use super::Cx;
use super::paths::Found;

/// Within a tag it is a fault, which costs the operations their names. Those of several tags are
/// functions of several handles, and nothing is lost.
pub(super) fn ids(cx: &mut Cx<'_>, found: &[Found]) {
    let mut of_tags: HashMap<(Option<&str>, &str), &Found> = HashMap::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let ids: HashSet<&str> = found.iter().filter_map(Found::id).collect();
    for found in found {
        let Some(id) = found.operation.operation_id.as_deref() else {
            continue;
        };
        let is_new = seen.insert(id);
        let at = found.at.child("operationId");
        let Some(earlier) = of_tags.get(&(found.tag(), id)) else {
            of_tags.insert((found.tag(), id), found);
            if !is_new {
                let message = format!("the operationId `{id}` is used under another tag too");
                let note = cx.document.fault(Code::SHARED_ID, message, &at);
                let help = "OpenAPI wants each to be used once; here each tag has a function of \
                            this name";
                cx.sink.push(note.help(help));
            }
            continue;
        };
        let message = format!("the operationId `{id}` is used twice");
        let mut fault = cx.document.fault(Code::DUPLICATE_ID, message, &at);
        if let Some(place) = cx.document.place(&earlier.at.child("operationId")) {
            fault = fault.label(place, "first used here");
        }
        let help =
            "give each operation an id of its own; until then they are called by method and path";
        let mut fault = fault.help(help);
        if let Some(own) = Some(found.own_id()).filter(|own| !ids.contains(own.as_str())) {
            fault = fault.put(Value::string(own));
        }
        cx.sink.push(fault);
    }
}
