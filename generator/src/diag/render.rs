//! Diagnostics as text.

use std::path::MAIN_SEPARATOR;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::clip::neutral;
use super::excerpt::excerpt;
use super::paste::{block, line};
use super::{Diagnostic, Grade};
use crate::tree::{File, FileId, Place, Pointer, Tree};

/// What stands before actions.
const OVERLAY: &str = "as `actions` of an overlay";

/// The diagnostic with excerpt, labels and help, for a terminal (no colours).
pub fn render(diagnostic: &Diagnostic, tree: &Tree) -> String {
    let level = match diagnostic.grade() {
        Grade::Error => Level::ERROR,
        Grade::Fault => Level::WARNING,
        Grade::Note => Level::NOTE,
    };
    let title = level
        .primary_title(plain(&diagnostic.message))
        .id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    let mut columns = Columns::default();
    let shown = diagnostic
        .place
        .and_then(|place| columns.snippet(tree, place, AnnotationKind::Primary, None));
    let shows_lines = shown.is_some() || !diagnostic.labels.is_empty();
    let file = file(tree, diagnostic.pointer.file);
    group = match (shown, file) {
        (Some(snippet), _) => group.element(snippet),
        (None, Some((_, name))) => group.element(Origin::path(name)),
        (None, None) => group,
    };
    for (place, label) in &diagnostic.labels {
        let snippet = columns.snippet(tree, *place, AnnotationKind::Context, Some(label));
        group = group.elements(snippet);
    }
    if let Some(pointer) = shown_pointer(&diagnostic.pointer) {
        group = group.element(Level::NOTE.message(format!("at {pointer}")));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(plain(help)));
    }
    if !diagnostic.actions.is_empty() {
        group = group.element(Level::HELP.message(format!("{OVERLAY}:")));
    }
    let mut text = columns.correct(&Renderer::plain().render(&[group]));
    if !shows_lines {
        // Without a line number there is no margin; this is that of one digit.
        text = text.replace("\n-->", "\n -->").replace("\n = ", "\n  = ");
    }
    // Not by the renderer, which indents by the width of line numbers: what is pasted from several
    // diagnostics has to stand in one column.
    for line in block(&diagnostic.actions) {
        text = text + "\n  " + &plain(&line);
    }
    text
}

/// The diagnostic in one line:
/// `spec.yaml:3:5: error[E0004]: message (#/pointer); label: spec.yaml:1:1; help: ...`, and the
/// actions as a list in YAML's flow style.
pub fn one_line(diagnostic: &Diagnostic, tree: &Tree) -> String {
    let start = match (diagnostic.place, file(tree, diagnostic.pointer.file)) {
        (Some(place), _) => position(tree, place) + ": ",
        (None, Some((_, name))) => format!("{name}: "),
        (None, None) => String::new(),
    };
    let word = match diagnostic.grade() {
        Grade::Error => "error",
        Grade::Fault => "warning",
        Grade::Note => "note",
    };
    let (code, message) = (diagnostic.code.as_str(), &diagnostic.message);
    let pointer = shown_pointer(&diagnostic.pointer);
    let pointer = pointer.map_or(String::new(), |pointer| format!(" ({pointer})"));
    let mut parts = vec![format!("{start}{word}[{code}]: {message}{pointer}")];
    let labels = diagnostic.labels.iter();
    parts.extend(labels.map(|(place, label)| format!("{label}: {}", position(tree, *place))));
    let help = diagnostic.help.iter();
    parts.extend(help.map(|help| format!("help: {help}")));
    if !diagnostic.actions.is_empty() {
        parts.push(format!("{OVERLAY}: {}", line(&diagnostic.actions)));
    }
    plain(&parts.join("; "))
}

/// The columns that the renderer gets wrong, because it sees a line that was cut.
#[derive(Default)]
struct Columns {
    /// What it writes, and what is right.
    wrong: Vec<(String, String)>,
}

impl Columns {
    fn snippet<'a>(
        &mut self,
        tree: &Tree,
        place: Place,
        kind: AnnotationKind,
        label: Option<&str>,
    ) -> Option<Snippet<'a, Annotation<'a>>> {
        let (file, name) = file(tree, place.file)?;
        let excerpt = excerpt(&file.text, place.offset as usize);
        if excerpt.column != place.column as usize {
            let start = format!(" {name}:{}:", place.line);
            self.wrong.push((
                format!("{start}{}\n", excerpt.column),
                format!("{start}{}\n", place.column),
            ));
        }
        let mark = kind.span(excerpt.mark).label(label.map(plain));
        let snippet = Snippet::source(excerpt.line).path(name);
        Some(snippet.line_start(place.line as usize).annotation(mark))
    }

    fn correct(self, text: &str) -> String {
        self.wrong
            .iter()
            .fold(text.to_owned(), |text, (wrong, right)| {
                text.replacen(wrong, right, 1)
            })
    }
}

