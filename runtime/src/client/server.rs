//! From the servers of a document to base URLs: variables filled in, relative URLs resolved.

/// The URL of a server with its variables filled in (OpenAPI 3.1, section 4.8.5).
///
/// A value in the place of a host stays there: it can be part of a name, or several, and nothing
/// that ends it. What a value makes of the rest, the URL as a whole is checked for.
pub(super) fn filled(template: &str, values: &[(&str, &str)]) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        out.push_str(before);
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            return Err(format!("its variable `{name}` has no value"));
        };
        if in_authority(&out) && value.contains(['/', '\\', '?', '#', '@']) {
            return Err(format!(
                "its variable `{name}` has a value that would end the host"
            ));
        }
        out.push_str(value);
        rest = after;
    }
    out.push_str(rest);
    if out.starts_with("//") && !template.starts_with("//") && !template.starts_with('{') {
        return Err("a value of its variables would make a host of its path".to_owned());
    }
    Ok(out)
}

/// Whether what follows on this beginning of a URL belongs to its host and port.
fn in_authority(before: &str) -> bool {
    let absolute = before.split_once("://").map(|(_, rest)| rest);
    let rest = before.strip_prefix("//").or(absolute);
    rest.is_some_and(|rest| !rest.contains('/'))
}

/// A reference as of a document at an absolute URL (RFC 3986, section 5.2).
pub(super) fn resolved(document: &str, reference: &str) -> String {
    let document = document.split(['?', '#']).next().unwrap_or_default();
    let Some((scheme, rest)) = document.split_once("://") else {
        return reference.to_owned();
    };
    if reference.contains("://") {
        return reference.to_owned();
    }
    if reference.starts_with("//") {
        return format!("{scheme}:{reference}");
    }
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let folder = match reference.strip_prefix('/') {
        Some(_) => "",
        None => path.rsplit_once('/').map_or("", |(folder, _)| folder),
    };
    let mut segments: Vec<&str> = Vec::new();
    for segment in folder.split('/').chain(reference.split('/')) {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            other => segments.push(other),
        }
    }
    format!("{scheme}://{host}/{}", segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{filled, resolved};

    #[test]
    fn variables() {
        let values = [("region", "eu"), ("base", "v1/x"), ("host", "a.test:80")];
        let check = |template: &str, expect: &str| {
            assert_eq!(filled(template, &values).as_deref(), Ok(expect));
        };
        check(
            "https://{region}.api.test/{base}",
            "https://eu.api.test/v1/x",
        );
        check(
            "https://{host}/{base}/{base}",
            "https://a.test:80/v1/x/v1/x",
        );
        check("https://api.test", "https://api.test");
        check("{base}/{region}", "v1/x/eu");
        check("https://api.test/{open", "https://api.test/{open");
        let missing = filled("https://{other}", &values).unwrap_err();
        assert_eq!(missing, "its variable `other` has no value");
    }

    #[test]
    fn no_value_ends_the_host() {
        for value in [
            "evil.test/",
            "evil.test#",
            "a@evil.test",
            "evil.test?",
            "evil.test\\",
        ] {
            for template in ["https://{tenant}.api.test", "//{tenant}.api.test"] {
                let made = filled(template, &[("tenant", value)]);
                let reason = made.unwrap_err();
                assert!(
                    reason.contains("`tenant`") && !reason.contains("evil"),
                    "{reason}"
                );
            }
        }
        let refused = filled("/{a}{b}/v1", &[("a", ""), ("b", "/evil.test")]).unwrap_err();
        assert!(refused.contains("a host of its path"), "{refused}");
        let below = filled("/v1//{a}", &[("a", "b/c")]);
        assert_eq!(below.as_deref(), Ok("/v1//b/c"));
        // Where the whole URL is a variable, the program chooses the host.
        let whole = filled("{url}/v1", &[("url", "https://a.test/x")]);
        assert_eq!(whole.as_deref(), Ok("https://a.test/x/v1"));
    }

    #[test]
    fn relative_to_the_document() {
        let check = |reference: &str, expect: &str| {
            let document = "https://a.test:8/api/v3/openapi.json?x=/y#z";
            assert_eq!(resolved(document, reference), expect, "{reference}");
        };
        check("/", "https://a.test:8/");
        check("/v2", "https://a.test:8/v2");
        check("v2", "https://a.test:8/api/v3/v2");
        check("./v2/", "https://a.test:8/api/v3/v2");
        check("../v2", "https://a.test:8/api/v2");
        check("../../../..", "https://a.test:8/");
        check("", "https://a.test:8/api/v3");
        check("//b.test/v1", "https://b.test/v1");
        check("http://b.test", "http://b.test");
        assert_eq!(resolved("https://a.test", "v2"), "https://a.test/v2");
    }
}
