//! Generates typed HTTP API clients from `OpenAPI` documents, from a build script.
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), restitch_build::Error> {
//!     restitch_build::configure().compile("specs/chaser.yaml")
//! }
//! ```
//!
//! The client is included by `restitch::include_client!()`. A test of one's own can hold on to
//! what the document gives: [`outline()`] has one line a public item, and `generate_to_string`
//! (feature `pretty`) is the code.
//!
//! What a report is made of is public: [`diag`] and, for tools, the client as data ([`ir`]) and its
//! [`outline`](mod@outline). The stages are modules too, in the order in which `generate` names
//! them; they are hidden, since nothing is promised of them.

#[doc(hidden)]
pub mod choose;
#[doc(hidden)]
pub mod convert;
pub mod diag;
#[doc(hidden)]
pub mod emit;
#[doc(hidden)]
pub mod format;
#[doc(hidden)]
pub mod grammar;
pub mod ir;
#[cfg(feature = "tools")]
pub mod ledger;
pub mod load;
#[doc(hidden)]
pub mod lower;
#[doc(hidden)]
pub mod naming;
pub mod outline;
#[doc(hidden)]
#[cfg(feature = "overlay")]
pub mod overlay;
#[doc(hidden)]
pub mod resolve;
#[doc(hidden)]
pub mod translate;
pub mod tree;
pub mod write;

mod builder;
mod cargo;
mod config;
mod declared;
mod error;
mod fixes;
mod formats;
mod generate;
mod levels;
mod order;
mod report;

pub use builder::{Builder, configure};
pub use declared::Declared;
pub use error::Error;
pub use formats::{Dates, Format};
pub use load::Limits;
pub use openapiv3;
pub use report::Report;

use std::path::Path;

/// The public surface of a document's client, one line an item, for a snapshot test.
///
/// # Errors
/// The document was refused; the message holds the diagnostics.
pub fn outline(spec: impl AsRef<Path>) -> Result<String, Error> {
    configure().outline(spec)
}

/// The code of a document's client, formatted for people, for a snapshot test.
///
/// # Errors
/// The document was refused; the message holds the diagnostics.
#[cfg(feature = "pretty")]
pub fn generate_to_string(spec: impl AsRef<Path>) -> Result<String, Error> {
    configure().generate_to_string(spec)
}
