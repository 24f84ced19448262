//! Strings for instances.

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::string::string_regex;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use restitch_tests::random::Random;

use crate::Only;

/// Some strings of a format.
pub(crate) fn texts(format: &str, only: Only) -> &'static [&'static str] {
    match format {
        "date-time" => &["2024-02-29T12:00:00Z", "1969-12-31T23:59:59.123456+05:30"],
        "date" => &["2024-02-29", "0001-01-01"],
        "uuid" => &["936da01f-9abd-4d9d-80c7-02af85c822a8"],
        "ipv4" | "ip" => &["127.0.0.1"],
        "ipv6" => &["::1", "2001:db8::8a2e:370:7334"],
        "byte" | "base64" | "base64url" if matches!(only, Only::Path | Only::Query) => {
            &["aGVsbG8=", "AAAA"]
        }
        "byte" | "base64" | "base64url" => &["", "aGVsbG8=", "AAAA"],
        // These decide no Rust type, so only who sends them has to know.
        _ if only == Only::Schema => ANY,
        "email" | "idn-email" => &["rex@example.com"],
        "hostname" | "idn-hostname" => &["example.com"],
        "uri" | "url" | "iri" => &["https://example.com/a?b=c#d"],
        "uri-reference" | "iri-reference" => &["../a?b=c"],
        "time" => &["12:00:00Z"],
        "duration" => &["P1DT2H"],
        "regex" => &["^a+$"],
        "json-pointer" => &["/a/b"],
        _ if only == Only::Header => &["a", "x y;z=\"1\"", "null", "1", "abcdefgh-0123"],
        _ if only == Only::Path => &[
            "a",
            "Grüße \u{1F600}",
            "a/b?c#d%20",
            "null",
            "1",
            "2024-02-29",
            "abcdefgh-0123",
        ],
        _ if only == Only::Query => &ANY[1..],
        _ => ANY,
    }
}

/// The first is empty.
const ANY: &[&str] = &[
    "",
    "a",
    "Grüße \u{1F600}\n\"\\",
    "null",
    "1",
    "2024-02-29",
    "abcdefgh-0123",
];

/// A string of a pattern that is anchored at its ends, if at all; `None` of others, and of what only
/// ECMA-262 has.
pub(crate) fn of_pattern(pattern: &str, random: &mut Random) -> Option<String> {
    let pattern = pattern.strip_prefix('^').unwrap_or(pattern);
    let pattern = match pattern.strip_suffix('$') {
        Some(short) if !short.ends_with('\\') => short,
        _ => pattern,
    };
    // The classes of Unicode would give digits that no server expects.
    let pattern = pattern
        .replace("\\d", "[0-9]")
        .replace("\\w", "[A-Za-z0-9_]");
    let strategy = string_regex(&pattern).ok()?;
    let seed: Vec<u8> = (0..32)
        .map(|_| u8::try_from(random.below(256)).unwrap_or_default())
        .collect();
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    Some(strategy.new_tree(&mut runner).ok()?.current())
}
