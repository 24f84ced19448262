use std::fs;

use serde_json::Value;

use super::instance::Instances;
use super::subject::Subject;
use crate::Result;

/// Values of a type: the document's own examples where `examples` names them, else made up.
pub(super) fn payload(subject: &Subject, ty: &str, examples: &str) -> Result<Vec<Value>> {
    if examples.is_empty() {
        let mut instances = Instances::new(&subject.api);
        return Ok((0..200).map(|_| instances.of(ty)).collect());
    }
    let document: Value = serde_json::from_str(&fs::read_to_string(&subject.document)?)?;
    let example = document.pointer(&format!("/components/examples/{examples}/value"));
    match example {
        Some(Value::Array(values)) => Ok(values.clone()),
        Some(value) => Ok(vec![value.clone()]),
        None => Err(format!("the document has no example {examples}").into()),
    }
}
