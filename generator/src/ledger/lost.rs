//! What is left out for what a diagnostic says of it, and what goes with it.

use crate::diag::{Code, Diagnostic, Grade};
use crate::grammar::{BESIDE_IN, Kind, Shape};
use crate::tree::{Map, Node, Pointer};

use super::mark::{Mark, Role};
use super::settle::has_parts;
use super::trial::Attempt;
use super::walk::Walk;

/// Faults in how a file is written, for which nothing of what is read is left out.
const COSTLESS: [Code; 2] = [Code::DUPLICATE_KEY, Code::WINDOWS];
/// References may lead in a circle.
const MOST_STEPS: usize = 100;

impl<'a> Walk<'a> {
    /// The codes that were given at a pointer.
    pub(super) fn codes(&self, at: &Pointer) -> &[Code] {
        self.codes.get(at).map_or(&[], Vec::as_slice)
    }

    /// Why what stands at a pointer is left out, where a diagnostic says so.
    pub(super) fn left_out(&self, at: &Pointer) -> Option<Code> {
        const LEAVE: [Code; 10] = [
            Code::WRONG_TYPE,
            Code::IGNORED_HERE,
            Code::UNKNOWN_KEY,
            Code::MISSPELT_KEY,
            Code::MISSPELT_NAME,
            Code::NOT_GENERATED,
            Code::OTHER_MEDIA_TYPE,
            Code::RESERVED_HEADER,
            Code::BAD_DEFAULT,
            Code::IGNORED_KEYWORD,
        ];
        let codes = self.codes(at).iter();
        codes.copied().find(|code| LEAVE.contains(code))
    }

    /// Why an operation is not in the client: the first fault of what it holds, if there is one.
    pub(super) fn lost(&self, at: &Pointer) -> Code {
        match self.fault(at) {
            Some(code) => code,
            None if self.run.everything => Code::NOT_GENERATED,
            None => Code::NOT_CHOSEN,
        }
    }

    /// The first fault that was found in what stands at a pointer or holds it.
    fn fault(&self, at: &Pointer) -> Option<Code> {
        let above: Vec<_> = std::iter::successors(Some(at.clone()), Pointer::parent).collect();
        let of_it = |pointer: &Pointer| pointer.is_below(at) || above.contains(pointer);
        let given = self.codes.iter().filter(|(pointer, _)| of_it(pointer));
        let mut codes: Vec<_> = given.flat_map(|(_, codes)| codes).copied().collect();
        codes.retain(|code| code.grade() == Grade::Fault && !COSTLESS.contains(code));
        codes.into_iter().min()
    }

    /// What a diagnostic leaves out.
    pub(super) fn leave_out(&mut self, node: &Node, code: Code) {
        self.ignore(node, code);
        self.mark(node, Mark::Ignored(code));
        if code == Code::RESERVED_HEADER {
            self.known_by(node);
        }
    }

    /// What a header that is never sent as a parameter is known by. With another name it is another
    /// parameter.
    fn known_by(&mut self, header: &Node) {
        if let Some(name) = header.get("name") {
            self.mark(name, Mark::Ignored(Code::RESTATED));
        }
    }

    /// An operation that is not in the client.
    pub(super) fn uncalled(&mut self, at: &Pointer, node: &'a Node, map: &'a Map) {
        let code = self.lost(at);
        self.ignore(node, code);
        self.suspect_lost(at);
        // A tag has a handle, though no operation is left there.
        let tags = map.get("tags").and_then(Node::as_array).unwrap_or_default();
        match tags.first().filter(|tag| self.own.is_idle(tag.as_str())) {
            Some(tag) => self.mark(tag, Mark::Used),
            None => self.mark(node, Mark::Ignored(code)),
        }
        // It decides whether the operation is chosen.
        if let Some(deprecated) = map.get("deprecated").filter(|_| code == Code::NOT_CHOSEN) {
            self.mark(deprecated, Mark::Used);
        }
    }

    /// What holds a fault may be what an operation is lost for.
    fn suspect_lost(&mut self, operation: &Pointer) {
        let faults = self.run.diagnostics.iter();
        let faults = faults.filter(|found| found.code.grade() == Grade::Fault);
        for found in faults.filter(|found| found.pointer.is_below(operation)) {
            let above = std::iter::successors(Some(found.pointer.clone()), Pointer::parent);
            for at in above.take_while(|at| at != operation) {
                self.trials.ask_of("lost", &at, Attempt::Without);
                // What is wrong and not required costs no operation.
                let required = at.child("required");
                if self.tree.get(&required).is_some() {
                    self.trials.ask_of("lost", &required, Attempt::Without);
                }
            }
        }
    }

