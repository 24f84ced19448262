//! The same type by `Record` and by `serde_derive`: each must read what the other writes.

use std::collections::BTreeMap;

use proptest::option::of;
use proptest::prelude::*;
use restitch::{Json, json};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::generate::{finite, string, value};
use crate::types::{Color, Everything};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Twin {
    pub(crate) id: String,
    pub(crate) parent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) flag: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) small: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) size: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ratio: Option<f64>,
    #[serde(
        default,
        deserialize_with = "some",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) any: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) colors: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) holes: Option<Vec<Option<i64>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) child: Option<Box<Twin>>,
    #[serde(
        rename = "a note",
        default,
        deserialize_with = "some",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) note: Option<Option<String>>,
}

/// What stands there, `null` too, is `Some`.
fn some<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(
    d: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(d).map(Some)
}

pub(crate) fn twin() -> impl Strategy<Value = Twin> {
    let scalars = (
        of(any::<bool>()),
        of(any::<i32>()),
        of(any::<i64>()),
        of(any::<u64>()),
        of(finite()),
        of(value()),
    );
    let color = prop_oneof![
        Just("red".to_owned()),
        Just("dark-blue".to_owned()),
        string()
    ];
    let colors = of(prop::collection::vec(color, 0..4));
    let holes = of(prop::collection::vec(of(any::<i64>()), 0..4));
    let labels = of(prop::collection::btree_map(string(), string(), 0..4));
    let leaf = (
        string(),
        of(string()),
        scalars,
        colors,
        holes,
        labels,
        of(of(string())),
    );
    let leaf = leaf.prop_map(|(id, parent_id, scalars, colors, holes, labels, note)| {
        let (flag, small, count, size, ratio, any) = scalars;
        let child = None;
        Twin {
            id,
            parent_id,
            flag,
            small,
            count,
            size,
            ratio,
            any,
            colors,
            holes,
            labels,
            child,
            note,
        }
    });
    leaf.prop_recursive(3, 4, 1, |inner| {
        (inner.clone(), inner).prop_map(|(outer, child)| Twin {
            child: Some(Box::new(child)),
            ..outer
        })
    })
}

/// Field by field, not by the text of either.
fn same(ours: &Everything, twin: &Twin) -> bool {
    let colors = |c: &Vec<Color>| c.iter().map(|c| c.as_str().to_owned()).collect::<Vec<_>>();
    let any = |json: &Json| json.deserialize::<Value>().unwrap();
    ours.id == twin.id
        && ours.parent == twin.parent_id
        && ours.flag == twin.flag
        && ours.small == twin.small
        && ours.count == twin.count
        && ours.size == twin.size
        && ours.ratio == twin.ratio
        && ours.any.as_ref().map(any) == twin.any
        && ours.colors.as_ref().map(colors) == twin.colors
        && ours.holes == twin.holes
        && ours
            .labels
            .as_ref()
            .map(|map| map.iter().collect::<Vec<_>>())
            == twin
                .labels
                .as_ref()
                .map(|map| map.iter().map(|(k, v)| (k.as_str(), v)).collect())
        && ours.note == twin.note
        && match (&ours.child, &twin.child) {
            (None, None) => true,
            (Some(ours), Some(twin)) => same(ours, twin),
            _ => false,
        }
}

/// Twins are large: a quarter of the usual cases shows as much.
fn fewer() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig::with_cases(config.cases / 4)
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn each_reads_what_the_other_writes(twin in twin()) {
        let ours: Everything = json::from_str(&serde_json::to_string(&twin).unwrap()).unwrap();
        prop_assert!(same(&ours, &twin), "{ours:?}");
        let back: Twin = serde_json::from_str(&json::to_string(&ours).unwrap()).unwrap();
        prop_assert_eq!(back, twin);
    }

    #[test]
    fn through_serde_both_ways(twin in twin()) {
        let value = serde_json::to_value(&twin).unwrap();
        let ours: Everything = serde_json::from_value(value.clone()).unwrap();
        prop_assert!(same(&ours, &twin), "{ours:?}");
        prop_assert_eq!(serde_json::to_value(&ours).unwrap(), value);
    }

    /// One field has a value of a random kind: both refuse it, or both read the same.
    #[test]
    fn the_same_values_are_refused(twin in twin(), field in any::<prop::sample::Index>(), odd in value()) {
        let mut value = serde_json::to_value(&twin).unwrap();
        let entries = value.as_object_mut().unwrap();
        let key = field.get(&entries.keys().cloned().collect::<Vec<_>>()).clone();
        entries.insert(key, odd);
        let text = value.to_string();
        match (json::from_str::<Everything>(&text), serde_json::from_str::<Twin>(&text)) {
            (Ok(ours), Ok(twin)) => prop_assert!(same(&ours, &twin), "{ours:?}"),
            (Err(_), Err(_)) => {}
            // `1.0` is an integer for us.
            (Ok(_), Err(e)) if e.to_string().starts_with("invalid type: floating point") => {}
            (ours, twin) => prop_assert!(false, "{ours:?} {twin:?}"),
        }
    }
}
