//! The types of `docs/formats.md`, and what is said to a build script that chooses wrongly.

use restitch_build::outline::outline;
use restitch_build::{Dates, Format, configure};

fn document(schema: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n\
         components: {{schemas: {{A: {{ {schema} }}}}}}\n"
    )
}

/// What a schema becomes.
fn alias(schema: &str) -> String {
    let report = configure().check_text("x.yaml", &document(schema)).unwrap();
    let outline = outline(report.api().expect("a good document"));
    let line = outline
        .lines()
        .find_map(|line| line.strip_prefix("alias types::A = "));
    line.expect(&outline).to_owned()
}

#[test]
fn the_types_of_the_page_are_true() {
    let page = include_str!("../docs/formats.md");
    let rows = page.lines().filter(|line| line.starts_with("| `type:"));
    let mut count = 0;
    for row in rows {
        let cells: Vec<&str> = row.split('`').collect();
        let [_, schema, _, expect, _] = cells[..] else {
            panic!("two cells: {row}");
        };
        assert_eq!(alias(schema), expect, "{schema}");
        count += 1;
    }
    assert!(count > 30, "{count} rows");
}

#[test]
fn a_choice_for_no_type_of_the_format_is_refused() {
    let builder = configure().format("int64", Format::Uuid);
    let error = builder.check_text("x.yaml", &document("type: string"));
    let error = error.unwrap_err().to_string();
    assert!(
        error.contains("format(\"int64\", Uuid): `int64` is a format of numbers"),
        "{error}"
    );
}

#[test]
fn the_last_choice_counts() {
    let builder = configure()
        .format("date", Format::Text)
        .format("date", Format::Date(Dates::Jiff));
    let report = builder.check_text("x.yaml", &document("type: string, format: date"));
    let outline = outline(report.unwrap().api().unwrap());
    assert!(
        outline.contains("alias types::A = jiff::civil::Date"),
        "{outline}"
    );
}

#[test]
fn a_choice_for_no_format_is_refused() {
    let check = |name: &str, expect: Option<&str>| {
        let builder = configure().format(name, Format::Text);
        let report = builder.check_text("x.yaml", &document("type: string, format: money"));
        let report = report.unwrap();
        let found = report.lines(restitch_build::diag::Grade::Fault);
        let found: Vec<String> = found.map(|(_, line)| line).collect();
        let expect = expect.map(|expect| format!("x.yaml: error[E0018]: {expect}"));
        assert_eq!(found, Vec::from_iter(expect), "{name}");
    };
    check("money", None);
    check("uuid", None);
    check(
        "date-tim",
        Some(
            "`format(\"date-tim\", Text)`: no schema has this format; help: did you mean `date-time`?",
        ),
    );
    check(
        "mony",
        Some("`format(\"mony\", Text)`: no schema has this format; help: did you mean `money`?"),
    );
    check(
        "something",
        Some("`format(\"something\", Text)`: no schema has this format"),
    );
}

/// It is said where it costs the type that was meant, and nowhere else.
#[test]
fn a_format_that_is_nearly_known_decides_nothing_and_is_reported() {
    let check = |schema: &str, meant: Option<&str>| {
        let report = configure().check_text("x.yaml", &document(schema)).unwrap();
        let found = report.lines(restitch_build::diag::Grade::Note);
        let found: Vec<String> = found.map(|(_, line)| line).collect();
        let asked = meant.map(|meant| format!("did you mean `{meant}`?"));
        let slips = found.iter().filter(|line| line.contains("N0218"));
        let slips: Vec<bool> = slips
            .map(|line| asked.as_ref().is_some_and(|asked| line.contains(asked)))
            .collect();
        assert_eq!(
            slips,
            Vec::from_iter(meant.map(|_| true)),
            "{schema}: {found:?}"
        );
    };
    check("type: string, format: dateTime", Some("date-time"));
    check("type: string, format: DATE_TIME", Some("date-time"));
    check("type: string, format: Uuid", Some("uuid"));
    check("type: integer, format: INT32", Some("int32"));
    check("allOf: [{type: string}, {format: Date}]", Some("date"));
    // The type is that of the format that was meant, or none is.
    check("type: integer, format: Int64", None);
    check("type: string, format: URI", None);
    check("type: string, format: Int32", None);
    check("type: string, enum: [a], format: Date", None);
    check("type: string, format: date-time", None);
    check("type: string, format: timestamp", None);
    check("type: string, format: ''", None);
}

#[test]
fn a_choice_for_a_format_that_is_nearly_known_counts() {
    let choice = Format::DateTime(Dates::Chrono);
    let builder = configure().format("dateTime", choice);
    let report = builder.check_text("x.yaml", &document("type: string, format: dateTime"));
    let report = report.unwrap();
    assert_eq!(report.lines(restitch_build::diag::Grade::Note).count(), 0);
    let outline = outline(report.api().unwrap());
    assert!(outline.contains("types::A = chrono::DateTime"), "{outline}");
}
