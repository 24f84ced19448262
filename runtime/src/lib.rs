//! The runtime of HTTP API clients that `restitch-build` generates from OpenAPI documents.
//!
//! A program seldom names this crate: it builds the generated client, calls its operations, and
//! gets a [`Response`] or an [`Error`].
//!
//! ```
//! # mod petstore {
//! #     use restitch::__v1 as rt;
//! #     #[derive(Clone)]
//! #     pub struct Client(rt::Client);
//! #     impl Client {
//! #         pub fn builder() -> ClientBuilder { ClientBuilder(rt::ClientBuilder::new(&API)) }
//! #         pub fn pets(&self) -> Pets { Pets(self.0.clone()) }
//! #     }
//! #     pub struct ClientBuilder(rt::ClientBuilder);
//! #     impl ClientBuilder {
//! #         pub fn bearer_auth(self, token: impl Into<rt::Token>) -> Self {
//! #             Self(self.0.credential(0, token.into()))
//! #         }
//! #     }
//! #     rt::client!(Client, ClientBuilder);
//! #     static API: rt::Api = rt::Api {
//! #         title: "Pets", version: "1", servers: &["https://pets.test/v1"],
//! #         schemes: &[rt::Scheme::bearer("token")],
//! #     };
//! #     pub struct Pets(rt::Client);
//! #     impl Pets {
//! #         pub fn count(&self, kind: impl Into<String>) -> Count {
//! #             Count(rt::Call::new(&self.0, &COUNT).text(0, kind))
//! #         }
//! #     }
//! #     pub struct Count(rt::Call);
//! #     rt::operation!(Count, COUNT, json i64);
//! #     static COUNT: rt::OperationInfo = rt::OperationInfo {
//! #         id: "count",
//! #         in_path: &["kind"],
//! #         answers: &[rt::json(&[200])],
//! #         security: &[&[0]],
//! #         ..rt::get("/pets/{kind}/count")
//! #     };
//! # }
//! use std::time::Duration;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
//! let server = restitch::transport::InMemory::new(); // or none: the default speaks HTTP
//! server.reply(200, "42");
//!
//! let client = petstore::Client::builder()
//!     .bearer_auth("tok_123")
//!     .timeout(Duration::from_secs(30))
//!     .transport(server.clone())
//!     .build()?;
//! let count = client.pets().count("guinea pigs").with_header("X-Trace", "7").await?;
//!
//! assert_eq!((*count, count.status().as_u16()), (42, 200));
//! assert_eq!(server.requests()[0].uri, "https://pets.test/v1/pets/guinea%20pigs/count");
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! | feature | |
//! |---|---|
//! | `reqwest` (default) | the default transport, `transport::Reqwest` |
//! | `ureq` | `send_blocking` on every call, by `transport::Ureq` |
//! | `rustls-ring` (default) | its TLS, by rustls over ring |
//! | `rustls-aws-lc` | its TLS, by rustls over aws-lc; compiles C for minutes |
//! | `native-tls` | its TLS, by the platform's library |
//! | `chrono` (default) | types of dates and times |
//! | `uuid` (default) | the type of UUIDs |
//! | `time`, `jiff` | types of dates and times, for documents whose build script asks for them |
//! | `rust_decimal` | the type of decimal numbers, likewise |
//!
//! The crates of the last rows are re-exported under their names: [`chrono`], [`uuid`].
//!
//! With several kinds of TLS, native-tls wins over aws-lc, and that over ring. With none
//! (`default-features = false, features = ["reqwest"]`) there is only plain `http`, and no C
//! compiler is needed. With no feature at all a program brings its own [`Transport`].
//!
//! # Where credentials go
//!
//! A client sends its credentials and default headers to one origin (scheme, host and port), that
//! of its base URL, and nowhere else: not by a redirect, and not by a call's `with_base_url`.
//! An operation that has a server of its own in the document is no exception: where that is at
//! another origin, the program has to say so by `trusted_origin`. A document chooses servers, not
//! who is trusted.
//!
//! A token that has to be fetched or refreshed comes from a [`TokenSource`], which is given in its
//! place.
//!
//! `Debug` and `Display` of all types here show neither credentials nor headers nor queries.

#[doc(hidden)]
#[path = "v1.rs"]
pub mod __v1;
mod answer;
#[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
mod blocking;
mod body;
mod call;
mod client;
pub mod codec;
mod collect;
mod content;
mod cut;
mod error;
mod file;
mod formats;
mod header;
pub mod json;
mod macros;
mod maybe_send;
mod media_type;
mod operation;
mod params;
mod request;
mod response;
mod secret;
mod sending;
mod stream;
mod tables;
pub mod transport;

pub use body::Body;
pub use bytes::Bytes;
pub use client::{BuildError, Token, TokenSource};
pub use codec::{
    Extra, Foreign, IntoForeign, IntoForeignNullable, IntoNullable, IntoSet, Json, Map, Null,
    Number,
};
pub use error::{AnyError, Error, ErrorKind, RequestError, TokenCause, Undocumented};
pub use file::File;
#[cfg(feature = "rust_decimal")]
pub use formats::DecimalString;
pub use formats::{Base64, Base64Url, Password};
pub use header::Header;
pub use operation::{Operation, Streaming};
pub use response::Response;
pub use secret::Secret;
pub use sending::Sending;
pub use stream::{Event, EventStream, EventsOrValues, JsonStream, StreamError};
pub use transport::{Transport, TransportError};

/// Its `Response`, `StatusCode` and `HeaderMap` stand in the interface of this crate.
pub use http;

#[cfg(feature = "chrono")]
pub use chrono;
#[cfg(feature = "jiff")]
pub use jiff;
#[cfg(feature = "rust_decimal")]
pub use rust_decimal;
#[cfg(feature = "time")]
pub use time;
#[cfg(feature = "uuid")]
pub use uuid;
