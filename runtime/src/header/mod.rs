//! The headers that a document declares of answers.

mod value;

use std::fmt;
use std::marker::PhantomData;

use http::HeaderMap;

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
/// gives it a media type. A `u8` is the JSON types that a value may be of, as bits: null 1, boolean 2,
/// integer 4, number 8, string 16.
#[derive(Clone, Copy)]
enum Form {
    /// A scalar.
    One(u8),
    /// `a,b`, of scalars.
    List(u8),
    /// `name,value,name,value`: the members that are known, and of what types the others are.
    Object(Members, u8),
    /// `name=value,name=value`.
    Exploded(Members, u8),
    Json,
}

type Members = &'static [(&'static str, u8)];

/// A number or a boolean.
const PLAIN: u8 = value::BOOLEAN | value::INTEGER | value::NUMBER;

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
        Self::one(name, value::STRING)
    }

    /// A number or a boolean.
    pub const fn plain(name: &'static str) -> Self {
        Self::one(name, PLAIN)
    }

    /// A list of texts, with commas between them.
    pub const fn texts(name: &'static str) -> Self {
        Self::list(name, value::STRING)
    }

    /// A list of numbers or booleans.
    pub const fn plains(name: &'static str) -> Self {
        Self::list(name, PLAIN)
    }

    /// A value that is of one of several types. They are bits: null 1, boolean 2, integer 4,
    /// number 8, string 16. What looks like a boolean or a number and may be one is one.
    pub const fn one(name: &'static str, kinds: u8) -> Self {
        Self::new(name, Form::One(kinds))
    }

    /// A list of such values.
    pub const fn list(name: &'static str, kinds: u8) -> Self {
        Self::new(name, Form::List(kinds))
    }

    /// An object, `limit,10,burst,5`: its members with their types, as bits, and the types of
    /// those that are not named.
    pub const fn object(name: &'static str, members: Members, rest: u8) -> Self {
        Self::new(name, Form::Object(members, rest))
    }

    /// An object with `explode: true`, `limit=10,burst=5`.
    pub const fn exploded(name: &'static str, members: Members, rest: u8) -> Self {
        Self::new(name, Form::Exploded(members, rest))
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
        let Some(json) = value::json(self.name, self.form, headers)? else {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{Json, Map};

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
    fn several_types() {
        let reset = Header::<Option<i64>>::one("X-Reset", value::INTEGER | value::NULL);
        assert_eq!(get(&reset, &["5"]).unwrap(), Some(Some(5)));
        assert_eq!(get(&reset, &[""]).unwrap(), None);
        let any = Header::<Vec<Json>>::list("X-Any", PLAIN | value::STRING);
        let items = get(&any, &["1, a", "true,,-0.50"]).unwrap().unwrap();
        let items: Vec<&str> = items.iter().map(Json::as_str).collect();
        assert_eq!(items, ["1", "\"a\"", "true", "-0.50"]);
    }

    #[test]
    fn objects() {
        const MEMBERS: Members = &[("n", value::INTEGER), ("s", value::STRING)];
        fn check(header: &Header<Map<Json>>, lines: &[&str], json: &str) {
            let map = get(header, lines).unwrap().unwrap();
            assert_eq!(codec::encode_to_string(&map).unwrap(), json, "{lines:?}");
        }
        let plain = Header::object("X-Parts", MEMBERS, PLAIN | value::STRING);
        check(&plain, &["n,1,s,2,x,3"], r#"{"n":1,"s":"2","x":3}"#);
        check(&plain, &["n, 1", "s,"], r#"{"n":1,"s":""}"#);
        check(&plain, &["s,,n,1"], r#"{"s":"","n":1}"#);
        check(&plain, &[""], "{}");
        let error = get(&plain, &["n,1,s"]).unwrap_err().to_string();
        assert!(error.contains("no value behind the name `s`"), "{error}");
        let exploded = Header::exploded("X-Parts", MEMBERS, value::STRING);
        check(
            &exploded,
            &["n=1,s=a=b, x = 3 ,"],
            r#"{"n":1,"s":"a=b","x":"3"}"#,
        );
        check(&exploded, &["n=1", "s="], r#"{"n":1,"s":""}"#);
        let error = get(&exploded, &["n=1,private"]).unwrap_err().to_string();
        assert!(
            error.contains("no value behind the name `private`"),
            "{error}"
        );
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
