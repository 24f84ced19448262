//! HTML in descriptions to the Markdown that they are said to be: many documents have paragraphs,
//! lists and code as tags, which documentation would show as they are written.
//!
//! It makes text more readable and nothing else: what may stand in documentation is decided of
//! what comes out, as of any other description. So a tag that is not known here, or that nothing
//! closes (`<id>` may be a placeholder), stays as it is.

mod tag;

use std::borrow::Cow;
use std::collections::HashSet;

use tag::{Kind, Tag, may_stay_open, tag};

/// Elements in elements beyond this are text.
const DEEPEST: usize = 50;

/// The text with its HTML as Markdown.
pub(super) fn markdown(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let known = known(text);
    if known.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut writer = Writer {
        // Text that begins with a tag is laid out as HTML is, where space means nothing.
        is_html: tag(text.trim_start()).is_some(),
        ..Writer::default()
    };
    let mut rest = text;
    while let Some(at) = rest.find(['<', '`']) {
        let (before, from) = rest.split_at(at);
        writer.text(before);
        let found = tag(from).filter(|tag| known.contains(&tag.name));
        let taken = if let Some(tag) = found {
            writer.tag(&tag);
            tag.length
        } else {
            let length = literal(from);
            writer.text(from.get(..length).unwrap_or_default());
            length
        };
        rest = from.get(taken..).unwrap_or_default();
    }
    writer.text(rest);
    Cow::Owned(writer.end())
}

/// How much of a text, which begins with `<` or backticks, stays as it is: code in Markdown does
/// as a whole.
fn literal(text: &str) -> usize {
    let ticks = text.len() - text.trim_start_matches('`').len();
    if ticks == 0 {
        return 1;
    }
    let (fence, rest) = text.split_at(ticks);
    rest.find(fence).map_or(ticks, |end| ticks + end + ticks)
}

/// The names of the elements that are there with an end, or need none.
fn known(text: &str) -> HashSet<String> {
    let (mut opened, mut closed) = (HashSet::new(), HashSet::new());
    for (at, _) in text.match_indices('<') {
        if let Some(tag) = text.get(at..).and_then(tag) {
            let names = if tag.is_end { &mut closed } else { &mut opened };
            names.insert(tag.name);
        }
    }
    opened.retain(|name| may_stay_open(name) || closed.contains(name));
    opened
}

/// An element that is open.
struct Open {
    name: String,
    kind: Kind,
    /// Where its text begins.
    at: usize,
    address: Option<String>,
}

#[derive(Default)]
struct Writer {
    out: String,
    is_html: bool,
    open: Vec<Open>,
    lists: usize,
    /// How much of `code` and `pre` is open: only text counts in there.
    code: usize,
    in_row: bool,
    /// Whether a line has just begun, so that space means nothing.
    is_fresh: bool,
}

impl Writer {
    fn text(&mut self, text: &str) {
        if self.code > 0 {
            self.out.push_str(&decoded(text));
            return;
        }
        let text = if self.is_fresh {
            text.trim_start_matches(' ')
        } else {
            text
        };
        self.is_fresh &= text.is_empty();
        if !self.is_html {
            self.out.push_str(text);
            return;
        }
        for piece in text.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            self.out.push_str(word);
            if word.len() < piece.len() && !self.out.ends_with([' ', '\n']) && !self.out.is_empty()
            {
                self.out.push(' ');
            }
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        if self.code > 0 && !matches!(tag.kind, Kind::Code | Kind::Pre) {
            return;
        }
        match tag.kind {
            Kind::Block | Kind::Break => self.paragraph(),
            Kind::List if tag.is_end => {
                self.lists = self.lists.saturating_sub(1);
                self.paragraph();
            }
            Kind::List => self.lists += 1,
            Kind::Item if !tag.is_end => {
                self.line("- ");
            }
            Kind::Row if !tag.is_end => {
                self.paragraph();
                self.in_row = false;
            }
            Kind::Cell if !tag.is_end => {
                if self.in_row {
                    self.out.push_str(" | ");
                }
                self.in_row = true;
            }
            Kind::Item | Kind::Row | Kind::Cell | Kind::Text => {}
            Kind::Pre | Kind::Heading if !tag.is_end => {
                if self.code == 0 {
                    self.paragraph();
                }
                self.push(tag);
            }
            _ if tag.is_end => self.close(tag),
            _ => self.push(tag),
        }
    }

