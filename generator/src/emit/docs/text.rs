//! Characters that no comment may hold.

/// The text with one kind of line end, tabs as four spaces, and the replacement character for
/// what a compiler refuses in comments or what would show lines other than they are: control
/// characters and those that change the direction of text.
pub(super) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' => {
                chars.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' => clean.push('\n'),
            '\t' => clean.push_str("    "),
            _ if char.is_control() || is_directional(char) => {
                clean.push(char::REPLACEMENT_CHARACTER);
            }
            _ => clean.push(char),
        }
    }
    clean
}

fn is_directional(char: char) -> bool {
    matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_one_way_and_controls_are_gone() {
        for (input, expect) in [
            ("a\r\nb\rc\n", "a\nb\nc\n"),
            ("a\tb", "a    b"),
            ("a\u{0}\u{1b}\u{85}b", "a\u{fffd}\u{fffd}\u{fffd}b"),
            (
                "\u{202e}evil\u{2066}x\u{2069}",
                "\u{fffd}evil\u{fffd}x\u{fffd}",
            ),
            ("שלום 🎉", "שלום 🎉"),
        ] {
            assert_eq!(clean(input), expect, "{input:?}");
        }
    }
}
