//! Media types that are well-formed, and not what was meant: `aplication/json`, `application/form-data`.

use crate::diag::distance;

/// The top-level types there are (RFC 9694, and `chemical`, which is in use).
const MAIN: [&str; 12] = [
    "application",
    "audio",
    "chemical",
    "example",
    "font",
    "haptics",
    "image",
    "message",
    "model",
    "multipart",
    "text",
    "video",
];

/// Types whose bodies are made of values, or read as such, and those next to them that are no others.
const KNOWN: [&str; 7] = [
    "application/json",
    "application/octet-stream",
    "application/problem+json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/event-stream",
    "text/plain",
];

/// What is written for others, more than a letter away.
const MISTAKES: [(&str, &str); 15] = [
    ("application/form", "application/x-www-form-urlencoded"),
    ("application/form-data", "multipart/form-data"),
    (
        "application/form-encoded",
        "application/x-www-form-urlencoded",
    ),
    (
        "application/form-urlencoded",
        "application/x-www-form-urlencoded",
    ),
    ("application/multipart", "multipart/form-data"),
    ("application/multipart-form-data", "multipart/form-data"),
    ("application/text", "text/plain"),
    (
        "application/url-encoded",
        "application/x-www-form-urlencoded",
    ),
    (
        "application/urlencoded",
        "application/x-www-form-urlencoded",
    ),
    (
        "application/www-form-urlencoded",
        "application/x-www-form-urlencoded",
    ),
    (
        "application/x-form-urlencoded",
        "application/x-www-form-urlencoded",
    ),
    ("form/multipart", "multipart/form-data"),
    ("multipart/form", "multipart/form-data"),
    ("multipart/formdata", "multipart/form-data"),
    ("plain/text", "text/plain"),
];

/// What a well-formed media type was to be, if that is another. Its parameters stay.
pub fn misspelt(media_type: &str) -> Option<String> {
    let (essence, parameters) = match media_type.find(';') {
        Some(at) => media_type.split_at(at),
        None => (media_type, ""),
    };
    let written = essence.trim().to_ascii_lowercase();
    let meant = whole(&written).map(str::to_owned);
    let meant = meant.or_else(|| {
        let (main, sub) = written.split_once('/')?;
        let other = format!("{}/{sub}", near_main(main, sub)?);
        Some(whole(&other).map_or(other, str::to_owned))
    })?;
    Some(format!("{meant}{parameters}"))
}

fn whole(written: &str) -> Option<&'static str> {
    // Nearly all are, and the others are looked at for long.
    if KNOWN.contains(&written) {
        return None;
    }
    let mistake = MISTAKES.iter().find(|(wrong, _)| *wrong == written);
    let near = |known: &&&str| is_one_off(written, known) && !is_another(written);
    let known = || KNOWN.iter().find(near).copied();
    mistake.map(|(_, meant)| *meant).or_else(known)
}

/// Names that begin or end otherwise are formats of their own: `bson`, `hjson`, `jsonl`, `json5`.
fn is_another(written: &str) -> bool {
    match written.strip_prefix("application/") {
        Some(sub) => sub.ends_with("son") && !sub.starts_with('j') || sub.starts_with("json"),
        None => false,
    }
}

/// The top-level type that another was to be; of JSON there is one.
fn near_main(main: &str, sub: &str) -> Option<&'static str> {
    if MAIN.contains(&main) || main == "*" || main.starts_with("x-") {
        return None;
    }
    let near = MAIN.into_iter().find(|known| is_one_off(main, known));
    near.or_else(|| (sub == "json").then_some("application"))
}

/// Whether a letter is missing, too much or another, or two have changed places.
fn is_one_off(written: &str, known: &str) -> bool {
    let is_swapped = || {
        let (written, known) = (written.as_bytes(), known.as_bytes());
        let at = written.iter().zip(known).position(|(a, b)| a != b);
        at.is_some_and(|at| {
            written.len() == known.len()
                && written[at..]
                    .iter()
                    .take(2)
                    .eq(known[at..].iter().take(2).rev())
                && written.get(at + 2..) == known.get(at + 2..)
        })
    };
    let may_be = written != known && written.len().abs_diff(known.len()) <= 1;
    may_be && (distance(written, known) == 1 || is_swapped())
}

#[cfg(test)]
mod tests {
    use super::misspelt;

    #[test]
    fn what_was_meant() {
        for (written, meant) in [
            ("aplication/json", "application/json"),
            ("applicaiton/json", "application/json"),
            (
                "Application/jsn; charset=utf-8",
                "application/json; charset=utf-8",
            ),
            ("applications/josn", "application/json"),
            ("application/jsom", "application/json"),
            ("application/form-data", "multipart/form-data"),
            (
                "application/x-www-form-urlencode",
                "application/x-www-form-urlencoded",
            ),
            ("app/json", "application/json"),
            ("mutipart/form-data", "multipart/form-data"),
            (
                "aplication/x-form-urlencoded",
                "application/x-www-form-urlencoded",
            ),
            ("test/csv", "text/csv"),
            ("text/plan", "text/plain"),
            ("plain/text", "text/plain"),
        ] {
            assert_eq!(misspelt(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn others_are_others() {
        for written in [
            "application/json",
            "Application/JSON",
            "application/bson",
            "application/cson",
            "application/hjson",
            "application/json5",
            "application/jsonl",
            "application/jose",
            "application/yml",
            "application/*",
            "*/*",
            "x-text/plain",
            "x-world/x-vrml",
            "chemical/x-pdb",
            "multipart/mixed",
            "text/json",
            "binary/octet-stream",
        ] {
            assert_eq!(misspelt(written), None, "{written}");
        }
    }
}
