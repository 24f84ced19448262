//! What 3.0 can't say and `lower` therefore carries in `x-restitch-*` keys, of a schema that is
//! read. Documentation is made of the tree itself.

use indexmap::IndexMap;
use serde_json::Value;

/// What a keyword says that takes a boolean or a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    No,
    Any,
    Schema,
}

fn said(value: &Value) -> Said {
    match value {
        Value::Bool(false) => Said::No,
        Value::Bool(true) => Said::Any,
        _ => Said::Schema,
    }
}

/// Keywords that may describe properties, and of which no type is made.
const CONDITIONS: [&str; 7] = [
    "x-restitch-$dynamicRef",
    "x-restitch-dependencies",
    "x-restitch-dependentSchemas",
    "x-restitch-if",
    "x-restitch-patternProperties",
    "x-restitch-then",
    "x-restitch-else",
];

/// The facts of one object.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    /// `x-restitch-broken`: a keyword that its meaning hangs on is malformed (already reported).
    pub(super) broken: bool,
    /// `x-restitch-ref-siblings`: an `allOf` that `lower` made of a `$ref` and what stood beside it.
    pub(super) ref_siblings: bool,
    /// `x-restitch-types`: more than one type that is not `null`.
    pub(super) several_types: bool,
    /// Which.
    pub(super) types: Vec<String>,
    /// `x-restitch-const`: the one value of `enum` was a `const`.
    pub(super) constant: bool,
    /// `x-restitch-null`: `type: 'null'`, nothing else.
    pub(super) only_null: bool,
    /// `x-restitch-never`: the boolean schema `false`.
    pub(super) never: bool,
    /// `x-restitch-minimum`: a bound of an integer that is not an `i64`.
    pub(super) minimum: Option<f64>,
    /// `x-restitch-maximum`, likewise.
    pub(super) maximum: Option<f64>,
    /// `x-restitch-unevaluatedProperties`: a boolean, or a schema there.
    pub(super) unevaluated: Option<Said>,
    /// Properties may be described by what holds on a condition only: `if`, `dependentSchemas`.
    pub(super) conditional: bool,
    /// `x-restitch-contentEncoding`.
    pub(super) encoding: Option<String>,
    /// `x-restitch-contentMediaType`.
    pub(super) media_type: Option<String>,
    /// How many schemas `x-restitch-prefixItems` has.
    pub(super) prefix: usize,
    /// The keys of `x-restitch-patternProperties`.
    pub(super) patterns: Vec<String>,
}

impl Facts {
    /// From an object's extensions.
    pub(super) fn of(extensions: &IndexMap<String, Value>) -> Self {
        let has = |name: &str| extensions.contains_key(name);
        Self {
            broken: has("x-restitch-broken"),
            ref_siblings: has("x-restitch-ref-siblings"),
            several_types: has("x-restitch-types"),
            types: types(extensions.get("x-restitch-types")),
            constant: has("x-restitch-const"),
            only_null: has("x-restitch-null"),
            never: has("x-restitch-never"),
            minimum: extensions.get("x-restitch-minimum").and_then(Value::as_f64),
            maximum: extensions.get("x-restitch-maximum").and_then(Value::as_f64),
            unevaluated: extensions.get("x-restitch-unevaluatedProperties").map(said),
            conditional: CONDITIONS.iter().any(|key| has(key)),
            encoding: extensions
                .get("x-restitch-contentEncoding")
                .and_then(Value::as_str)
                .map(str::to_owned),
            media_type: extensions
                .get("x-restitch-contentMediaType")
                .and_then(Value::as_str)
                .map(str::to_owned),
            prefix: extensions
                .get("x-restitch-prefixItems")
                .and_then(Value::as_array)
                .map_or(0, Vec::len),
            patterns: extensions
                .get("x-restitch-patternProperties")
                .and_then(Value::as_object)
                .map(|patterns| patterns.keys().cloned().collect())
                .unwrap_or_default(),
        }
    }

    /// What two schemas say that hold at once, types aside.
    pub(super) fn join(&mut self, other: &Self) {
        self.constant |= other.constant;
        self.only_null |= other.only_null;
        self.never |= other.never;
        self.conditional |= other.conditional;
    }
}

fn types(words: Option<&Value>) -> Vec<String> {
    let words = words.and_then(Value::as_array).into_iter().flatten();
    let words = words.filter_map(Value::as_str);
    words.map(str::to_owned).collect()
}
