//! What generated code names, and nothing else does. The version in the path makes a mismatch of
//! `restitch` and `restitch-build` a readable error.

// The codec's part.
pub use crate::codec::{
    BranchInfo, DecodeError, Elements, Empty, Extra, FALLBACK, Field, FieldInfo, Foreign,
    FromInteger, FromValue, IntoForeign, IntoForeignNullable, IntoNullable, IntoSet, Json, Map,
    Null, Number, Plain, REST, Reader, Text, Tuple, UnionInfo, Visit, Writer, copy, debug,
    deserialize, empty, fill_text, fill_tuple, find, put_tuple, same, same_value, serialize, set,
    set_foreign, set_foreign_nullable, set_nullable,
};
pub use crate::{
    __v1_common as common, __v1_shown as shown, __v1_tuple as tuple, __v1_union as union,
    __v1_value_enum as value_enum,
};
pub use restitch_derive::{Multipart, Record, StringEnum};

// What the derives name: the shorter a path, the less it costs rustc.
pub use crate::codec::FieldInfo::{
    nullable, nullable_escaped, nullable_foreign, nullable_foreign_escaped, optional,
    optional_escaped, optional_foreign, optional_foreign_escaped, required, required_escaped,
};
pub use serde;
pub use std::borrow::Cow;
pub use std::cmp::{Eq, PartialEq};
pub use std::convert::{From, Infallible, Into};
pub use std::default::Default;
pub use std::fmt::{Debug, Display, Formatter, Result as Shown};
pub use std::hash::{Hash, Hasher};
pub use std::option::Option;
pub use std::primitive::{bool, str, usize};
pub use std::result::Result;
pub use std::str::FromStr;

// Types of formats. Those behind features are modules, which rustc names with the feature when it is
// off.
pub use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

#[cfg(feature = "rust_decimal")]
pub use crate::formats::DecimalString;
pub use crate::formats::{Base64, Base64Url, Password};
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

// The calls' part.
pub use std::string::String;
pub use std::sync::Arc;

pub use bytes::Bytes;
pub use http::response::Parts;

pub use crate::answer::table::{
    ANY_1XX, ANY_2XX, ANY_3XX, ANY_4XX, ANY_5XX, DEFAULT, bytes, events, json, json_lines,
    json_seq, no_content, text, text_events,
};
pub use crate::answer::{
    AsBytes, AsJson, AsNever, AsNothing, AsStream, AsText, Content as AnswerContent, Outcome, Slot,
    decode, open,
};
#[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
pub use crate::blocking::{send as send_blocking, stream as stream_blocking};
pub use crate::body::Body;
pub use crate::call::Call;
pub use crate::client::{BuildError, Client, ClientBuilder, Token};
pub use crate::content::{Encoding, Files, Held, Media, Multipart, Payload};
pub use crate::error::{Error, Undocumented};
pub use crate::file::File;
pub use crate::header::Header;
pub use crate::json::from_slice as decode_payload;
pub use crate::operation::{Operation, Streaming};
pub use crate::response::Response;
pub use crate::secret::Secret;
pub use crate::sending::Sending;
pub use crate::stream::{EventStream, EventsOrValues, JsonStream, Source};
pub use crate::tables::{
    Api, OperationInfo, OwnServer, Param, Scheme, Variable, cookie, delete, get, head, header,
    method, options, patch, path, post, put, query, trace,
};
pub use crate::transport::Transport;
pub use crate::{
    __v1_cases as cases, __v1_choice as choice, __v1_client as client, __v1_operation as operation,
};

/// What reading a request of the server gives.
pub type Decoded<T> = Result<T, DecodeError>;

/// What making a request gives.
pub type Requested<E = Undocumented> = Result<http::Request<crate::Body>, Error<E>>;

/// What reading an answer gives.
pub type Answered<T, E> = Result<Response<T>, Error<E>>;
