//! Instances of the schemas of a document, made at random, and whether an instance is valid.

pub mod json;
mod judge;
mod maker;
mod text;

pub use judge::{Dialect, Judge, escaped, wrong};
pub use maker::{Maker, Only};
