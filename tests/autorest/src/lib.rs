//! Clients of the documents of Microsoft's `AutoRest` test server, where `AUTOREST_DOCUMENTS` names
//! their folder.

#[cfg(documents)]
include!(concat!(env!("OUT_DIR"), "/modules.rs"));
