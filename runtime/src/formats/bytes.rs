use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use base64::engine::{DecodePaddingMode, general_purpose};

use super::{Why, Wire, strings};
use crate::codec::{DecodeError, accept};

/// Padding or none, and whatever the last bits are: nothing of the bytes depends on them.
const TOLERANT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, TOLERANT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, TOLERANT);

/// Of either alphabet, with line breaks or none, as servers send it.
fn decoded(text: &str) -> Result<Vec<u8>, Why> {
    let mut text = text.as_bytes();
    let lines: Vec<u8>;
    if text.iter().any(u8::is_ascii_whitespace) {
        let inked = text.iter().filter(|byte| !byte.is_ascii_whitespace());
        lines = inked.copied().collect();
        text = &lines;
    }
    let engine = if text.iter().any(|byte| matches!(byte, b'-' | b'_')) {
        &URL_SAFE
    } else {
        &STANDARD
    };
    engine
        .decode(text)
        .map_err(|error| Why::Owned(error.to_string()))
}

/// How many bytes `Debug` shows.
const SHOWN: usize = 64;

fn debug(name: &str, bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match bytes.get(..SHOWN) {
        Some(head) if bytes.len() > SHOWN => {
            let (head, count) = (head.escape_ascii(), bytes.len());
            write!(f, "{name}(b\"{head}\"... {count} bytes)")
        }
        _ => write!(f, "{name}(b\"{}\")", bytes.escape_ascii()),
    }
}

macro_rules! encoded {
    ($($(#[$docs:meta])* $name:ident, $what:literal, $engine:expr;)*) => { $(
        $(#[$docs])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Vec<u8>);

        impl $name {
            /// The bytes.
            pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
                Self(bytes.into())
            }

            /// The bytes.
            pub fn as_slice(&self) -> &[u8] {
                &self.0
            }

            /// The bytes.
            pub fn into_vec(self) -> Vec<u8> {
                self.0
            }
        }

        impl Deref for $name {
            type Target = [u8];

            fn deref(&self) -> &[u8] {
                &self.0
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        /// As bytes are written in Rust, the first of them.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                debug(stringify!($name), &self.0, f)
            }
        }

        /// The encoded text.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&$engine.encode(&self.0))
            }
        }

        impl FromStr for $name {
            type Err = DecodeError;

            /// Decodes a text.
            fn from_str(text: &str) -> Result<Self, DecodeError> {
                Self::read(text).map_err(|why| super::unfit::<Self>(text, &why, 0))
            }
        }

        impl Wire for $name {
            const WHAT: &'static str = $what;
            const HIDDEN: bool = true;

            fn read(text: &str) -> Result<Self, Why> {
                decoded(text).map(Self)
            }

            fn write(&self) -> Result<String, &'static str> {
                Ok($engine.encode(&self.0))
            }

            fn nothing() -> Self {
                Self::default()
            }
        }

        strings!($name);

        impl From<Vec<u8>> for $name {
            fn from(bytes: Vec<u8>) -> Self {
                Self(bytes)
            }
        }

        impl From<&[u8]> for $name {
            fn from(bytes: &[u8]) -> Self {
                Self(bytes.to_vec())
            }
        }

        impl<const N: usize> From<[u8; N]> for $name {
            fn from(bytes: [u8; N]) -> Self {
                Self(bytes.to_vec())
            }
        }

        impl<const N: usize> From<&[u8; N]> for $name {
            fn from(bytes: &[u8; N]) -> Self {
                Self(bytes.to_vec())
            }
        }

        impl From<bytes::Bytes> for $name {
            fn from(bytes: bytes::Bytes) -> Self {
                Self(bytes.into())
            }
        }

        impl From<$name> for Vec<u8> {
            fn from(bytes: $name) -> Self {
                bytes.0
            }
        }

        accept! {
            () Vec<u8> => $name, bytes => bytes.into();
            () &[u8] => $name, bytes => bytes.into();
            (const N: usize) [u8; N] => $name, bytes => bytes.into();
            (const N: usize) &[u8; N] => $name, bytes => bytes.into();
            () bytes::Bytes => $name, bytes => bytes.into();
        }
    )* };
}

encoded! {
    /// Bytes that are base64 on the wire (`format: byte`, `contentEncoding: base64`; RFC 4648,
    /// section 4).
    ///
    /// Reading takes either alphabet, padding or none, and line breaks; writing pads and breaks
    /// no lines. `Display` is the encoded text.
    ///
    /// ```
    /// let greeting = restitch::Base64::from(b"hello");
    /// assert_eq!(greeting.to_string(), "aGVsbG8=");
    /// assert_eq!(format!("{greeting:?}"), r#"Base64(b"hello")"#);
    /// assert_eq!("aGVsbG8".parse::<restitch::Base64>()?.as_slice(), b"hello");
    /// # Ok::<_, restitch::codec::DecodeError>(())
    /// ```
    Base64, "base64", general_purpose::STANDARD;
    /// Bytes that are base64url on the wire (`format: base64url`, `contentEncoding: base64url`;
    /// RFC 4648, section 5).
    ///
    /// Reading takes what [`Base64`] takes; writing does not pad.
    Base64Url, "base64url", general_purpose::URL_SAFE_NO_PAD;
}
