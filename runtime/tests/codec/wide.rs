//! More fields than a word has bits, by a table written by hand.

use std::sync::OnceLock;

use restitch::codec::{Empty, Field, FieldInfo, Visit};
use restitch::json;

const WIDTH: usize = 200;

#[derive(Debug)]
struct Wide(Vec<i64>);

impl Empty for Wide {
    fn empty() -> Self {
        Self(vec![0; WIDTH])
    }
}

impl Field for Wide {
    fn show(&self, visit: &mut dyn Visit) {
        static FIELDS: OnceLock<Vec<FieldInfo>> = OnceLock::new();
        let fields = FIELDS.get_or_init(|| {
            let name = |i| &*format!(",\"f{i}\":").leak();
            (0..WIDTH).map(|i| FieldInfo::new(name(i), true)).collect()
        });
        let values = self.0.iter().map(|value| value as &dyn Field);
        visit.record("Wide", fields, &values.collect::<Vec<_>>());
    }

    fn slot(&mut self, index: usize) -> &mut dyn Field {
        match index {
            0..WIDTH => &mut self.0[index],
            _ => self,
        }
    }
}

/// An object of the fields that `keep` lets through, backwards: no field is where it is expected.
fn object(keep: impl Fn(usize) -> bool) -> String {
    let fields = (0..WIDTH).rev().filter(|i| keep(*i));
    let entries: Vec<_> = fields.map(|i| format!("\"f{i}\":{i}")).collect();
    format!("{{{}}}", entries.join(","))
}

#[test]
fn in_any_order() {
    let wide: Wide = json::from_str(&object(|_| true)).unwrap();
    assert!(wide.0.iter().copied().eq(0..200));
    let again: Wide = json::from_str(&json::to_string(&wide).unwrap()).unwrap();
    assert_eq!(again.0, wide.0);
}

#[test]
fn each_field_is_missed() {
    for missing in 0..WIDTH {
        let error = json::from_str::<Wide>(&object(|i| i != missing)).unwrap_err();
        assert_eq!(
            error.message(),
            format!("the required field `f{missing}` is missing")
        );
    }
}

#[test]
fn each_field_is_known_to_come_twice() {
    for twice in 0..WIDTH {
        let text = object(|_| true).replace('}', &format!(",\"f{twice}\":0}}"));
        let error = json::from_str::<Wide>(&text).unwrap_err();
        assert_eq!(error.message(), "the field comes twice");
        assert_eq!(error.path(), format!("$.f{twice}"));
    }
}
