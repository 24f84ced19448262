//! What `ARCHITECTURE.md` says: its table 'Where is what' names files that exist, and each
//! dependency of a published crate has its reason.

use std::fs;

use crate::files;

const WHERE: &str = "## Where is what";
const FEATURES: usize = 15;
const DEPENDENCIES: &str = "## Dependencies";
const PUBLISHED: &[&str] = &["derive", "generator", "runtime", "cli"];

fn read(path: &str) -> String {
    let text = fs::read_to_string(files::root().join(path));
    text.unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Rows that name a file that is not there, and a table that is missing or too short.
pub(crate) fn wrong_rows() -> Vec<String> {
    let root = files::root();
    wrong(&read("ARCHITECTURE.md"), |path| root.join(path).exists())
}

/// Dependencies of published crates that no row gives a reason for.
pub(crate) fn unexplained() -> Vec<String> {
    let text = read("ARCHITECTURE.md");
    let manifests = PUBLISHED
        .iter()
        .map(|folder| format!("{folder}/Cargo.toml"));
    let missing = manifests.flat_map(|path| {
        let missing = without_reason(&text, &read(&path));
        let place = move |name| format!("`{name}` of {path} has no row under '{DEPENDENCIES}'");
        missing.into_iter().map(place)
    });
    missing.collect()
}

fn without_reason(text: &str, manifest: &str) -> Vec<String> {
    let reasons = rows(text, DEPENDENCIES).join("\n");
    let table = manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]");
    let table = table.skip(1).take_while(|line| !line.starts_with('['));
    let names = table.filter_map(|line| line.split([' ', '.', '=']).next());
    let names = names.filter(|name| !matches!(*name, "" | "#") && !name.starts_with("restitch"));
    let missing = names.filter(|name| !reasons.contains(&format!("`{name}`")));
    missing.map(str::to_owned).collect()
}

fn wrong(text: &str, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let rows = rows(text, WHERE);
    let missing = rows.iter().flat_map(|row| {
        let paths: Vec<_> = paths(row).collect();
        let none = paths.is_empty().then(|| format!("no file in: {row}"));
        let gone = paths.into_iter().filter(|path| !exists(path));
        none.into_iter()
            .chain(gone.map(|path| format!("`{path}` does not exist")))
    });
    let mut found: Vec<_> = missing.collect();
    if rows.len() < FEATURES {
        let text = format!("{} rows under '{WHERE}', not {FEATURES}", rows.len());
        found.push(text);
    }
    found
}

/// The rows of a section's tables.
fn rows<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let section = text.lines().skip_while(|line| *line != heading).skip(1);
    let section = section.take_while(|line| !line.starts_with("## "));
    let lines: Vec<_> = section.filter(|line| line.starts_with('|')).collect();
    let ruled = |at: usize| lines.get(at).is_some_and(|line| line.starts_with("|-"));
    let body = (0..lines.len()).filter(|at| !ruled(*at) && !ruled(at + 1));
    body.map(|at| lines[at]).collect()
}

/// What stands in backquotes and looks like a path; `ir::Style` does not.
fn paths(row: &str) -> impl Iterator<Item = &str> {
    let quoted = row.split('`').skip(1).step_by(2);
    quoted.filter(|text| text.contains('/') && !text.contains([' ', '{', '#']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: usize, row: &str) -> String {
        format!(
            "# A\n\n{WHERE}\n\n| a | b |\n|---|---|\n{}\n## B\n| `x/y` |\n",
            row.repeat(rows)
        )
    }

    #[test]
    fn a_good_table_passes() {
        let text = table(15, "| a | `a/b.rs`, `ir::B` |\n");
        assert!(wrong(&text, |path| path == "a/b.rs").is_empty());
    }

    #[test]
    fn a_missing_file_is_found() {
        let text = table(14, "| a | `a/b.rs` |\n");
        let text = text.replacen("a/b.rs", "a/c.rs", 1);
        let found = wrong(&text, |path| path == "a/b.rs");
        let short = format!("14 rows under '{WHERE}', not 15");
        assert_eq!(found, ["`a/c.rs` does not exist", short.as_str()]);
    }

    #[test]
    fn a_row_without_a_file_and_a_missing_table_are_found() {
        let text = table(15, "| a | `ir::B` |\n");
        assert_eq!(wrong(&text, |_| true).len(), 15);
        assert_eq!(wrong("# A\n", |_| true).len(), 1);
    }

    #[test]
    fn a_dependency_without_a_reason_is_found() {
        let text = format!("{DEPENDENCIES}\n| a | b |\n|---|---|\n| `x`, `y` | c |\n");
        let manifest = "[package]\nname = \"n\"\n[dependencies]\nx = \"1\"\ny.workspace = true\n";
        assert!(without_reason(&text, manifest).is_empty());
        let more = format!("{manifest}# c\nz-z = {{}}\n\n[lints]\nw = 1\n");
        assert_eq!(without_reason(&text, &more), ["z-z"]);
        assert_eq!(without_reason("", manifest), ["x", "y"]);
    }
}
