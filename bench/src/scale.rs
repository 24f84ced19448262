//! Whether generating takes as much more as a document is larger.

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::{env, process};

use crate::measured::{Measured, wait};
use crate::table::markdown;
use crate::{Result, generate};

/// Resources of the smallest document, with four operations each.
const RESOURCES: usize = 250;

/// Runs of each; the one with the least time counts.
const RUNS: usize = 3;

/// Measures documents of one, two, four and eight times the size.
pub(crate) fn run(out: &mut dyn Write) -> Result<()> {
    let file = env::temp_dir().join(format!("restitch-scale-{}.yaml", process::id()));
    let mut rows = Vec::new();
    for times in [1, 2, 4, 8] {
        let text = document(RESOURCES * times);
        fs::write(&file, &text)?;
        let spec = file.display().to_string();
        let lines = generate::code(&spec)?.lines().count();
        let best = (0..RUNS).map(|_| generating(&spec));
        let best = best.collect::<Result<Vec<_>>>()?;
        let best = best.iter().min_by(|a, b| a.cpu.total_cmp(&b.cpu));
        let (seconds, megabytes) = best.map_or((0.0, 0.0), |best| (best.cpu, best.megabytes));
        rows.push(vec![
            format!("{times} ×"),
            (4 * RESOURCES * times).to_string(),
            (text.len() / 1024).to_string(),
            lines.to_string(),
            format!("{seconds:.2}"),
            format!("{megabytes:.0}"),
        ]);
    }
    fs::remove_file(&file)?;
    let columns = ["", "operations", "document, kB", "lines", "s", "MB"];
    Ok(writeln!(out, "{}", markdown(&columns, &rows))?)
}

fn generating(spec: &str) -> Result<Measured> {
    let mut command = Command::new(env::current_exe()?);
    let measured = wait(command.args(["generate", spec]).stdout(Stdio::null()))?;
    if measured.status.success() {
        Ok(measured)
    } else {
        Err(format!("generating {spec} failed").into())
    }
}

/// So many resources: each refers to the one before it, and has an enum and an object of its own.
fn document(resources: usize) -> String {
    let mut paths = String::new();
    let mut schemas = String::new();
    for index in 0..resources {
        let before = index.saturating_sub(1);
        // Writing to a `String` does not fail.
        let _ = write!(paths, "{}", resource(index));
        let _ = write!(
            schemas,
            "    Thing{index}:\n      type: object\n      required: [id, state]\n      properties:\n        \
             id: {{type: string, format: uuid}}\n        \
             state: {{type: string, enum: [new{index}, running, done]}}\n        \
             before: {{$ref: '#/components/schemas/Thing{before}'}}\n        \
             size{index}:\n          type: object\n          properties:\n            \
             width: {{type: integer}}\n            height: {{type: number}}\n        \
             labels: {{type: array, items: {{type: string}}}}\n        \
             made_at: {{type: string, format: date-time, description: When it was made.}}\n"
        );
    }
    format!(
        "openapi: 3.0.3\ninfo: {{title: Things, version: '1'}}\npaths:\n{paths}components:\n  schemas:\n{schemas}"
    )
}

fn resource(index: usize) -> String {
    let tag = format!("tags: [group{}]", index / 10);
    let answer = format!(
        "responses: {{'200': {{description: It., content: {{application/json: {{schema: \
         {{$ref: '#/components/schemas/Thing{index}'}}}}}}}}}}"
    );
    let body = format!(
        "requestBody: {{content: {{application/json: {{schema: \
         {{$ref: '#/components/schemas/Thing{index}'}}}}}}}}"
    );
    let id = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]";
    format!(
        "  /things{index}:\n    get: {{operationId: list{index}, {tag}, {answer}}}\n    \
         post: {{operationId: make{index}, {tag}, {body}, {answer}}}\n  \
         /things{index}/{{id}}:\n    {id}\n    get: {{operationId: get{index}, {tag}, {answer}}}\n    \
         put: {{operationId: put{index}, {tag}, {body}, {answer}}}\n"
    )
}
