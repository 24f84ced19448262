//! What `required` names and `properties` does not declare.

use crate::diag::{Code, Diagnostic, Edit, is_near};
use crate::resolve::Document;
use crate::tree::{Node, Pointer, Value};

use super::keywords::{Additional, Keywords};

/// Takes out the names of `required` that are likely those of declared properties, misspelt: as
/// fields, no answer would have them. Where values of any other name are described, such a name may
/// be meant as it is.
pub(super) fn settle(document: &Document<'_>, keywords: &mut Keywords) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if matches!(keywords.additional, Additional::Schema(_)) || !keywords.patterns.is_empty() {
        return found;
    }
    let properties = &keywords.properties;
    let undeclared = keywords.required.iter();
    let undeclared = undeclared.filter(|name| !properties.contains_key(*name));
    let pairs: Vec<(String, String)> = undeclared
        .filter_map(|name| Some((name.clone(), meant(keywords, name)?)))
        .collect();
    for (name, meant) in pairs {
        found.extend(faults(document, keywords, &name, &meant));
        keywords.required.shift_remove(&name);
    }
    found
}

/// The one property that was likely meant, where it is not required by its own name.
fn meant(keywords: &Keywords, name: &str) -> Option<String> {
    let optional = keywords.properties.keys();
    let optional = optional.filter(|known| !keywords.required.contains(*known));
    let mut near = optional.filter(|known| is_near(known, name));
    let one = near.next()?;
    near.next().is_none().then(|| one.clone())
}

/// One for each list that has the name.
fn faults(
    document: &Document<'_>,
    keywords: &Keywords,
    name: &str,
    meant: &str,
) -> Vec<Diagnostic> {
    let fault = |list: &Pointer| {
        let mut places = items(document, list, name);
        let at = places.next()?;
        let message = format!("`required` names `{name}`, and `properties` declares `{meant}`");
        let help = format!("did you mean `{meant}`? until then it is optional");
        let fault = document.fault(Code::MISSPELT_NAME, message, &at).help(help);
        Some(match places.next() {
            None => fault.edit(Edit::Put(at, Value::string(meant))),
            Some(_) => fault,
        })
    };
    lists(keywords).filter_map(|list| fault(&list)).collect()
}

/// The list that has a name first.
pub(super) fn list(document: &Document<'_>, keywords: &Keywords, name: &str) -> Option<Pointer> {
    let has = |list: &Pointer| items(document, list, name).next().is_some();
    lists(keywords).find(has)
}

fn lists(keywords: &Keywords) -> impl Iterator<Item = Pointer> {
    let members = keywords.members.iter();
    members.map(|(at, _)| at.child("required"))
}

/// Where a name stands in a list.
fn items<'a>(
    document: &Document<'a>,
    list: &'a Pointer,
    name: &'a str,
) -> impl Iterator<Item = Pointer> + use<'a> {
    let all = document.node(list).and_then(Node::as_array);
    let all = all.unwrap_or_default().iter().enumerate();
    let named = all.filter(move |(_, item)| item.as_str() == Some(name));
    named.map(|(index, _)| list.item(index))
}
