//! Generated types from and to JSON text, without a request around them.
//!
//! It is quicker than going through `serde_json`, which works as well.

use crate::codec::{self, Empty, Field};

pub use crate::codec::{DecodeError, EncodeError};

/// Reads a value from UTF-8 bytes.
pub fn from_slice<T: Empty + Field>(json: &[u8]) -> Result<T, DecodeError> {
    codec::decode(json)
}

/// Reads a value from text.
pub fn from_str<T: Empty + Field>(json: &str) -> Result<T, DecodeError> {
    codec::decode(json.as_bytes())
}

/// Writes a value as text.
pub fn to_string<T: Field>(value: &T) -> Result<String, EncodeError> {
    codec::encode_to_string(value)
}

/// Writes a value as bytes.
pub fn to_vec<T: Field>(value: &T) -> Result<Vec<u8>, EncodeError> {
    codec::encode(value)
}
