//! What a schema says of its values and the Rust type does not, as sentences for documentation.
//!
//! Nothing of it is checked by the generated code: the server has the last word. Read from the
//! tree, where numbers keep their digits and keywords that 3.0 does not know are there too.

use crate::diag::clip;
use crate::grammar::UNCHECKED;
use crate::ir::{Fact, LONGEST_EXAMPLE, Words};
use crate::resolve::Document;
use crate::tree::{Node, Value};

use super::keywords::Keywords;
use super::shape::{Shape, Shaped};
use super::site::Site;
use super::{Cx, defaults, is_component, literal};

/// Keywords that the type says, or that are documented elsewhere.
const TYPED: [&str; 18] = [
    "type",
    "description",
    "$ref",
    "properties",
    "required",
    "items",
    "format",
    "title",
    "enum",
    "nullable",
    "allOf",
    "anyOf",
    "oneOf",
    "additionalProperties",
    "deprecated",
    "discriminator",
    "readOnly",
    "writeOnly",
];

/// Whether a schema says nothing that the type does not, as most of the many in large documents.
fn is_typed(node: &Node) -> bool {
    let keys = node.as_map().into_iter().flatten();
    keys.map(|entry| entry.key.as_str())
        .all(|key| TYPED.contains(&key))
}

/// What is said of a field or parameter. What holds for every value of a named type is said there.
pub(super) fn of_place(cx: &mut Cx<'_>, site: &Site, shaped: &Shaped) -> Vec<Fact> {
    let document = cx.document;
    let mut facts = Vec::new();
    if cx.types.get(site, cx.direction).is_none() {
        facts = of_values(document, &shaped.keywords);
        if let Shape::Array(Some(items)) = &shaped.shape
            && cx.types.get(items, cx.direction).is_none()
            && let Ok(Some(items)) = cx.schemas.shaped(items)
        {
            facts.extend(of_items(document, &items.keywords));
        }
    }
    facts.extend(of_use(cx, site, &shaped.keywords));
    facts
}

/// What is said of a named type. A default of an inline schema is said of the field that holds it.
pub(super) fn of_type(cx: &mut Cx<'_>, site: &Site, keywords: &Keywords) -> Vec<Fact> {
    let mut facts = of_values(cx.document, keywords);
    if is_component(site.at()) {
        facts.extend(of_use(cx, site, keywords));
    }
    facts
}

/// What holds for every value of a schema: its documentation, wherever the type is defined.
fn of_values(document: &Document<'_>, keywords: &Keywords) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (at, _) in &keywords.members {
        let Some(node) = document.node(at).filter(|node| !is_typed(node)) else {
            continue;
        };
        let found = [
            constant(node),
            length(node),
            number(node),
            items(node),
            properties(node),
            ignored(node),
        ];
        // Two members of an `allOf` may say the same.
        for fact in found.into_iter().flatten() {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
    }
    facts
}

/// What holds where a schema is used: of the schema that stands there, not of what it refers to.
fn of_use(cx: &mut Cx<'_>, site: &Site, keywords: &Keywords) -> Vec<Fact> {
    let document = cx.document;
    let own = keywords.members.iter().filter(|(_, own)| *own);
    let nodes = own.filter_map(|(at, _)| document.node(at));
    let nodes = nodes.filter(|node| !is_typed(node));
    let mut facts: Vec<Fact> = nodes.flat_map(used).collect();
    // The only value is said to be that.
    if defaults::misfit(cx, site) || keywords.only_value().is_some() {
        let is_default = Words::Own(DEFAULT.to_owned());
        facts.retain(|fact| fact.words.first() != Some(&is_default));
    }
    if keywords.read_only && !keywords.write_only {
        facts.push(Fact::own("Read-only."));
    } else if keywords.write_only && !keywords.read_only {
        facts.push(Fact::own("Write-only."));
    }
    facts
}

/// What holds for each item of a list.
fn of_items(document: &Document<'_>, keywords: &Keywords) -> Vec<Fact> {
    let facts = of_values(document, keywords).into_iter();
    facts
        .map(|fact| Fact {
            words: [Words::Own("Items: ".to_owned())]
                .into_iter()
                .chain(fact.words)
                .collect(),
        })
        .collect()
}

/// How the sentence about a default begins.
const DEFAULT: &str = "Default: ";

fn used(node: &Node) -> impl Iterator<Item = Fact> {
    let default = said(node, "default").map(literal::text);
    let null = || {
        node.get("x-restitch-default-null")
            .map(|_| "null".to_owned())
    };
    let default = default
        .or_else(null)
        .map(|text| Fact::own(DEFAULT).quote(clip(&text)).and("."));
    let example = node.get("example").map(literal::text);
    let example = example
        .filter(|text| text.len() <= LONGEST_EXAMPLE && !text.starts_with(['{', '[']))
        .map(|text| Fact::own("Example: ").quote(text).and("."));
    default.into_iter().chain(example)
}

