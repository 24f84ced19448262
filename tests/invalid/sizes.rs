//! Documents that are large in one way or another.

use std::fmt::Write as _;

use crate::{Bad, Text};

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n";

/// Every one of them has this too, so that something is said of each.
const MISTAKE: &str = "tags: [{name: 7}]\n";

pub(crate) fn all() -> Vec<Bad> {
    let mut all = deep();
    all.extend(bombs());
    all.extend(long_values());
    all.extend(long_places());
    all.extend(many_schemas());
    all.extend(many_others());
    all
}

fn bad(class: &'static str, name: impl Into<String>, text: &str, code: &str) -> Bad {
    Bad {
        class,
        name: name.into(),
        text: Text::Text(format!("{HEAD}{MISTAKE}{text}")),
        code: vec![code.to_owned()],
        at: None,
        keeps: false,
    }
}

/// Nesting, beyond the limit and below.
fn deep() -> Vec<Bad> {
    const CLASS: &str = "nesting deeper than the limit";
    let nested = |open: &str, inner: &str, close: &str, levels: usize| {
        [&open.repeat(levels), inner, &close.repeat(levels)].concat()
    };
    let schema = |open: &str, close: &str, levels: usize| {
        let schema = nested(open, "{type: string}", close, levels);
        format!("paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\n")
    };
    let mut all = vec![
        bad(
            CLASS,
            "arrays",
            &format!("x-a: {}\n", nested("[", "", "]", 100_000)),
            "E0008",
        ),
        bad(
            CLASS,
            "arrays without an end",
            &format!("x-a: {}\n", "[".repeat(100_000)),
            "E0008",
        ),
        bad(
            CLASS,
            "objects",
            &format!("x-a: {}\n", nested("{a: ", "1", "}", 50_000)),
            "E0008",
        ),
        bad(
            CLASS,
            "sequences",
            &format!("x-a:\n {}a\n", "- ".repeat(50_000)),
            "E0008",
        ),
    ];
    let kinds = [
        ("properties", "{properties: {a: ", "}}", 2),
        ("items", "{type: array, items: ", "}", 1),
        ("allOf", "{allOf: [", "]}", 2),
        ("oneOf", "{oneOf: [{type: integer}, ", "]}", 2),
        ("additionalProperties", "{additionalProperties: ", "}", 1),
        ("not", "{not: ", "}", 1),
    ];
    for (name, open, close, levels) in kinds {
        all.push(bad(CLASS, name, &schema(open, close, 400), "E0008"));
        let name = format!("{name}, just below it");
        // Three levels stand above a schema, and one in it.
        all.push(bad(
            "nesting near the limit",
            name,
            &schema(open, close, 240 / levels),
            "W0103",
        ));
    }
    all
}

