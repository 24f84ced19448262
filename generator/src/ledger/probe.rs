//! Marks: what stands in the generated code of a document in which texts and bounds are replaced by
//! such as stand nowhere else.

use std::collections::{HashMap, HashSet};

use crate::tree::{Node, Pointer, Tree, Value};

/// A question, by its number: whether its mark stands in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Probe(u32);

/// What is written into the document.
#[derive(Clone, Debug)]
enum Change {
    /// The node becomes the mark.
    Text,
    /// The object at the pointer has the mark at a key, whatever stood there.
    Member(&'static str, bool),
}

/// The questions.
#[derive(Debug, Default)]
pub(crate) struct Probes {
    asked: Vec<(Pointer, Change)>,
    known: HashMap<(Pointer, &'static str), u32>,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    texts: HashSet<u32>,
    numbers: HashSet<u32>,
}

/// Numbers from here on are marks: integers of 64 bits, exact as floating point.
const FIRST: u64 = 3_000_000_000_000_000;
const DIGITS: usize = 16;
/// How texts begin that are marks; then letters, since a name may be made of them.
const HEAD: &str = "zq";
const LETTERS: u32 = 6;

impl Probes {
    /// Asks of a text whether it is in the code.
    pub(super) fn text(&mut self, at: &Pointer) -> Probe {
        self.ask(at, "", Change::Text)
    }

    /// Asks whether the code has a text that the object at a pointer has at a key.
    pub(super) fn member(&mut self, at: &Pointer, key: &'static str) -> Probe {
        self.ask(at, key, Change::Member(key, false))
    }

    /// Asks the same of a number.
    pub(super) fn number(&mut self, at: &Pointer, key: &'static str) -> Probe {
        self.ask(at, key, Change::Member(key, true))
    }

    /// Who asks again is given the same question: one mark would take another's place.
    fn ask(&mut self, at: &Pointer, key: &'static str, change: Change) -> Probe {
        let next = u32::try_from(self.asked.len()).unwrap_or(u32::MAX);
        let number = *self.known.entry((at.clone(), key)).or_insert(next);
        if number == next {
            self.asked.push((at.clone(), change));
        }
        Probe(number)
    }

    /// Writes the marks.
    pub(crate) fn mark(&self, tree: &mut Tree) {
        for (number, (at, change)) in (0..).zip(&self.asked) {
            let Some(node) = tree.get_mut(at) else {
                continue;
            };
            match change {
                Change::Text => node.value = Value::String(word(number)),
                Change::Member(key, numeric) => {
                    let value = if *numeric {
                        Value::Number((FIRST + u64::from(number)).to_string())
                    } else {
                        Value::String(word(number))
                    };
                    let at = node.at;
                    if let Some(map) = node.as_map_mut() {
                        map.set(key, Node::new(value, at));
                    }
                }
            }
        }
    }

    /// Reads which of them stand in the code.
    pub(crate) fn found(code: &str) -> Found {
        let mut found = Found::default();
        let code = code.to_ascii_lowercase();
        for (at, _) in code.match_indices(HEAD) {
            let letters = code.get(at + HEAD.len()..at + HEAD.len() + LETTERS as usize);
            found.texts.extend(letters.and_then(number));
        }
        for digits in code.split(|c: char| !c.is_ascii_digit()) {
            let number = digits.parse::<u64>().ok();
            let number = number.filter(|_| digits.len() == DIGITS);
            let number = number.and_then(|number| number.checked_sub(FIRST));
            let number = number.and_then(|number| u32::try_from(number).ok());
            found.numbers.extend(number);
        }
        found
    }
}

impl Found {
    /// Whether a mark was there.
    pub(super) fn has(&self, probe: Probe) -> bool {
        self.texts.contains(&probe.0) || self.numbers.contains(&probe.0)
    }
}

fn word(number: u32) -> String {
    let mut letters = String::from(HEAD);
    let mut rest = number;
    let mut tail = Vec::new();
    for _ in 0..LETTERS {
        // `q` stands in the head alone.
        let letter = u8::try_from(rest % 16).unwrap_or_default();
        tail.push(char::from(b'a' + letter));
        rest /= 16;
    }
    letters.extend(tail);
    letters
}

fn number(letters: &str) -> Option<u32> {
    let mut number = 0;
    for letter in letters.bytes().rev() {
        let digit = letter.checked_sub(b'a').filter(|digit| *digit < 16)?;
        number = number * 16 + u32::from(digit);
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_back() {
        for at in [0, 1, 15, 16, 12_345, 1_000_000] {
            let word = word(at);
            let pascal = word[..1].to_uppercase() + &word[1..];
            let code = format!("/// {word}\npub struct {pascal}(u8); // {}", FIRST + 9);
            let found = Probes::found(&code);
            assert!(found.has(Probe(at)), "{word}");
            assert!(found.has(Probe(9)) && !found.has(Probe(10)));
        }
    }
}
