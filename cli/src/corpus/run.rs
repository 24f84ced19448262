//! Generating, several documents at a time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use std::{fs, io};

use indicatif::ProgressBar;
use restitch_build::Error;
use serde_json::Value;

use super::verdict::{Outcome, Verdict};

/// How long one document may take: the largest take seconds.
const PATIENCE: Duration = Duration::from_secs(300);

/// The verdicts, in the documents' order.
pub(super) fn all(
    documents: &[PathBuf],
    folder: &Path,
    out: &Path,
    jobs: usize,
    bar: &ProgressBar,
) -> Result<Vec<Verdict>, Error> {
    let program = std::env::current_exe()?;
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..jobs.max(1) {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(document) = documents.get(index) else {
                        break;
                    };
                    let name = format!("document-{:04}", index + 1);
                    let shown = document.strip_prefix(folder).unwrap_or(document);
                    let verdict = one(&program, document, shown, &out.join(&name), name);
                    bar.inc(1);
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.push((index, verdict));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    let verdicts = done.into_iter().map(|(_, verdict)| verdict);
    Ok(verdicts.collect::<io::Result<_>>()?)
}

fn one(
    program: &Path,
    document: &Path,
    shown: &Path,
    folder: &Path,
    name: String,
) -> io::Result<Verdict> {
    // What an earlier run left there is not this document's.
    let code = folder.join("src/lib.rs");
    if code.exists() {
        fs::remove_file(&code)?;
    }
    let start = Instant::now();
    let child = Command::new(program)
        .arg("corpus-document")
        .arg(document)
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let ended = wait(child, start)?;
    let mut verdict = Verdict {
        path: shown.display().to_string(),
        name,
        outcome: Outcome::Generated,
        compiled: None,
        compiler: Vec::new(),
        codes: BTreeMap::new(),
        operations: (0, 0),
        types: (0, 0),
        seconds: start.elapsed().as_secs_f64(),
        peak_memory: None,
        bytes: 0,
    };
    match ended {
        Ok(told) => read(&told, &mut verdict),
        Err(how) => verdict.outcome = Outcome::Crashed(how),
    }
    Ok(verdict)
}

/// What the process told, or how it ended.
fn wait(mut child: Child, start: Instant) -> io::Result<Result<Value, String>> {
    let mut out = child.stdout.take();
    let mut problems = child.stderr.take();
    // Both are read at once: a full pipe would hold the process up.
    let (text, said) = thread::scope(|scope| {
        let text = scope.spawn(|| out.as_mut().map(io::read_to_string));
        let said = scope.spawn(|| problems.as_mut().map(io::read_to_string));
        loop {
            match child.try_wait() {
                Ok(None) if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(5)),
                Ok(None) => {
                    // Its pipes close with it.
                    let _ = child.kill();
                    break;
                }
                _ => break,
            }
        }
        (text.join(), said.join())
    });
    let read = |joined: thread::Result<Option<io::Result<String>>>| {
        joined
            .ok()
            .flatten()
            .and_then(Result::ok)
            .unwrap_or_default()
    };
    let (text, said) = (read(text), read(said));
    let status = child.wait()?;
    if start.elapsed() >= PATIENCE {
        return Ok(Err(format!("stopped after {} s", PATIENCE.as_secs())));
    }
    let told = serde_json::from_str(&text)
        .ok()
        .filter(|_| status.success());
    Ok(told.ok_or_else(|| format!("{status}: {}", said.lines().next().unwrap_or_default())))
}

fn read(told: &Value, verdict: &mut Verdict) {
    let number = |value: &Value| value.as_u64().unwrap_or_default();
    let pair = |key: &str| (number(&told[key][0]), number(&told[key][1]));
    if told["refused"] == true {
        let errors = told["errors"].as_array().into_iter().flatten();
        let errors = errors.filter_map(Value::as_str).map(str::to_owned);
        verdict.outcome = Outcome::Refused(errors.collect());
    }
    let codes = told["codes"].as_object().into_iter().flatten();
    verdict.codes = codes
        .map(|(code, count)| (code.clone(), number(count)))
        .collect();
    verdict.operations = pair("operations");
    verdict.types = pair("types");
    verdict.peak_memory = told["peak_memory"].as_u64();
    verdict.bytes = number(&told["bytes"]);
}
