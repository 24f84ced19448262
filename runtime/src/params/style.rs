use super::{Value, encoded};

/// Style `simple`: `a,b`; of an object `k,v`, exploded `k=v`. `encode` is for the place that it
/// goes to.
pub(crate) fn simple(value: &Value, explode: bool, encode: fn(&str) -> String) -> String {
    match value {
        Value::Scalar(text) => encode(text),
        Value::List(items) => items
            .iter()
            .map(|item| encode(item))
            .collect::<Vec<_>>()
            .join(","),
        Value::Object(members) => {
            let between = if explode { "=" } else { "," };
            let member = |(k, v): &(String, String)| format!("{}{between}{}", encode(k), encode(v));
            members.iter().map(member).collect::<Vec<_>>().join(",")
        }
    }
}

/// Style `form`: the `name=value` pairs of a query or of cookies, encoded. Of an empty list or
/// object there is none (RFC 6570, section 3.2.1: it counts as undefined).
pub(crate) fn pairs(name: &str, value: &Value, explode: bool) -> Vec<String> {
    let pair = |name: &str, value: &str| format!("{}={}", encoded(name), encoded(value));
    match value {
        Value::List(items) if items.is_empty() => Vec::new(),
        Value::Object(members) if members.is_empty() => Vec::new(),
        Value::List(items) if explode => items.iter().map(|item| pair(name, item)).collect(),
        Value::Object(members) if explode => members.iter().map(|(k, v)| pair(k, v)).collect(),
        _ => vec![format!(
            "{}={}",
            encoded(name),
            simple(value, false, encoded)
        )],
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read, verbatim};
    use super::*;

    #[test]
    fn simple_style() {
        let check = |json: &str, explode: bool, expect: &str| {
            assert_eq!(
                simple(&read(json).unwrap(), explode, encoded),
                expect,
                "{json}"
            );
        };
        check("\"blue\"", false, "blue");
        check("\"\"", false, "");
        check("[\"blue\",\"black\"]", false, "blue,black");
        check("[\"a,b\",\"c/d\"]", true, "a%2Cb,c%2Fd");
        check("{\"R\":100,\"G\":200}", false, "R,100,G,200");
        check("{\"R\":100,\"G\":200}", true, "R=100,G=200");
        assert_eq!(
            simple(&read("[\"a b\",\"ä\"]").unwrap(), false, verbatim),
            "a b,ä"
        );
    }

    #[test]
    fn form_style() {
        let check = |json: &str, explode: bool, expect: &str| {
            let query = pairs("color", &read(json).unwrap(), explode).join("&");
            assert_eq!(query, expect, "{json}");
        };
        check("\"\"", false, "color=");
        check("\"a&b=c d+e\"", false, "color=a%26b%3Dc%20d%2Be");
        check("[\"blue\",\"black\"]", false, "color=blue,black");
        check("[\"blue\",\"black\"]", true, "color=blue&color=black");
        check("[]", false, "");
        check("[]", true, "");
        check("{\"R\":100,\"G\":200}", false, "color=R,100,G,200");
        check("{\"R\":100,\"G\":200}", true, "R=100&G=200");
        check("null", false, "color=null");
    }
}