/// A little text that stands for much.
fn bombs() -> Vec<Bad> {
    const CLASS: &str = "a little text that stands for much";
    let laughs = |item: fn(usize) -> String| {
        let lines = (1..40).map(|i| format!("x-{i}: &x{i} {}\n", item(i - 1)));
        format!(
            "x-0: &x0 {{a: ha}}\npaths: {{}}\n{}",
            lines.collect::<String>()
        )
    };
    let list = |i: usize| format!("[{}]", vec![format!("*x{i}"); 10].join(", "));
    let map = |i: usize| {
        format!(
            "{{{}}}",
            (0..10)
                .map(|n| format!("k{n}: *x{i}"))
                .collect::<Vec<_>>()
                .join(", ")
        )
    };
    let merge = |i: usize| format!("{{<<: *x{i}, a{i}: 1, b: {{<<: *x{i}}}}}");
    let doubling = |keyword: &str| {
        let mut text = "paths: {}\ncomponents:\n  schemas:\n    S0: {type: string}\n".to_owned();
        for i in 1..64 {
            let to = format!("{{$ref: '#/components/schemas/S{}'}}", i - 1);
            let _ = match keyword {
                "properties" => writeln!(
                    text,
                    "    S{i}: {{type: object, properties: {{a: {to}, b: {to}}}}}"
                ),
                _ => writeln!(text, "    S{i}: {{{keyword}: [{to}, {to}]}}"),
            };
        }
        text
    };
    let long = format!(
        "x-0: &x0 {}\npaths: {{}}\nx-1: [{}]\n",
        "a".repeat(100_000),
        vec!["*x0"; 4000].join(", ")
    );
    vec![
        bad(CLASS, "aliases in lists", &laughs(list), "E0009"),
        bad(CLASS, "aliases in objects", &laughs(map), "E0009"),
        bad(CLASS, "merge keys", &laughs(merge), "W0103"),
        bad(CLASS, "aliases of a long text", &long, "E0009"),
        bad(CLASS, "references in allOf", &doubling("allOf"), "W0103"),
        bad(CLASS, "references in oneOf", &doubling("oneOf"), "W0103"),
        bad(CLASS, "references in anyOf", &doubling("anyOf"), "W0103"),
        bad(
            CLASS,
            "references in properties",
            &doubling("properties"),
            "W0103",
        ),
    ]
}

const LONG: usize = 300_000;

fn long(texts: &[(&str, String)]) -> Vec<Bad> {
    let make = |(name, text): &(&str, String)| bad("one thing that is long", *name, text, "W0103");
    texts.iter().map(make).collect()
}

/// A schema of a document.
fn schema(schema: &str) -> String {
    format!("paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\n")
}

/// One text or number of a schema that is long.
fn long_values() -> Vec<Bad> {
    let a = "a".repeat(LONG);
    long(&[
        (
            "a description",
            schema(&format!("{{type: string, description: {a}}}")),
        ),
        (
            "a description of backquotes",
            schema(&format!(
                "{{type: string, description: '{}'}}",
                "`".repeat(LONG)
            )),
        ),
        (
            "a description of brackets",
            schema(&format!(
                "{{type: string, description: '{}'}}",
                "[".repeat(LONG)
            )),
        ),
        (
            "a description of lists",
            schema(&format!(
                "{{type: string, description: '{}'}}",
                "- ".repeat(LONG / 2)
            )),
        ),
        (
            "a description of quotes",
            schema(&format!(
                "{{type: string, description: '{}'}}",
                ">".repeat(LONG)
            )),
        ),
        (
            "a name of a schema",
            format!("paths: {{}}\ncomponents:\n  schemas:\n    ? {a}\n    : {{type: string}}\n"),
        ),
        (
            "a name of a property",
            schema(&format!(
                "{{type: object, properties: {{? {a} : {{type: string}}}}}}"
            )),
        ),
        (
            "a value of an enum",
            schema(&format!("{{type: string, enum: [{a}]}}")),
        ),
        (
            "a pattern",
            schema(&format!(
                "{{type: string, pattern: '{}'}}",
                "(a|".repeat(LONG / 3)
            )),
        ),
        (
            "a number",
            schema(&format!("{{type: integer, maximum: {}}}", "9".repeat(LONG))),
        ),
        (
            "a small number",
            schema(&format!(
                "{{type: number, minimum: 0.{}1}}",
                "0".repeat(LONG)
            )),
        ),
        (
            "an exponent",
            schema("{type: number, maximum: 1e999999999, multipleOf: 1e-999999999}"),
        ),
        ("a count", schema("{type: string, maxLength: 1e999999999}")),
    ])
}

