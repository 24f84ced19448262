//! Calls as generated code makes them, on the in-memory transport and over TCP.

#![allow(
    clippy::option_option,
    reason = "absent, null and a value are three things"
)]

mod answers;
#[cfg(all(feature = "reqwest", feature = "ureq"))]
mod blocking;
#[cfg(feature = "reqwest")]
mod bodies;
mod build;
mod chaser;
#[cfg(feature = "reqwest")]
mod loopback;
#[cfg(feature = "reqwest")]
mod parameters;
#[cfg(feature = "reqwest")]
mod redirects;
mod requests;
mod secrecy;
mod security;
#[cfg(feature = "reqwest")]
mod server;
mod servers;
mod shop;
mod sources;
