//! Every state that the request body can be in: it is optional, and each of its two fields can be
//! absent, null or set.

use chaser::types::CreateServiceAccountKeyRequest;
use restitch::Null;

/// Each body as it is written in Rust, and its value; `None` where there is none.
pub(crate) fn states() -> Vec<(&'static str, Option<CreateServiceAccountKeyRequest>)> {
    let new = CreateServiceAccountKeyRequest::new;
    let no_scopes: [&str; 0] = [];
    vec![
        ("no body", None),
        ("new()", Some(new())),
        ("new().name(Null)", Some(new().name(Null))),
        (r#"new().name("deploy")"#, Some(new().name("deploy"))),
        ("new().scopes(Null)", Some(new().scopes(Null))),
        ("new().scopes([])", Some(new().scopes(no_scopes))),
        (
            r#"new().scopes(["keys:read"])"#,
            Some(new().scopes(["keys:read"])),
        ),
        (
            "new().name(Null).scopes(Null)",
            Some(new().name(Null).scopes(Null)),
        ),
    ]
}
