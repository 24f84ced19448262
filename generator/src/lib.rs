//! Generates typed HTTP API clients from `OpenAPI` documents, from a build script.

pub mod convert;
pub mod diag;
pub mod emit;
pub mod format;
pub mod grammar;
pub mod ir;
pub mod load;
pub mod lower;
pub mod naming;
pub mod outline;
pub mod overlay;
pub mod resolve;
pub mod translate;
pub mod tree;