fn constant(node: &Node) -> Option<Fact> {
    let text = literal::text(said(node, "const")?);
    Some(Fact::own("Always ").quote(clip(&text)).and("."))
}

/// `1 to 20 characters, matching a pattern.`
fn length(node: &Node) -> Option<Fact> {
    let count = counted(node, ["minLength", "maxLength"], "character");
    let pattern = said(node, "pattern").and_then(Node::as_str).map(clip);
    Some(match (count, pattern) {
        (None, None) => return None,
        (Some(count), None) => Fact::own(format!("{}.", upper(&count))),
        (None, Some(pattern)) => Fact::own("Matches ").quote(pattern).and("."),
        (Some(count), Some(pattern)) => Fact::own(format!("{}, matching ", upper(&count)))
            .quote(pattern)
            .and("."),
    })
}

/// `1 to 100.`, `Above 0, a multiple of 0.01.`
fn number(node: &Node) -> Option<Fact> {
    let open = |key: &str| node.get(key).and_then(Node::as_bool) == Some(true);
    let (above, below) = (open("exclusiveMinimum"), open("exclusiveMaximum"));
    let bounds = match (bound(node, "minimum"), bound(node, "maximum")) {
        (None, None) => None,
        (Some(low), Some(high)) if crossed(&low, &high) => None,
        (Some(low), Some(high)) if !above && !below => Some(format!("{low} to {high}")),
        (low, high) => {
            let low = low.map(|low| format!("{} {low}", if above { "above" } else { "at least" }));
            let high =
                high.map(|high| format!("{} {high}", if below { "below" } else { "at most" }));
            let both: Vec<String> = low.into_iter().chain(high).collect();
            Some(both.join(" and "))
        }
    };
    let multiple = digits(node, "multipleOf").filter(|step| step != "1");
    let multiple = multiple.map(|step| format!("a multiple of {step}"));
    sentence(bounds.into_iter().chain(multiple))
}

fn items(node: &Node) -> Option<Fact> {
    let count = counted(node, ["minItems", "maxItems"], "item");
    let unique = said(node, "uniqueItems").and_then(Node::as_bool) == Some(true);
    let unique = unique.then(|| "no two alike".to_owned());
    sentence(count.into_iter().chain(unique))
}

fn properties(node: &Node) -> Option<Fact> {
    let count = counted(node, ["minProperties", "maxProperties"], "property");
    sentence(count.into_iter())
}

fn ignored(node: &Node) -> Option<Fact> {
    let never = node.get("x-restitch-never").is_some();
    let keys = UNCHECKED
        .iter()
        .filter(|key| said(node, key).is_some() && !(**key == "not" && never));
    let names: Vec<String> = keys.map(|key| format!("`{key}`")).collect();
    (!names.is_empty()).then(|| Fact::own(format!("Not checked: {}.", names.join(", "))))
}

/// `1 to 20 characters`; nothing where the bounds contradict each other or leave all open.
fn counted(node: &Node, keys: [&str; 2], noun: &str) -> Option<String> {
    let [low, high] = keys.map(|key| digits(node, key));
    let plural = match noun.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    };
    let nouns = |count: &str| if count == "1" { noun } else { &plural }.to_owned();
    Some(match (low.filter(|low| low != "0"), high) {
        (None, None) => return None,
        (Some(low), Some(high)) if crossed(&low, &high) => return None,
        (Some(low), None) => format!("at least {low} {}", nouns(&low)),
        (None, Some(high)) => format!("at most {high} {}", nouns(&high)),
        (Some(low), Some(high)) if low == high => format!("exactly {low} {}", nouns(&low)),
        (Some(low), Some(high)) => format!("{low} to {high} {plural}"),
    })
}

/// Whether bounds have nothing between them, which `lower` has reported.
fn crossed(low: &str, high: &str) -> bool {
    let [low, high] = [low, high].map(|text| text.parse::<f64>().unwrap_or_default());
    low > high
}

/// Bounds that are those of the Rust type say nothing.
fn bound(node: &Node, key: &str) -> Option<String> {
    const OF_TYPES: [&str; 5] = [
        "-2147483648",
        "2147483647",
        "-9223372036854775808",
        "9223372036854775807",
        "18446744073709551615",
    ];
    digits(node, key).filter(|text| !OF_TYPES.contains(&text.as_str()))
}

fn digits(node: &Node, key: &str) -> Option<String> {
    match &said(node, key)?.value {
        Value::Number(text) => Some(clip(text)),
        _ => None,
    }
}

/// Parts of a sentence.
fn sentence(parts: impl Iterator<Item = String>) -> Option<Fact> {
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| Fact::own(format!("{}.", upper(&parts.join(", ")))))
}

fn upper(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

/// What stands at a keyword, carried or not.
fn said<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    node.as_map()?.said(key)
}
