//! What generated code names, and nothing else does. The version in the path makes a mismatch of
//! `restitch` and `restitch-build` a readable error.

pub use crate::codec::{
    DecodeError, Empty, Entries, Field, FieldInfo, IntoNullable, IntoSet, Json, Map, Null, Number,
    Plain, Reader, Record, Text, Writer, deserialize, empty, fill_record, put_record, serialize,
};
pub use crate::{__v1_record as record, __v1_string_enum as string_enum};
pub use serde;
