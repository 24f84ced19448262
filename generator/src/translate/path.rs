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
    /// What stands behind its `?` and has another value in each call.
    pub(super) asked: Vec<Asked>,
}

/// A value in the query of a template that a parameter gives: `q={text}`, or `{?q}` (RFC 6570).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// What it is sent as: `q`.
    pub(super) name: String,
    /// What stands between the braces: `text`.
    pub(super) placeholder: String,
    /// Whether the template has it in every call, as with `q={text}`.
    pub(super) required: bool,
}

/// Reads a template: `/pets/{id}`. `OpenAPI` has no query in one; what is meant is plain, both where it
/// is the same in every call, `/pets/{id}?beta=true`, and where a parameter gives it, `/pets?page={page}`
/// or `/pets{?page}`. Nor has it a fragment, by which documents tell operations apart that have one
/// path: `/#Action=Start`.
///
/// # Errors
/// What is wrong with it, in words.
pub(super) fn parse(template: &str) -> Result<Template, String> {
    let mut out = Template {
        parameters: Vec::new(),
        encoded: String::new(),
        fragment: false,
        query: Vec::new(),
        asked: Vec::new(),
    };
    let mut rest = template;
    if let Some((path, _)) = template.split_once('#') {
        out.fragment = true;
        rest = path;
    }
    while let Some((before, names)) = expansion(rest) {
        for name in names.split(',') {
            let name = placeholder(name)?;
            out.asked.push(Asked::new(name, name, false));
        }
        rest = before;
    }
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    out.path(path)?;
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        out.pair(pair)?;
    }
    match out.encoded.split('/').find(|segment| climbs(segment)) {
        Some(segment) => Err(format!("its segment `{segment}` leads to another path")),
        None => Ok(out),
    }
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
    /// Reads what stands before the query.
    fn path(&mut self, mut rest: &str) -> Result<(), String> {
        while let Some(open) = rest.find(['{', '}']) {
            let (literal, from) = rest.split_at(open);
            encode(literal, &mut self.encoded);
            let (name, after) = from
                .strip_prefix('{')
                .and_then(|from| from.split_once('}'))
                .ok_or("its braces do not match")?;
            let name = placeholder(name)?;
            let _ = write!(self.encoded, "{{{name}}}");
            // One that stands in it twice has one value.
            if !self.parameters.iter().any(|known| known == name) {
                self.parameters.push(name.to_owned());
            }
            rest = after;
        }
        encode(rest, &mut self.encoded);
        Ok(())
    }

    /// Reads one pair of the query.
    fn pair(&mut self, pair: &str) -> Result<(), String> {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !pair.contains(['{', '}']) {
            let mut encoded = String::new();
            encode(pair, &mut encoded);
            self.query.push((name.to_owned(), encoded));
            return Ok(());
        }
        let given = value.strip_prefix('{');
        let given = given.and_then(|value| value.strip_suffix('}'));
        match given.filter(|_| !name.contains(['{', '}'])) {
            Some(given) => self.asked.push(Asked::new(name, placeholder(given)?, true)),
            None => return Err("its query has braces that are not all of a value".to_owned()),
        }
        Ok(())
    }

    /// What a parameter called so is sent as in the query, where it has no place in the path.
    pub(super) fn asks(&self, name: &str) -> Option<&Asked> {
        let mut asked = self.asked.iter();
        let own = asked.find(|asked| asked.placeholder == name);
        own.filter(|_| !self.parameters.iter().any(|known| known == name))
    }
}

impl Asked {
    fn new(name: &str, placeholder: &str, required: bool) -> Self {
        Self {
            name: name.to_owned(),
            placeholder: placeholder.to_owned(),
            required,
        }
    }
}

/// The names in `{?a,b}` or `{&a,b}` at the end, and what stands before it.
fn expansion(template: &str) -> Option<(&str, &str)> {
    let (before, names) = template.strip_suffix('}')?.rsplit_once('{')?;
    Some((before, names.strip_prefix(['?', '&'])?))
}

/// What stands between braces, where it can be a parameter's name.
fn placeholder(name: &str) -> Result<&str, String> {
    if name.is_empty() || name.contains(['{', '}', '/', '?', '#']) {
        return Err(format!("`{{{name}}}` is not a parameter"));
    }
    Ok(name)
}

/// Whether whoever reads a URL takes a segment out of it, and for `..` the one before (RFC 3986,
/// section 5.2.4; URL parsers do so with `%2e` too).
fn climbs(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    matches!(&*plain, "." | "..")
}

/// Literal text with all that RFC 3986 does not allow in a path percent-encoded; percent-encoded
/// text stays as it is.
fn encode(literal: &str, out: &mut String) {
    for (index, byte) in literal.bytes().enumerate() {
        match byte {
            b'%' if is_encoded(&literal.as_bytes()[index + 1..]) => out.push('%'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~!$&'()*+,;=:@/".contains(&byte) => out.push(char::from(byte)),
            other => {
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
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
    fn given_queries() {
        let read = |template: &str| {
            let read = parse(template).unwrap();
            let asked = read.asked.iter();
            let asked = asked.map(|it| (it.name.clone(), it.placeholder.clone(), it.required));
            let asked: Vec<_> = asked.collect();
            (asked, read.whole(|_| false))
        };
        let asked = |name: &str, placeholder: &str, required| {
            (name.to_owned(), placeholder.to_owned(), required)
        };
        assert_eq!(
            read("/a/{b}?c={d}&e=f&g={g}"),
            (
                vec![asked("c", "d", true), asked("g", "g", true)],
                "/a/{b}?e=f".to_owned()
            )
        );
        assert_eq!(
            read("/a{?b,c}{&d}#e"),
            (
                vec![
                    asked("d", "d", false),
                    asked("b", "b", false),
                    asked("c", "c", false)
                ],
                "/a".to_owned()
            )
        );
        let read = parse("/a/{b}?c={b}&d={e}").unwrap();
        assert_eq!(read.asks("b"), None);
        assert_eq!(read.asks("e").map(|it| it.name.as_str()), Some("d"));
    }

    #[test]
    fn wrong_templates() {
        for template in [
            "/{a",
            "/a}",
            "/{}",
            "/{a{b}}",
            "/a?b={c",
            "/a?{b}={c}",
            "/a?b={c}{d}",
            "/a{?}",
            "/a{?b,}",
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
