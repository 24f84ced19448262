//! Names that the build script gives.

use super::Scope;
use super::reserved::{allowed, bare, is_argument_like};
use super::symbols::keeps;
use crate::ir::Ident;

/// The identifier that a build script gives to something; keywords become raw ones.
///
/// # Errors
/// Why it can not stand there, in words that follow on the name.
pub fn given(scope: Scope, text: &str) -> Result<Ident, String> {
    let name = bare(text);
    let letters = name.chars().all(|c| c == '_' || keeps(c));
    if !letters || !name.starts_with(unicode_ident::is_xid_start) {
        return Err(
            "is no identifier: it begins with a letter, letters, digits and `_` follow".into(),
        );
    }
    let made = allowed(scope, name);
    if bare(&made) != name {
        return Err(match scope {
            Scope::Call if is_argument_like(name) => "needs an upper-case letter".into(),
            _ => "is a word that Rust or the generated code needs itself".into(),
        });
    }
    Ok(Ident::checked(made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_checked() {
        for (scope, text, expect) in [
            (Scope::Type, "IDs", Some("IDs")),
            (Scope::Field, "type", Some("r#type")),
            (Scope::Field, "r#type", Some("r#type")),
            (Scope::Field, "größe", Some("größe")),
            (Scope::Field, "self", None),
            (Scope::Field, "_a", None),
            (Scope::Field, "1a", None),
            (Scope::Field, "a b", None),
            (Scope::Field, "", None),
            (Scope::Type, "Option", None),
            (Scope::Call, "list", None),
            (Scope::Type, "a::B", None),
            (Scope::Type, "e\u{301}", None),
        ] {
            let made = given(scope, text).ok();
            assert_eq!(made.as_ref().map(Ident::as_str), expect, "{text}");
        }
    }
}
