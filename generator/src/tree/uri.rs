//! URI references against a base (RFC 3986, section 5.2), by their text: nothing is fetched.

/// A URI reference in parts; a fragment is cut off.
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let text = text.split('#').next().unwrap_or_default();
        let (scheme, rest) = match text.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, text),
        };
        let (rest, query) = match rest.split_once('?') {
            Some((rest, query)) => (rest, Some(query)),
            None => (rest, None),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Self {
            scheme,
            authority,
            path,
            query,
        }
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// The URI that a reference means where a base holds, without its fragment.
pub(super) fn join(base: &str, reference: &str) -> String {
    let (base, own) = (Parts::of(base), Parts::of(reference));
    let mut path = own.path.to_owned();
    let mut query = own.query;
    let (scheme, authority) = if own.scheme.is_some() {
        (own.scheme, own.authority)
    } else if own.authority.is_some() {
        (base.scheme, own.authority)
    } else {
        if path.is_empty() {
            base.path.clone_into(&mut path);
            query = query.or(base.query);
        } else if !path.starts_with('/') {
            let folder = base.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            path.insert(0, '/');
            path.insert_str(0, folder);
        }
        (base.scheme, base.authority)
    };
    let mut out = String::new();
    if let Some(scheme) = scheme {
        out.push_str(&scheme.to_ascii_lowercase());
        out.push(':');
    }
    if let Some(authority) = authority {
        out.push_str("//");
        out.push_str(&authority.to_ascii_lowercase());
    }
    push_path(&mut out, &path);
    if let Some(query) = query {
        out.push('?');
        out.push_str(query);
    }
    out
}

/// Adds a path without its `.` and `..`.
fn push_path(out: &mut String, path: &str) {
    let Some(rest) = path.strip_prefix('/') else {
        // `urn:uuid:...`: not made of segments.
        out.push_str(path);
        return;
    };
    let mut segments: Vec<&str> = Vec::new();
    let mut ends_in_slash = false;
    for segment in rest.split('/') {
        ends_in_slash = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => {
                segments.pop();
            }
            segment => segments.push(segment),
        }
    }
    for segment in &segments {
        out.push('/');
        out.push_str(segment);
    }
    if ends_in_slash {
        out.push('/');
    }
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn joins_as_the_rfc_says() {
        let base = "http://a/b/c/d;p?q";
        for (reference, expect) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y#s", "http://a/b/c/g?y"),
            ("", "http://a/b/c/d;p?q"),
            ("#s", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("HTTP://A/x", "http://a/x"),
        ] {
            assert_eq!(join(base, reference), expect, "{reference}");
        }
        assert_eq!(join("urn:a:b", "#c"), "urn:a:b");
        assert_eq!(join("http://a", "b"), "http://a/b");
    }
}
