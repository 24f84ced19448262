//! Calls of the `AutoRest` test server, document by document; the server counts what it liked.
//!
//! `.ci/run autorest` starts the server and sets `AUTOREST_SERVER` and `AUTOREST_DOCUMENTS`.

#![cfg_attr(not(documents), allow(dead_code, unused_imports, unused_macros))]

mod poller;
mod suite;

#[cfg(not(documents))]
#[test]
#[allow(clippy::print_stderr)] // Said to whoever runs the tests.
fn the_server_is_called() {
    eprintln!("skipped: AUTOREST_DOCUMENTS names no folder; `.ci/run autorest` fetches it");
}

#[cfg(documents)]
mod documents;
