//! What a tag is.

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A paragraph of its own.
    Block,
    Break,
    Item,
    List,
    Row,
    Cell,
    Code,
    Pre,
    Link,
    Heading,
    Strong,
    Emphasis,
    /// Its text alone.
    Text,
}

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "p" | "div" | "note" | "important" | "remarks" | "blockquote" | "table" | "tbody"
        | "thead" | "dl" | "dt" | "dd" | "section" | "center" => Kind::Block,
        "br" | "hr" => Kind::Break,
        "li" => Kind::Item,
        "ul" | "ol" => Kind::List,
        "tr" => Kind::Row,
        "td" | "th" => Kind::Cell,
        "code" | "tt" | "kbd" => Kind::Code,
        "pre" => Kind::Pre,
        "a" => Kind::Link,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading,
        "b" | "strong" => Kind::Strong,
        "i" | "em" => Kind::Emphasis,
        "span" | "font" | "small" | "u" | "sup" | "sub" | "wbr" => Kind::Text,
        _ => return None,
    })
}

/// Elements that need no end.
pub(super) fn may_stay_open(name: &str) -> bool {
    matches!(name, "br" | "hr" | "wbr" | "p" | "li")
}

/// A tag in a text.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) is_end: bool,
    /// The rest of it: attributes.
    pub(super) rest: &'a str,
    /// How long it is.
    pub(super) length: usize,
}

/// The tag that a text begins with, if it is one that is known.
pub(super) fn tag(text: &str) -> Option<Tag<'_>> {
    let inner = text.strip_prefix('<')?;
    let (inner, is_end) = match inner.strip_prefix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, rest) = inner.split_at(length);
    // A tag is short and holds no other; looking no further keeps thousands of `<` cheap.
    let end = rest
        .bytes()
        .take(1000)
        .position(|byte| matches!(byte, b'>' | b'<'))?;
    let (attributes, after) = rest.split_at(end);
    let bare = attributes.trim_start().is_empty() || attributes.trim() == "/";
    if !bare && !attributes.starts_with(char::is_whitespace) || after.starts_with('<') {
        return None;
    }
    let name = name.to_ascii_lowercase();
    Some(Tag {
        kind: kind(&name)?,
        name,
        is_end,
        rest: attributes,
        length: text.len() - after.len() + 1,
    })
}