/// A file, and its name as it can be opened: the names of files that a document refers to
/// are relative to the root's folder.
fn file(tree: &Tree, id: FileId) -> Option<(&File, String)> {
    let file = tree.files.get(id.0 as usize)?;
    let root = tree.files.first().filter(|_| id.0 > tree.beside);
    let folder = root.and_then(|root| {
        let end = root.name.rfind(['/', MAIN_SEPARATOR])?;
        root.name.get(..=end)
    });
    Some((
        file,
        plain(&format!("{}{}", folder.unwrap_or(""), file.name)),
    ))
}

/// `spec.yaml:3:5`.
fn position(tree: &Tree, place: Place) -> String {
    let name = file(tree, place.file).map_or(String::new(), |(_, name)| name);
    format!("{name}:{}:{}", place.line, place.column)
}

/// The pointer, unless it is that of the whole file; its middle left out where it is long.
fn shown_pointer(pointer: &Pointer) -> Option<String> {
    const END: usize = 100;
    if pointer.as_str().is_empty() {
        return None;
    }
    let text = plain(&pointer.to_string());
    let length = text.chars().count();
    if length <= 2 * END {
        return Some(text);
    }
    let head: String = text.chars().take(END).collect();
    let tail: String = text.chars().skip(length - END).collect();
    Some(format!("{head}...{tail}"))
}

/// Text in one line that steers no terminal.
fn plain(text: &str) -> String {
    text.chars().map(neutral).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::*;
    use crate::tree::{Node, Value};

    fn tree(text: &str) -> Tree {
        let root = Node::new(Value::Null, Place::default());
        let mut tree = Tree::default();
        tree.files.push(File {
            name: "api.yaml".to_owned(),
            path: None,
            text: text.to_owned(),
            root,
            dropped: Vec::new(),
        });
        tree
    }

    fn place(offset: u32, line: u32, column: u32) -> Place {
        let file = FileId(0);
        Place {
            file,
            offset,
            line,
            column,
        }
    }

    fn found(at: Place) -> Diagnostic {
        let pointer = Pointer::root(at.file).child("info").child("title");
        Diagnostic::new(Code::SYNTAX, "two of them", pointer, Some(at))
    }

    #[test]
    fn shows_both_places() {
        let tree = tree("info:\n  title: a\n  title: b\n");
        let diagnostic = found(place(19, 3, 3))
            .label(place(8, 2, 3), "first here")
            .help("drop one");
        let expect = "\
error[E0004]: two of them
 --> api.yaml:3:3
  |
3 |   title: b
  |   ^^^^^
  |
 ::: api.yaml:2:3
  |
2 |   title: a
  |   ----- first here
  |
  = note: at #/info/title
  = help: drop one";
        assert_eq!(render(&diagnostic, &tree), expect);
        assert_eq!(
            one_line(&diagnostic, &tree),
            "api.yaml:3:3: error[E0004]: two of them (#/info/title); \
             first here: api.yaml:2:3; help: drop one"
        );
    }

    #[test]
    fn names_the_column_of_the_file() {
        let tree = tree(&format!("{}x: 1", " ".repeat(5000)));
        let text = render(&found(place(5000, 1, 5001)), &tree);
        assert!(text.contains("--> api.yaml:1:5001\n"), "{text}");
        assert!(text.lines().all(|line| line.len() < 150), "{text}");
    }

    #[test]
    fn any_place_is_shown_or_left_out() {
        let tree = tree("a: é\n");
        for offset in [0, 3, 4, 5, 6, 7, u32::MAX] {
            assert!(render(&found(place(offset, 9, 9)), &tree).contains("api.yaml:9:9"));
        }
        let elsewhere = Place {
            file: FileId(7),
            ..place(0, 1, 1)
        };
        assert!(render(&found(elsewhere), &tree).starts_with("error[E0004]: two of them"));
        assert!(render(&found(elsewhere), &Tree::default()).contains("#/info/title"));
        assert!(one_line(&found(elsewhere), &Tree::default()).contains(":1:1: error"));
    }

    #[test]
    fn steers_no_terminal() {
        let tree = tree("a\u{1b}[31m\tb: \u{202e}c");
        let mut diagnostic = found(place(0, 1, 1)).help("\u{1b}[0m\nhelp");
        diagnostic.message = "x\r\ny\u{2028}\u{9b}".to_owned();
        for text in [render(&diagnostic, &tree), one_line(&diagnostic, &tree)] {
            let bad = |c: char| c != '\n' && (c.is_control() || neutral(c) != c);
            assert!(!text.contains(bad), "{text:?}");
        }
        assert!(!one_line(&diagnostic, &tree).contains('\n'));
    }

    #[test]
    fn long_pointers_lose_their_middle() {
        let mut diagnostic = found(place(0, 1, 1));
        for _ in 0..1000 {
            diagnostic.pointer = diagnostic.pointer.child("allOf");
        }
        assert!(one_line(&diagnostic, &tree("a")).len() < 300);
    }
}
