//! Runs the generator's IR against the runtime's codec without rustc: thousands of values a second
//! go through types that would take minutes to compile.
//!
//! The values implement the runtime's own traits from tables made of the IR, and hold the types
//! that `generator/src/emit` would write. Matches on the IR name every variant, so that one that is
//! not known here does not compile.

pub mod equal;
mod fallback;
mod json;
mod program;
mod record;
mod scalar;
mod tuple;
mod union;
mod value;

pub use program::Program;

use restitch::codec::{self, DecodeError, EncodeError};
use restitch_build::ir::Type;

use value::Value;

impl Program {
    /// Reads a JSON text as the type of this Rust name, and writes it again; `None` where there is
    /// no such type.
    pub fn roundtrip(&'static self, name: &str, json: &[u8]) -> Option<Result<Vec<u8>, Failure>> {
        Some(through(Value::named(self.index_of(name)?, self), json))
    }

    /// The same as any type that the client names, or `null` where that may come too.
    ///
    /// # Errors
    /// What could not be read or written.
    pub fn roundtrip_as(
        &'static self,
        ty: &Type,
        nullable: bool,
        json: &[u8],
    ) -> Result<Vec<u8>, Failure> {
        through(Value::empty(self.ty(ty, nullable), self), json)
    }

    /// How many unions of a JSON text that can be read as this type, and enums that are not of
    /// strings alone, are in their fallback, which keeps what no variant is for: none, where the
    /// text is valid.
    pub fn fallbacks(&'static self, name: &str, json: &[u8]) -> Option<usize> {
        let mut value = Value::named(self.index_of(name)?, self);
        codec::decode_into(&mut value, json).ok()?;
        Some(fallback::count(&value))
    }

    /// The same as any type that the client names.
    pub fn fallbacks_as(&'static self, ty: &Type, nullable: bool, json: &[u8]) -> Option<usize> {
        let mut value = Value::empty(self.ty(ty, nullable), self);
        codec::decode_into(&mut value, json).ok()?;
        Some(fallback::count(&value))
    }
}

fn through(mut value: Value, json: &[u8]) -> Result<Vec<u8>, Failure> {
    match codec::decode_into(&mut value, json) {
        Ok(()) => codec::encode(&value).map_err(Failure::Encode),
        Err(e) => Err(Failure::Decode(e)),
    }
}

/// What did not work.
#[derive(Debug)]
pub enum Failure {
    /// The text could not be read.
    Decode(DecodeError),
    /// The value could not be written.
    Encode(EncodeError),
}
