use crate::Value;

/// What means something in a URL, a header, a cookie, JSON or a template, and what is not text at
/// all. Some of it is percent-encoded already.
const HOSTILE: [&str; 64] = [
    "",
    "a",
    "b",
    "Z",
    "0",
    "9",
    "-",
    ".",
    "..",
    "_",
    "~",
    " ",
    "%",
    "%20",
    "%2F",
    "%zz",
    "%4",
    "!",
    "\"",
    "#",
    "$",
    "&",
    "'",
    "(",
    ")",
    "*",
    "+",
    ",",
    "/",
    ":",
    ";",
    "<",
    "=",
    ">",
    "?",
    "@",
    "[",
    "\\",
    "]",
    "^",
    "`",
    "{",
    "|",
    "}",
    "{v}",
    "\r\n",
    "\n",
    "\t",
    "\0",
    "\u{7f}",
    "\u{80}",
    "é",
    "ß",
    "中",
    "🦀",
    "e\u{301}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffd}",
    "\u{10ffff}",
    "//",
    "null",
    "true",
];

/// Values that look random, the same in every run. A linear congruential generator (Knuth's
/// constants), of which the upper bits are used.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        let state = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = state.wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// Below `n`, which is not zero.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next()).unwrap_or(0) % n
    }

    /// Text of a few hostile pieces.
    pub fn text(&mut self) -> String {
        let length = self.below(6);
        let pieces = (0..length).map(|_| HOSTILE[self.below(HOSTILE.len())]);
        pieces.collect()
    }

    /// A scalar; `null` seldom.
    pub fn scalar(&mut self) -> Value {
        match self.below(12) {
            0 => Value::Null,
            1 => Value::Bare(if self.below(2) == 0 { "true" } else { "false" }.to_owned()),
            2 | 3 => Value::Bare(format!(
                "{}{}",
                ["", "-"][self.below(2)],
                1 + self.below(100_000)
            )),
            _ => Value::Text(self.text()),
        }
    }

    /// A scalar, or a list or object of them.
    pub fn value(&mut self) -> Value {
        match self.below(3) {
            0 => self.scalar(),
            1 => {
                let length = self.below(5);
                Value::List((0..length).map(|_| self.scalar()).collect())
            }
            _ => self.object(Self::scalar),
        }
    }

    /// A value that is nested, without `null`.
    pub fn nested(&mut self, depth: usize) -> Value {
        match self.below(if depth == 0 { 1 } else { 3 }) {
            0 => Value::Text(self.text()),
            1 => {
                let length = self.below(4);
                Value::List((0..length).map(|_| self.nested(depth - 1)).collect())
            }
            _ => self.object(|random| random.nested(depth - 1)),
        }
    }

    /// Keys begin with a letter: `JavaScript` moves those that are numbers to the front.
    fn object(&mut self, mut value: impl FnMut(&mut Self) -> Value) -> Value {
        let length = self.below(5);
        let mut members: Vec<(String, Value)> = Vec::new();
        for at in 0..length {
            let letter = ["k", "l", "m", "n", "o"][at];
            members.push((format!("{letter}{}", self.text()), value(self)));
        }
        Value::Object(members)
    }
}
