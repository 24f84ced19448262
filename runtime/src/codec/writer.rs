use super::error::EncodeError;
use super::record::FieldInfo;
use super::strings::{is_plain, special};

/// Writes one JSON text.
///
/// Nothing it does returns an error: it keeps its first failure, and [`Writer::finish`] reports it.
/// Commas and colons are its caller's business, see [`put_array`](super::put_array).
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    /// The field whose value comes next, if there is one: its key is written with the value.
    field: Option<&'static FieldInfo>,
    failure: Option<EncodeError>,
}

impl Writer {
    /// Nothing written yet. What is written is mostly a value or a small object.
    pub fn new() -> Self {
        Self {
            out: String::with_capacity(64),
            ..Self::default()
        }
    }

    /// Writes text that is JSON already.
    #[inline]
    pub fn raw(&mut self, json: &str) {
        self.present();
        self.out.push_str(json);
    }

    /// Says that the value is not there: the object leaves the field out, if it need not have it, and
    /// anything else writes `null`.
    #[inline]
    pub fn absent(&mut self) {
        match self.field {
            Some(field) if !field.is_required() => self.field = None,
            _ => self.null(),
        }
    }

    /// The value is there, even if it is a `null`.
    #[inline]
    pub fn present(&mut self) {
        if let Some(field) = self.field.take() {
            self.put_key(field);
        }
    }

    /// The value of this field comes next.
    #[inline]
    pub(super) fn expect(&mut self, field: &'static FieldInfo) {
        self.field = Some(field);
    }

    /// Writes the key of a field, with the comma before it unless it is the object's first.
    fn put_key(&mut self, field: &'static FieldInfo) {
        if field.is_escaped() {
            self.comma();
            return self.key(field.name());
        }
        let first = usize::from(self.is_first());
        self.out
            .push_str(field.quoted().get(first..).unwrap_or_default());
    }

    /// Begins an object.
    pub(super) fn open(&mut self) {
        self.raw("{");
    }

    /// Ends an object.
    pub(super) fn close(&mut self) {
        self.field = None;
        self.raw("}");
    }

    /// The comma before a member, unless it is the first.
    pub(super) fn comma(&mut self) {
        self.field = None;
        if !self.is_first() {
            self.raw(",");
        }
    }

    /// Whether an object was just begun: no value ends like this.
    fn is_first(&self) -> bool {
        self.out.as_bytes().last() == Some(&b'{')
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.raw("null");
    }

    /// Writes `true` or `false`.
    pub fn bool(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// Writes an integer.
    pub fn integer(&mut self, value: impl itoa::Integer) {
        self.raw(itoa::Buffer::new().format(value));
    }

    /// Writes the shortest number that reads as `value` again. NaN and the infinities have no text
    /// in JSON and are failures.
    pub fn f64(&mut self, value: f64) {
        if value.is_finite() {
            self.raw(zmij::Buffer::new().format_finite(value));
        } else {
            self.fail(format!("JSON has no number for {value}"));
        }
    }

    /// Writes a string with its quotation marks and escapes.
    pub fn string(&mut self, text: &str) {
        self.present();
        self.out.push('"');
        if is_plain(text.as_bytes()) {
            self.out.push_str(text);
        } else {
            self.escaped(text);
        }
        self.out.push('"');
    }

    #[cold]
    fn escaped(&mut self, text: &str) {
        let mut start = 0;
        loop {
            let end = special(text.as_bytes(), start);
            self.raw(text.get(start..end).unwrap_or_default());
            match text.as_bytes().get(end) {
                Some(&byte) => self.escape(byte),
                None => return,
            }
            start = end + 1;
        }
    }

    /// Writes a key and its colon.
    #[inline]
    pub fn key(&mut self, key: &str) {
        self.string(key);
        self.out.push(':');
    }

    /// Keeps `message` as the failure, if it is the first.
    #[cold]
    pub fn fail(&mut self, message: impl Into<String>) {
        if self.failure.is_none() {
            self.failure = Some(EncodeError::new(message.into()));
        }
    }

    /// Whether something failed, so that going on is of no use.
    #[inline]
    pub fn failed(&self) -> bool {
        self.failure.is_some()
    }

    /// The text, or the first failure.
    pub fn finish(self) -> Result<String, EncodeError> {
        match self.failure {
            None => Ok(self.out),
            Some(failure) => Err(failure),
        }
    }

    /// The failure, for adding a step to its path on the way out.
    pub(super) fn failure(&mut self) -> Option<&mut EncodeError> {
        self.failure.as_mut()
    }

    #[cold]
    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x08 => "\\b",
            0x0c => "\\f",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            _ => {
                self.raw("\\u00");
                self.raw(if byte < 0x10 { "0" } else { "1" });
                return self.out.push(hex(byte & 0x0f));
            }
        };
        self.raw(short);
    }
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or('0')
}
