//! Clients of the documents in `specs/features/`, compiled.

include!(concat!(env!("OUT_DIR"), "/modules.rs"));
