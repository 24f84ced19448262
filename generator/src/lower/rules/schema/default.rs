use crate::diag::Code;
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::repair::{number_text, scalar_text};
use super::fits::misfit;
use super::type_of;

/// A `default` that the schema itself does not allow. It is documented and never sent, so that
/// leaving it out of the documentation is all that it costs. `default: null` says, whatever the
/// type, that there is none.
pub(in super::super) fn check(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(node) = map.get("default") else {
        return;
    };
    if matches!(node.value, Value::Null) {
        return;
    }
    if let Some(why) = misfit(map, node) {
        let fault = cx.member(
            Code::BAD_DEFAULT,
            "default",
            node.at,
            format!("the default {why}"),
        );
        let fault = fault.help("it is left out of the documentation");
        cx.push(match meant(map, node) {
            Some(value) => fault.put(value),
            None => fault.remove(),
        });
        map.remove("default");
    }
}

/// The default with the quotes that it has and should not have, or the other way round.
fn meant(map: &Map, node: &Node) -> Option<Value> {
    let value = match type_of(map)? {
        "integer" | "number" => number_text(node)?,
        "boolean" => Value::Bool(node.as_str()?.parse().ok()?),
        "string" => Value::String(scalar_text(&node.value)?),
        _ => return None,
    };
    misfit(map, &Node::new(value.clone(), node.at))
        .is_none()
        .then_some(value)
}
