/// Examples are shown up to this many characters.
pub const LONGEST_EXAMPLE: usize = 40;

/// A sentence of ours about an item, `Default: 10.`, with what it quotes of the document kept
/// apart: text of the document is printed as a piece of code, whatever it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fact {
    /// What it is made of, in order.
    pub words: Vec<Words>,
}

/// A part of a [`Fact`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Words {
    /// Our own words, Markdown as it is.
    Own(String),
    /// Text of the document: a pattern, a value.
    Quoted(String),
}

impl Fact {
    /// A fact that starts with words of ours.
    pub fn own(words: impl Into<String>) -> Self {
        Self::default().and(words)
    }

    /// Goes on with words of ours.
    #[must_use]
    pub fn and(mut self, words: impl Into<String>) -> Self {
        self.words.push(Words::Own(words.into()));
        self
    }

    /// Goes on with text of the document.
    #[must_use]
    pub fn quote(mut self, text: impl Into<String>) -> Self {
        self.words.push(Words::Quoted(text.into()));
        self
    }
}
