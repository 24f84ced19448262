/// How many characters of a text stand in a message.
pub const CLIPPED: usize = 60;

/// Text of a document as it may stand in a message: at most [`CLIPPED`] characters, in one line,
/// without characters that steer a terminal.
pub fn clip(text: &str) -> String {
    let mut clipped: String = text.chars().take(CLIPPED).map(neutral).collect();
    if text.chars().nth(CLIPPED).is_some() {
        clipped.push_str("...");
    }
    clipped
}

/// A character as it may be shown: a blank for white space, U+FFFD for what controls a terminal or
/// the direction of text, or is not seen at all.
pub(super) fn neutral(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' => ' ',
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => '\u{fffd}',
        other if other.is_control() => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clips_by_characters() {
        assert_eq!(clip("short"), "short");
        assert_eq!(clip(&"é".repeat(60)), "é".repeat(60));
        assert_eq!(clip(&"é".repeat(61)), format!("{}...", "é".repeat(60)));
    }

    #[test]
    fn steers_nothing() {
        assert_eq!(clip("a\tb\r\nc"), "a b  c");
        assert_eq!(
            clip("\u{1b}[31m\u{202e}\0\u{85}"),
            "\u{fffd}[31m\u{fffd}\u{fffd}\u{fffd}"
        );
    }
}
