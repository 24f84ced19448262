//! The rule book of names: the one place that turns text of a document into Rust identifiers.
//!
//! `docs/naming.md` says the same with examples, which a test runs.
//!
//! 1. A wire name is cut into words at everything that is no letter or digit, and where the case
//!    changes (`HTTPServerName` is http, server, name). Signs at its ends are words too (`C++`), and
//!    a name without any letter or digit is spelled by its symbols. See `words` and `symbols`.
//! 2. Words are joined as the place asks: `snake_case` for fields, functions and arguments,
//!    `PascalCase` for types and variants. A name that starts with a digit gets an `n` before it,
//!    one that is too long is cut, with a checksum. See `case`.
//! 3. Keywords become raw identifiers (`r#type`); the four that can't (`self`, `Self`, `super`,
//!    `crate`) and the names that generated code needs itself get an underscore (`send_`) or, as
//!    types, the ending `Value` (`OptionValue`). See `reserved`.
//! 4. Two names of one scope that come out equal are told apart by their own wire names, never by
//!    their order: the one that is written like its identifier keeps it, the others get their
//!    symbols in words (`at_type`) or the style of their spelling as an ending (`AscUpper`), else a
//!    checksum of it. See `settle` and `spelling`.

mod case;
mod checksum;
mod given;
mod path;
mod reserved;
mod settle;
mod spelling;
mod symbols;
mod words;

pub use case::{pascal, snake};
pub use given::given;
pub use path::{derive_path, type_path};
pub use reserved::Scope;
pub use settle::names;

use std::collections::HashSet;

use crate::ir::Ident;

/// The identifier for one name that is alone in its scope.
pub fn single(scope: Scope, wire: &str) -> Ident {
    let mut made = names(scope, &[(wire, wire)]);
    made.pop()
        .unwrap_or_else(|| Ident::checked("unnamed".to_owned()))
}

/// The variant that keeps a value which no other variant has: `Unknown`, or another word where
/// that is one of the values.
pub fn fallback(variants: &[Ident]) -> Ident {
    free(
        &["Unknown", "Other", "Unlisted", "UnknownValue"],
        "UnknownValue",
        variants,
    )
}

/// The field that keeps the properties which no other field has: `additional_properties`, or
/// another name where a property is called so.
pub fn rest(fields: &[Ident]) -> Ident {
    free(
        &["additional_properties", "other_properties"],
        "other_properties_",
        fields,
    )
}

/// The first of the words that is not taken, or `numbered` with a number.
fn free(words: &[&str], numbered: &str, taken: &[Ident]) -> Ident {
    let is_free = |word: &str| taken.iter().all(|name| name.as_str() != word);
    let numbers = (2..taken.len() + 3).map(|number| format!("{numbered}{number}"));
    let words = words.iter().map(|word| (*word).to_owned());
    let found = words.chain(numbers).find(|word| is_free(word));
    Ident::checked(found.unwrap_or_else(|| numbered.to_owned()))
}

/// The identifier for a name beside others that are settled already.
pub fn beside(scope: Scope, wire: &str, taken: &[Ident]) -> Ident {
    let own = single(scope, wire);
    let numbered = format!("{}_", own.as_str());
    free(&[own.as_str()], &numbered, taken)
}

/// The module of the operations without a tag. No handle is called so.
pub fn untagged() -> Ident {
    Ident::checked("operations".to_owned())
}

/// The handle's name for a tag: without the prefix that one widely used documentation tool puts
/// before the name of a group.
pub fn tag(wire: &str) -> &str {
    match wire.strip_prefix("subpackage_") {
        Some(rest) if !rest.is_empty() => rest,
        _ => wire,
    }
}

/// An operation's id without its tag, where it begins with it: `issues/list-for-repo` under the tag
/// `issues` is `list-for-repo`, `Pets_List` under `pets` is `List`. A sign has to stand between, and
/// a letter after it.
pub fn within<'a>(wire_tag: &str, id: &'a str) -> &'a str {
    let tag = snake(tag(wire_tag));
    let is_sign = |c: char| matches!(c, '/' | '.' | ':' | '_' | '-');
    for (at, _) in id.match_indices(is_sign) {
        let (before, after) = id.split_at(at);
        let rest = after.trim_start_matches(is_sign);
        if rest.starts_with(char::is_alphabetic) && !before.is_empty() && snake(before) == tag {
            return rest;
        }
    }
    id
}

/// An operation's id without its own path and method, where it ends with them as a widely used
/// framework for Python makes ids: `read_item_items__item_id__get` of `GET /items/{item_id}` is
/// `read_item`.
pub fn without_route<'a>(method: &str, path: &str, id: &'a str) -> &'a str {
    let is_word = |c: char| c == '_' || c.is_alphanumeric();
    let route = path.chars().map(|c| if is_word(c) { c } else { '_' });
    let route: String = route.chain(['_']).collect();
    let rest = id.strip_suffix(&method.to_lowercase());
    match rest.and_then(|rest| rest.strip_suffix(&route)) {
        Some(name) if name.starts_with(char::is_alphabetic) => name,
        _ => id,
    }
}

