//! Rust paths that the build script gives: to types that take a schema's place, and to derives.

use super::reserved::{allowed, bare};
use super::{Scope, symbols};
use crate::ir::{Ident, Path};

/// Generic arguments may stand in others so deep.
const DEEPEST: usize = 8;

/// Types that a path may name without saying where they are.
const SHORT: [(&str, &str); 19] = [
    ("Box", "std::boxed"),
    ("Option", "std::option"),
    ("String", "std::string"),
    ("Vec", "std::vec"),
    ("bool", "core::primitive"),
    ("char", "core::primitive"),
    ("f32", "core::primitive"),
    ("f64", "core::primitive"),
    ("i128", "core::primitive"),
    ("i16", "core::primitive"),
    ("i32", "core::primitive"),
    ("i64", "core::primitive"),
    ("i8", "core::primitive"),
    ("u128", "core::primitive"),
    ("u16", "core::primitive"),
    ("u32", "core::primitive"),
    ("u64", "core::primitive"),
    ("u8", "core::primitive"),
    ("usize", "core::primitive"),
];

/// Derives of the standard library, likewise.
const DERIVES: [(&str, &str); 9] = [
    ("Clone", "core::clone"),
    ("Copy", "core::marker"),
    ("Debug", "core::fmt"),
    ("Default", "core::default"),
    ("Eq", "core::cmp"),
    ("Hash", "core::hash"),
    ("Ord", "core::cmp"),
    ("PartialEq", "core::cmp"),
    ("PartialOrd", "core::cmp"),
];

/// A path to a type: `crate::Money`, `rust_decimal::Decimal`, `crate::Page<String>`. It begins with
/// `crate` or the name of a crate.
///
/// # Errors
/// What is wrong with it.
pub fn type_path(text: &str) -> Result<Path, String> {
    parsed(text, &SHORT)
}

/// A path to a derive macro: `Eq`, `schemars::JsonSchema`.
///
/// # Errors
/// What is wrong with it.
pub fn derive_path(text: &str) -> Result<Path, String> {
    let path = parsed(text, &DERIVES)?;
    let last = path.segments.last();
    let (name, arguments) = last.ok_or_else(|| "it is empty".to_owned())?;
    if !arguments.is_empty() {
        return Err("a derive has no generic arguments".to_owned());
    }
    match name.as_str() {
        name @ ("Clone" | "Debug" | "PartialEq" | "Serialize" | "Deserialize") => {
            Err(format!("every generated type has `{name}` already"))
        }
        "Default" => Err("a struct of which nothing is required has `Default` already".to_owned()),
        _ => Ok(path),
    }
}

fn parsed(text: &str, short: &[(&str, &str)]) -> Result<Path, String> {
    let mut parser = Parser { rest: text.trim() };
    let path = parser.path(short, 0)?;
    match parser.rest.chars().next() {
        None => Ok(path),
        Some(c) => Err(format!("`{c}` is too much")),
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn path(&mut self, short: &[(&str, &str)], depth: usize) -> Result<Path, String> {
        let global = self.eat("::");
        let mut segments = vec![self.segment(depth)?];
        while self.eat("::") {
            segments.push(self.segment(depth)?);
        }
        rooted(global, segments, short)
    }

    fn segment(&mut self, depth: usize) -> Result<(Ident, Vec<Path>), String> {
        let end = self
            .rest
            .find(|c| !symbols::keeps(c) && !matches!(c, '_' | '#'));
        let (name, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        let name = identifier(name)?;
        self.rest = rest.trim_start();
        let mut arguments = Vec::new();
        if self.eat("<") {
            if depth == DEEPEST {
                return Err("its generic arguments stand too deep in one another".to_owned());
            }
            while !self.eat(">") {
                arguments.push(self.path(&SHORT, depth + 1)?);
                if !self.eat(",") && !self.rest.starts_with('>') {
                    return Err("after a generic argument stands `,` or `>`".to_owned());
                }
            }
        }
        Ok((name, arguments))
    }

    fn eat(&mut self, token: &str) -> bool {
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest.trim_start();
                true
            }
            None => false,
        }
    }
}

