//! Where swagger-client and `docs/bodies.md` are known to differ. An excuse that is of no use fails.

use restitch_oracle_tests::Value;

use crate::ours::{Cell, Way};

/// Cases in which the oracle may differ, and why it is the one that is wrong.
pub(crate) struct Excuse {
    pub(crate) why: &'static str,
    pub(crate) holds: fn(Cell, &Value) -> bool,
}

pub(crate) const EXCUSES: &[Excuse] = &[
    Excuse {
        why: "it fails at null, or writes it as text; it is undefined",
        holds: |cell, value| {
            *value == Value::Null && cell.way != Way::Json
                || cell.way.is_style() && value.has_null()
        },
    },
    Excuse {
        why: "it writes a list in one; each item is a value (OpenAPI 3.0.4, Encoding Object)",
        holds: |cell, value| !cell.way.is_style() && matches!(value, Value::List(_)),
    },
    Excuse {
        why: "a string is JSON with its quotation marks",
        holds: |cell, value| cell.way == Way::Json && value.text().is_some(),
    },
    Excuse {
        why: "it gives JSON no media type; the default of an object is application/json",
        holds: |cell, value| {
            cell.multipart && cell.way == Way::Default && matches!(value, Value::Object(_))
        },
    },
    Excuse {
        why: "it writes a list or object without members as an empty one; it is undefined",
        holds: |cell, value| cell.way.is_style() && value.is_composite() && value.is_undefined(),
    },
    Excuse {
        why: "it writes the members of an object with commas in other styles too",
        holds: |cell, value| {
            matches!(cell.way, Way::Space | Way::Pipe) && matches!(value, Value::Object(_))
        },
    },
    Excuse {
        why: "it lets a value have the delimiter in it; that is refused",
        holds: |cell, value| {
            let delimiter = match cell.way {
                Way::Space => ' ',
                Way::Pipe => '|',
                _ => return false,
            };
            value.is_composite() && value.texts().iter().any(|text| text.contains(delimiter))
        },
    },
    Excuse {
        why: "it takes a string that is JSON for what that says",
        holds: |cell, value| {
            let is_json = |text: &str| serde_json::from_str::<serde_json::Value>(text).is_ok();
            let members = value.members();
            let mut texts = members.iter().filter_map(|member| member.text());
            cell.way.is_style() && texts.any(is_json)
        },
    },
    Excuse {
        why: "it leaves the delimiter of a part percent-encoded; parts have no encoding",
        holds: |cell, value| {
            cell.multipart && cell.way == Way::Space && matches!(value, Value::List(_))
        },
    },
    Excuse {
        why: "it has no index for the items of a deep list",
        holds: |cell, value| cell.way == Way::Deep && matches!(value, Value::List(_)),
    },
];
