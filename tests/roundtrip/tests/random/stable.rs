//! What must hold of a client whatever its document holds: names, determinism, text that parses.

use restitch_build::Report;
use restitch_build::diag::Grade;
use restitch_build::outline::outline;

use crate::check::{Failed, generate};
use crate::document::Document;
use crate::model::{Access, Additional, Object, Property, Scalar, Schema};
use crate::tree::Tree;

fn lines(report: &Report) -> Vec<String> {
    let api = report.api().expect("it was generated");
    outline(api).lines().map(str::to_owned).collect()
}

/// Neither the order of what has none nor a component that is added changes another item's line.
pub(crate) fn names(document: &Document) -> Result<(), Failed> {
    let tree = document.tree();
    let before = lines(&generate(&tree)?);
    let mut other = tree.clone();
    other.backwards();
    differing(&before, &lines(&generate(&other)?), "in another order")?;
    let mut more = document.clone();
    more.schemas.push(("Zebra".to_owned(), zebra()));
    let mut more = lines(&generate(&more.tree())?);
    more.retain(|line| !line.contains("types::Zebra"));
    differing(&before, &more, "with one more component")
}

fn zebra() -> Schema {
    let stripes = |schema| Property {
        name: "stripes".to_owned(),
        schema,
        required: true,
        access: Access::Both,
    };
    let object = |schema| {
        Schema::Object(Object {
            typed: true,
            properties: vec![stripes(schema)],
            undeclared: Vec::new(),
            patterns: Vec::new(),
            additional: Additional::Unsaid,
        })
    };
    object(object(Schema::Scalar(Scalar::Bool)))
}

fn differing(one: &[String], other: &[String], what: &str) -> Result<(), Failed> {
    let gone = one.iter().filter(|line| !other.contains(line));
    let new = other.iter().filter(|line| !one.contains(line));
    let gone = gone.map(|line| format!("- {line}"));
    let changed: Vec<_> = gone.chain(new.map(|line| format!("+ {line}"))).collect();
    if changed.is_empty() {
        return Ok(());
    }
    Err(Failed(format!("{what}:\n{}", changed.join("\n"))))
}

/// The same text each time, and one that parses.
pub(crate) fn code(tree: &Tree) -> Result<(), Failed> {
    let text = |report: Report| report.code().expect("it was generated");
    let code = text(generate(tree)?);
    if code != text(generate(tree)?) {
        return Err(Failed("two runs differ".to_owned()));
    }
    let parsed = syn::parse_file(&code);
    parsed
        .map(drop)
        .map_err(|e| Failed(format!("{e}:\n{code}")))
}

/// Nothing is found in a document that says nothing wrong. Members of an `allOf` that no value fits,
/// or not a default of one of them, and types without a value that ends, are what strategies can't
/// rule out.
pub(crate) fn faults(tree: &Tree) -> Result<(), Failed> {
    let report = generate(tree)?;
    let lines: Vec<String> = report.lines(Grade::Fault).map(|(_, line)| line).collect();
    if lines.iter().any(|line| line.contains("[W0112]")) {
        return Ok(());
    }
    let known: &[&str] = if tree.to_string().contains("\"allOf\"") {
        &["[W0109]", "[W0113]"]
    } else {
        &["[W0109]"]
    };
    let is_known = |line: &String| known.iter().any(|code| line.contains(code));
    let wrong = lines.into_iter().find(|line| !is_known(line));
    wrong.map_or(Ok(()), |line| Err(Failed(line)))
}
