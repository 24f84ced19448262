//! Mistakes that `cases.yaml` lists.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::whole::{holds_witness, put, whole};
use crate::{Bad, Text, classes};

pub(crate) fn all() -> Vec<Bad> {
    let listed: BTreeMap<String, Vec<Value>> =
        serde_yaml::from_str(include_str!("cases.yaml")).expect("a list of mistakes");
    let bad = |(class, cases): (String, Vec<Value>)| {
        let class = classes::named(&class);
        cases.into_iter().map(move |case| bad(class, &case))
    };
    listed.into_iter().flat_map(bad).collect()
}

fn bad(class: &'static str, case: &Value) -> Bad {
    let text = |key: &str| {
        case[key]
            .as_str()
            .unwrap_or_else(|| panic!("no `{key}` in {case}"))
    };
    let at = text("at");
    let mut document = whole();
    if let Value::String(version) = &case["version"] {
        put(&mut document, "/openapi", version.as_str().into());
    }
    put(&mut document, at, case["value"].clone());
    for (pointer, value) in case["also"].as_object().into_iter().flatten() {
        put(&mut document, pointer, value.clone());
    }
    Bad {
        class,
        name: format!("{at} {}", case["value"]),
        text: Text::Text(serde_yaml::to_string(&document).expect("a document")),
        code: text("code").split(' ').map(str::to_owned).collect(),
        at: Some(case["find"].as_str().unwrap_or(at).to_owned()),
        keeps: !holds_witness(at),
    }
}
