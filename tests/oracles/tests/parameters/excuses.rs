//! Where an oracle and `docs/parameters.md` are known to differ. An excuse that is of no use fails.

use restitch_oracle_tests::Value;

use crate::ours::Cell;

/// Cases in which an oracle may differ, and why it is the one that is wrong.
pub(crate) struct Excuse {
    pub(crate) why: &'static str,
    pub(crate) holds: fn(Cell, &Value) -> bool,
}

const MATRIX_EMPTY: Excuse = Excuse {
    why: "an empty member of an exploded matrix has no `=` (RFC 6570, section 3.2.1)",
    holds: |cell, value| {
        cell.style == "matrix" && cell.explode && value.is_composite() && value.has_empty()
    },
};

pub(crate) const URITEMPLATE: &[Excuse] = &[
    MATRIX_EMPTY,
    Excuse {
        why: "undefined members are left out (section 2.4.2); it writes `None`",
        holds: |_, value| value.has_null(),
    },
    Excuse {
        why: "it encodes nothing of a value with a `%` in it (section 3.2.3)",
        holds: |cell, value| cell.reserved && value.texts().iter().any(|text| text.contains('%')),
    },
];

pub(crate) const URL_TEMPLATE: &[Excuse] = &[
    MATRIX_EMPTY,
    Excuse {
        why: "a list or object without members is undefined (section 2.3)",
        holds: |cell, value| {
            matches!(cell.style, "matrix" | "form")
                && !cell.explode
                && value.is_composite()
                && value.is_undefined()
        },
    },
    Excuse {
        why: "it encodes nothing around a `%` that only one digit follows (section 3.2.3)",
        holds: |cell, value| {
            let digit = |after: &str| after.starts_with(|c: char| c.is_ascii_hexdigit());
            cell.reserved && value.texts().iter().any(|text| strays(text).any(digit))
        },
    },
];

pub(crate) const SWAGGER_CLIENT: &[Excuse] = &[
    Excuse {
        why: "it leaves out an empty string in a query",
        holds: |cell, value| cell.place == "query" && value.text() == Some(""),
    },
    Excuse {
        why: "it writes undefined members as empty ones",
        holds: |cell, value| cell.style != "json" && value.has_null(),
    },
    Excuse {
        why: "it writes lists and objects without members as empty values",
        holds: |cell, value| {
            cell.style != "json" && value.is_composite() && value.members().is_empty()
        },
    },
    Excuse {
        why: "it does not encode keys of objects in paths",
        holds: |cell, value| {
            let strange = |key: &&str| {
                key.contains(|c: char| !(c.is_ascii_alphanumeric() || "-._~".contains(c)))
            };
            cell.place == "path" && value.keys().iter().any(strange)
        },
    },
    Excuse {
        why: "it separates a label that is not exploded by dots, as OpenAPI 3.0.3 did",
        holds: |cell, value| cell.style == "label" && !cell.explode && value.is_composite(),
    },
    Excuse {
        why: "it writes `;v=` of an empty value of a matrix",
        holds: |cell, value| cell.style == "matrix" && value.has_empty(),
    },
    Excuse {
        why: "it encodes only what a cookie has no place for, and so not `%` itself",
        holds: |cell, value| {
            let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
            let text = value.text().unwrap_or_default();
            cell.place == "cookie" && cell.style == "form" && !text.chars().all(plain)
        },
    },
    Excuse {
        why: "it encodes the commas of a cookie, and of one that is exploded everything",
        holds: |cell, value| cell.place == "cookie" && cell.style == "form" && value.is_composite(),
    },
    Excuse {
        why: "it separates members of an object by commas whatever the style",
        holds: |cell, value| {
            matches!(cell.style, "spaceDelimited" | "pipeDelimited")
                && !cell.explode
                && matches!(value, Value::Object(_))
        },
    },
    Excuse {
        why: "it has no deep lists",
        holds: |cell, value| cell.style == "deepObject" && matches!(value, Value::List(_)),
    },
    Excuse {
        why: "it encodes what is encoded, and lets `#`, `[`, `]` and reserved characters of keys pass",
        holds: |cell, value| {
            let strange = |text: &&str| text.contains(['%', '#', '[', ']']);
            cell.reserved && (value.texts().iter().any(strange) || !value.keys().is_empty())
        },
    },
    Excuse {
        why: "it sends a string as JSON without quotation marks, and `null` as nothing",
        holds: |cell, value| cell.style == "json" && matches!(value, Value::Text(_) | Value::Null),
    },
    Excuse {
        why: "it takes the quotation marks off strings in JSON that are JSON themselves",
        holds: |cell, value| {
            let is_json = |member: &&Value| {
                let Value::Text(text) = member else {
                    return false;
                };
                serde_json::from_str::<serde_json::Value>(text).is_ok()
            };
            cell.style == "json" && value.is_composite() && value.members().iter().any(is_json)
        },
    },
    Excuse {
        why: "it leaves JSON in a cookie half encoded",
        holds: |cell, value| cell.style == "json" && cell.place == "cookie" && value.is_composite(),
    },
    Excuse {
        why: "it sends JSON in a header as it is, beyond ASCII too",
        holds: |cell, value| {
            let strange = |text: &&str| text.contains(|c: char| !matches!(c, ' '..='~'));
            cell.style == "json" && cell.place == "header" && value.texts().iter().any(strange)
        },
    },
];

/// What follows each `%` that encodes nothing.
fn strays(text: &str) -> impl Iterator<Item = &str> {
    let encodes = |after: &&str| matches!(after.as_bytes(), [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    text.split('%').skip(1).filter(move |after| !encodes(after))
}
