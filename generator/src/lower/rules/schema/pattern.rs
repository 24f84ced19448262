//! `pattern`, and the keys of `patternProperties`.

use crate::diag::Code;
use crate::tree::{Map, Node};

use super::super::super::cx::Cx;
use super::super::super::pattern::{is_endless, mistake};

const HELP: &str = "patterns are shown in the documentation, and never run";

/// What is no regular expression is reported, and stays for the reader to make something of.
pub(in super::super) fn check(map: &mut Map, cx: &mut Cx<'_>) {
    if let Some(node) = map.get("pattern")
        && let Some(why) = node.as_str().and_then(wrong)
    {
        let message = format!("`pattern` {why}");
        let fault = cx.member(Code::MALFORMED, "pattern", node.at, message);
        cx.push(fault.help(HELP));
    }
    let keys = map.get("patternProperties").and_then(Node::as_map);
    for entry in keys.into_iter().flatten() {
        if let Some(why) = wrong(&entry.key) {
            let message = format!("this key {why}");
            let mut fault = cx.member(Code::MALFORMED, "patternProperties", entry.at, message);
            fault.pointer.push(&entry.key);
            cx.push(fault.help(HELP));
        }
    }
}

/// What is wrong with an expression, to go on from its name.
fn wrong(pattern: &str) -> Option<String> {
    if let Some(why) = mistake(pattern) {
        return Some(format!("is not a regular expression: {why}"));
    }
    let message = "repeats what is repeated: some texts take most engines time without end";
    is_endless(pattern).then(|| message.to_owned())
}
