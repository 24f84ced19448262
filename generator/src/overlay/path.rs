//! `JSONPath` (RFC 9535), as overlays write it.

use serde_json::Value as Json;
use serde_json_path::{JsonPath, NormalizedPath};

use crate::diag::{Code, Diagnostic, clip};
use crate::tree::{FileId, Place, Pointer};

/// Longer and deeper ones are refused: the parser is recursive.
const MOST_BYTES: usize = 4096;
const MOST_BRACKETS: usize = 100;

/// A path, and where the overlay says it.
#[derive(Debug)]
pub(super) struct Path {
    pub(super) text: String,
    pub(super) at: Place,
    pub(super) pointer: Pointer,
    query: JsonPath,
}

impl Path {
    /// From its text; `file` is the text of the overlay.
    pub(super) fn parse(
        text: &str,
        at: Place,
        pointer: Pointer,
        file: &str,
    ) -> Result<Self, Box<Diagnostic>> {
        let brackets = text.matches(['[', '(', '!']).count();
        if text.len() > MOST_BYTES || brackets > MOST_BRACKETS {
            let message = "the JSONPath is longer than any that is read";
            let help = format!("{MOST_BYTES} bytes and {MOST_BRACKETS} brackets are read");
            let found = Diagnostic::new(Code::BAD_OVERLAY, message, pointer, Some(at));
            return Err(Box::new(found.help(help)));
        }
        match JsonPath::parse(text) {
            Ok(query) => Ok(Self {
                text: text.to_owned(),
                at,
                pointer,
                query,
            }),
            Err(error) => {
                let at = within(file, at, text, error.position());
                let why = match error.message() {
                    "parser error" => String::new(),
                    why => format!(": {}", clip(why)),
                };
                let shown = clip(text);
                let message = format!("`{shown}` is no JSONPath from here on{why}");
                let found = Diagnostic::new(Code::BAD_OVERLAY, message, pointer, Some(at));
                Err(Box::new(found.help(help(text))))
            }
        }
    }

    /// What it selects, each once, outer nodes and lower indexes first.
    pub(super) fn find(&self, image: &Json) -> Vec<Pointer> {
        let found = self.query.query_located(image).dedup();
        let pointers = found.locations().map(NormalizedPath::to_json_pointer);
        let root = FileId::default();
        pointers
            .filter_map(|text| Pointer::parse(root, &text))
            .collect()
    }
}

/// What a path without its end selects; nothing where that is no path.
pub(super) fn select<'i>(text: &str, image: &'i Json) -> Vec<&'i Json> {
    let query = JsonPath::parse(text).ok();
    query.map_or_else(Vec::new, |query| query.query(image).all())
}

fn help(text: &str) -> &'static str {
    if text.starts_with('$') {
        "a name with other characters than letters, digits and `_` stands in brackets: \
         `$.paths['/pets']['x-name']`"
    } else {
        "a path starts with `$`, the whole document: `$.paths['/pets'].get`"
    }
}

/// The place of a byte of a string, where it is written as it is; else of its start.
fn within(file: &str, at: Place, text: &str, byte: usize) -> Place {
    let start = at.offset as usize;
    let written = file.get(start..).unwrap_or_default();
    let quotes = usize::from(written.starts_with(['"', '\'']));
    let is_plain = written
        .get(quotes..)
        .is_some_and(|rest| rest.starts_with(text));
    let Some(before) = text.get(..byte).filter(|_| is_plain) else {
        return at;
    };
    let add = |to: u32, more: usize| to.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
    Place {
        offset: add(at.offset, quotes + byte),
        column: add(at.column, quotes + before.chars().count()),
        ..at
    }
}
