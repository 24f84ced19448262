use crate::diag::Code;
use crate::tree::{Map, Value};

use super::super::super::cx::Cx;
use super::fits::misfit;

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
        cx.push(fault.help("it is left out of the documentation"));
        map.remove("default");
    }
}
