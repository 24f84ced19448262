//! The runtime of HTTP API clients that `restitch-build` generates from `OpenAPI` documents.

#[doc(hidden)]
#[path = "v1.rs"]
pub mod __v1;
pub mod codec;
pub mod json;

pub use codec::{IntoNullable, IntoSet, Json, Map, Null, Number};
