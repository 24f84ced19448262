//! What a diff of two outlines shows.

use std::collections::BTreeSet;

use restitch_build::ir::{Api, Location, Presence, TypeKind};
use restitch_build::outline::outline;

use crate::build::{BOOL, I64, field, operation, optional, parameter, record};
use crate::zoo::zoo;

fn lines(api: &Api) -> BTreeSet<String> {
    outline(api).lines().map(str::to_owned).collect()
}

#[test]
fn another_order_is_the_same_outline() {
    let mut other = zoo();
    other.operations.reverse();
    other.handles.reverse();
    other.types.reverse();
    for handle in &mut other.handles {
        handle.operations.reverse();
    }
    for def in &mut other.types {
        match &mut def.kind {
            TypeKind::Record(record) => record.fields.reverse(),
            TypeKind::StringEnum(string_enum) => string_enum.variants.reverse(),
            TypeKind::ValueEnum(value_enum) => value_enum.variants.reverse(),
            // The order of a tuple's places is what it means.
            TypeKind::Union(union) => union.branches.reverse(),
            TypeKind::Tuple(_) | TypeKind::Alias(_) => {}
        }
    }
    assert_eq!(outline(&other), outline(&zoo()));
    #[cfg(feature = "tools")]
    {
        use restitch_build::outline::outline_json;
        assert_eq!(outline_json(&other), outline_json(&zoo()));
    }
}

#[test]
fn what_is_added_adds_lines_only() {
    let before = lines(&zoo());
    let check = |add: fn(&mut Api), expect: &[&str]| {
        let mut api = zoo();
        add(&mut api);
        let after = lines(&api);
        let added: Vec<_> = after.difference(&before).collect();
        assert_eq!(added, expect);
        assert!(before.is_subset(&after));
    };
    check(
        |api| {
            api.handles[0]
                .operations
                .push(operation("new", "GET", "/n"));
        },
        &["answer pets/new_ 204", "fn pets/new_() -> () = GET \"/n\""],
    );
    check(
        |api| {
            let limit = optional(parameter(Location::Query, "limit", I64));
            api.operations[0].parameters.push(limit);
        },
        &["set ping limit: impl IntoSet<i64> = query \"limit\""],
    );
    check(
        |api| {
            let mut name = field("Tag", "n", Presence::Optional, BOOL);
            name.deprecated = true;
            api.types.push(record("Tag", vec![name]));
        },
        &[
            "field types::Tag.n: Option<bool> = \"n\", deprecated",
            "new types::Tag()",
            "struct types::Tag",
        ],
    );
}

#[test]
fn lines_stay_lines() {
    let api = crate::hostile::hostile();
    let kinds = [
        "api", "server", "security", "fn", "arg", "set", "answer", "auth", "struct", "new", "field",
    ];
    for line in outline(&api).lines() {
        let kind = line.split(' ').next().unwrap_or_default();
        assert!(kinds.contains(&kind), "{line}");
    }
}
