//! The JSON codec: types are read in place, field by field, through trait objects.
//!
//! serde's visitors are compiled once more for each type, which is what makes generated clients
//! slow to build. Here a struct starts as an empty value of itself, and one loop, compiled in this
//! crate, fills it from a table of its fields. Generated code only holds the tables.
//!
//! What a generated type has is `#[inline]`, so that its crate compiles nothing that no program uses.
//! What `Option`, `Vec`, `Box` and [`Map`] have for any type is not: rustc copies an inline function
//! into each unit of code that refers to it, and a table of functions refers to those of all that is
//! in a type. Generic functions that are not inline are compiled once a program.

mod array;
mod bridge;
mod copy;
mod debug;
mod error;
mod extra;
mod field;
mod foreign;
mod index;
mod json;
mod macros;
mod map;
mod number;
mod numbers;
mod option;
mod reader;
mod record;
mod same;
mod scalar;
mod set;
mod shape;
mod sieve;
mod strings;
mod text;
mod tuple;
mod union;
mod union_table;
mod value_enum;
mod writer;

pub use array::{Elements, fill_array, put_array};
pub use error::{DecodeError, EncodeError};
pub use extra::Extra;
pub use field::{Empty, Field, decode, decode_into, empty, encode, encode_to_string};
pub use foreign::{Foreign, IntoForeign, IntoForeignNullable, set_foreign, set_foreign_nullable};
pub use json::Json;
pub use map::{Entries, IntoIter, Iter, Map, fill_map, put_map};
pub use number::Number;
pub use reader::{Kind, Reader};
pub use record::FieldInfo;
pub use set::{IntoNullable, IntoSet, Null};
pub use shape::{FALLBACK, REST, Visit, Whole};
pub use tuple::{Tuple, fill_tuple, put_tuple};
pub use union::{BranchInfo, UnionInfo};
pub use writer::Writer;

#[doc(hidden)]
pub use bridge::{deserialize, serialize};
pub use copy::copy;
pub use debug::debug;
pub use same::same;
pub(crate) use set::accept;
#[doc(hidden)]
pub use set::{FromValue, Plain, set, set_nullable};
#[doc(hidden)]
pub use text::{Text, fill_text, find};
#[doc(hidden)]
pub use value_enum::{FromInteger, same_value};
