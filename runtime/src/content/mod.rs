//! Request bodies: from a value, text, bytes or files to what is sent, by the media type.

mod form;
mod json;
mod macros;
mod multipart;
mod payload;
mod table;

use std::borrow::Cow;

use crate::codec::{self, DecodeError, Field};
use crate::error::RequestError;
use crate::{Body, File};

pub use self::multipart::{Files, Held, Multipart};
pub use self::payload::Payload;
pub use self::table::{Encoding, Media};

use self::json::Json;
use self::table::Kind;

/// The media type of bytes of which nothing is known.
const OCTETS: &str = "application/octet-stream";

/// A body and its media type.
pub(crate) struct Content {
    pub(crate) body: Body,
    pub(crate) media_type: Cow<'static, str>,
}

impl Content {
    fn new(body: impl Into<Body>, media_type: impl Into<Cow<'static, str>>) -> Self {
        Self {
            body: body.into(),
            media_type: media_type.into(),
        }
    }

    /// Of a value.
    pub(crate) fn of_value(media: &Media, value: &dyn Field) -> Result<Self, RequestError> {
        let json = codec::encode_to_string(value).map_err(RequestError::Body)?;
        match media.kind {
            Kind::Json | Kind::Raw => Ok(Self::new(json, media.name)),
            Kind::JsonLines => Ok(Self::new(row(&json, "")?, media.name)),
            Kind::JsonSeq => Ok(Self::new(row(&json, "\u{1e}")?, media.name)),
            Kind::Form => Ok(Self::new(form::form(media, &json)?, media.name)),
            Kind::Multipart => multipart::of_object(media, &json).map(Self::from),
        }
    }

    /// Of a struct whose fields are parts.
    pub(crate) fn of_parts(media: &Media, parts: &mut dyn Multipart) -> Result<Self, RequestError> {
        multipart::multipart(media, parts).map(Self::from)
    }

    /// Of text or bytes.
    pub(crate) fn of_body(media: &Media, body: Body) -> Self {
        Self::of_file(media, body.into())
    }

    /// Of bytes with a media type of their own.
    pub(crate) fn of_file(media: &Media, file: File) -> Self {
        let said = Some(media.name).filter(|said| !said.is_empty());
        match file.media_type {
            Some(own) => Self::new(file.body, own),
            None => Self::new(file.body, said.unwrap_or(OCTETS)),
        }
    }
}

impl From<(Body, String)> for Content {
    fn from((body, media_type): (Body, String)) -> Self {
        Self::new(body, media_type)
    }
}

/// The items of a list, each between a mark and the end of a line, which is in none of them.
fn row(json: &str, mark: &str) -> Result<String, RequestError> {
    let Json::List(items) = json::read(json).map_err(|error| unreadable("body", &error))? else {
        let reason = "a body of values in a row is a list";
        return Err(RequestError::argument("body", reason));
    };
    let mut out = String::with_capacity(json.len() + items.len());
    for item in items {
        out.push_str(mark);
        // White space between tokens, for strings have it escaped.
        out.extend(
            item.chars()
                .map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }),
        );
        out.push('\n');
    }
    Ok(out)
}

/// What can't be written in the place of `name`.
fn unreadable(name: &str, error: &DecodeError) -> RequestError {
    RequestError::argument(name, error.message())
}
