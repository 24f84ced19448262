//! Answers of Prism's that a client did not read. It makes them of the document's examples, some of
//! which are none of the document's own schemas: `jsonschema` says which, and where.

use restitch_instances::{Judge, wrong};
use serde_json::Value;

use crate::pointers;

/// The judge of a document's answers.
pub(crate) struct Replies {
    judge: Judge,
}

impl Replies {
    pub(crate) fn new(judge: Judge) -> Self {
        Self { judge }
    }

    /// Whether an answer is not what the document describes, at the place where the client stopped
    /// or below it. What is wrong elsewhere says nothing of the client.
    pub(crate) fn is_wrong(&self, operation: &Value, status: u64, line: &Value) -> bool {
        let Some(path) = line["path"].as_str() else {
            return false;
        };
        self.places(operation, status, line["body"].as_str().unwrap_or_default())
            .is_some_and(|places| places.iter().any(|place| is_below(place, path)))
    }

    /// Where a body is wrong; `None` where that can't be said.
    fn places(&self, operation: &Value, status: u64, body: &str) -> Option<Vec<String>> {
        let body: Value = serde_json::from_str(body).ok()?;
        let answers = operation["answers"].as_array()?;
        let keys = [
            status.to_string(),
            format!("{}XX", status / 100),
            "default".to_owned(),
        ];
        let found = keys.iter().find_map(|key| {
            let mut answers = answers.iter();
            answers.find(|answer| answer["status"].as_str() == Some(key))
        });
        let schema = pointers::schema(&self.judge.root, found?["pointer"].as_str()?)?;
        let validator = self.judge.of(&schema).ok()?;
        let wrong = wrong(&validator, &body);
        Some(wrong.iter().map(|pointer| path(pointer)).collect())
    }
}

/// A pointer, written as the paths of the client's errors are: `/a/0/b-c` as `$.a[0]["b-c"]`.
fn path(pointer: &str) -> String {
    let step = |key: &str| {
        let key = key.replace("~1", "/").replace("~0", "~");
        let simple = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        match key.as_bytes().first() {
            Some(b'0'..=b'9') if key.bytes().all(|b| b.is_ascii_digit()) => format!("[{key}]"),
            Some(first) if simple && !first.is_ascii_digit() => format!(".{key}"),
            _ => format!("[{key:?}]"),
        }
    };
    let steps = pointer.split('/').skip(1).map(step);
    format!("${}", steps.collect::<String>())
}

/// Whether a place is this one, or below it.
fn is_below(place: &str, path: &str) -> bool {
    let below = place.strip_prefix(path);
    below.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_the_client_does() {
        for (pointer, expect) in [
            ("", "$"),
            ("/a/0/b_c", "$.a[0].b_c"),
            ("/b-c/d~1e/", "$[\"b-c\"][\"d/e\"][\"\"]"),
        ] {
            assert_eq!(path(pointer), expect);
        }
    }

    #[test]
    fn what_is_wrong_elsewhere_does_not_count() {
        for path in ["$", "$.a", "$.a[0]"] {
            assert!(is_below("$.a[0]", path), "{path}");
        }
        for path in ["$.b", "$.a[1]", "$.a[0].b", "$.a[0"] {
            assert!(!is_below("$.a[0]", path), "{path}");
        }
        assert!(!is_below("$.ab", "$.a"));
    }
}
