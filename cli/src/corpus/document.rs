//! One document, in a process of its own: its crate goes to a folder, what is known of it to
//! standard output, as JSON.

use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;

use restitch_build::diag::Grade;
use restitch_build::ir::Api;
use restitch_build::write::write;
use restitch_build::{Error, configure};
use serde_json::json;

use crate::args;
use crate::show;

pub(crate) fn document(wanted: &args::CorpusDocument) -> Result<ExitCode, Error> {
    let report = configure().check(&wanted.spec)?;
    let mut codes = BTreeMap::new();
    for found in report.diagnostics() {
        *codes.entry(found.code.as_str()).or_insert(0_u64) += 1;
    }
    let lines = report.lines(Grade::Error).map(|(_, line)| line);
    let errors: Vec<String> = if report.api().is_some() {
        Vec::new()
    } else {
        lines.collect()
    };
    let mut bytes = 0;
    if let Some(code) = report.code() {
        bytes = code.len();
        write(&wanted.folder.join("src/lib.rs"), &code)?;
    }
    let declared = report.declared();
    let (operations, types) = report.api().map_or((0, 0), kept);
    show::print(&format!(
        "{}\n",
        json!({
            "errors": errors,
            "refused": report.api().is_none(),
            "codes": codes,
            "operations": [declared.operations, operations],
            "types": [declared.schemas, types],
            "peak_memory": peak_memory(),
            "bytes": bytes,
        })
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Operations, and types that are called by a schema in components.
fn kept(api: &Api) -> (usize, usize) {
    let of_tags = api.handles.iter().map(|handle| handle.operations.len());
    let operations = api.operations.len() + of_tags.sum::<usize>();
    let own = |pointer: &str| {
        let key = pointer.strip_prefix("#/components/schemas/");
        key.is_some_and(|key| !key.contains('/'))
    };
    let mut pointers: Vec<_> = api.types.iter().map(|def| &def.name.pointer).collect();
    // A type for requests and one for answers are one schema.
    pointers.sort_unstable();
    pointers.dedup();
    let types = pointers.into_iter().filter(|pointer| own(pointer)).count();
    (operations, types)
}

/// The most memory that this process had, in bytes, where the system says.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