/// A name that a document chose for a value of an enum, without the enum's own, where it begins with
/// it, as words: `NodeStatusReady` of `NodeStatus` is `ready`.
pub fn of_enum(key: &str, name: &str) -> String {
    let words = |text| words::words(words::Case::Pascal, text);
    let (own, all) = (words(key), words(name));
    let is_own = |(own, word): (&String, &String)| own.eq_ignore_ascii_case(word);
    let rest = all.get(own.len()..).unwrap_or_default();
    let is_word = rest
        .first()
        .is_some_and(|word| word.starts_with(char::is_alphabetic));
    if !own.is_empty() && is_word && own.iter().zip(&all).all(is_own) {
        rest.join("_")
    } else {
        name.to_owned()
    }
}

/// The names of the statics for the functions of a module: `list_pets` becomes `LIST_PETS`. One that
/// is in `taken` (`a` and the struct `A`), or that has no upper case and so may be an argument's
/// name, begins with `_`.
pub fn statics(functions: &[Ident], taken: &[Ident]) -> Vec<Ident> {
    let taken: HashSet<&str> = taken.iter().map(Ident::as_str).collect();
    let name = |function: &Ident| {
        let plain = function.as_str().trim_start_matches("r#");
        let name = plain.to_ascii_uppercase();
        let free = name != plain && !taken.contains(name.as_str());
        // No name of a document begins with an underscore.
        Ident::checked(if free { name } else { format!("_{name}") })
    };
    functions.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_lose_the_prefix() {
        assert_eq!(tag("subpackage_accounts"), "accounts");
        assert_eq!(tag("subpackage_"), "subpackage_");
        assert_eq!(tag("pets"), "pets");
    }

    #[test]
    fn ids_lose_their_tag() {
        for (tag, id, expect) in [
            ("issues", "issues/list-for-repo", "list-for-repo"),
            ("code-security", "code-security/get-all", "get-all"),
            ("Pets", "pets_list", "list"),
            ("pets", "Pets_List", "List"),
            ("users.user", "users.user.ListUser", "ListUser"),
            ("subpackage_accounts", "accounts.create", "create"),
            ("pets", "pets", "pets"),
            ("pets", "pets/", "pets/"),
            ("pets", "pets/2", "pets/2"),
            ("pets", "petsList", "petsList"),
            ("pets", "pet_list", "pet_list"),
            ("pets", "pets_list_pets_all", "list_pets_all"),
            ("", "_list", "_list"),
        ] {
            assert_eq!(within(tag, id), expect, "{id} under {tag}");
        }
    }

    #[test]
    fn ids_lose_their_route() {
        for (method, path, id, expect) in [
            (
                "GET",
                "/items/{item_id}",
                "read_item_items__item_id__get",
                "read_item",
            ),
            ("POST", "/a-b/", "make_a_b__post", "make"),
            ("GET", "/", "root__get", "root"),
            (
                "GET",
                "/items",
                "read_items_items_post",
                "read_items_items_post",
            ),
            ("GET", "/items", "_items_get", "_items_get"),
            ("GET", "/items", "items_get", "items_get"),
            ("GET", "/items", "read_items", "read_items"),
        ] {
            assert_eq!(without_route(method, path, id), expect, "{id}");
        }
    }

    #[test]
    fn names_of_values_lose_their_enum() {
        for (key, name, expect) in [
            ("NodeStatus", "NodeStatusReady", "ready"),
            ("NodeStatus", "NODE_STATUS_NOT_READY", "not_ready"),
            ("status", "StatusOk", "ok"),
            ("NodeStatus", "NodeStatus", "NodeStatus"),
            ("NodeStatus", "NodeStatus2", "NodeStatus2"),
            ("NodeStatus", "NodeStatuses", "NodeStatuses"),
            ("NodeStatus", "Ready", "Ready"),
            ("", "Ready", "Ready"),
        ] {
            assert_eq!(of_enum(key, name), expect, "{name} of {key}");
        }
    }

    #[test]
    fn a_fallback_collides_with_nothing() {
        let variants = names(
            Scope::Variant,
            &[("unknown", "unknown"), ("other", "other")],
        );
        assert_eq!(fallback(&variants).as_str(), "Unlisted");
        assert_eq!(fallback(&[]).as_str(), "Unknown");
    }

    #[test]
    fn the_rest_of_an_object_makes_way_for_its_properties() {
        let fields = names(
            Scope::Field,
            &[("additionalProperties", ""), ("other-properties", "")],
        );
        assert_eq!(fields[0].as_str(), "additional_properties");
        assert_eq!(rest(&fields).as_str(), "other_properties_2");
        assert_eq!(rest(&[]).as_str(), "additional_properties");
    }

    #[test]
    fn statics_follow_functions() {
        let functions = ["move", "a", "2.0", "获取"].map(|wire| single(Scope::Function, wire));
        let calls = ["move", "a", "2.0", "获取"].map(|wire| single(Scope::Call, wire));
        let made = statics(&functions, &calls);
        let made: Vec<_> = made.iter().map(Ident::as_str).collect();
        assert_eq!(made, ["MOVE", "_A", "_N2_0", "_获取"]);
    }
}
