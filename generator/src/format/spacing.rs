//! Whether a space stands between two tokens.
//!
//! Two rules come before looks: a token that is joint with the next one touches it, and tokens
//! that would be read as another one together do not touch.

use proc_macro2::{Delimiter, Spacing};

/// What was printed last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Last {
    /// Nothing on this line, or an opening delimiter.
    Start,
    /// An identifier, or a keyword that is used like one.
    Word,
    /// A keyword.
    Keyword,
    /// A literal.
    Literal,
    /// A closing delimiter.
    Close,
    /// The end of generic arguments.
    Generic,
    /// The `!` of a macro call.
    Bang,
    /// Punctuation that touches what follows: `&`, `::`, `<`.
    Tight,
    /// Other punctuation.
    Loose,
    /// Punctuation that is joint with what follows, which one.
    Joint(char),
}

/// What is to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// An identifier, a keyword or a literal.
    Text,
    /// A group.
    Open(Delimiter),
    /// Punctuation; whether it is joint, and whether a member's name follows it.
    Punct(char, Spacing, bool),
}

/// Whether a space stands between.
pub(super) fn space(last: Last, next: Next) -> bool {
    if matches!(last, Last::Start | Last::Tight | Last::Joint(_)) {
        return false;
    }
    match next {
        Next::Text => last != Last::Bang,
        Next::Open(Delimiter::Brace) => true,
        Next::Open(_) => matches!(last, Last::Keyword | Last::Literal | Last::Loose),
        Next::Punct(char, spacing, name_follows) => match char {
            ',' | ';' | '?' => false,
            // `self.0.0` would hold the number `0.0`.
            '.' if last == Last::Literal => !name_follows,
            ':' if spacing == Spacing::Joint => matches!(last, Last::Keyword | Last::Loose),
            '.' | '>' | ':' => last == Last::Loose,
            '<' => last == Last::Loose || last == Last::Literal,
            '!' => last != Last::Word,
            _ => true,
        },
    }
}

/// What punctuation is as the last token.
pub(super) fn after(last: Last, char: char, spacing: Spacing) -> Last {
    match (last, char) {
        (Last::Joint(':'), ':') | (Last::Joint('.'), '.') => Last::Tight,
        (Last::Joint(_), '>') => Last::Loose,
        _ if spacing == Spacing::Joint => Last::Joint(char),
        (_, '>') => Last::Generic,
        (Last::Word, '!') => Last::Bang,
        (_, '&' | '<' | '.' | '#' | '$' | '!' | '\'')
        // A sign, not a difference.
        | (Last::Loose | Last::Start | Last::Keyword, '-') => Last::Tight,
        _ => Last::Loose,
    }
}

/// What a word is as the last token.
pub(super) fn word(text: &str) -> Last {
    // Such as are followed by a path, a type or an expression. `pub(super)`, `fn(u8)` and
    // `impl<T>` touch what follows them, so those three are taken as words.
    const KEYWORDS: &[&str] = &[
        "as", "box", "break", "const", "dyn", "else", "enum", "for", "if", "in", "let", "loop",
        "match", "mod", "move", "mut", "ref", "return", "static", "struct", "trait", "type",
        "unsafe", "use", "where", "while", "yield",
    ];
    if KEYWORDS.binary_search(&text).is_ok() {
        Last::Keyword
    } else {
        Last::Word
    }
}
