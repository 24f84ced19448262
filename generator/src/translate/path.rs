//! Path templates.

use std::fmt::Write as _;

/// A path template, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    /// The names between braces, in order.
    pub(super) parameters: Vec<String>,
    /// The template with its literal parts fit for a URL.
    pub(super) encoded: String,
    /// Whether it has a `#` and text behind it, which no request has.
    pub(super) fragment: bool,
    /// What stands behind its `?`: names, and each with its value as it goes into a URL.
    pub(super) query: Vec<(String, String)>,
}

impl Template {
    /// The template with its query, but for what the operation `declares` as parameters.
    pub(super) fn whole(mut self, declares: impl Fn(&str) -> bool) -> String {
        self.query.retain(|(name, _)| !declares(name));
        let mut separator = '?';
        for (_, pair) in &self.query {
            self.encoded.push(separator);
            self.encoded.push_str(pair);
            separator = '&';
        }
        self.encoded
    }
}

/// Reads a template: `/pets/{id}`. `OpenAPI` has no query in one; where it is the same in every call,
/// what is meant is plain: `/pets/{id}?beta=true`. Nor has it a fragment, by which documents tell
/// operations apart that have one path: `/#Action=Start`.
///
/// # Errors
/// What is wrong with it, in words.
pub(super) fn parse(template: &str) -> Result<Template, String> {
    let mut out = Template {
        parameters: Vec::new(),
        encoded: String::new(),
        fragment: false,
        query: Vec::new(),
    };
    let mut rest = template;
    if let Some((path, _)) = template.split_once('#') {
        out.fragment = true;
        rest = path;
    }
    while let Some(open) = rest.find(['{', '}']) {
        let (literal, from) = rest.split_at(open);
        encode(literal, &mut out.encoded)?;
        let Some((name, after)) = from.strip_prefix('{').and_then(|from| from.split_once('}'))
        else {
            return Err("its braces do not match".to_owned());
        };
        if name.is_empty() || name.contains(['{', '/', '?', '#']) {
            return Err(format!("`{{{name}}}` is not a parameter"));
        }
        let _ = write!(out.encoded, "{{{name}}}");
        // One that stands in it twice has one value.
        if !out.parameters.iter().any(|known| known == name) {
            out.parameters.push(name.to_owned());
        }
        rest = after;
    }
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    encode(path, &mut out.encoded)?;
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let mut encoded = String::new();
        encode(&pair.replace('?', "%3F"), &mut encoded)?;
        let name = pair.split('=').next().unwrap_or_default();
        out.query.push((name.to_owned(), encoded));
    }
    match out.encoded.split('/').find(|segment| climbs(segment)) {
        Some(segment) => Err(format!("its segment `{segment}` leads to another path")),
        None => Ok(out),
    }
}

/// Whether whoever reads a URL takes a segment out of it, and for `..` the one before (RFC 3986,
/// section 5.2.4; URL parsers do so with `%2e` too).
fn climbs(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    matches!(&*plain, "." | "..")
}

/// Literal text with all that RFC 3986 does not allow in a path percent-encoded; percent-encoded
/// text stays as it is.
fn encode(literal: &str, out: &mut String) -> Result<(), String> {
    for (index, byte) in literal.bytes().enumerate() {
        match byte {
            b'?' => return Err("a path has no `?`".to_owned()),
            b'%' if is_encoded(&literal.as_bytes()[index + 1..]) => out.push('%'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~!$&'()*+,;=:@/".contains(&byte) => out.push(char::from(byte)),
            other => {
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    Ok(())
}

fn is_encoded(after: &[u8]) -> bool {
    matches!(after, [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(template: &str, parameters: &[&str], encoded: &str) {
        let read = parse(template).unwrap();
        assert_eq!(
            (read.parameters.as_slice(), read.encoded.as_str()),
            (
                parameters
                    .iter()
                    .map(|p| (*p).to_owned())
                    .collect::<Vec<_>>()
                    .as_slice(),
                encoded,
            )
        );
    }

    #[test]
    fn templates() {
        check("/pets/{id}", &["id"], "/pets/{id}");
        check("/a b/{x}.{y}/ü", &["x", "y"], "/a%20b/{x}.{y}/%C3%BC");
        check("/%2F/%zz", &[], "/%2F/%25zz");
        check("/{a}/{b}/{a}", &["a", "b"], "/{a}/{b}/{a}");
        check("/a/{b}#{c}?d", &["b"], "/a/{b}");
    }

    #[test]
    fn queries() {
        let whole = |declared: &str| {
            let read = parse("/a/{b}?c=d e&f=?&g").unwrap();
            read.whole(|name| name == declared)
        };
        assert_eq!(whole(""), "/a/{b}?c=d%20e&f=%3F&g");
        assert_eq!(whole("c"), "/a/{b}?f=%3F&g");
        assert_eq!(parse("/a?").unwrap().whole(|_| false), "/a");
    }

    #[test]
    fn wrong_templates() {
        for template in [
            "/{a",
            "/a}",
            "/{}",
            "/{a{b}}",
            "/a?b={c}",
            "/a/../b",
            "/.",
            "/%2E./b",
            "/./{a}?b#c",
        ] {
            assert!(parse(template).is_err(), "{template}");
        }
        for template in ["/...", "/.a/b.", "/{a}./.{b}", "/a?b=/../c", "/a#/../c"] {
            assert!(parse(template).is_ok(), "{template}");
        }
    }
}
