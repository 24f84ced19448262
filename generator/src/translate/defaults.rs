//! Defaults that the schema they stand beside refers to does not allow. What one schema says by itself
//! `lower` has looked at.

use crate::diag::Code;
use crate::tree::{Node, Value};

use super::keywords::{self, Keywords};
use super::shape::Shape;
use super::site::Site;
use super::{Cx, enumeration};

/// Whether a default of the site's own members is of the wrong type or none of the values, which is
/// reported.
pub(super) fn misfit(cx: &mut Cx<'_>, site: &Site) -> bool {
    let Ok(Some(shaped)) = cx.schemas.shaped(site) else {
        return false;
    };
    let by_others = matches!(shaped.shape, Shape::Ref(_)) || shaped.keywords.members.len() > 1;
    if !by_others {
        return false;
    }
    let Some((_, meant)) = cx.schemas.behind(site) else {
        return false;
    };
    let mut found = false;
    let own = shaped.keywords.members.iter().filter(|(_, own)| *own);
    for (at, _) in own {
        let at = at.child("default");
        let Some(node) = cx.document.node(&at) else {
            continue;
        };
        if let Some(why) = why(&meant.keywords, node) {
            let fault = cx
                .document
                .fault(Code::BAD_DEFAULT, format!("the default {why}"), &at);
            let help = "it is left out of the documentation";
            cx.sink.push(fault.help(help).remove());
            found = true;
        }
    }
    found
}

/// Why a value does not fit, to go on from 'the default'. `null` says that there is none.
fn why(keywords: &Keywords, node: &Node) -> Option<String> {
    let kind = keywords.kind().filter(|_| keywords.unions.is_empty())?;
    if matches!(node.value, Value::Null) {
        return None;
    }
    if !is_of(kind, &node.value) {
        let is = node.kind();
        return Some(format!(
            "is {is}, and what it stands beside is of type `{kind}`"
        ));
    }
    let values = keywords.values();
    let text = enumeration::key(node)?;
    let among = values.iter().any(|value| value.to_string() == text);
    (!values.is_empty() && !among).then(|| "is not among the values of `enum`".to_owned())
}

fn is_of(kind: &str, value: &Value) -> bool {
    match (kind, value) {
        ("integer", Value::Number(text)) => {
            keywords::number(text).is_none_or(|value| value.is_i64() || value.is_u64())
        }
        ("number", Value::Number(_))
        | ("string", Value::String(_))
        | ("boolean", Value::Bool(_))
        | ("array", Value::Array(_))
        | ("object", Value::Object(_)) => true,
        _ => false,
    }
}
