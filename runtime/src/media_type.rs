//! The names of media types (RFC 9110, section 8.3.1).

use std::borrow::Cow;

use crate::cut::cut;

/// The type and subtype, without parameters, in lower case.
pub(crate) fn essence(media_type: &str) -> Cow<'_, str> {
    let essence = cut(media_type, b';').map_or(media_type, |(essence, _)| essence);
    let essence = essence.trim_ascii();
    if essence.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return essence.to_ascii_lowercase().into();
    }
    essence.into()
}

/// Whether an [`essence`] is `application/json`, or `.../...+json`.
pub(crate) fn is_json(essence: &str) -> bool {
    matches!(essence, "application/json" | "text/json")
        || (essence.contains('/') && essence.ends_with("+json"))
}
