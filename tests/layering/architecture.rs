//! The table 'Where is what' of `ARCHITECTURE.md` names files that exist.

use std::fs;

use crate::files;

const HEADING: &str = "## Where is what";
const FEATURES: usize = 15;

/// Rows that name a file that is not there, and a table that is missing or too short.
pub(crate) fn wrong_rows() -> Vec<String> {
    let root = files::root();
    match fs::read_to_string(root.join("ARCHITECTURE.md")) {
        Ok(text) => wrong(&text, |path| root.join(path).exists()),
        Err(_) => Vec::new(),
    }
}

fn wrong(text: &str, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let rows = rows(text);
    let missing = rows.iter().flat_map(|row| {
        let paths: Vec<_> = paths(row).collect();
        let none = paths.is_empty().then(|| format!("no file in: {row}"));
        let gone = paths.into_iter().filter(|path| !exists(path));
        none.into_iter()
            .chain(gone.map(|path| format!("`{path}` does not exist")))
    });
    let mut found: Vec<_> = missing.collect();
    if rows.len() < FEATURES {
        let text = format!("{} rows under '{HEADING}', not {FEATURES}", rows.len());
        found.push(text);
    }
    found
}

/// The rows of the table without its head.
fn rows(text: &str) -> Vec<&str> {
    let section = text.lines().skip_while(|line| *line != HEADING).skip(1);
    let section = section.take_while(|line| !line.starts_with("## "));
    section
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .collect()
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
            "# A\n\n{HEADING}\n\n| a | b |\n|---|---|\n{}\n## B\n| `x/y` |\n",
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
        let text = table(14, "| a | `a/b.rs` |\n") + "";
        let text = text.replacen("a/b.rs", "a/c.rs", 1);
        let found = wrong(&text, |path| path == "a/b.rs");
        let short = format!("14 rows under '{HEADING}', not 15");
        assert_eq!(found, ["`a/c.rs` does not exist", short.as_str()]);
    }

    #[test]
    fn a_row_without_a_file_and_a_missing_table_are_found() {
        let text = table(15, "| a | `ir::B` |\n");
        assert_eq!(wrong(&text, |_| true).len(), 15);
        assert_eq!(wrong("# A\n", |_| true).len(), 1);
    }
}
