use crate::tree::{Tree, Value};

/// The minor version of `OpenAPI` that a document says it is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    /// 3.0: its own dialect of schemas.
    V30,
    /// 3.1: JSON Schema 2020-12.
    V31,
    /// 3.2: more kinds of objects, the same schemas.
    V32,
}

impl Version {
    /// The root's; 3.1 where it says nothing that is known, since that reads most.
    pub(super) fn of(tree: &Tree) -> Self {
        let text = match tree.root().and_then(|root| root.get("openapi")) {
            Some(node) => match &node.value {
                Value::String(text) | Value::Number(text) => text.as_str(),
                _ => "",
            },
            None => "",
        };
        let mut parts = text.split('.');
        match (parts.next(), parts.next()) {
            (Some("3"), Some("0")) => Self::V30,
            (Some("3"), Some("2")) => Self::V32,
            _ => Self::V31,
        }
    }

    /// As diagnostics say it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::V30 => "OpenAPI 3.0",
            Self::V31 => "OpenAPI 3.1",
            Self::V32 => "OpenAPI 3.2",
        }
    }
}
