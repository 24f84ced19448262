//! Generates typed HTTP API clients from `OpenAPI` documents, from a build script.

pub mod diag;
pub mod emit;
pub mod format;
pub mod ir;
pub mod outline;
pub mod tree;