    /// A parameter that is left out, for a fault in it or in what it refers to. A word that is wrong
    /// decides that.
    pub(super) fn unsent(&mut self, at: &Pointer, node: &'a Node) {
        let code = self.left_out(at).unwrap_or_else(|| self.lost(at));
        self.leave_out(node, code);
        if self.is_of_body(at, node) {
            return self.of_body(at, node);
        }
        let wrong: Vec<Pointer> = self.codes.keys().cloned().collect();
        for wrong in wrong.iter().filter(|wrong| wrong.is_below(at)) {
            if let Some(node) = self.tree.get(wrong).filter(|node| !has_parts(node)) {
                self.mark(node, Mark::Used);
            }
        }
    }

    /// Whether an object refers to a parameter that is left out for a fault, and goes with it.
    pub(super) fn names_unsent(&mut self, at: &Pointer, node: &'a Node) -> bool {
        let named = self.led_to(at, node);
        let unsent = named.filter(|(at, node)| {
            let is_made = self.own.has(&self.shown(at));
            !is_made && node.as_map().is_some() && !self.is_of_body(at, node)
        });
        let Some((target, _)) = unsent else {
            return false;
        };
        let Some(code) = self.left_out(&target).or_else(|| self.fault(&target)) else {
            return false;
        };
        self.leave_out(node, code);
        self.todo.push((target, Kind::Parameter, Role::Called));
        true
    }

    /// What a reference leads to in the end.
    fn led_to(&self, at: &Pointer, node: &'a Node) -> Option<(Pointer, &'a Node)> {
        let next = |(at, node): &(Pointer, &'a Node)| {
            let at = self.tree.follow(at, node.get("$ref")?.as_str()?)?;
            let node = self.tree.get(&at)?;
            Some((at, node))
        };
        let steps = std::iter::successors(next(&(at.clone(), node)), next).take(MOST_STEPS);
        let mut ends = steps.filter(|(_, node)| node.get("$ref").is_none());
        ends.next()
    }

    /// Whether a parameter, as in Swagger 2.0, is read as the body of its operation.
    fn is_of_body(&self, at: &Pointer, node: &Node) -> bool {
        let place = node.get("in").and_then(Node::as_str);
        let operation = at.parent().and_then(|list| list.parent());
        let operation = operation.and_then(|at| self.tree.get(&at));
        matches!(place, Some("body" | "formData"))
            && operation.is_some_and(|it| it.get("requestBody").is_none())
    }

    /// Such a parameter: a body has no name.
    fn of_body(&mut self, at: &Pointer, node: &'a Node) {
        let is_member = node.get("in").and_then(Node::as_str) == Some("formData");
        self.mark(node, Mark::Used);
        for key in ["in", "required"]
            .into_iter()
            .chain(is_member.then_some("name"))
        {
            if let Some(node) = node.get(key) {
                self.mark(node, Mark::Used);
            }
        }
        for key in BESIDE_IN.iter().filter(|_| is_member) {
            if let Some(node) = node.get(key) {
                self.mark_all(node, Mark::Used);
            }
        }
        if let Some(schema) = node.get("schema") {
            let at = at.child("schema");
            self.below(&at, schema, Shape::One(Kind::Schema), Role::Called);
        }
    }

    /// One parameter in the place of a list.
    pub(super) fn unlisted(&mut self, node: &'a Node, code: Code) {
        self.ignore(node, code);
        self.mark(node, Mark::Used);
        for key in ["in", "name", "schema", "content"] {
            if let Some(node) = node.get(key) {
                self.mark_all(node, Mark::Used);
            }
        }
    }

    /// A scheme with a mistake may be one that no credential is sent for.
    pub(super) fn suspect_scheme(&mut self, at: &Pointer, scheme: &Node) {
        let mut faults = self.run.diagnostics.iter();
        if !faults.any(|found| found.pointer == *at || found.pointer.is_below(at)) {
            return;
        }
        for entry in scheme.as_map().into_iter().flatten() {
            let at = at.child(&entry.key);
            self.trials.ask(&at, Attempt::Without);
            self.trials.ask(&at, Attempt::Other);
        }
    }

    /// What a fault is said of may have cost nothing but what is wrong.
    pub(super) fn suspect_faults(&mut self) {
        let is_fault = |found: &&Diagnostic| found.code.grade() == Grade::Fault;
        for found in self.run.diagnostics.iter().filter(is_fault) {
            let at = &found.pointer;
            self.trials.ask(at, Attempt::Without);
            if let Some(holder) = at.parent().filter(|_| at.last().as_deref() == Some("url")) {
                self.trials.ask(&holder, Attempt::Without);
            }
        }
    }
}
