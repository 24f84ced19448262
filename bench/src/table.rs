//! Tables in Markdown.

/// A table of these columns; the first holds what a row is about, the others figures.
pub(crate) fn markdown(columns: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = line(columns.iter().copied());
    text += &line((0..columns.len()).map(|i| if i == 0 { "---" } else { "--:" }));
    for row in rows {
        text += &line(row.iter().map(String::as_str));
    }
    text
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<_> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}
