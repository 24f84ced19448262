//! Characters that can not stand in an identifier, and how they are spelled.

/// A letter or digit that may stand in an identifier.
pub(super) fn keeps(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let fits = c.is_alphanumeric() && unicode_ident::is_xid_continue(c);
    fits && !joins(c) && !has_twin(c) && !is_form(c)
}

/// What cuts no word: an apostrophe (`don't` is dont), and an accent that stands alone.
pub(super) fn is_mark(c: char) -> bool {
    c == '\'' || c == '\u{2019}' || joins(c)
}

/// A mark that joins the letter before it: in an identifier that would be one letter, which may
/// also be written as one.
fn joins(c: char) -> bool {
    let inside = unicode_ident::is_xid_continue(c) && !unicode_ident::is_xid_start(c);
    let modifies = matches!(c, '\u{2b0}'..='\u{2ff}');
    modifies || inside && !c.is_numeric() && c != '_'
}

/// Letters that the compiler takes for another one, alone or with their neighbours, since it
/// brings identifiers into Unicode's normal form C: parts of Hangul and Kirat Rai syllables,
/// Greek's second set of accents, compatibility ideographs.
fn has_twin(c: char) -> bool {
    matches!(c, '\u{374}' | '\u{1100}'..='\u{11ff}' | '\u{1f00}'..='\u{1fff}'
        | '\u{f900}'..='\u{faff}' | '\u{16d40}'..='\u{16d7f}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Letters that are another one in a form for print or phonetics: the compiler warns of them, and of no
/// lint of that kind can a part of a crate be exempt. The last three are such in lower case.
fn is_form(c: char) -> bool {
    matches!(c, 'ª' | 'º' | '\u{1d00}'..='\u{1dbf}' | '\u{2070}'..='\u{218f}' | '\u{2460}'..='\u{24ff}'
        | '\u{3131}'..='\u{318e}' | '\u{fb00}'..='\u{fb4f}' | '\u{fe70}'..='\u{feff}' | '\u{ff00}'..='\u{ffef}'
        | '\u{1d400}'..='\u{1d7ff}' | '\u{2c63}' | '\u{a77d}' | '\u{a7c6}')
}

/// A sign that means something where a name begins with it: `-created` is not `created`.
pub(super) fn leads(c: char) -> bool {
    matches!(c, '+' | '-' | '*' | '<' | '>' | '=' | '!' | '~')
}

/// A sign that means something where a name of so many characters ends with it: `C++`, `C#`,
/// `50%`, `text/*`, and `A-`, where a longer name only has one dash too many.
pub(super) fn trails(c: char, name: usize) -> bool {
    matches!(c, '+' | '*' | '#' | '%') || c == '-' && name <= 3
}

/// What only keeps words apart, where it stands between them.
pub(super) fn separates(c: char) -> bool {
    matches!(c, '_' | '-' | '.' | '/') || c.is_whitespace()
}

/// The word for a character, its number where it has none.
pub(super) fn symbol(c: char) -> String {
    let word = match c {
        '+' => "plus",
        '-' | '\u{2212}' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '!' => "not",
        '~' => "tilde",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '_' => "underscore",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '@' => "at",
        '#' => "hash",
        '$' => "dollar",
        '?' => "question",
        '^' => "caret",
        '(' | ')' | '[' | ']' | '{' | '}' => "bracket",
        '"' | '\'' | '`' => "quote",
        c if c.is_whitespace() => "space",
        c => return format!("u{:x}", u32::from(c)),
    };
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_a_form_in_another_case() {
        let kept = ('\0'..=char::MAX).filter(|c| keeps(*c));
        let forms = kept.filter(|c| c.to_lowercase().chain(c.to_uppercase()).any(is_form));
        assert_eq!(forms.collect::<String>(), "");
    }
}
