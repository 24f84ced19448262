//! The headers that a document declares of answers.

use std::fmt;
use std::marker::PhantomData;

use http::HeaderMap;
use http::header::SET_COOKIE;

use crate::Response;
use crate::codec::{self, DecodeError, Empty, Field};

/// A header that the document declares of an answer, with its type. Generated clients have one
/// for each in their module `headers`.
///
/// ```
/// use restitch::{Header, Response};
///
/// const LIMIT: Header<i64> = Header::plain("X-RateLimit-Limit");
///
/// fn limit(response: &Response<()>) -> Option<i64> {
///     response.header(&LIMIT).ok().flatten()
/// }
/// # let answer = http::Response::builder().header("x-ratelimit-limit", "60").body(()).unwrap();
/// # let (parts, ()) = answer.into_parts();
/// # assert_eq!(limit(&Response::new(parts, ())), Some(60));
/// ```
pub struct Header<T> {
    name: &'static str,
    form: Form,
    ty: PhantomData<fn() -> T>,
}

/// How a value is written: style `simple` (`OpenAPI` 3.1, Header Object), or JSON where the document
/// gives it a media type.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Plain,
    Texts,
    Plains,
    Json,
}

impl<T> Header<T> {
    const fn new(name: &'static str, form: Form) -> Self {
        Self {
            name,
            form,
            ty: PhantomData,
        }
    }

    /// Text, or what is made of it: dates, enums.
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, Form::Text)
    }

    /// A number or a boolean.
    pub const fn plain(name: &'static str) -> Self {
        Self::new(name, Form::Plain)
    }

    /// A list of texts, with commas between them.
    pub const fn texts(name: &'static str) -> Self {
        Self::new(name, Form::Texts)
    }

    /// A list of numbers or booleans.
    pub const fn plains(name: &'static str) -> Self {
        Self::new(name, Form::Plains)
    }

    /// JSON.
    pub const fn json(name: &'static str) -> Self {
        Self::new(name, Form::Json)
    }

    /// Its name, as the document writes it.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl<T: Empty + Field> Header<T> {
    /// Its value in headers; `None` where it is not there.
    ///
    /// # Errors
    /// What is there is not of the type that the document says.
    pub fn get(&self, headers: &HeaderMap) -> Result<Option<T>, DecodeError> {
        let Some(json) = json(self.name, self.form, headers)? else {
            return Ok(None);
        };
        let mut value = codec::empty::<T>();
        codec::decode_into(&mut value, json.as_bytes())?;
        Ok(Some(value))
    }
}

impl<T> Response<T> {
    /// The value of a header that the document declares; `None` where it is not there.
    ///
    /// # Errors
    /// What is there is not of the type that the document says.
    pub fn header<H: Empty + Field>(&self, header: &Header<H>) -> Result<Option<H>, DecodeError> {
        header.get(self.headers())
    }
}

impl<T> fmt::Debug for Header<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Header({})", self.name)
    }
}

/// The JSON text of a header's value. Several lines of one header are one, with commas between
/// (RFC 9110, section 5.3): but not cookies, which have commas of their own.
fn json(name: &str, form: Form, headers: &HeaderMap) -> Result<Option<String>, DecodeError> {
    let mut lines = Vec::new();
    for value in headers.get_all(name) {
        let line = std::str::from_utf8(value.as_bytes());
        lines.push(line.map_err(|error| {
            DecodeError::custom("the header is not UTF-8", error.valid_up_to())
        })?);
    }
    let Some(first) = lines.first() else {
        return Ok(None);
    };
    let cookies = name.eq_ignore_ascii_case(SET_COOKIE.as_str());
    let whole = || lines.join(", ");
    let items = || -> Vec<&str> {
        if cookies {
            return lines.clone();
        }
        let items = lines.iter().flat_map(|line| line.split(','));
        items
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .collect()
    };
    Ok(Some(match form {
        Form::Text if cookies => quoted(first),
        Form::Text => quoted(&whole()),
        Form::Plain | Form::Json => whole(),
        Form::Texts => list(items().into_iter().map(quoted)),
        Form::Plains => list(items().into_iter().map(str::to_owned)),
    }))
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

/// Text as a string of JSON, which any text can be.
fn quoted(text: &str) -> String {
    codec::encode_to_string(&text.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get<T: Empty + Field>(header: &Header<T>, lines: &[&str]) -> Result<Option<T>, DecodeError> {
        let mut headers = HeaderMap::new();
        for line in lines {
            let name: http::HeaderName = header.name().parse().unwrap();
            headers.append(name, line.parse().unwrap());
        }
        header.get(&headers)
    }

    #[test]
    fn values() {
        let text = |lines: &[&str]| get(&Header::<String>::text("ETag"), lines).unwrap();
        assert_eq!(text(&[]), None);
        assert_eq!(text(&[""]).as_deref(), Some(""));
        assert_eq!(text(&["\"a\\b\""]).as_deref(), Some("\"a\\b\""));
        assert_eq!(text(&["a, b", "c"]).as_deref(), Some("a, b, c"));
        assert_eq!(text(&["42"]).as_deref(), Some("42"));
        let plain = |line: &str| get(&Header::<i64>::plain("X-Count"), &[line]);
        assert_eq!(plain("42").unwrap(), Some(42));
        assert_eq!(plain("many").unwrap_err().path(), "$");
        assert!(plain("1, 2").is_err());
        let flag = get(&Header::<bool>::plain("X-Flag"), &["true"]).unwrap();
        assert_eq!(flag, Some(true));
    }

    #[test]
    fn lists_and_json() {
        let texts = |lines: &[&str]| get(&Header::<Vec<String>>::texts("Allow"), lines).unwrap();
        assert_eq!(
            texts(&["GET,PUT ,", "HEAD"]).unwrap(),
            ["GET", "PUT", "HEAD"]
        );
        assert_eq!(texts(&[""]).unwrap(), [""; 0]);
        let plains = get(&Header::<Vec<i64>>::plains("X-Ids"), &["1, 2"]).unwrap();
        assert_eq!(plains.unwrap(), [1, 2]);
        let json = get(&Header::<Vec<i64>>::json("X-Json"), &["[1, 2]"]).unwrap();
        assert_eq!(json.unwrap(), [1, 2]);
    }

    #[test]
    fn cookies_have_commas() {
        let lines = ["a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT", "b=2"];
        let all = get(&Header::<Vec<String>>::texts("Set-Cookie"), &lines).unwrap();
        assert_eq!(all.unwrap(), lines);
        let first = get(&Header::<String>::text("set-cookie"), &lines).unwrap();
        assert_eq!(first.unwrap(), lines[0]);
    }
}
