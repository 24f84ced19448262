//! How long files and functions may be.

use crate::rust;

const FILE: usize = 450;
const FUNCTION: usize = 80;

/// `generate` names all stages in order and does nothing else, so it stays shorter.
const GENERATE: usize = 60;

/// The file and the functions that are too long, each with its line.
pub(crate) fn too_long(path: &str, code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let lines = code.lines().count();
    if lines > FILE {
        found.push((1, format!("{lines} lines, {FILE} at most")));
    }
    for function in functions(code) {
        let limit = match function.name {
            "generate" if path.starts_with("generator/src/") => GENERATE,
            _ => FUNCTION,
        };
        if function.lines > limit {
            let text = format!(
                "`{}` has {} lines, {limit} at most",
                function.name, function.lines
            );
            found.push((function.line, text));
        }
    }
    found
}

struct Function<'a> {
    name: &'a str,
    line: usize,
    lines: usize,
}

/// Every function with a body, nested ones too.
fn functions(code: &str) -> impl Iterator<Item = Function<'_>> {
    rust::occurrences(code, "fn").filter_map(|at| {
        let after = code[at + 2..].trim_start();
        let length = after.find(|c| !rust::is_word(c)).unwrap_or(after.len());
        let name = &after[..length];
        let body = body(&code[at..])?;
        (!name.is_empty()).then(|| Function {
            name,
            line: rust::line_of(code, at),
            lines: 1 + code[at..at + body].matches('\n').count(),
        })
    })
}

/// The length up to the brace that closes the body; `None` for a declaration without one.
fn body(code: &str) -> Option<usize> {
    let (mut around, mut braces) = (0_usize, 0_usize);
    for (at, c) in code.char_indices() {
        match c {
            '(' | '[' => around += 1,
            ')' | ']' => around = around.saturating_sub(1),
            ';' if around == 0 && braces == 0 => return None,
            '{' => braces += 1,
            '}' if braces <= 1 && around == 0 => return (braces == 1).then_some(at),
            '}' => braces = braces.saturating_sub(1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, code: &str, expect: &[(usize, &str)]) {
        let found = too_long(path, code);
        let found: Vec<_> = found.iter().map(|(l, t)| (*l, t.as_str())).collect();
        assert_eq!(found, expect);
    }

    fn function(name: &str, lines: usize) -> String {
        format!("fn {name}() -> u8 {{\n{}}}\n", "x;\n".repeat(lines - 2))
    }

    #[test]
    fn a_long_function_is_found() {
        check("a.rs", &function("f", 80), &[]);
        let text = "`f` has 81 lines, 80 at most";
        check("a.rs", &function("f", 81), &[(1, text)]);
        let second = format!("trait T {{ fn a(); }}\n{}", function("f", 81));
        check("a.rs", &second, &[(2, text)]);
    }

    #[test]
    fn a_long_function_in_a_long_module_is_found() {
        let body = "if a[0] { b(c) }\n".repeat(100);
        let code = format!("mod m {{\n    pub fn g<T>(\n    x: [u8; 3],\n) {{\n{body}}}\n}}\n");
        check("a.rs", &code, &[(2, "`g` has 104 lines, 80 at most")]);
    }

    #[test]
    fn generate_is_shorter() {
        let text = "`generate` has 61 lines, 60 at most";
        let code = function("generate", 61);
        check("generator/src/generate.rs", &code, &[(1, text)]);
        check("cli/src/generate.rs", &code, &[]);
    }

    #[test]
    fn types_and_declarations_are_no_functions() {
        let long = "x;\n".repeat(100);
        let code = format!("type F = fn(u8) -> u8;\ntrait T {{ fn f(&self); }}\nmod m {{{long}}}");
        check("a.rs", &code, &[]);
    }

    #[test]
    fn a_long_file_is_found() {
        check("a.rs", &"\n".repeat(450), &[]);
        let found = [(1, "451 lines, 450 at most")];
        check("a.rs", &"\n".repeat(451), &found);
    }
}
