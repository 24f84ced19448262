use granit_parser::{ErrorKind, ScanError};

/// What the parser stumbled over, in plain words, and what to do about it.
pub(super) fn explain(error: &ScanError) -> (String, Option<&'static str>) {
    let (message, help) = match error.kind() {
        ErrorKind::UnclosedFlowCollection { open } => {
            return (format!("this `{open}` is never closed"), None);
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            return (format!("a `{open}` is closed by `{close}`"), None);
        }
        ErrorKind::UnexpectedCharacter { character } => return unexpected(*character),
        ErrorKind::UnclosedQuotedScalar => ("this quote is never closed", None),
        ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabNotAllowed => (
            "a tab where indentation is expected",
            Some("indent with spaces: YAML does not allow tabs there"),
        ),
        ErrorKind::MappingValueNotAllowed => (
            "a `:` where no value can start",
            Some("put text that holds `: ` in quotes, and check the indentation of this line"),
        ),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockSequenceEntry => (
            "this line continues nothing that is open above it",
            Some("check its indentation against the lines above"),
        ),
        ErrorKind::SimpleKeyExpected => (
            "a key without a `:`",
            Some("check the indentation of this line, or add the `:`"),
        ),
        ErrorKind::ExpectedFlowMappingSeparator => ("expected `,` or `}`", None),
        ErrorKind::ExpectedFlowSequenceSeparator => ("expected `,` or `]`", None),
        ErrorKind::MisplacedFlowCollectionEnd => ("a bracket that closes nothing", None),
        ErrorKind::ExpectedNodeContent => ("expected a value", None),
        ErrorKind::UnknownQuotedScalarEscape => (
            "an unknown escape in double quotes",
            Some("write `\\\\` for a backslash, or use single quotes"),
        ),
        other => return (other.to_string(), None),
    };
    (message.to_owned(), help)
}

/// What is wrong with a text that is written as JSON is: the parser of YAML, which takes more, may
/// stumble over it lines later.
pub(super) fn json(text: &str) -> Option<String> {
    let inner = text.trim_start().strip_prefix('{')?.trim_start();
    if !inner.starts_with(['"', '}']) {
        return None;
    }
    let error = serde_json::from_str::<serde_json::Value>(text).err()?;
    Some(format!("as JSON, the first mistake is: {error}"))
}

const CONTROL: &str = "take it out, or write it as an escape in double quotes";

fn unexpected(character: char) -> (String, Option<&'static str>) {
    let help = match character {
        '%' | '@' | '`' => Some("put a value that starts with this character in quotes"),
        '\u{fffe}' | '\u{ffff}' => Some(CONTROL),
        other if other.is_control() => Some(CONTROL),
        _ => None,
    };
    let message = format!("unexpected character `{}`", character.escape_default());
    (message, help)
}
