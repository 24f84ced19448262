//! What is said to those whose build script says something of a document that does not hold. What
//! it can say is in `specs/features/overrides.yaml`.

use restitch_build::diag::Grade;
use restitch_build::{Builder, configure};

const DOCUMENT: &str = "\
openapi: 3.1.0
info: { title: Overrides, version: '1' }
paths:
  /pets:
    get: { operationId: list, tags: [pets], responses: { '204': { description: Done } } }
    put: { operationId: put, tags: [pets], responses: { '204': { description: Done } } }
components:
  schemas:
    Pet: { type: object, properties: { name: { type: string }, 'Name': { type: string } } }
    Owner: { type: object, properties: { pet: { $ref: '#/components/schemas/Pet' } } }
    Id: { type: string }
    Unused: { type: object, properties: { a: { type: string } } }
";

fn check(builder: &Builder, expect: &[&str]) {
    let report = builder.check_text("pets.yaml", DOCUMENT).unwrap();
    let lines: Vec<String> = report.lines(Grade::Fault).map(|(_, line)| line).collect();
    let expect: Vec<String> = expect
        .iter()
        .map(|line| format!("pets.yaml: error[E0019]: {line}"))
        .collect();
    assert_eq!(lines, expect);
    assert_eq!(report.api().is_none(), !expect.is_empty());
}

#[test]
fn what_is_not_there_is_said_with_what_is_near() {
    check(
        &configure().rename("Pett", "Animal"),
        &[
            "`rename(\"Pett\", \"Animal\")` names nothing in the document; help: did you mean `#/components/schemas/Pet`?",
        ],
    );
    check(
        &configure().replace_type("#/components/schema/Pet", "crate::Pet"),
        &[
            "`replace_type(\"#/components/schema/Pet\", \"crate::Pet\")` names nothing in the document; help: did you mean `#/components/schemas/Pet`?",
        ],
    );
    check(
        &configure().rename("#/tags/pet", "animals"),
        &[
            "`rename(\"#/tags/pet\", \"animals\")` has no effect: no type (a name that begins with upper case) and nothing else (with lower case) is called by it",
        ],
    );
}

#[test]
fn operations_are_named_as_people_call_them() {
    for of in ["list", "GET /pets", "#/paths/~1pets/get"] {
        let report = configure()
            .rename(of, "all")
            .check_text("pets.yaml", DOCUMENT);
        let outline = restitch_build::outline::outline(report.unwrap().api().unwrap());
        assert!(outline.contains("fn pets/all()"), "{of}: {outline}");
    }
    check(
        &configure().rename("lists", "all"),
        &["`rename(\"lists\", \"all\")` names nothing in the document; help: did you mean `list`?"],
    );
    check(
        &configure().rename("Pett", "all"),
        &[
            "`rename(\"Pett\", \"all\")` names nothing in the document; help: did you mean `#/components/schemas/Pet`?",
        ],
    );
    let twice = DOCUMENT.replace("operationId: put", "operationId: list");
    let report = configure()
        .rename("list", "all")
        .check_text("pets.yaml", &twice);
    let lines: Vec<String> = report
        .unwrap()
        .lines(Grade::Error)
        .map(|(_, line)| line)
        .collect();
    assert_eq!(
        lines,
        [
            "pets.yaml: error[E0019]: `rename(\"list\", \"all\")`: 2 operations have this id; help: name one by method and path: `GET /pets`"
        ]
    );
}

#[test]
fn what_has_no_name_is_said() {
    for of in ["#/info", "#/paths/~1pets", "#/paths/~1pets/get"] {
        let name = if of.ends_with("get") {
            "Fetch"
        } else {
            "fetch"
        };
        check(
            &configure().rename(of, name),
            &[&format!(
                "`rename({of:?}, {name:?})` has no effect: no type (a name that begins with upper case) and nothing else (with lower case) is called by it"
            )],
        );
    }
    check(
        &configure().derive("Id", "Eq"),
        &["`derive(\"Id\", \"Eq\")` has no effect: no struct and no enum is generated for it"],
    );
}

#[test]
fn names_and_paths_are_checked() {
    check(
        &configure().rename("Pet", "An Animal"),
        &[
            "`rename(\"Pet\", \"An Animal\")`: `An Animal` is no identifier: it begins with a letter, letters, digits and `_` follow",
        ],
    );
    check(
        &configure().rename("Pet", "Option"),
        &[
            "`rename(\"Pet\", \"Option\")`: `Option` is a word that Rust or the generated code needs itself",
        ],
    );
    check(
        &configure().replace_type("Pet", "Pet"),
        &[
            "`replace_type(\"Pet\", \"Pet\")`: `Pet` is not a path: it has no `::`; for your own write `crate::Pet`",
        ],
    );
    check(
        &configure().derive("*", "Clone"),
        &[
            "`derive(\"*\", \"Clone\")`: `Clone` is not a path: every generated type has `Clone` already",
        ],
    );
}

#[test]
fn a_name_that_something_else_has_names_both() {
    check(
        &configure().rename("Pet", "Owner"),
        &[
            "`rename(\"Pet\", \"Owner\")`: `#/components/schemas/Owner` is called so too; help: give that another name as well",
        ],
    );
    check(
        &configure().rename("#/paths/~1pets/get", "put"),
        &[
            "`rename(\"#/paths/~1pets/get\", \"put\")`: `#/paths/~1pets/put` is called so too; help: give that another name as well",
        ],
    );
    check(
        &configure()
            .rename("Pet", "Animal")
            .rename("Owner", "Animal"),
        &[
            "`rename(\"Pet\", \"Animal\")`: `#/components/schemas/Owner` is called so too; help: give that another name as well",
        ],
    );
    // They may change places.
    check(
        &configure().rename("Pet", "Owner").rename("Owner", "Pet"),
        &[],
    );
}

#[test]
fn what_is_named_after_it_follows() {
    let outline = |builder: &Builder| {
        let report = builder.check_text("pets.yaml", DOCUMENT).unwrap();
        restitch_build::outline::outline(report.api().unwrap())
    };
    let renamed = outline(&configure().rename("Pet", "Animal"));
    assert!(
        renamed.contains("field types::Owner.pet: Option<types::Animal>"),
        "{renamed}"
    );
    // A name that was freed goes to who was kept from it.
    let freed = outline(&configure().rename("#/components/schemas/Pet/properties/name", "called"));
    assert!(
        freed.contains("Pet.name: Option<String> = \"Name\""),
        "{freed}"
    );
    let replaced = outline(&configure().replace_type("Unused", "crate::Unused"));
    assert!(!replaced.contains("Unused"), "{replaced}");
}
