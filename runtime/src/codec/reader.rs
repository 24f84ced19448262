use super::error::DecodeError;

/// How deep arrays and objects may stand in each other.
const MAX_DEPTH: u32 = 128;

/// Walks over one JSON text, value by value, and checks its grammar on the way.
///
/// Each method takes one value, or one step into or out of an array or object, and leaves the
/// reader behind it. After an error the reader is of no more use.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    depth: u32,
    misfit: Misfit,
    /// How many more bytes may be read again.
    again: usize,
    /// How many unions stand in each other here.
    unions: u32,
    /// Whether the record that was read last had keys that no field has.
    strays: bool,
}

/// Unions read some values more than once; in all so many times the length of the text, and what a
/// small text needs.
const MOST_AGAIN: usize = 64;
const SMALL: usize = 1 << 16;

/// How badly a text fits a type that could read it. Of two types the one with less understands more
/// of the text: one that keeps all comes before one that knows all names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Misfit {
    /// How many keys, items and nulls were passed over, because the type has no place for them, and
    /// how many numbers were rounded and texts will be written in another form.
    lost: u32,
    /// How many keys were kept as raw JSON, and how many values ended in the fallback of an enum or
    /// union; of objects there, how many keys they have.
    unknown: u32,
    /// How many of these values ended in a fallback: a schema allows keys that it does not name, and
    /// no value beside those that it lists.
    kept: u32,
}

impl Misfit {
    /// Whether something of the text would not be written again.
    pub(super) fn loses(self) -> bool {
        self.lost > 0
    }

    /// What was added since an earlier point of the same reader.
    pub(super) fn since(self, earlier: Self) -> Self {
        Self {
            lost: self.lost.saturating_sub(earlier.lost),
            unknown: self.unknown.saturating_sub(earlier.unknown),
            kept: self.kept.saturating_sub(earlier.kept),
        }
    }
}

/// What a JSON value is, by its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// `1.5`
    Number,
    /// `"text"`
    String,
    /// `[...]`
    Array,
    /// `{...}`
    Object,
}

