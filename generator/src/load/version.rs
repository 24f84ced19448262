use crate::diag::{Code, Diagnostic, Grade, Sink, clip};
use crate::tree::{FileId, Node, Pointer, Tree, Value};

/// Whether the root is an `OpenAPI` document of a version that is read, 3.0 to 3.2; the sink has
/// the reason where it is not. Swagger 2.0 is left to `convert`.
pub(super) fn check(tree: &mut Tree, sink: &mut Sink) -> bool {
    let Some(root) = tree.files.first_mut().map(|file| &mut file.root) else {
        return false;
    };
    let is_swagger = root.is_swagger();
    let found = check_root(root);
    let is_read = found.as_ref().is_none_or(|d| d.grade() != Grade::Error);
    if let Some(diagnostic) = found.filter(|_| !is_swagger) {
        sink.push(diagnostic);
    }
    is_read
}

fn check_root(root: &mut Node) -> Option<Diagnostic> {
    let (at, kind) = (root.at, root.kind());
    let error = |code, message: String, help| {
        let pointer = Pointer::root(FileId::default());
        Some(Diagnostic::new(code, message, pointer, Some(at)).help(help))
    };
    let Some(map) = root.as_map_mut() else {
        let message = format!("the document is {kind}, not a mapping");
        let help = "an OpenAPI document starts with `openapi: 3.1.0`, `info:` and `paths:`";
        return error(Code::NOT_A_MAPPING, message, help);
    };
    let is_async = map.has("asyncapi");
    if let Some(version) = map.get_mut("openapi") {
        return check_version(version);
    }
    let help = if is_async {
        "this is an AsyncAPI document; only OpenAPI is read"
    } else {
        "say which version it is: `openapi: 3.1.0`"
    };
    let message = "the document has no `openapi` field".to_owned();
    error(Code::NO_VERSION, message, help)
}

/// Checks the value of `openapi`. `openapi: 3.1`, a number, is a fault: its meaning is clear, so
/// it is made the string that belongs there.
fn check_version(node: &mut Node) -> Option<Diagnostic> {
    let (at, kind) = (node.at, node.kind());
    let found = |code, message: String, help: &str| {
        let pointer = Pointer::root(FileId::default()).child("openapi");
        Some(Diagnostic::new(code, message, pointer, Some(at)).help(help))
    };
    let (Value::String(text) | Value::Number(text)) = &node.value else {
        let message = format!("`openapi` is {kind}, not a version");
        return found(Code::UNKNOWN_VERSION, message, "write `openapi: 3.1.0`");
    };
    if !is_read(text) {
        let message = format!("OpenAPI `{}` is not a version that is read", clip(text));
        let help = match text.as_str() {
            "3" => "3.0, 3.1 and 3.2 are read: write `openapi: 3.1.0`, or which of them it is",
            _ => "3.0, 3.1 and 3.2 are read",
        };
        return found(Code::UNKNOWN_VERSION, message, help);
    }
    if matches!(node.value, Value::String(_)) {
        return None;
    }
    let text = format!("{text}.0");
    let help = format!("write `openapi: {text}`");
    node.value = Value::String(text);
    let message = "`openapi` is a number, where a string belongs".to_owned();
    found(Code::WRONG_TYPE, message, &help)
}

/// `3.0`, `3.1.1`, `3.2.0-rc2`: the last number and what follows say nothing of the format.
fn is_read(version: &str) -> bool {
    ["3.0", "3.1", "3.2"].iter().any(|minor| {
        let patch = version.strip_prefix(minor);
        patch.is_some_and(|patch| patch.is_empty() || patch.starts_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_3_0_and_3_1() {
        for version in ["3.0", "3.0.3", "3.1", "3.1.1", "3.1.0-rc1", "3.2.0"] {
            assert!(is_read(version), "{version}");
        }
        for version in ["", "2.0", "3", "3.3.0", "3.10.0", "4.0.0", "v3.0.0"] {
            assert!(!is_read(version), "{version}");
        }
    }
}