fn identifier(text: &str) -> Result<Ident, String> {
    let name = bare(text);
    let starts = name.starts_with(|c| c == '_' || unicode_ident::is_xid_start(c));
    if !starts || name.contains('#') || name == "_" {
        return Err(format!("`{text}` is no identifier"));
    }
    Ok(Ident::checked(match name {
        "crate" | "self" | "Self" | "super" => name.to_owned(),
        // No name is taken in a path of the user's.
        name if text != name => format!("r#{name}"),
        name => match allowed(Scope::Path, name) {
            raw if raw != name => return Err(format!("`{name}` is a keyword: write `r#{name}`")),
            name => name,
        },
    }))
}

/// The path from where it holds anywhere: `crate`, or the name of a crate.
fn rooted(
    global: bool,
    mut segments: Vec<(Ident, Vec<Path>)>,
    short: &[(&str, &str)],
) -> Result<Path, String> {
    let first = segments.first().map(|(name, _)| name.as_str().to_owned());
    let first = first.unwrap_or_default();
    let inner = segments.iter().skip(1).map(|(name, _)| name.as_str());
    if matches!(&*first, "self" | "super" | "Self") {
        return Err("it begins with `crate` or the name of a crate".to_owned());
    }
    if inner
        .clone()
        .any(|name| matches!(name, "crate" | "self" | "Self" | "super"))
    {
        return Err("`crate` and the like stand at the start only".to_owned());
    }
    if segments.len() == 1 {
        let known = short.iter().find(|(name, _)| *name == first && !global);
        let Some((_, home)) = known else {
            return Err(format!(
                "it has no `::`; for your own write `crate::{first}`"
            ));
        };
        let home = home
            .split("::")
            .map(|name| (Ident::checked(name.to_owned()), Vec::new()));
        segments.splice(0..0, home);
    }
    if global && first == "crate" {
        return Err("`::` and `crate` exclude each other".to_owned());
    }
    Ok(Path {
        global: first != "crate",
        segments,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let shown = match type_path(text) {
            Ok(path) => format!(
                "{}{}",
                if path.global { "::" } else { "" },
                path.rust_name()
            ),
            Err(error) => error,
        };
        assert_eq!(shown, expect, "{text}");
    }

    #[test]
    fn paths() {
        check("rust_decimal::Decimal", "::rust_decimal::Decimal");
        check(
            " ::a :: B < crate::C , ::d::E<u8>, > ",
            "::a::B<crate::C, d::E<core::primitive::u8>>",
        );
        check("crate::r#type::T", "crate::r#type::T");
        check("String", "::std::string::String");
    }

    #[test]
    fn no_paths() {
        check("Money", "it has no `::`; for your own write `crate::Money`");
        check("crate", "it has no `::`; for your own write `crate::crate`");
        check(
            "super::Money",
            "it begins with `crate` or the name of a crate",
        );
        check(
            "a::super::B",
            "`crate` and the like stand at the start only",
        );
        check("a::type::B", "`type` is a keyword: write `r#type`");
        check("a::", "`` is no identifier");
        check("a::B()", "`(` is too much");
        check("a::B; fn x() {}", "`;` is too much");
        check("a::B<'static>", "`` is no identifier");
        check("a::B<c::D", "after a generic argument stands `,` or `>`");
        check(
            &"a::B<".repeat(20),
            "its generic arguments stand too deep in one another",
        );
    }

    #[test]
    fn derives() {
        let check = |text: &str| derive_path(text).map(|path| path.rust_name());
        assert_eq!(check("Eq").as_deref(), Ok("core::cmp::Eq"));
        assert_eq!(check("a::B").as_deref(), Ok("a::B"));
        for wrong in ["Clone", "serde::Serialize", "Default", "a::B<u8>", "String"] {
            assert!(check(wrong).is_err(), "{wrong}");
        }
    }
}
