//! `pattern`, and the keys of `patternProperties`.

use crate::diag::Code;
use crate::tree::{Map, Node};

use super::super::super::cx::Cx;
use super::super::super::pattern::mistake;

const HELP: &str = "patterns are shown in the documentation, and never run";

/// What is no regular expression is reported, and stays for the reader to make something of.
pub(in super::super) fn check(map: &mut Map, cx: &mut Cx<'_>) {
    if let Some(node) = map.get("pattern")
        && let Some(why) = node.as_str().and_then(mistake)
    {
        let message = format!("`pattern` is not a regular expression: {why}");
        let fault = cx.member(Code::MALFORMED, "pattern", node.at, message);
        cx.push(fault.help(HELP));
    }
    let keys = map.get("patternProperties").and_then(Node::as_map);
    for entry in keys.into_iter().flatten() {
        if let Some(why) = mistake(&entry.key) {
            let message = format!("this key is not a regular expression: {why}");
            let mut fault = cx.member(Code::MALFORMED, "patternProperties", entry.at, message);
            fault.pointer.push(&entry.key);
            cx.push(fault.help(HELP));
        }
    }
}
