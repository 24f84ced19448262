use std::borrow::Cow;
use std::fmt;

/// Why a JSON text could not be read as the type asked for.
///
/// It is one pointer wide, and knows the place twice: as the offset in bytes and as the JSON path.
pub struct DecodeError(Box<Inner<Problem>>);

/// Why a value can not be written as JSON: a number that JSON has no text for, or a `Serialize`
/// that failed.
pub struct EncodeError(Box<Inner<String>>);

struct Inner<P> {
    problem: P,
    offset: usize,
    /// From the inside out: steps are added while the error travels up.
    path: Vec<Step>,
}

enum Problem {
    Expected {
        what: &'static str,
        found: Cow<'static, str>,
    },
    OutOfRange {
        number: String,
        of: &'static str,
    },
    Missing(&'static str),
    Custom(String),
}

enum Step {
    Key(String),
    Index(usize),
}

impl DecodeError {
    fn new(problem: Problem, offset: usize) -> Self {
        let path = Vec::new();
        Self(Box::new(Inner {
            problem,
            offset,
            path,
        }))
    }

    /// An error in the caller's words, at `offset` bytes into the text.
    #[cold]
    pub fn custom(message: impl Into<String>, offset: usize) -> Self {
        Self::new(Problem::Custom(message.into()), offset)
    }

    #[cold]
    pub(crate) fn expected(
        what: &'static str,
        found: impl Into<Cow<'static, str>>,
        offset: usize,
    ) -> Self {
        let found = found.into();
        Self::new(Problem::Expected { what, found }, offset)
    }

    /// A string that is not of its format. Without `text` it is not shown; `why` may be empty.
    #[cold]
    pub(crate) fn unfit(what: &'static str, text: Option<&str>, why: &str, offset: usize) -> Self {
        let mut found = match text {
            Some(text) => format!("{:?}", shortened(text)),
            None => "a string that is none".to_owned(),
        };
        if !why.is_empty() {
            found.push_str(": ");
            found.push_str(why);
        }
        Self::expected(what, found, offset)
    }

    #[cold]
    pub(crate) fn out_of_range(number: &str, of: &'static str, offset: usize) -> Self {
        let number = shortened(number).into_owned();
        Self::new(Problem::OutOfRange { number, of }, offset)
    }

    #[cold]
    pub(crate) fn missing(field: &'static str, offset: usize) -> Self {
        Self::new(Problem::Missing(field), offset)
    }

    /// The same error, seen from the object that holds the value under `key`.
    #[cold]
    #[must_use]
    pub fn under_key(mut self, key: &str) -> Self {
        self.0.path.push(Step::Key(key.to_owned()));
        self
    }

    /// The same error, seen from the array that holds the value at `index`.
    #[cold]
    #[must_use]
    pub fn under_index(mut self, index: usize) -> Self {
        self.0.path.push(Step::Index(index));
        self
    }

    /// Where the value stands: `$.scopes[3]`, `$["a key"].b`, `$` for the whole text. Of a long key
    /// the beginning only.
    pub fn path(&self) -> String {
        path_text(&self.0.path)
    }

    /// The offset in bytes into the text.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> String {
        match &self.0.problem {
            Problem::Expected { what, found } => format!("expected {what}, found {found}"),
            Problem::OutOfRange { number, of } => format!("{number} is out of range of {of}"),
            Problem::Missing(field) => {
                format!("the required field `{}` is missing", field.escape_debug())
            }
            Problem::Custom(message) => message.clone(),
        }
    }
}

impl EncodeError {
    #[cold]
    pub(crate) fn new(problem: String) -> Self {
        let (offset, path) = (0, Vec::new());
        Self(Box::new(Inner {
            problem,
            offset,
            path,
        }))
    }

    #[cold]
    pub(crate) fn push_key(&mut self, key: &str) {
        self.0.path.push(Step::Key(key.to_owned()));
    }

    #[cold]
    pub(crate) fn push_index(&mut self, index: usize) {
        self.0.path.push(Step::Index(index));
    }

    /// Where the value stands, as in [`DecodeError::path`].
    pub fn path(&self) -> String {
        path_text(&self.0.path)
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> &str {
        &self.0.problem
    }
}

fn path_text(steps: &[Step]) -> String {
    use fmt::Write as _;
    let mut text = String::from("$");
    for step in steps.iter().rev() {
        // Writing to a `String` does not fail.
        let _ = match step {
            Step::Key(key) if is_simple(key) => write!(text, ".{key}"),
            Step::Key(key) => write!(text, "[{:?}]", shortened(key)),
            Step::Index(index) => write!(text, "[{index}]"),
        };
    }
    text
}

fn is_simple(key: &str) -> bool {
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    key.len() <= LONGEST
        && key.bytes().all(word)
        && !key.starts_with(|c: char| c.is_ascii_digit())
        && !key.is_empty()
}

/// The longest number or key that a message shows whole.
const LONGEST: usize = 48;

/// An answer's numbers and keys may have millions of characters; messages should not.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    shortened_to(text, LONGEST)
}

/// The text, or of one that is longer than so many bytes the beginning.
pub(super) fn shortened_to(text: &str, longest: usize) -> Cow<'_, str> {
    if text.len() <= longest {
        return Cow::Borrowed(text);
    }
    let count = text.chars().count();
    let head: String = text.chars().take(longest.saturating_sub(8)).collect();
    Cow::Owned(format!("{head}... ({count} characters)"))
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, path) = (self.message(), self.path());
        write!(f, "{message} at {path} (byte {})", self.0.offset)
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.message(), self.path())
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({self})")
    }
}

impl fmt::Debug for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EncodeError({self})")
    }
}

impl std::error::Error for DecodeError {}
impl std::error::Error for EncodeError {}
