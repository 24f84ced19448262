use std::borrow::Cow;
use std::collections::BTreeSet;

use granit_parser::{Event, Parser, Span, StructureStyle};

use super::anchors::{Anchors, NoCopy};
use super::frame::{Content, Frame};
use super::limits::Budget;
use super::mapping::{Key, Mapping};
use super::merge::merge;
use super::tags::Scalar;
use crate::diag::{Code, Diagnostic, Sink};
use crate::tree::{FileId, Node, Place, Pointer, Value};

/// YAML has 1,024 characters; JSON has no limit, and long paths are keys too.
const LONGEST_KEY: usize = 16 << 10;

/// What a file holds, and what it does not for a key that comes again.
pub(super) type Whole = (Node, Vec<(Pointer, Node)>);

/// Reads the text of one file. `None` where it ends early by an error, which is in the sink.
pub(super) fn read(
    file: FileId,
    text: &str,
    budget: &mut Budget,
    sink: &mut Sink,
) -> Option<Whole> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = granit_parser::options! {
        // Said here too, for another crate in the same build may turn the feature on.
        emit_comments: false,
        emit_unresolved_aliases: true,
        simple_key_max_lookahead: LONGEST_KEY,
        // As libyaml has it; a text is no longer for the end of its file.
        block_scalar_eof_without_line_feed: true,
        flow_nesting_limit: budget.limits.depth,
        block_nesting_limit: budget.limits.depth,
    };
    let mut reader = Reader {
        file,
        body,
        skipped: text.len() - body.len(),
        frames: Vec::new(),
        root: None,
        dropped: Vec::new(),
        documents: 0,
        anchors: Anchors::default(),
        ignored_tags: BTreeSet::new(),
        errors: 0,
        budget,
        sink,
    };
    for event in Parser::new_from_str_with_options(body, options) {
        let step = match event {
            Ok((event, span)) => reader.event(event, span),
            Err(error) => Err(reader.syntax(&error)),
        };
        if let Err(Stop(diagnostic)) = step {
            reader.sink.push(*diagnostic);
            return None;
        }
    }
    reader.finish()
}

/// Builds nodes from the parser's events. Nothing here recurses: what is open is on a stack.
pub(super) struct Reader<'r> {
    pub(super) file: FileId,
    /// The text without its byte order mark.
    pub(super) body: &'r str,
    /// Bytes of the byte order mark.
    pub(super) skipped: usize,
    /// The mappings and sequences that are open, outermost first.
    pub(super) frames: Vec<Frame>,
    root: Option<Node>,
    dropped: Vec<(Pointer, Node)>,
    documents: usize,
    anchors: Anchors,
    /// Unknown tags that have been reported.
    pub(super) ignored_tags: BTreeSet<String>,
    pub(super) errors: usize,
    pub(super) budget: &'r mut Budget,
    pub(super) sink: &'r mut Sink,
}

/// What makes the rest of a file unreadable.
pub(super) struct Stop(Box<Diagnostic>);

/// What one event leads to.
pub(super) type Step = Result<(), Stop>;

impl Stop {
    pub(super) fn new(diagnostic: Diagnostic) -> Self {
        Self(Box::new(diagnostic))
    }

