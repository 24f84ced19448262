//! Clients of the documents in `specs/features/`, compiled.

pub mod money;

include!(concat!(env!("OUT_DIR"), "/modules.rs"));