    fn push(&mut self, tag: &Tag<'_>) {
        if self.open.len() >= DEEPEST {
            return;
        }
        self.code += usize::from(matches!(tag.kind, Kind::Code | Kind::Pre));
        self.open.push(Open {
            name: tag.name.clone(),
            kind: tag.kind,
            at: self.out.len(),
            address: address(tag.rest),
        });
    }

    /// Ends the innermost element of the name; those in it that nothing ended are text.
    fn close(&mut self, tag: &Tag<'_>) {
        let Some(index) = self.open.iter().rposition(|open| open.name == tag.name) else {
            return;
        };
        let mut closed = self.open.drain(index..);
        let Some(open) = closed.next() else { return };
        let lost = closed.filter(|open| matches!(open.kind, Kind::Code | Kind::Pre));
        self.code = self.code.saturating_sub(lost.count());
        if matches!(open.kind, Kind::Code | Kind::Pre) {
            self.code = self.code.saturating_sub(1);
        }
        if self.code > 0 || !self.out.is_char_boundary(open.at) {
            return;
        }
        let inner = self.out.split_off(open.at);
        let text = inner.trim();
        let marked = marked(&open, text);
        if inner.starts_with(char::is_whitespace) && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
        self.out.push_str(&marked);
        if matches!(open.kind, Kind::Heading | Kind::Pre) {
            self.paragraph();
        } else if inner.ends_with(char::is_whitespace) && !marked.is_empty() {
            self.out.push(' ');
        }
    }

    /// Begins a paragraph, in the item of a list that is open.
    fn paragraph(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        let line = self.out.rsplit('\n').next().unwrap_or_default();
        // A cell has one line, and an item that has just begun is where the paragraph goes.
        if line.starts_with('|') || line.trim_start() == "-" {
            self.out.push(' ');
        } else if !self.out.is_empty() {
            let there = self.out.len() - self.out.trim_end_matches('\n').len();
            self.out
                .push_str(&"\n".repeat(2_usize.saturating_sub(there)));
            self.out.push_str(&"  ".repeat(self.lists));
        }
        self.is_fresh = true;
    }

    fn line(&mut self, begin: &str) {
        self.out
            .truncate(self.out.trim_end_matches([' ', '\n']).len());
        if !self.out.is_empty() {
            let is_first = !self.out.rsplit('\n').next().is_some_and(is_item);
            self.out.push_str(if is_first && self.lists <= 1 {
                "\n\n"
            } else {
                "\n"
            });
        }
        self.out
            .push_str(&"  ".repeat(self.lists.saturating_sub(1)));
        self.out.push_str(begin);
        self.is_fresh = true;
    }

