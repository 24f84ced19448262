//! The calls of one document.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::ops::AddAssign;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use restitch_build::diag::Sink;
use restitch_build::load::{Limits, Source, load};
use restitch_build::tree::Node;
use restitch_instances::{Dialect, Judge};
use serde_json::Value;

use crate::answers::{Answer, answer};
use crate::excuses::EXCUSES;
use crate::inputs::{CALLS, requests};
use crate::project;
use crate::replies::Replies;
use crate::server::Server;

/// How many there are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    /// Operations of the client.
    operations: usize,
    /// Those that were called often enough.
    called: usize,
    /// Calls that were sent.
    calls: usize,
    /// Calls that Prism found fault with.
    refused: usize,
    /// Of these, those that are listed.
    listed: usize,
    /// Answers of success that the client did not read, and that are none of the document's.
    wrong_answers: usize,
    /// Others that it did not read, and that are listed.
    unread: usize,
    /// Seconds to compile the client and its program.
    compiled: f64,
    /// Seconds to make the values, and to call.
    ran: f64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.operations += other.operations;
        self.called += other.called;
        self.calls += other.calls;
        self.refused += other.refused;
        self.listed += other.listed;
        self.wrong_answers += other.wrong_answers;
        self.unread += other.unread;
        self.compiled += other.compiled;
        self.ran += other.ran;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} operations, {} called {CALLS} times; {} calls, {} refused by Prism, {} of them \
             listed; not read are {} answers that are not the document's, and {} that are \
             listed; compiled in {:.0} s, run in {:.0} s",
            self.operations,
            self.called,
            self.calls,
            self.refused,
            self.listed,
            self.wrong_answers,
            self.unread,
            self.compiled,
            self.ran
        )
    }
}

/// What came of a document.
pub(crate) struct Outcome {
    pub(crate) counts: Counts,
    /// What is wrong and not listed, and what is listed and not needed.
    pub(crate) wrong: Vec<String>,
}

/// Generates the client of a document, compiles it with its program, and lets Prism judge it.
pub(crate) fn run(name: &str, path: &Path, prism: &Path, target: &Path) -> Result<Outcome, String> {
    let report = restitch_build::configure().check(path);
    let report = report.map_err(|error| error.to_string())?;
    let (Some(api), Some(code)) = (report.api(), report.code()) else {
        return Err(format!("{name}: refused"));
    };
    let outline = restitch_build::outline::outline_json(api);
    let start = Instant::now();
    let program = project::program(name, &code, &outline, target)?;
    let compiled = start.elapsed().as_secs_f64();

    let start = Instant::now();
    let operations = outline["operations"].as_array();
    let operations = operations.map_or(&[] as &[_], Vec::as_slice);
    let requests = requests(operations, &judge(path, true)?);
    let file = target.join(format!("{name}.requests"));
    fs::write(&file, requests.lines.join("\n")).map_err(|error| error.to_string())?;
    let log = target.join(format!("{name}.log"));
    let server = Server::start(prism, path, &log)?;
    let output = Command::new(program)
        .arg(&server.url)
        .arg(&file)
        .output()
        .map_err(|error| error.to_string())?;
    drop(server);
    let ran = start.elapsed().as_secs_f64();
    fs::write(target.join(format!("{name}.answers")), &output.stdout)
        .map_err(|error| error.to_string())?;

    let mut ledger = Ledger::new(name, operations, Replies::new(judge(path, false)?));
    for (index, input) in requests.without {
        ledger.wrong(index, &format!("no valid value for {input}"));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    for line in text.lines() {
        let line = serde_json::from_str(line).map_err(|error| error.to_string())?;
        ledger.count(&line);
    }
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(format!("{name}: {said}"));
    }
    let mut out = ledger.close();
    out.counts.compiled = compiled;
    out.counts.ran = ran;
    Ok(out)
}

/// The judge of what is sent by a document, or of what is answered.
fn judge(path: &Path, sent: bool) -> Result<Judge, String> {
    let mut sink = Sink::default();
    let tree = load(Source::Path(path), &Limits::default(), &mut sink);
    let _ = sink.into_sorted();
    let version = tree.root().and_then(|root| root.get("openapi"));
    let version = version.and_then(Node::as_str).unwrap_or_default();
    let dialect = Dialect {
        is_3_0: version.starts_with("3.0"),
        sent,
    };
    Judge::new(&tree, dialect)
}

/// What is counted of the calls of a document.
struct Ledger<'a> {
    document: &'a str,
    operations: &'a [Value],
    replies: Replies,
    counts: Counts,
    /// Calls that were sent, by operation.
    sent: BTreeMap<usize, usize>,
    /// The excuses that were of use, by their index.
    used: Vec<bool>,
    wrong: Vec<String>,
}

impl<'a> Ledger<'a> {
    fn new(document: &'a str, operations: &'a [Value], replies: Replies) -> Self {
        Self {
            document,
            operations,
            replies,
            counts: Counts {
                operations: operations.len(),
                ..Counts::default()
            },
            sent: BTreeMap::new(),
            used: vec![false; EXCUSES.len()],
            wrong: Vec::new(),
        }
    }

    fn count(&mut self, line: &Value) {
        let index = line["operation"].as_u64().unwrap_or_default();
        let index = usize::try_from(index).unwrap_or_default();
        let (status, found) = match answer(line) {
            Answer::Unsent(why) => {
                self.wrong(index, &format!("not sent: {why}"));
                return;
            }
            Answer::Sent(status, found) => (status, found),
        };
        self.counts.calls += 1;
        *self.sent.entry(index).or_default() += 1;
        if found.is_empty() {
            self.answered(index, status, line);
            return;
        }
        self.counts.refused += 1;
        let mut all = true;
        for found in found {
            all &= self.wrong(index, &found);
        }
        self.counts.listed += usize::from(all);
    }

    /// Whether an answer of success was read.
    fn answered(&mut self, index: usize, status: u64, line: &Value) {
        if !(200..300).contains(&status) {
            return;
        }
        let Some(why) = line["error"].as_str() else {
            return;
        };
        if self.replies.is_wrong(&self.operations[index], status, line) {
            self.counts.wrong_answers += 1;
        } else {
            let listed = self.wrong(index, &format!("not read: {why}"));
            self.counts.unread += usize::from(listed);
        }
    }

    /// Notes what is wrong with an operation, and gives whether it is listed.
    fn wrong(&mut self, index: usize, what: &str) -> bool {
        let operation = name(&self.operations[index]);
        let holds = |excuse: &crate::excuses::Excuse| {
            excuse.document == self.document
                && excuse.operation == operation
                && what.starts_with(excuse.says)
        };
        if let Some(at) = EXCUSES.iter().position(holds) {
            self.used[at] = true;
            return true;
        }
        let line = format!("{operation}: {what}");
        if !self.wrong.contains(&line) {
            self.wrong.push(line);
        }
        false
    }

    fn close(mut self) -> Outcome {
        let sent = self.sent.values();
        self.counts.called = sent.filter(|calls| **calls >= CALLS).count();
        for (excuse, used) in EXCUSES.iter().zip(&self.used) {
            if excuse.document == self.document && !used {
                let line = format!(
                    "listed and not needed: {} {}",
                    excuse.operation, excuse.says
                );
                self.wrong.push(line);
            }
        }
        Outcome {
            counts: self.counts,
            wrong: self.wrong,
        }
    }
}

fn name(operation: &Value) -> String {
    let text = |key: &str| operation[key].as_str().unwrap_or_default();
    format!("{} {}", text("method"), text("path"))
}
