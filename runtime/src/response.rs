use std::fmt;
use std::ops::{Deref, DerefMut};

use http::response::Parts;
use http::{HeaderMap, StatusCode};

/// The value that an operation returned, with the status and headers it came with.
///
/// It stands for the value itself wherever a reference will do.
///
/// ```
/// # let (parts, ()) = http::Response::new(()).into_parts();
/// let response = restitch::Response::new(parts, vec![1, 2, 3]);
/// assert_eq!(response.len(), 3);
/// assert_eq!(response.status(), 200);
/// let numbers: Vec<i64> = response.into_inner();
/// # let _ = numbers;
/// ```
pub struct Response<T> {
    parts: Parts,
    value: T,
}

impl<T> Response<T> {
    /// A value with what it came with.
    pub fn new(parts: Parts, value: T) -> Self {
        Self { parts, value }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.parts.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// Status, headers and the rest, and the value.
    pub fn into_parts(self) -> (Parts, T) {
        (self.parts, self.value)
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    /// Without the headers: they may set cookies.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Response");
        out.field("status", &self.parts.status)
            .field("value", &self.value)
            .finish()
    }
}
