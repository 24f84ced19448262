use std::fmt;

use bytes::Bytes;

use crate::Body;
use crate::maybe_send::MaybeSend;
use crate::transport::BoxError;

/// What is uploaded where the document does not say all about it: bytes or a stream of them, a
/// media type, and in a multipart body a file name.
///
/// ```
/// use restitch::File;
///
/// let avatar = File::bytes(*b"\x89PNG").name("me.png").media_type("image/png");
/// let plain: File = "hello".into();
/// ```
///
/// Without a media type it has the one that the document names, or `application/octet-stream`
/// where that names none or several. Without a name it is called like its part: servers know a
/// file by its having a name.
#[derive(Default)]
pub struct File {
    pub(crate) body: Body,
    pub(crate) name: Option<String>,
    pub(crate) media_type: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
}

impl File {
    /// What is in memory.
    pub fn bytes(bytes: impl AsRef<[u8]>) -> Self {
        Bytes::copy_from_slice(bytes.as_ref()).into()
    }

    /// A stream, which is sent as it comes. [`Body::stream_of_length`] is for one whose length is
    /// known.
    pub fn stream<B>(stream: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + MaybeSend + 'static,
        B::Error: Into<BoxError>,
    {
        Body::stream(stream).into()
    }

    /// Its file name. It stands in a part of a multipart body, nowhere else.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Its media type, `image/png`.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// A further header of its part in a multipart body.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl From<Body> for File {
    fn from(body: Body) -> Self {
        Self {
            body,
            ..Self::default()
        }
    }
}

macro_rules! from {
    ($($from:ty),*) => { $(
        impl From<$from> for File {
            fn from(value: $from) -> Self {
                Body::from(value).into()
            }
        }
    )* };
}

from!(Bytes, Vec<u8>, String, &'static str);

impl fmt::Debug for File {
    /// What it is, not what is in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File")
            .field("name", &self.name)
            .field("media_type", &self.media_type)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}
