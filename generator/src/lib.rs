//! Generates typed HTTP API clients from `OpenAPI` documents, from a build script.

pub mod diag;
pub mod ir;
pub mod tree;
