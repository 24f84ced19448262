//! A field of a struct.

use proc_macro::{Ident, TokenTree};

use crate::attribute::Wire;
use crate::case::Case;
use crate::fault::Fault;
use crate::types::{inside, is_converted, is_of_runtime, text};

const WORDS: &[&str] = &["required", "optional", "nullable", "into", "rest", "needed"];
const VALUES: &[&str] = &["new", "header"];

/// A field, as it is declared.
pub(crate) struct Field {
    pub(crate) name: Ident,
    /// The name, as it is written.
    pub(crate) text: String,
    pub(crate) ty: Vec<TokenTree>,
    /// The type that its setter takes; of a field without a setter its own.
    pub(crate) value: Vec<TokenTree>,
    pub(crate) presence: Presence,
    /// What the runtime's table calls it.
    pub(crate) word: &'static str,
    wire: Wire,
}

/// Whether a field may be absent.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Presence {
    Required,
    Optional,
    Nullable,
}

impl Field {
    pub(crate) fn new(name: Ident, ty: Vec<TokenTree>, wire: Wire) -> Result<Self, Fault> {
        wire.only(WORDS, VALUES)?;
        if ty.is_empty() {
            return Err(Fault::new("expected a type", name.span()));
        }
        let presence = presence(&ty, &wire);
        let value = match presence {
            Presence::Required => &ty,
            Presence::Optional => inside(&ty, "Option").unwrap_or(&ty),
            Presence::Nullable => {
                let once = inside(&ty, "Option").unwrap_or(&ty);
                inside(once, "Option").unwrap_or(once)
            }
        };
        // A type of the user's: the setter takes it, and not what holds it.
        let foreign = match presence {
            Presence::Required => None,
            _ => inside(value, "Foreign"),
        };
        Ok(Self {
            text: name.to_string(),
            name,
            value: foreign.unwrap_or(value).to_vec(),
            presence,
            word: match (presence, foreign.is_some()) {
                (Presence::Required, _) => "required",
                (Presence::Optional, false) => "optional",
                (Presence::Optional, true) => "optional_foreign",
                (Presence::Nullable, false) => "nullable",
                (Presence::Nullable, true) => "nullable_foreign",
            },
            ty,
            wire,
        })
    }

    /// Whether it holds what no other field names.
    pub(crate) fn is_rest(&self) -> bool {
        self.wire.has("rest") || is_of_runtime(&self.ty, "Extra")
    }

    /// The type that `new` takes what turns into, where it does.
    pub(crate) fn is_converted(&self) -> bool {
        self.wire.has("into") || is_converted(&self.ty)
    }

    /// Refuses what only a part of a multipart body has.
    pub(crate) fn is_no_part(&self) -> Result<(), Fault> {
        if self.header().is_some() || self.is_needed() {
            return Err(Fault::new("only parts have headers", self.name.span()));
        }
        Ok(())
    }

    /// Whether it is a file, or a list of files.
    pub(crate) fn is_files(&self) -> bool {
        let value = inside(&self.ty, "Option").unwrap_or(&self.ty);
        is_of_runtime(inside(value, "Vec").unwrap_or(value), "File")
    }

    /// The part that it is a header of, as a literal.
    pub(crate) fn header(&self) -> Option<String> {
        self.wire.value("header").map(text)
    }

    /// Whether the part is not sent without that header.
    pub(crate) fn is_needed(&self) -> bool {
        self.wire.has("needed")
    }

    /// What `new` sets it to.
    pub(crate) fn preset(&self) -> Option<&[TokenTree]> {
        self.wire.value("new")
    }

    /// Its name on the wire, as it stands in a literal, and whether JSON writes it with escapes.
    pub(crate) fn wire_name(&self, case: Case) -> (String, bool) {
        match &self.wire.name {
            Some(name) => (
                name.clone(),
                name.contains('\\') && needs_escapes(&unescaped(name)),
            ),
            None => (case(self.text.trim_start_matches("r#")), false),
        }
    }

    /// The same, with what is escaped as it is.
    pub(crate) fn sort_key(&self, case: Case) -> String {
        unescaped(&self.wire_name(case).0)
    }
}

/// By its words, else by its type.
fn presence(ty: &[TokenTree], wire: &Wire) -> Presence {
    let words = [
        ("required", Presence::Required),
        ("optional", Presence::Optional),
        ("nullable", Presence::Nullable),
    ];
    let mut words = words.into_iter();
    if let Some((_, said)) = words.find(|(word, _)| wire.has(word)) {
        return said;
    }
    match inside(ty, "Option").map(|inner| inside(inner, "Option")) {
        None => Presence::Required,
        Some(None) => Presence::Optional,
        Some(Some(_)) => Presence::Nullable,
    }
}

/// Whether JSON writes a key with escapes.
fn needs_escapes(key: &str) -> bool {
    key.chars().any(|c| c < ' ' || c == '"' || c == '\\')
}

/// What a literal says, as `quote` writes it.
fn unescaped(quoted: &str) -> String {
    let mut chars = quoted.chars();
    let mut text = String::new();
    while let Some(char) = chars.next() {
        let escaped = if char == '\\' { chars.next() } else { None };
        text.extend(match escaped {
            None => Some(char),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('0') => Some('\0'),
            Some('x') => {
                let digits: String = chars.by_ref().take(2).collect();
                u8::from_str_radix(&digits, 16).ok().map(char::from)
            }
            Some('u') => {
                let digits = chars.by_ref().skip(1).take_while(|digit| *digit != '}');
                let code = u32::from_str_radix(&digits.collect::<String>(), 16);
                code.ok().and_then(char::from_u32)
            }
            Some(other) => Some(other),
        });
    }
    text
}