/// One name or place that is long.
fn long_places() -> Vec<Bad> {
    let a = "a".repeat(LONG);
    let path = |path: &str| {
        format!("paths:\n  ? '{path}'\n  : {{get: {{responses: {{'200': {{description: x}}}}}}}}\n")
    };
    long(&[
        (
            "a reference",
            schema(&format!("{{$ref: '#/{}'}}", "a/".repeat(LONG / 2))),
        ),
        ("a path", path(&format!("/{}", "a/".repeat(LONG / 2)))),
        ("a path of braces", path(&format!("/{}", "{".repeat(LONG)))),
        ("a path of placeholders", path(&"/{a}".repeat(LONG / 40))),
        (
            "a server of braces",
            format!(
                "servers: [{{url: 'https://{}'}}]\npaths: {{}}\n",
                "{a}".repeat(LONG / 30)
            ),
        ),
        ("a version", format!("x-a: {a}\npaths: {{}}\n")),
    ])
}

const MANY: usize = 3000;

fn many(texts: &[(&str, String)]) -> Vec<Bad> {
    let make = |(name, text): &(&str, String)| bad("many of one thing", *name, text, "W0103");
    texts.iter().map(make).collect()
}

fn lines(line: impl Fn(usize) -> String) -> String {
    (0..MANY).map(line).collect()
}

fn schemas(schemas: &str) -> String {
    format!("paths: {{}}\ncomponents:\n  schemas:\n{schemas}")
}

/// Many schemas, or parts of one.
fn many_schemas() -> Vec<Bad> {
    many(&[
        (
            "empty schemas",
            schemas(&lines(|n| format!("    S{n}: {{}}\n"))),
        ),
        (
            "properties",
            schemas(&format!(
                "    A:\n      type: object\n      properties:\n{}",
                lines(|n| format!("        p{n}: {{type: string}}\n"))
            )),
        ),
        (
            "values of an enum",
            schemas(&format!(
                "    A:\n      type: string\n      enum:\n{}",
                lines(|n| format!("      - v{n}\n"))
            )),
        ),
        (
            "branches",
            schemas(&format!(
                "    A:\n      oneOf:\n{}",
                lines(|n| format!(
                    "      - {{type: object, required: [a{n}], properties: {{a{n}: {{}}}}}}\n"
                ))
            )),
        ),
        (
            "members of an allOf",
            schemas(&format!(
                "    A:\n      allOf:\n{}",
                lines(|n| format!("      - {{properties: {{a{n}: {{type: string}}}}}}\n"))
            )),
        ),
        (
            "schemas of one allOf",
            schemas(&format!(
                "    B: {{properties: {{a: {{type: string}}}}}}\n{}",
                lines(|n| format!("    S{n}: {{allOf: [{{$ref: '#/components/schemas/B'}}]}}\n"))
            )),
        ),
        (
            "names that are one in Rust",
            schemas(&lines(|n| {
                format!(
                    "    'a{}': {{type: object, properties: {{x: {{}}}}}}\n",
                    "-".repeat(n % 50) + &"_".repeat(n / 50)
                )
            })),
        ),
    ])
}

/// Many operations, servers, faults.
fn many_others() -> Vec<Bad> {
    many(&[
        (
            "operations",
            format!(
                "paths:\n{}",
                lines(|n| format!(
                    "  /p{n}: {{get: {{responses: {{'200': {{description: x}}}}}}}}\n"
                ))
            ),
        ),
        (
            "operations with one name",
            format!(
                "paths:\n{}",
                lines(|n| format!(
                    "  /p{n}: {{get: {{operationId: a, responses: {{'200': {{description: x}}}}}}}}\n"
                ))
            ),
        ),
        (
            "servers",
            format!(
                "paths: {{}}\nservers:\n{}",
                lines(|n| format!("- {{url: 'https://a{n}.example'}}\n"))
            ),
        ),
        (
            "faults",
            schemas(&lines(|n| format!("    S{n}: {{type: 7}}\n"))),
        ),
        (
            "misspelt keys",
            format!("paths: {{}}\n{}", lines(|n| format!("serverz{n}: 1\n"))),
        ),
        (
            "tags",
            format!(
                "paths: {{}}\nx-tags:\n{}",
                lines(|n| format!("- {{name: t{n}}}\n"))
            ),
        ),
    ])
}
