//! serde for generated types, as users expect it, by way of JSON text.
//!
//! Only what is generic over the serializer is compiled more than once, and only where it is used.

mod de;
mod ser;

use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::field::{Empty, Field, decode_into, encode_to_string};
use super::{Json, Map, Number};
#[cfg(feature = "rust_decimal")]
use crate::formats::DecimalString;
use crate::formats::{Base64, Base64Url, Password};

/// `Serialize` of a generated type.
pub fn serialize<S: Serializer>(value: &dyn Field, serializer: S) -> Result<S::Ok, S::Error> {
    let text = encode_to_string(value).map_err(S::Error::custom)?;
    ser::drive(&text, serializer)
}

/// `Deserialize` of a generated type.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Empty + Field,
    D: Deserializer<'de>,
{
    let text = de::text(deserializer)?;
    let mut value = T::empty();
    decode_into(&mut value, text.as_bytes()).map_err(D::Error::custom)?;
    Ok(value)
}

macro_rules! bridged {
    ($(($($generics:tt)*) $ty:ty;)*) => { $(
        impl<$($generics)*> Serialize for $ty {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(self, serializer)
            }
        }

        impl<'de, $($generics)*> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize(deserializer)
            }
        }
    )* };
}

bridged! {
    () Json;
    () Number;
    () Base64;
    () Base64Url;
    () Password;
    (T: Empty + Field) Map<T>;
}

#[cfg(feature = "rust_decimal")]
bridged! {
    () DecimalString;
}