    fn end(self) -> String {
        let lines = self.out.trim().lines().map(str::trim_end);
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn is_item(line: &str) -> bool {
    line.trim_start().starts_with("- ")
}

/// The text of an element as Markdown has it.
fn marked(open: &Open, text: &str) -> String {
    let is_one_line = !text.contains('\n');
    match (&open.kind, &open.address) {
        _ if text.is_empty() => String::new(),
        (Kind::Pre, _) => format!("```\n{text}\n```"),
        (Kind::Code, _) if is_one_line && !text.contains('`') => format!("`{text}`"),
        (Kind::Strong | Kind::Heading, _) if is_one_line && !text.contains('*') => {
            format!("**{text}**")
        }
        (Kind::Emphasis, _) if is_one_line && !text.contains('*') => format!("*{text}*"),
        (Kind::Link, Some(address)) if is_one_line && !text.contains(['[', ']', '`']) => {
            format!("[{text}]({address})")
        }
        _ => text.to_owned(),
    }
}

/// The address of a link, where it is one of the web.
fn address(attributes: &str) -> Option<String> {
    let (_, value) = attributes.split_once("href=")?;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = value.get(1..)?.split(quote).next()?;
    let is_web = value.starts_with("https://") || value.starts_with("http://");
    // Others could end the link in Markdown.
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@$&+,;=%".contains(c);
    let value = decoded(value);
    (is_web && value.chars().all(plain)).then(|| value.into_owned())
}

/// The characters that HTML has names for, in code, where Markdown knows none.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("&quot;", "\"").replace("&#39;", "'");
    Cow::Owned(text.replace("&nbsp;", " ").replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        assert_eq!(markdown(text), expect, "{text:?}");
    }

    #[test]
    fn paragraphs_and_breaks() {
        check("<p>One.</p><p>Two.</p>", "One.\n\nTwo.");
        check(
            "<p>\n      One\n      two.\n    </p>\n  <p> Three",
            "One two.\n\nThree",
        );
        check("One<br>two<br />three<BR/>", "One\n\ntwo\n\nthree");
        check(
            "<div class=\"x\">One</div> <note> <p>Two</p> </note>",
            "One\n\nTwo",
        );
        check("<h2>Title</h2>Text", "**Title**\n\nText");
        check("| a<br>b | c |\n|-|-|", "| a b | c |\n|-|-|");
    }

    #[test]
    fn words_in_a_line() {
        check(
            "A <code>b</code> and <b>c</b>, <i>d</i>.",
            "A `b` and **c**, *d*.",
        );
        check("A<b> b </b>c", "A **b** c");
        check("<code>a&lt;b&gt; <i>c</i></code>", "`a<b> c`");
        check("<b></b>x<i> </i>y", "x y");
        check(
            "See <a href=\"https://a.b/c?d=e&amp;f\">this</a>.",
            "See [this](https://a.b/c?d=e&f).",
        );
        check(
            "<a>Get</a>, <a href='#x'>here</a>, <a href='javascript:x'>y</a>",
            "Get, here, y",
        );
        check("<a href='https://a.b/)](x'>z</a>", "z");
        check("<pre>a\n  b</pre>", "```\na\n  b\n```");
        check("<span style=\"x\">a</span><wbr>b", "ab");
    }

    #[test]
    fn lists() {
        check(
            "One: <ul> <li> <p>a</p> </li> <li>b</li> </ul> Two",
            "One:\n\n- a\n- b\n\nTwo",
        );
        check(
            "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
            "- a\n  - b\n- c",
        );
        check("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b");
        check("<table><tr><th>a</th><td>b</td></tr></table>", "a | b");
    }

    #[test]
    fn what_is_no_html_stays() {
        for text in [
            "a < b and c > d",
            "use <id> or <name>",
            "a <b> that nothing closes",
            "`<p>` and ```\n<b>x</b>\n```",
            "<!-- no --> <script>x</script>",
            "<p",
            "</p>",
            "<b<b>",
            "List<a, b>",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn what_is_badly_nested_is_text() {
        check("<b>a <i>b</b> c</i>", "**a b** c");
        check("<code>a <pre>b</code> c</pre>", "`a b` c");
        check("</i><b>x</b></b>", "</i>**x**");
        check("<li>a<li>b", "- a\n- b");
    }

    #[test]
    fn many_tags_take_no_time() {
        for part in ["<", "<b", "<b>", "<p>", "</i><i>", "<code></a><a>", "`<li>"] {
            let many = part.repeat(20_000);
            assert!(markdown(&many).len() <= 2 * many.len() + 100_000, "{part}");
        }
    }
}
