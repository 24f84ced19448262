use std::borrow::Cow;

use crate::cut::cut;
use crate::error::RequestError;

/// Fills a path template: `value` gives the encoded value of a name, which has no slash in it.
pub(crate) fn expand<'v>(
    template: &str,
    mut value: impl FnMut(&str) -> Result<Cow<'v, str>, RequestError>,
) -> Result<String, RequestError> {
    // Names in braces are about as long as values.
    let mut path = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = cut(rest, b'{') {
        let Some((name, behind)) = cut(after, b'}') else {
            break;
        };
        path.push_str(before);
        path.push_str(&value(name)?);
        rest = behind;
    }
    path.push_str(rest);
    Ok(path)
}

/// What is wrong with a value that a path has as it is: RFC 3986 has `.` and `..` climb, and clients
/// resolve them before they send; without a value the path is another one.
pub(super) fn faulty_value(text: &str) -> Option<String> {
    let shown = match text {
        "" => "empty".to_owned(),
        text if is_dot_segment(text) => format!("`{text}`"),
        _ => return None,
    };
    Some(format!("it is {shown}, which would lead to another path"))
}

/// What in a whole path would not arrive as it stands: a dot segment, which may also come of two
/// values side by side, or a character that a URL's path does not have.
pub(crate) fn faulty_segment(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    if !bytes.iter().all(|byte| OF_PATH[usize::from(*byte)]) {
        let strange = path
            .chars()
            .find(|c| !c.is_ascii() || !is_of_path(*c as u8));
        return strange.map(|c| format!("a path has no {c:?}"));
    }
    // Nearly no segment begins like one.
    let begins = |pair: &[u8]| matches!(pair, [b'/', b'.' | b'%']);
    if !bytes.windows(2).any(begins) && !path.starts_with(['.', '%']) {
        return None;
    }
    let dots = path.split('/').find(|segment| is_dot_segment(segment));
    dots.map(|segment| format!("the segment `{segment}` would lead to another path"))
}

/// Whether a path may have a character (RFC 3986, section 3.3), by its byte.
static OF_PATH: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte as usize] = is_of_path(byte);
        byte += 1;
    }
    table
};

const fn is_of_path(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'-' | b'.'
                | b'_'
                | b'~'
                | b'!'
                | b'$'
                | b'&'
                | b'\''
                | b'('
                | b')'
                | b'*'
                | b'+'
                | b','
                | b';'
                | b'='
                | b':'
                | b'@'
                | b'/'
                | b'%'
        )
}

/// `.` and `..`, and what URL parsers take for them.
fn is_dot_segment(segment: &str) -> bool {
    let mut rest = segment;
    for _ in 0..2 {
        let dot = rest.strip_prefix('.');
        let escaped = || {
            rest.strip_prefix("%2e")
                .or_else(|| rest.strip_prefix("%2E"))
        };
        match dot.or_else(escaped) {
            Some("") => return true,
            Some(more) => rest = more,
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::segment;
    use super::*;
    use crate::codec;
    use crate::tables::{self, Param};

    fn expanded(template: &str, value: &str) -> Option<String> {
        with(tables::path("v"), template, value)
    }

    fn with(param: Param, template: &str, value: &str) -> Option<String> {
        let json = codec::encode_to_string(&value.to_owned()).unwrap();
        let path = expand(template, |_| segment(&param, &json)).ok()?;
        faulty_segment(&path).is_none().then_some(path)
    }

    #[test]
    fn a_value_stays_in_its_segment() {
        let check = |value: &str, expect: Option<&str>| {
            assert_eq!(
                expanded("/v1/{id}/keys", value).as_deref(),
                expect,
                "{value:?}"
            );
        };
        check("sa_42", Some("/v1/sa_42/keys"));
        check("-._~", Some("/v1/-._~/keys"));
        check("a/b", Some("/v1/a%2Fb/keys"));
        check("../x", Some("/v1/..%2Fx/keys"));
        check("%2e%2e", Some("/v1/%252e%252e/keys"));
        check("a?b#c", Some("/v1/a%3Fb%23c/keys"));
        check("a\\b", Some("/v1/a%5Cb/keys"));
        check("{x}", Some("/v1/%7Bx%7D/keys"));
        check("ä\r\n\0", Some("/v1/%C3%A4%0D%0A%00/keys"));
        check("...", Some("/v1/.../keys"));
        check(".", None);
        check("..", None);
        check("", None);
    }

    #[test]
    fn says_what_is_wrong_with_a_value() {
        let because = "which would lead to another path";
        for (value, shown) in [("", "empty"), ("..", "`..`"), ("%2E", "`%2E`")] {
            assert_eq!(
                faulty_value(value),
                Some(format!("it is {shown}, {because}"))
            );
        }
        assert_eq!(faulty_value("..."), None);
    }

    #[test]
    fn values_together_make_no_dot_segment() {
        assert_eq!(expanded("/{a}{b}", "."), None);
        assert_eq!(expanded("/.{b}/x", "."), None);
        assert_eq!(expanded("/{a}.{b}", "x").as_deref(), Some("/x.x"));
    }

    #[test]
    fn a_style_may_begin_with_a_dot() {
        let check = |template: &str, value: &str, expect: Option<&str>| {
            let path = with(tables::path("v").label(), template, value);
            assert_eq!(path.as_deref(), expect, "{template} {value:?}");
        };
        check("/report{v}", "json", Some("/report.json"));
        check("/report{v}", "", Some("/report."));
        check("/report{v}", ".", Some("/report.."));
        check("/{v}/x", "a", Some("/.a/x"));
        check("/{v}/x", "", None);
        check("/{v}/x", ".", None);
        check("/.{v}/x", "", None);
    }

    #[test]
    fn literal_text_is_looked_at_too() {
        let check = |path: &str, faulty: bool| {
            assert_eq!(faulty_segment(path).is_some(), faulty, "{path}");
        };
        check("/v1/a:b@c;d=1,(e)", false);
        check("/v1//x/", false);
        check("/v1/%2E%2e/x", true);
        check("/v1/.%2e/x", true);
        check("/v1/%2e", true);
        check("/v1/.../x", false);
        check("/v1/.%2ea/x", false);
        check("/v1/%2f./x", false);
        check("/v1/é/x", true);
        check("/v1/./x", true);
        check("/v1/a\\b", true);
        check("/v1/a?b", true);
        check("/v1/{open", true);
    }
}
