//! `application/x-www-form-urlencoded`: the pairs of a query, as a body.
//!
//! A space is `%20`, never `+`: every reader of forms knows both, and `%20` is right in a query too
//! (`OpenAPI` 3.1, appendix E).

use crate::codec::DecodeError;
use crate::error::RequestError;
use crate::params;

use super::json::{Json, read};
use super::table::{Encoding, Media};
use super::unreadable;
use crate::media_type::{essence, is_json};

/// The body of a value that the codec wrote as `json`.
pub(super) fn form(media: &Media, json: &str) -> Result<String, RequestError> {
    let Json::Object(members) = read(json).map_err(|error| unreadable("body", &error))? else {
        return Err(RequestError::argument("body", "a form is an object"));
    };
    let mut pairs = Vec::new();
    for (name, value) in &members {
        let encoding = media.encoding_of(name);
        pairs.extend(pairs_of(name, value, &encoding)?);
    }
    Ok(pairs.join("&"))
}

/// The `name=value` pairs of one member, encoded.
fn pairs_of(name: &str, json: &str, encoding: &Encoding) -> Result<Vec<String>, RequestError> {
    if let Some(style) = &encoding.style {
        return params::pairs(style, json);
    }
    let pair = |text: &str| format!("{}={}", params::encoded(name), params::encoded(text));
    let texts = texts(json, encoding.media_type).map_err(|error| unreadable(name, &error))?;
    Ok(texts.iter().map(|(text, _)| pair(text)).collect())
}

/// The texts of a member that has no style, and whether they are JSON: of a list one an item, for
/// each becomes a value of its own (`OpenAPI` 3.1, section 4.8.14.1); of an object JSON; of a scalar
/// itself, unless its media type is JSON; of `null` none, as in a query.
pub(super) fn texts(json: &str, media_type: &str) -> Result<Vec<(String, bool)>, DecodeError> {
    let items = match read(json)? {
        Json::List(items) => items,
        _ => vec![json],
    };
    let mut out = Vec::new();
    for item in items {
        match read(item)? {
            _ if is_json(&essence(media_type)) => out.push((item.to_owned(), true)),
            Json::Null => {}
            Json::Scalar(text) => out.push((text, false)),
            Json::List(_) | Json::Object(_) => out.push((item.to_owned(), true)),
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{self, Param};

    const FORM: Media = Media::form("application/x-www-form-urlencoded");

    #[test]
    fn members_without_an_encoding() {
        let check = |json: &str, expect: &str| {
            assert_eq!(form(&FORM, json).unwrap(), expect, "{json}");
        };
        check("{}", "");
        check(
            "{\"a\":\"x y&z=+\u{e4}\",\"b\":1.50}",
            "a=x%20y%26z%3D%2B%C3%A4&b=1.50",
        );
        check("{\"a b\":\"\",\"c\":true,\"d\":null}", "a%20b=&c=true");
        check("{\"a\":[\"x\",\"y,z\"],\"b\":[]}", "a=x&a=y%2Cz");
        check("{\"a\":{\"b\":[1]}}", "a=%7B%22b%22%3A%5B1%5D%7D");
        check(
            "{\"a\":[{\"b\":1},2,[3]]}",
            "a=%7B%22b%22%3A1%7D&a=2&a=%5B3%5D",
        );
        assert!(form(&FORM, "[1]").is_err());
    }

    #[test]
    fn members_with_an_encoding() {
        let check = |encoding: Encoding, json: &str, expect: Option<&str>| {
            let table: &'static [Encoding] = Box::leak(Box::new([encoding]));
            let body = form(&FORM.encoding(table), json).ok();
            assert_eq!(body.as_deref(), expect, "{json} {encoding:?}");
        };
        let styled = |style: fn(Param) -> Param| {
            Encoding::new("a").style(style(tables::query("a").joined()))
        };
        let list = "{\"a\":[\"x y\",2],\"b\":[1,2]}";
        let object = "{\"a\":{\"k\":\"v\",\"n\":2}}";
        check(styled(|it| it), list, Some("a=x%20y,2&b=1&b=2"));
        check(styled(Param::exploded), list, Some("a=x%20y&a=2&b=1&b=2"));
        check(styled(|it| it), object, Some("a=k,v,n,2"));
        check(styled(Param::exploded), object, Some("k=v&n=2"));
        check(
            styled(Param::pipe_delimited),
            list,
            Some("a=x%20y%7C2&b=1&b=2"),
        );
        check(styled(Param::space_delimited), list, None);
        check(
            styled(Param::deep_object),
            object,
            Some("a%5Bk%5D=v&a%5Bn%5D=2"),
        );
        check(
            styled(Param::deep_object),
            "{\"a\":[{\"b\":[1,{\"c\":\"x\"}]}]}",
            Some("a%5B0%5D%5Bb%5D%5B0%5D=1&a%5B0%5D%5Bb%5D%5B1%5D%5Bc%5D=x"),
        );
        check(styled(|it| it), "{\"a\":{\"k\":{}}}", Some(""));
        check(styled(|it| it), "{\"a\":{\"k\":[1]}}", None);
        let typed = |media_type| Encoding::new("a").media_type(media_type);
        let json = typed("application/json");
        check(json, list, Some("a=%22x%20y%22&a=2&b=1&b=2"));
        check(json, "{\"a\":null}", Some("a=null"));
        check(typed("text/plain"), "{\"a\":\"x\"}", Some("a=x"));
    }
}