    pub(super) fn help(self, help: &str) -> Self {
        Self::new(self.0.help(help))
    }
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) -> Step {
        let at = self.place(span.start);
        if event.is_node() && self.budget.take_node().is_none() {
            return Err(self.too_many_nodes(at));
        }
        match event {
            Event::DocumentStart(..) => self.document(at),
            Event::Scalar(text, style, anchor, tag) => {
                // The parser writes `~` for a value that is not there.
                let text = if span.is_empty() {
                    Cow::default()
                } else {
                    text
                };
                let scalar = Scalar {
                    text,
                    style,
                    tag,
                    at,
                };
                self.scalar(&scalar, anchor)
            }
            Event::SequenceStart(style, anchor, tag) => {
                let at = match style {
                    StructureStyle::Block => self.dash(at),
                    StructureStyle::Flow => at,
                };
                self.check_tag(tag.as_deref(), "seq", at);
                self.open(Content::List(Vec::new()), anchor, at)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), "map", at);
                self.open(Content::Mapping(Mapping::default()), anchor, at)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(id) => self.alias(id, at),
            Event::UnresolvedAlias(name) => {
                let diagnostic = self.unknown_alias(&name, at);
                self.without_copy(diagnostic, at)
            }
            _ => Ok(()),
        }
    }

    fn document(&mut self, at: Place) -> Step {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let message = "a second YAML document starts here";
        let stop = self.stop(Code::SEVERAL_DOCUMENTS, message, at);
        Err(stop.help("keep one document a file; others can be files that a `$ref` names"))
    }

    fn scalar(&mut self, scalar: &Scalar<'_>, anchor: usize) -> Step {
        if self.wants_key() {
            if anchor != 0 {
                self.keep(anchor, &Node::string(&scalar.text, scalar.at))?;
            }
            self.key(scalar.key());
            return Ok(());
        }
        let node = Node::new(self.resolve(scalar), scalar.at);
        // A document of nothing is an empty file.
        if self.frames.is_empty() && scalar.text.is_empty() && node.value == Value::Null {
            return Ok(());
        }
        self.keep(anchor, &node)?;
        self.attach(node);
        Ok(())
    }

    fn wants_key(&self) -> bool {
        match self.frames.last().map(|frame| &frame.content) {
            Some(Content::Mapping(mapping)) => mapping.wants_key(),
            _ => false,
        }
    }

    fn key(&mut self, key: Key) {
        let (at, is_merge) = (key.at, key.is_merge);
        let first = match self.frames.last_mut().map(|frame| &mut frame.content) {
            Some(Content::Mapping(mapping)) => mapping.key(key),
            _ => None,
        };
        match first {
            Some(first) if is_merge => self.merge_again(first, at),
            Some(first) => self.duplicate_key(first, at),
            None => {}
        }
    }

    fn open(&mut self, content: Content, anchor: usize, at: Place) -> Step {
        if self.wants_key() {
            let stop = self.stop(Code::BAD_KEY, "a mapping or sequence stands as a key", at);
            return Err(stop.help("put text that starts with `{` or `[` in quotes"));
        }
        if self.frames.len() >= self.budget.limits.depth {
            return Err(self.too_deep(at));
        }
        self.frames.push(Frame {
            content,
            anchor,
            at,
        });
        Ok(())
    }

    fn close(&mut self) -> Step {
        let Some(frame) = self.frames.pop() else {
            return Ok(());
        };
        let value = match frame.content {
            Content::List(items) => Value::Array(items),
            Content::Mapping(mapping) => self.mapping(mapping)?,
        };
        let node = Node::new(value, frame.at);
        self.keep(frame.anchor, &node)?;
        self.attach(node);
        Ok(())
    }

    fn mapping(&mut self, mapping: Mapping) -> Result<Value, Stop> {
        let (mut map, asked) = mapping.finish();
        if let Some(Err(bad)) = asked.map(|asked| merge(&mut map, asked)) {
            let message = format!("`<<` merges mappings, and this is {}", bad.kind);
            let pointer = self.pointer().child("<<");
            let diagnostic = Diagnostic::new(Code::BAD_MERGE, message, pointer, Some(bad.at));
            self.error(diagnostic.help("write `<<: *name` or `<<: [*first, *second]`"))?;
        }
        Ok(Value::Object(map))
    }

    fn alias(&mut self, id: usize, at: Place) -> Step {
        match self.anchors.copy(id, self.frames.len(), self.budget) {
            Ok(node) if self.wants_key() => match node.value {
                Value::String(text) | Value::Number(text) => {
                    let is_merge = false;
                    self.key(Key { text, at, is_merge });
                    Ok(())
                }
                _ => Err(self.stop(Code::BAD_KEY, "a key is an alias of no string", at)),
            },
            Ok(node) => {
                self.attach(Node { at, ..node });
                Ok(())
            }
            Err(NoCopy::Recursive) => self.without_copy(self.recursive_alias(at), at),
            Err(NoCopy::TooDeep) => Err(self.too_deep(at)),
            Err(NoCopy::TooMany) => Err(self.too_many_copies(at)),
        }
    }

    /// Reports an alias that names nothing, and reads on as if it were `null`.
    fn without_copy(&mut self, diagnostic: Diagnostic, at: Place) -> Step {
        if self.wants_key() {
            return Err(Stop::new(diagnostic));
        }
        self.error(diagnostic)?;
        self.attach(Node::new(Value::Null, at));
        Ok(())
    }

    /// Keeps a copy of a node for aliases, if it has an anchor.
    fn keep(&mut self, anchor: usize, node: &Node) -> Step {
        if anchor == 0 || self.anchors.keep(anchor, node, self.budget).is_some() {
            return Ok(());
        }
        Err(self.too_many_copies(node.at))
    }

    /// Puts a finished node where it belongs.
    fn attach(&mut self, node: Node) {
        match self.frames.last_mut() {
            None => self.root = Some(node),
            Some(frame) => {
                if let Some((key, before)) = frame.push(node) {
                    let pointer = self.pointer().child(&key);
                    self.dropped.push((pointer, before));
                }
            }
        }
    }

    /// The place of a block sequence: its first dash, where the parser says what comes behind it.
    fn dash(&self, at: Place) -> Place {
        let end = (at.offset as usize).saturating_sub(self.skipped);
        let Some((before, after)) = self.body.split_at_checked(end) else {
            return at;
        };
        let head = before.trim_end_matches([' ', '\t']).strip_suffix('-');
        let (Some(head), false) = (head, after.starts_with('-')) else {
            return at;
        };
        // Dash and blanks are one byte and one column each.
        let back = u32::try_from(before.len() - head.len()).unwrap_or_default();
        Place {
            offset: at.offset - back,
            column: at.column.saturating_sub(back),
            ..at
        }
    }

    fn finish(self) -> Option<Whole> {
        if self.root.is_none() {
            let start = Place {
                file: self.file,
                offset: 0,
                line: 1,
                column: 1,
            };
            let pointer = Pointer::root(self.file);
            let message = if self.body.trim().is_empty() {
                "the file is empty"
            } else {
                "the file holds comments only"
            };
            let diagnostic = Diagnostic::new(Code::EMPTY, message, pointer, Some(start));
            self.sink.push(diagnostic);
        }
        Some((self.root?, self.dropped))
    }
}
