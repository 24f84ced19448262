//! Multipart bodies (RFC 2046, section 5.1; RFC 7578): parts between boundaries, streamed.

use std::fmt::Write as _;
use std::hash::{BuildHasher, Hasher, RandomState};

use percent_encoding::percent_decode_str;

use crate::codec::{self, Field};
use crate::error::RequestError;
use crate::{Body, File, params, request};

use super::form::texts;
use super::json::{Json, read};
use super::table::{Encoding, Media};
use super::{OCTETS, unreadable};
use crate::media_type::essence;
use crate::tables;

/// A struct whose fields are the parts of a multipart body.
pub trait Multipart {
    /// The name of the part at `index`, and what it holds. `None` behind the last one.
    fn part(&mut self, index: usize) -> Option<(&'static str, Held<'_>)>;
}

/// What a part holds.
pub enum Held<'a> {
    /// A value, which becomes text or JSON.
    Value(&'a dyn Field),
    /// Files, which are sent as they are, each as a part.
    Files(&'a mut dyn Files),
    /// No part, but a header of one that comes later: the part's name, and the value.
    Header(&'static str, &'a dyn Field),
    /// Such a header, without which the part can not be sent.
    NeededHeader(&'static str, &'a dyn Field),
}

/// A field that holds files: one, perhaps one, or a list.
pub trait Files {
    /// Takes them out.
    fn take(&mut self) -> Vec<File>;
}

impl Files for File {
    fn take(&mut self) -> Vec<File> {
        vec![std::mem::take(self)]
    }
}

impl Files for Option<File> {
    fn take(&mut self) -> Vec<File> {
        Option::take(self).into_iter().collect()
    }
}

impl Files for Vec<File> {
    fn take(&mut self) -> Vec<File> {
        std::mem::take(self)
    }
}

impl Files for Option<Vec<File>> {
    fn take(&mut self) -> Vec<File> {
        Option::take(self).unwrap_or_default()
    }
}

/// The body that `parts` make, and its media type.
pub(super) fn multipart(
    media: &Media,
    parts: &mut dyn Multipart,
) -> Result<(Body, String), RequestError> {
    let mut framed = Framed::new(media);
    let mut index = 0;
    while let Some((name, held)) = parts.part(index) {
        index += 1;
        let encoding = media.encoding_of(name);
        match held {
            Held::NeededHeader(part, value) if value.is_absent() => {
                framed.missing.push((part, name));
            }
            Held::Value(value) | Held::Header(_, value) if value.is_absent() => {}
            Held::Header(part, value) | Held::NeededHeader(part, value) => {
                let json = codec::encode_to_string(value).map_err(RequestError::Body)?;
                let text = params::header_text(&tables::header(name), &json)?;
                framed.own.extend(text.map(|text| (part, name, text)));
            }
            Held::Value(value) => {
                let json = codec::encode_to_string(value).map_err(RequestError::Body)?;
                // An empty list is no part.
                if json != "[]" {
                    framed.has_headers(name)?;
                }
                framed.value(Some(name), &json, &encoding)?;
            }
            Held::Files(files) => {
                for file in files.take() {
                    framed.file(name, file, &encoding)?;
                }
            }
        }
    }
    Ok(framed.finish())
}

/// The body of an object that the codec wrote as `json`, each member a part, and its media type.
/// Where parts have no names it may be a list too.
pub(super) fn of_object(media: &Media, json: &str) -> Result<(Body, String), RequestError> {
    let mut framed = Framed::new(media);
    match read(json).map_err(|error| unreadable("body", &error))? {
        Json::Object(members) => {
            for (name, value) in &members {
                framed.value(Some(name), value, &media.encoding_of(name))?;
            }
        }
        Json::List(items) if !framed.is_form => {
            for item in items {
                framed.value(None, item, &media.encoding_of(""))?;
            }
        }
        _ => {
            let reason = "a multipart body is an object";
            return Err(RequestError::argument("body", reason));
        }
    }
    Ok(framed.finish())
}

/// A body in the making.
struct Framed {
    media_type: String,
    /// Whether it is `multipart/form-data`, which alone has styles.
    is_form: bool,
    boundary: String,
    done: Vec<Body>,
    /// What comes behind `done`.
    text: String,
    /// Headers of parts that are still to come: part, name and value.
    own: Vec<(&'static str, &'static str, String)>,
    /// Headers that parts need and that were not given: part and name.
    missing: Vec<(&'static str, &'static str)>,
}

impl Framed {
    fn new(media: &Media) -> Self {
        let boundary = boundary();
        Self {
            is_form: essence(media.name) == "multipart/form-data",
            media_type: with_boundary(media.name, &boundary),
            boundary,
            done: Vec::new(),
            text: String::new(),
            own: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// Whether a part has all headers that it needs.
    fn has_headers(&self, part: &str) -> Result<(), RequestError> {
        match self.missing.iter().find(|(of, _)| *of == part) {
            None => Ok(()),
            Some((_, header)) => {
                let reason = format!("the part `{part}` needs this header, and it is not given");
                Err(RequestError::header(*header, reason))
            }
        }
    }

    /// The parts of a value: of a list one an item. Parts of other multiparts than form data need
    /// have no name; those that stand for a member have it all the same (`OpenAPI` 3.1.2, section
    /// 4.15.3), and the items of a list have none.
    fn value(
        &mut self,
        name: Option<&str>,
        json: &str,
        encoding: &Encoding,
    ) -> Result<(), RequestError> {
        let own: Vec<_> = self
            .own
            .extract_if(.., |(part, ..)| Some(*part) == name)
            .collect();
        let own = || own.iter().map(|(_, name, value)| (*name, &**value));
        if let Some(style) = encoding.style.as_ref().filter(|_| self.is_form) {
            for pair in params::pairs(style, json)? {
                let (name, text) = pair.split_once('=').unwrap_or((&pair, ""));
                let headers = encoding.headers.iter().copied().chain(own());
                self.head(Some((&decoded(name), None)), "", headers)?;
                self.text.push_str(&decoded(text));
                self.text.push_str("\r\n");
            }
            return Ok(());
        }
        let texts = texts(json, encoding.media_type)
            .map_err(|error| unreadable(name.unwrap_or("body"), &error))?;
        for (text, is_json) in texts {
            let media_type = match only(encoding.media_type) {
                "" if is_json => "application/json",
                said => said,
            };
            let headers = encoding.headers.iter().copied().chain(own());
            self.head(name.map(|name| (name, None)), media_type, headers)?;
            self.text.push_str(&text);
            self.text.push_str("\r\n");
        }
        Ok(())
    }

    fn file(&mut self, name: &str, file: File, encoding: &Encoding) -> Result<(), RequestError> {
        let said = match only(encoding.media_type) {
            "" => OCTETS,
            said => said,
        };
        let file_name = file.name.as_deref().unwrap_or(name);
        let own = file.headers.iter().map(|(name, value)| (&**name, &**value));
        let headers = encoding.headers.iter().copied().chain(own);
        let media_type = file.media_type.as_deref().unwrap_or(said);
        self.head(Some((name, Some(file_name))), media_type, headers)?;
        self.done.push(std::mem::take(&mut self.text).into());
        self.done.push(file.body);
        self.text.push_str("\r\n");
        Ok(())
    }

    /// The boundary, the headers of a part, and the empty line behind them. A part has a name, and a
    /// file name where it is a file.
    fn head<'a>(
        &mut self,
        name: Option<(&str, Option<&str>)>,
        media_type: &'a str,
        headers: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<(), RequestError> {
        // Writing to a string can not fail.
        let _ = write!(self.text, "--{}\r\n", self.boundary);
        if let Some((name, file_name)) = name {
            self.text.push_str("Content-Disposition: form-data");
            let _ = write!(self.text, "; name=\"{}\"", quoted(name));
            if let Some(file_name) = file_name {
                let _ = write!(self.text, "; filename=\"{}\"", quoted(file_name));
            }
            self.text.push_str("\r\n");
        }
        let content_type = Some(("Content-Type", media_type)).filter(|_| !media_type.is_empty());
        for (name, value) in content_type.into_iter().chain(headers) {
            // It ends no line early, nor the headers.
            request::header(name, value)?;
            let _ = write!(self.text, "{name}: {value}\r\n");
        }
        self.text.push_str("\r\n");
        Ok(())
    }

    fn finish(mut self) -> (Body, String) {
        let _ = write!(self.text, "--{}--\r\n", self.boundary);
        self.done.push(self.text.into());
        (Body::chain(self.done), self.media_type)
    }
}

/// 128 bits that nobody who writes a part can know.
fn boundary() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("restitch-{:016x}{:016x}", random(), random())
}

/// The media type with our boundary in the place of any that the document has.
fn with_boundary(media_type: &str, boundary: &str) -> String {
    let is_boundary = |part: &&str| {
        let key = part.split('=').next().unwrap_or_default();
        key.trim().eq_ignore_ascii_case("boundary")
    };
    let parts = media_type.split(';').filter(|part| !is_boundary(part));
    let parts: Vec<&str> = parts.map(str::trim).collect();
    format!("{}; boundary={boundary}", parts.join("; "))
}

/// The media type of an encoding that names one: not several, not a range.
fn only(media_type: &'static str) -> &'static str {
    if media_type.contains(['*', ',']) {
        ""
    } else {
        media_type
    }
}

/// A name in quotation marks, as browsers write it (the HTML standard, "multipart form data").
fn quoted(name: &str) -> String {
    let name = name.replace('"', "%22");
    name.replace('\r', "%0D").replace('\n', "%0A")
}

/// Parts have no percent-encoding (`OpenAPI` 3.1, section 4.8.15.1.2).
fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests;
