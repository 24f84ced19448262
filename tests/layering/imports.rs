//! Which module of the generator may know which: one way along the pipeline.

use std::collections::BTreeSet;

use crate::files;
use crate::rust;

/// A module at the top of `generator/src`, and the modules it may import. Each names only such as
/// stand above it, so there is no circle.
const TABLE: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("tree", &[]),
    ("diag", &["order", "tree"]),
    ("grammar", &["tree", "diag"]),
    ("load", &["tree", "diag", "grammar"]),
    // It is a dialect, which `load` asks of each object that it comes by.
    ("convert", &["order", "tree", "diag", "grammar", "load"]),
    ("overlay", &["tree", "diag", "load"]),
    ("lower", &["order", "tree", "diag", "grammar"]),
    ("resolve", &["tree", "diag", "grammar"]),
    ("ir", &["order"]),
    ("naming", &["ir"]),
    ("formats", &["ir"]),
    ("choose", &["diag", "ir"]),
    (
        "translate",
        &[
            "order", "tree", "diag", "grammar", "resolve", "naming", "ir", "formats", "choose",
        ],
    ),
    ("emit", &["order", "ir"]),
    ("outline", &["order", "ir"]),
    ("ledger", &["tree", "diag", "grammar", "ir", "formats"]),
    ("format", &["emit"]),
    ("write", &["tree", "diag"]),
    ("declared", &["tree", "grammar"]),
    ("levels", &["diag"]),
    ("fixes", &["tree", "diag"]),
];

/// The front doors, and `generate`, which names the stages. They may import every module, and no
/// module of the table imports them.
const FRONT: &[&str] = &[
    "lib", "builder", "cargo", "config", "error", "generate", "report",
];

/// A crate that only some modules may name. Front doors are held to it too.
const CRATES: &[(&str, &[&str])] = &[
    ("granit_parser", &["load"]),
    ("annotate_snippets", &["diag"]),
    ("openapiv3", &["resolve", "translate", "builder", "lib"]),
    ("serde", &["resolve", "translate"]),
    ("quote", &["emit"]),
    ("proc_macro2", &["emit", "format"]),
    ("prettyplease", &["format"]),
    ("syn", &["format"]),
    ("serde_json_path", &["overlay"]),
    (
        "serde_json",
        &[
            "load",
            "overlay",
            "lower",
            "resolve",
            "translate",
            "outline",
            "builder",
            "report",
            "tree",
        ],
    ),
];

/// Files of tests, which may look at every stage.
const TESTS: &[&str] = &["tests", "tests.rs", "testing.rs"];

/// What the file imports and may not, each with its line.
pub(crate) fn forbidden(path: &str, code: &str) -> Vec<(usize, String)> {
    let module = module(path);
    let mut found = Vec::new();
    if path.split('/').any(|part| TESTS.contains(&part)) {
        return found;
    }
    if let Some((_, allowed)) = TABLE.iter().find(|(name, _)| *name == module) {
        for (at, import) in internal(path, code) {
            if import != module && !allowed.contains(&import) {
                let text = format!("`{module}` imports `{import}`");
                found.push((rust::line_of(code, at), text));
            }
        }
    }
    for (name, allowed) in CRATES {
        if let Some(at) = named(code, name)
            .next()
            .filter(|_| !allowed.contains(&module))
        {
            let text = format!("`{module}` names the crate `{name}`");
            found.push((rust::line_of(code, at), text));
        }
    }
    found
}

/// Modules without a row, rows without a module, and rows that import what stands below them.
pub(crate) fn missing_rows() -> Vec<String> {
    let sources = files::rust_sources("generator/src");
    let modules: BTreeSet<_> = sources.iter().map(|source| module(&source.path)).collect();
    let rows = TABLE.iter().map(|(name, _)| *name);
    let rows: BTreeSet<_> = rows.chain(FRONT.iter().copied()).collect();
    let without_row = modules
        .difference(&rows)
        .map(|m| format!("`{m}` has no row"));
    let without_module = rows
        .difference(&modules)
        .map(|m| format!("no module `{m}`"));
    let backwards = TABLE.iter().enumerate().flat_map(|(row, (name, allowed))| {
        let above = move |import: &&&str| !TABLE[..row].iter().any(|(other, _)| other == *import);
        allowed
            .iter()
            .filter(above)
            .map(move |import| format!("`{name}` may not import `{import}`"))
    });
    without_row.chain(without_module).chain(backwards).collect()
}

/// The module at the top that a file belongs to: `emit` of `generator/src/emit/paths.rs`.
fn module(path: &str) -> &str {
    let inner = path.strip_prefix("generator/src/").unwrap_or(path);
    let name = inner.split('/').next().unwrap_or(inner);
    name.strip_suffix(".rs").unwrap_or(name)
}

/// How many modules a file lies under the root: 1 for `emit/mod.rs`, 2 for `emit/paths.rs`.
fn depth(path: &str) -> usize {
    let inner = path.strip_prefix("generator/src/").unwrap_or(path);
    let inner = inner.strip_suffix("/mod.rs").or(inner.strip_suffix(".rs"));
    inner.map_or(0, |inner| 1 + inner.matches('/').count())
}