impl<'a> Reader<'a> {
    /// Starts at the front of `text`, behind a byte order mark if there is one.
    pub fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Self {
            text,
            at,
            depth: 0,
            misfit: Misfit::default(),
            again: text.len().saturating_mul(MOST_AGAIN).saturating_add(SMALL),
            unions: 0,
            strays: false,
        }
    }

    /// The same, after checking that the bytes are UTF-8.
    pub fn from_slice(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(text)),
            Err(e) => Err(DecodeError::custom("invalid UTF-8", e.valid_up_to())),
        }
    }

    /// How many bytes lie behind the reader.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// How much of the text had no place of its own so far: keys of objects that no field of a
    /// struct has, whether they were kept as raw JSON or passed over, values of open enums and of
    /// unions that ended in their fallback, and a `null` that was read as absent.
    pub fn unknown(&self) -> u32 {
        self.misfit.lost.saturating_add(self.misfit.unknown)
    }

    /// How badly what was read so far fits its types.
    pub(super) fn misfit(&self) -> Misfit {
        self.misfit
    }

    /// A key that no field of a struct has was kept as raw JSON.
    pub(super) fn count_unknown(&mut self) {
        self.misfit.unknown = self.misfit.unknown.saturating_add(1);
    }

    /// A value ended in a fallback.
    #[doc(hidden)]
    pub fn count_kept(&mut self) {
        self.count_unknown();
        self.misfit.kept = self.misfit.kept.saturating_add(1);
    }

    /// Something was passed over, and will not be written.
    pub(crate) fn count_lost(&mut self) {
        self.misfit.lost = self.misfit.lost.saturating_add(1);
    }

    /// Whether a union is being read, which compares how its branches fit.
    pub(crate) fn is_in_union(&self) -> bool {
        self.unions > 0
    }

    /// Whether the union that is being read is in a branch of another.
    pub(super) fn is_in_outer_union(&self) -> bool {
        self.unions > 1
    }

    /// Goes into a union, which may be a branch of another; the caller goes out again.
    pub(super) fn enter_union(&mut self) -> Result<(), DecodeError> {
        if self.unions == 2 * MAX_DEPTH {
            return Err(self.error("more than 256 unions nested"));
        }
        self.unions += 1;
        Ok(())
    }

    pub(super) fn leave_union(&mut self) {
        self.unions = self.unions.saturating_sub(1);
    }

    /// Whether the record that was read last had keys that no field of it has.
    pub(super) fn had_strays(&self) -> bool {
        self.strays
    }

    /// Says so, at the end of each record.
    pub(super) fn set_strays(&mut self, strays: bool) {
        self.strays = strays;
    }

    /// Pays for what a copy of this reader has read, so many bytes, and will be read again. Values in
    /// values would else be read once more at each level, which is exponential.
    pub(super) fn spend_on(&mut self, bytes: usize) -> Result<(), DecodeError> {
        let left = self.again.checked_sub(bytes);
        self.again = left.unwrap_or_default();
        match left {
            Some(_) => Ok(()),
            None => Err(self.error("too many branches of unions to be tried for this value")),
        }
    }

    /// The same, and for what the copy has paid itself.
    pub(super) fn spend_attempt(&mut self, attempt: &Self) -> Result<(), DecodeError> {
        self.again = self.again.min(attempt.again);
        self.spend_on(attempt.at.saturating_sub(self.at))
    }

    /// What the next value is, without taking it.
    #[inline]
    pub fn peek(&mut self) -> Result<Kind, DecodeError> {
        match self.next_byte() {
            Some(b'n') => Ok(Kind::Null),
            Some(b't' | b'f') => Ok(Kind::Bool),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b'"') => Ok(Kind::String),
            Some(b'[') => Ok(Kind::Array),
            Some(b'{') => Ok(Kind::Object),
            _ => Err(self.expected("a value")),
        }
    }

    /// Takes `null` if that is the next value.
    #[inline]
    pub fn eat_null(&mut self) -> Result<bool, DecodeError> {
        match self.next_byte() {
            Some(b'n') => self.word("null").map(|()| true),
            _ => Ok(false),
        }
    }

    /// Takes `null`.
    pub fn null(&mut self) -> Result<(), DecodeError> {
        match self.next_byte() {
            Some(b'n') => self.word("null"),
            _ => Err(self.expected("null")),
        }
    }

    /// Takes `true` or `false`.
    pub fn bool(&mut self) -> Result<bool, DecodeError> {
        match self.next_byte() {
            Some(b't') => self.word("true").map(|()| true),
            Some(b'f') => self.word("false").map(|()| false),
            _ => Err(self.expected("a boolean")),
        }
    }

    /// Enters an object; true where it has a first entry, whose [`key`](Self::key) comes next.
    ///
    /// ```
    /// # fn main() -> Result<(), restitch::codec::DecodeError> {
    /// let mut reader = restitch::codec::Reader::new(r#"{"a": 1, "b": [2, 3]}"#);
    /// let mut keys = Vec::new();
    /// let mut more = reader.enter_object()?;
    /// while more {
    ///     keys.push(reader.key()?);
    ///     reader.skip()?;
    ///     more = reader.more_in_object()?;
    /// }
    /// reader.finish()?;
    /// assert_eq!(keys, ["a", "b"]);
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn enter_object(&mut self) -> Result<bool, DecodeError> {
        self.enter(b'{', b'}', "an object")
    }

    /// After an entry: true where another follows, false at the end of the object, which is taken.
    #[inline]
    pub fn more_in_object(&mut self) -> Result<bool, DecodeError> {
        self.more(b'}', "`,` or `}`")
    }

    /// Enters an array; true where it has a first element.
    #[inline]
    pub fn enter_array(&mut self) -> Result<bool, DecodeError> {
        self.enter(b'[', b']', "an array")
    }

    /// After an element: true where another follows, false at the end of the array, which is taken.
    #[inline]
    pub fn more_in_array(&mut self) -> Result<bool, DecodeError> {
        self.more(b']', "`,` or `]`")
    }

    /// Takes one value of any kind and checks its grammar.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        match self.peek()? {
            Kind::Null => self.word("null"),
            Kind::Bool => self.bool().map(drop),
            Kind::Number => self.number().map(drop),
            Kind::String => self.skip_string(),
            Kind::Array => self.skip_array(),
            Kind::Object => self.skip_object(),
        }
    }

    /// Takes one value of any kind, as its text.
    pub fn raw(&mut self) -> Result<&'a str, DecodeError> {
        self.peek()?;
        let start = self.at;
        self.skip()?;
        Ok(self.since(start))
    }

    /// Checks that nothing but white space is left.
    pub fn finish(&mut self) -> Result<(), DecodeError> {
        match self.next_byte() {
            None => Ok(()),
            Some(_) => Err(self.expected("the end")),
        }
    }

    /// An error in the caller's words, at the reader's place.
    #[cold]
    pub fn error(&self, message: impl Into<String>) -> DecodeError {
        DecodeError::custom(message, self.at)
    }

    fn skip_array(&mut self) -> Result<(), DecodeError> {
        let mut more = self.enter_array()?;
        while more {
            self.skip()?;
            more = self.more_in_array()?;
        }
        Ok(())
    }

    fn skip_object(&mut self) -> Result<(), DecodeError> {
        let mut more = self.enter_object()?;
        while more {
            self.skip_key()?;
            self.skip()?;
            more = self.more_in_object()?;
        }
        Ok(())
    }

    #[inline]
    fn enter(&mut self, open: u8, close: u8, what: &'static str) -> Result<bool, DecodeError> {
        if self.next_byte() != Some(open) {
            return Err(self.expected(what));
        }
        if self.depth == MAX_DEPTH {
            return Err(self.error("nested more than 128 deep"));
        }
        self.at += 1;
        if self.next_byte() == Some(close) {
            self.at += 1;
            return Ok(false);
        }
        self.depth += 1;
        Ok(true)
    }

    #[inline]
    fn more(&mut self, close: u8, what: &'static str) -> Result<bool, DecodeError> {
        match self.next_byte() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(b) if b == close => {
                self.at += 1;
                self.depth -= 1;
                Ok(false)
            }
            _ => Err(self.expected(what)),
        }
    }

    /// Passes over the white space and looks at the byte behind it.
    #[inline]
    pub(super) fn next_byte(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                other => return other.copied(),
            }
        }
    }

    /// The byte at the reader, white space or not.
    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The text from `start` to the reader; both stand between characters.
    #[inline]
    pub(super) fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn word(&mut self, word: &'static str) -> Result<(), DecodeError> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if !rest.starts_with(word.as_bytes()) {
            return Err(DecodeError::expected(
                "a value",
                "a word that JSON does not have",
                self.at,
            ));
        }
        self.at += word.len();
        Ok(())
    }

    fn starts_with(&self, word: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..);
        rest.is_some_and(|rest| rest.starts_with(word.as_bytes()))
    }

    /// The error that something else stands at the reader than what it should be.
    #[cold]
    pub(super) fn expected(&self, what: &'static str) -> DecodeError {
        let found = match self.byte() {
            None => "the end of the text",
            Some(b'n') if self.starts_with("null") => "null",
            Some(b't') if self.starts_with("true") => "a boolean",
            Some(b'f') if self.starts_with("false") => "a boolean",
            Some(b'n' | b't' | b'f') => "a word that JSON does not have",
            Some(b'-' | b'0'..=b'9') => "a number",
            Some(b'"') => "a string",
            Some(b'[') => "an array",
            Some(b'{') => "an object",
            Some(_) => {
                let rest = self.text.get(self.at..).unwrap_or_default();
                let found = format!("{:?}", rest.chars().next().unwrap_or_default());
                return DecodeError::expected(what, found, self.at);
            }
        };
        DecodeError::expected(what, found, self.at)
    }
}
