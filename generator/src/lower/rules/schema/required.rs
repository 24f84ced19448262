use crate::diag::Code;
use crate::tree::{Map, Value};

use super::super::super::cx::Cx;

/// `required: true` in a property is of JSON Schema draft 3: it is the object that lists what it
/// requires. Called before types are checked, since it is no mistake of type.
pub(in super::super) fn flag(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(node) = map.get("required") else {
        return;
    };
    if !matches!(&node.value, Value::Bool(_)) {
        return;
    }
    let message = "`required` has no effect in the property itself";
    let ignored = cx.member(Code::IGNORED_HERE, "required", node.at, message);
    let help = "list the property under `required` of the object that holds it";
    cx.push(ignored.help(help).remove());
    map.remove("required");
}
