//! JSON, as most large documents are written, without the machinery that YAML needs.

use super::limits::Budget;
use crate::tree::{Entry, FileId, Map, Node, Place, Value};

/// What is nested deeper is left to the reader of YAML, which does not recurse.
const DEEPEST: usize = 128;

/// Reads a text that is one JSON object, and nothing wrong with it. `None` of any other: the reader
/// of YAML, of which JSON is a part, takes it from the start and says what is wrong.
pub(super) fn read(file: FileId, text: &str, budget: &mut Budget) -> Option<Node> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Json {
        file,
        text: body,
        skipped: text.len() - body.len(),
        now: 0,
        line: 1,
        line_start: 0,
        left: budget.nodes_left(),
    };
    reader.blanks();
    if reader.peek() != Some(b'{') {
        return None;
    }
    let root = reader.value(budget.limits.depth.min(DEEPEST))?;
    reader.blanks();
    if reader.peek().is_some() {
        return None;
    }
    budget.keep_nodes(reader.left);
    Some(root)
}

/// A text, and how far it was read.
struct Json<'t> {
    file: FileId,
    /// The text without its byte order mark.
    text: &'t str,
    /// Bytes of the byte order mark.
    skipped: usize,
    /// The byte that comes next.
    now: usize,
    line: u32,
    /// Where the line would start if all its characters up to here were of one byte.
    line_start: usize,
    /// How many more nodes and keys there may be.
    left: usize,
}

impl Json<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.now).copied()
    }

    /// Goes over a byte, if it comes next.
    fn eat(&mut self, byte: u8) -> Option<()> {
        if self.peek() != Some(byte) {
            return None;
        }
        self.now += 1;
        Some(())
    }

    fn blanks(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' => self.now += 1,
                b'\r' if self.text.as_bytes().get(self.now + 1) == Some(&b'\n') => self.now += 1,
                // The former is a line break of YAML by itself too.
                b'\r' | b'\n' => self.new_line(),
                _ => return,
            }
        }
    }

    fn new_line(&mut self) {
        self.now += 1;
        self.line += 1;
        self.line_start = self.now;
    }

    /// Where what comes next stands.
    fn place(&self) -> Option<Place> {
        Some(Place {
            file: self.file,
            offset: u32::try_from(self.now + self.skipped).ok()?,
            line: self.line,
            column: u32::try_from(self.now - self.line_start + 1).ok()?,
        })
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        let at = self.place()?;
        self.left = self.left.checked_sub(1)?;
        let value = match self.peek()? {
            b'{' => Value::Object(self.object(depth.checked_sub(1)?)?),
            b'[' => Value::Array(self.array(depth.checked_sub(1)?)?),
            b'"' => Value::String(self.string()?),
            b't' => self.word("true", Value::Bool(true))?,
            b'f' => self.word("false", Value::Bool(false))?,
            b'n' => self.word("null", Value::Null)?,
            _ => Value::Number(self.number()?),
        };
        Some(Node::new(value, at))
    }

    fn object(&mut self, depth: usize) -> Option<Map> {
        let mut map = Map::default();
        self.now += 1;
        self.blanks();
        if self.eat(b'}').is_some() {
            return Some(map);
        }
        loop {
            let at = self.place()?;
            self.left = self.left.checked_sub(1)?;
            let key = self.string()?;
            if map.has(&key) {
                return None;
            }
            self.blanks();
            self.eat(b':')?;
            self.blanks();
            let node = self.value(depth)?;
            map.push(Entry { key, at, node });
            if !self.goes_on(b'}')? {
                return Some(map);
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<Vec<Node>> {
        let mut items = Vec::new();
        self.now += 1;
        self.blanks();
        if self.eat(b']').is_some() {
            return Some(items);
        }
        loop {
            items.push(self.value(depth)?);
            if !self.goes_on(b']')? {
                return Some(items);
            }
        }
    }

    /// Goes over a comma and the blanks around it, or over what closes.
    fn goes_on(&mut self, closing: u8) -> Option<bool> {
        self.blanks();
        if self.eat(closing).is_some() {
            return Some(false);
        }
        self.eat(b',')?;
        self.blanks();
        Some(true)
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        let rest = self.text.get(self.now..)?;
        rest.starts_with(word).then(|| {
            self.now += word.len();
            value
        })
    }

    fn string(&mut self) -> Option<String> {
        self.eat(b'"')?;
        let rest = self.text.get(self.now..)?;
        let mut length = rest.find('"')?;
        while is_escaped(rest.get(..length)?) {
            length += 1 + rest.get(length + 1..)?.find('"')?;
        }
        let raw = rest.get(..length)?;
        let quoted = self.text.get(self.now - 1..self.now + length + 1)?;
        self.now += length + 1;
        if !raw.is_ascii() {
            self.line_start += raw.len() - raw.chars().count();
        }
        if raw.contains('\\') {
            return serde_json::from_str(quoted).ok();
        }
        let is_plain = raw.bytes().all(|byte| byte >= b' ');
        is_plain.then(|| raw.to_owned())
    }

    /// A number in JSON's grammar, as written.
    fn number(&mut self) -> Option<String> {
        let start = self.now;
        let _ = self.eat(b'-');
        if self.eat(b'0').is_none() {
            self.digits()?;
        }
        if self.eat(b'.').is_some() {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.now += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.now += 1;
            }
            self.digits()?;
        }
        Some(self.text.get(start..self.now)?.to_owned())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.now;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.now += 1;
        }
        (self.now > start).then_some(())
    }
}

/// Whether what comes behind a text has a backslash before it that is not escaped itself.
fn is_escaped(text: &str) -> bool {
    let head = text.trim_end_matches('\\');
    (text.len() - head.len()) % 2 == 1
}
