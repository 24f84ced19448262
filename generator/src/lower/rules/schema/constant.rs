use crate::diag::Code;
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;
use super::super::super::version::Version;
use super::super::carry;

/// `const: x` to an `enum` of one value, and `x-restitch-const: x` so that the two can be told
/// apart. `const: null` is the type `null`.
pub(in super::super) fn lower(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(node) = map.get("const").cloned() else {
        return;
    };
    if cx.version == Version::V30 {
        cx.other_version(Some("const"), node.at, "`const`", Version::V31);
    }
    marks::carry(map, "const");
    let why = "has no effect beside `const`, which allows one value";
    carry(map, "enum", Code::IGNORED_HERE, why, cx);
    let at = node.at;
    if matches!(node.value, Value::Null) {
        map.remove("type");
        marks::set(map, marks::NULL, at);
        return;
    }
    map.set("enum", Node::new(Value::Array(vec![node]), at));
}