/// What a file names of its own crate, by `crate::x`, `crate::{x, y}` or enough of `super::`.
fn internal<'a>(path: &str, code: &'a str) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for at in rust::occurrences(code, "crate") {
        if let Some(rest) = after_colons(&code[at + "crate".len()..]) {
            found.extend(heads(rest).into_iter().map(|head| (at, head)));
        }
    }
    for at in rust::occurrences(code, "super") {
        let mut levels = 1;
        let Some(mut rest) = after_colons(&code[at + "super".len()..]) else {
            continue;
        };
        while let Some(deeper) = rest.strip_prefix("super").and_then(after_colons) {
            (levels, rest) = (levels + 1, deeper);
        }
        // From a module written inside the file (its tests) one level more is needed, and then
        // this reads a name of the file's own, which is no module of the table.
        if levels >= depth(path) {
            let known = |head: &&str| {
                TABLE
                    .iter()
                    .chain([&("lib", [].as_slice())])
                    .any(|(name, _)| name == head)
            };
            found.extend(heads(rest).into_iter().filter(known).map(|head| (at, head)));
        }
    }
    found
}

fn after_colons(code: &str) -> Option<&str> {
    Some(code.trim_start().strip_prefix("::")?.trim_start())
}

/// The first segments of a path or of the paths in braces: `a` and `c` of `{a::{b}, c as d}`.
fn heads(code: &str) -> Vec<&str> {
    let Some(group) = code.strip_prefix('{') else {
        return first_word(code).into_iter().collect();
    };
    let mut heads = Vec::new();
    let (mut depth, mut fresh) = (1, true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' if depth == 1 => fresh = true,
            c if fresh && depth == 1 && !c.is_whitespace() => {
                heads.extend(first_word(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    heads
}

fn first_word(code: &str) -> Option<&str> {
    let length = code.find(|c| !rust::is_word(c)).unwrap_or(code.len());
    (length > 0).then(|| &code[..length])
}

/// Where a crate is named: as the first segment of a path, or whole in a `use`.
fn named<'a>(code: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    rust::occurrences(code, name).filter(move |at| {
        let before = code[..*at].trim_end();
        let after = code[at + name.len()..].trim_start();
        let head = match before.strip_suffix("::") {
            Some(before) => !before
                .trim_end()
                .ends_with(|c| rust::is_word(c) || c == '>'),
            None => true,
        };
        head && (after.starts_with("::") || before.ends_with("use"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, code: &str, expect: &[&str]) {
        let found = forbidden(path, code);
        let found: Vec<_> = found.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(found, expect, "{code}");
    }

    #[test]
    fn what_the_table_allows_passes() {
        let code = "use crate::ir::{Api, Type};\nuse crate::emit::paths;\nuse quote::quote;";
        check("generator/src/emit/operation.rs", code, &[]);
        check("generator/src/lib.rs", "use crate::{emit, load};", &[]);
        check(
            "generator/src/naming.rs",
            "mod t { use super::{outline_of, *}; }",
            &[],
        );
    }

    #[test]
    fn a_module_that_looks_ahead_is_found() {
        let path = "generator/src/lower/nullable.rs";
        let expect = ["`lower` imports `emit`"];
        check(path, "use crate::emit;", &expect);
        check(
            path,
            "use crate::{tree::{Node, Tree}, emit::emit as e};",
            &expect,
        );
        check(path, "fn f() { crate :: emit :: emit() }", &expect);
        check(path, "use super::super::emit;", &expect);
        check(path, "pub(crate) fn f() {}", &[]);
        check(path, "use super::emit;", &[]);
        check("generator/src/lower.rs", "use super::emit;", &expect);
    }

    #[test]
    fn files_of_tests_may_look_ahead() {
        let code = "use crate::emit;";
        check("generator/src/lower/tests/read.rs", code, &[]);
        check("generator/src/lower/testing.rs", code, &[]);
        let expect = ["`lower` imports `emit`"];
        check("generator/src/lower/latest.rs", code, &expect);
    }

    #[test]
    fn an_import_from_the_root_is_found() {
        check(
            "generator/src/ir/mod.rs",
            "use crate::Error;",
            &["`ir` imports `Error`"],
        );
        check("generator/src/naming.rs", "use crate::*;", &[]);
    }

    #[test]
    fn a_crate_in_the_wrong_place_is_found() {
        let emit = "generator/src/emit/mod.rs";
        let expect = ["`emit` names the crate `openapiv3`"];
        check(emit, "use openapiv3::Schema;", &expect);
        check(emit, "fn f(s: &::openapiv3::Schema) {}", &expect);
        check(emit, "use openapiv3 as model;", &expect);
        check(
            emit,
            "let openapiv3 = 1; x.openapiv3(); rt::openapiv3::X",
            &[],
        );
        let translate = "generator/src/translate/mod.rs";
        check(
            translate,
            "quote::quote!()",
            &["`translate` names the crate `quote`"],
        );
        let ir = "generator/src/ir/mod.rs";
        check(
            ir,
            "use serde_json::Value;",
            &["`ir` names the crate `serde_json`"],
        );
        check(ir, "use std::fmt;", &[]);
    }
}
