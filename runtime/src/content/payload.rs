use bytes::Bytes;

use crate::call::Call;
use crate::codec::{Empty, Plain, accept};
use crate::{Body, File};

/// What a call takes for its body by value: text, bytes, files, the parts of a multipart body, or
/// the enum of an operation that has several media types.
pub trait Payload {
    /// Puts it into the call, as the media type at `index` of the operation's.
    fn put(self, call: Call, index: usize) -> Call;
}

impl Payload for Body {
    fn put(self, call: Call, index: usize) -> Call {
        call.bytes(index, self)
    }
}

impl Payload for String {
    fn put(self, call: Call, index: usize) -> Call {
        call.bytes(index, self.into())
    }
}

impl Payload for File {
    fn put(self, call: Call, index: usize) -> Call {
        call.file(index, self)
    }
}

impl Empty for File {
    fn empty() -> Self {
        Self::default()
    }
}

impl Plain for Body {}
impl Plain for File {}

// What setters of an optional body or part take.
accept! {
    () Bytes => Body, bytes => bytes.into();
    () Vec<u8> => Body, bytes => bytes.into();
    () String => Body, text => text.into();
    () &'static str => Body, text => text.into();
    () Bytes => File, bytes => bytes.into();
    () Vec<u8> => File, bytes => bytes.into();
    () String => File, text => text.into();
    () &'static str => File, text => text.into();
    () Body => File, body => body.into();
}
