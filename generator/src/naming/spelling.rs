//! How a wire name is written, as an ending that tells it from another of the same words.

/// Whether it is not a name that the document gives, but a place in it: a pointer, a method and a
/// path.
pub(super) fn is_place(wire: &str) -> bool {
    is_pointer(wire) || wire.contains(" /")
}

/// A pointer, in this document or another.
pub(super) fn is_pointer(wire: &str) -> bool {
    if wire.starts_with("#/") {
        return true;
    }
    [".yaml#/", ".yml#/", ".json#/"]
        .iter()
        .any(|ending| wire.contains(ending))
}

/// What stands at a pointer.
fn kind(pointer: &str) -> &'static str {
    const COMPONENTS: [(&str, &str); 5] = [
        ("#/components/parameters/", "parameter"),
        ("#/components/responses/", "response"),
        ("#/components/requestBodies/", "body"),
        ("#/components/headers/", "header"),
        // One of two types of a schema, for requests.
        ("#/sent/", "sent"),
    ];
    if pointer.ends_with("/required") && !pointer.ends_with("/properties/required") {
        return "fields";
    }
    let mut components = COMPONENTS.iter();
    let found = components.find(|(start, _)| pointer.starts_with(start));
    found.map_or("inline", |(_, kind)| kind)
}

/// The style in which a wire name is written, as an ending; empty where it has none of its own.
pub(super) fn spelling(wire: &str) -> &'static str {
    if is_pointer(wire) {
        return kind(wire);
    }
    let has = |test: fn(char) -> bool| wire.chars().any(test);
    let (upper, lower) = (has(char::is_uppercase), has(char::is_lowercase));
    if wire.contains('/') {
        "path"
    } else if wire.contains('_') {
        match (upper, lower) {
            (false, _) => "snake",
            (true, false) => "screaming",
            (true, true) => "mixed",
        }
    } else if wire.contains('-') {
        if upper { "train" } else { "kebab" }
    } else if wire.contains('.') {
        "dotted"
    } else if has(char::is_whitespace) {
        "spaced"
    } else if upper && !lower {
        "upper"
    } else if lower && !upper {
        "lower"
    } else if wire.starts_with(char::is_lowercase) {
        "camel"
    } else if wire.starts_with(char::is_uppercase) {
        "pascal"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles() {
        for (wire, expect) in [
            ("foo_bar", "snake"),
            ("FOO_BAR", "screaming"),
            ("Foo_Bar", "mixed"),
            ("foo-bar", "kebab"),
            ("Foo-Bar", "train"),
            ("foo bar", "spaced"),
            ("FooBar", "pascal"),
            ("fooBar", "camel"),
            ("a/b_c", "path"),
            ("#/components/schemas/A/required", "fields"),
            ("#/components/responses/A", "response"),
            ("pets.yaml#/A", "inline"),
            ("1", ""),
        ] {
            assert_eq!(spelling(wire), expect, "{wire}");
        }
    }
}
