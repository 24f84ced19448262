//! The gate on cost: what generated clients hold, counted and not timed.

mod clients;
mod llvm;
mod record;

use std::collections::BTreeMap;

use crate::package::checkout;
use crate::table::markdown;
use crate::valgrind::Work;
use crate::{Result, calls, generate};
use clients::{Document, Subject};
use record::{Counts, Record};

/// How far a count may be from the record, in per cent.
const TOLERANCE: f64 = 5.0;

/// Counts, and compares with the record, or writes it, with the reason.
pub(crate) fn run(why: Option<&str>) -> Result<String> {
    if !cfg!(debug_assertions) {
        return Err("counted is what unoptimised programs do: leave out `--release`".into());
    }
    let old = Record::read()?;
    let mut subjects = clients::subjects()?;
    if why.is_none() {
        // A document that is not recorded changes no figure: there is nothing to hold it to.
        for subject in &mut subjects {
            subject
                .documents
                .retain(|d| old.counts.contains_key(&d.name));
        }
    }
    let now = count(&subjects)?;
    match why {
        Some(why) => old.write(now, why),
        None => compare(&old, &now),
    }
}

/// Emitted lines and bytes a document, LLVM lines of client and program a subject.
fn count(subjects: &[Subject]) -> Result<BTreeMap<String, Counts>> {
    let mut counts = BTreeMap::new();
    for subject in subjects {
        for Document { name, code, .. } in &subject.documents {
            counts.insert(name.clone(), [code.lines().count(), code.len()]);
        }
        counts.insert(subject.name.to_owned(), llvm::lines(&subject.package()?)?);
    }
    for (name, work) in works()? {
        counts.insert(name, [work.instructions, work.allocations]);
    }
    Ok(counts)
}

/// What generating takes, unoptimised, as in build scripts; and what a call does.
fn works() -> Result<Vec<(String, Work)>> {
    let generating = |name: &str| -> Result<(String, Work)> {
        let work = generate::work(&checkout().join(format!("specs/{name}.yaml")))?;
        Ok((format!("{GENERATING} {name}"), work))
    };
    let mut works = vec![generating("chaser")?, generating("petstore")?];
    works.push((CALL.to_owned(), calls::canned()?));
    Ok(works)
}

const GENERATING: &str = "generating";
const CALL: &str = "a call of chaser";

/// One figure beside what is recorded of it.
struct Figure {
    name: String,
    recorded: usize,
    now: usize,
}

impl Figure {
    #[allow(clippy::cast_precision_loss, reason = "counts are small")]
    fn per_cent(&self) -> f64 {
        (self.now as f64 / self.recorded.max(1) as f64 - 1.0) * 100.0
    }

    fn is_off(&self) -> bool {
        self.per_cent().abs() > TOLERANCE
    }
}

fn compare(old: &Record, now: &BTreeMap<String, Counts>) -> Result<String> {
    if let Some(gone) = old.counts.keys().find(|name| !now.contains_key(*name)) {
        return Err(format!("{gone} is recorded and is not there any more. {AGAIN}").into());
    }
    let mut figures = Vec::new();
    for subject in clients::SUBJECTS {
        let kinds = [
            ["emitted lines", "emitted bytes"],
            ["LLVM lines of the client", "LLVM lines of the program"],
        ];
        let sums = [
            of_documents(&old.counts, subject),
            of_documents(now, subject),
        ];
        let llvm = [of(&old.counts, subject), of(now, subject)];
        for (kinds, [recorded, now]) in kinds.into_iter().zip([sums, llvm]) {
            for (i, kind) in kinds.into_iter().enumerate() {
                let name = format!("{subject}: {kind}");
                let (recorded, now) = (recorded[i], now[i]);
                figures.push(Figure {
                    name,
                    recorded,
                    now,
                });
            }
        }
    }
    let works = old
        .counts
        .keys()
        .filter(|name| name.starts_with(GENERATING) || *name == CALL);
    for name in works {
        let (recorded, now) = (of(&old.counts, name), of(now, name));
        for (i, kind) in ["instructions", "allocations"].into_iter().enumerate() {
            figures.push(Figure {
                name: format!("{name}: {kind}"),
                recorded: recorded[i],
                now: now[i],
            });
        }
    }
    let rows: Vec<_> = figures.iter().map(row).collect();
    let table = markdown(&["", "recorded", "now", "%"], &rows);
    if figures.iter().any(Figure::is_off) {
        return Err(off(&figures, &table, old).into());
    }
    Ok(table)
}

const AGAIN: &str = "Where it is meant, `cargo run -p restitch-bench -- cost --record WHY` writes \
                     all figures anew, and the reason, into bench/cost.tsv";

fn off(figures: &[Figure], table: &str, old: &Record) -> String {
    let names = figures.iter().filter(|f| f.is_off());
    let names: Vec<_> = names.map(|f| f.name.as_str()).collect();
    let (recorded, now) = (&old.rustc, llvm::rustc().unwrap_or_default());
    let compiler = if *recorded == now {
        String::new()
    } else {
        format!(" LLVM lines may differ for the compiler's sake: {recorded} then, {now} now.")
    };
    let names = names.join("; ");
    format!(
        "more than {TOLERANCE} % from the record: {names}. {AGAIN}; a gain too.{compiler}\n\n{table}"
    )
}

fn row(figure: &Figure) -> Vec<String> {
    vec![
        figure.name.clone(),
        figure.recorded.to_string(),
        figure.now.to_string(),
        format!("{:+.1}", figure.per_cent()),
    ]
}

fn of(counts: &BTreeMap<String, Counts>, name: &str) -> Counts {
    counts.get(name).copied().unwrap_or_default()
}

/// Of all documents of a subject: of `specs/features.yaml` or of those in `specs/features/`.
fn of_documents(counts: &BTreeMap<String, Counts>, subject: &str) -> Counts {
    let file = format!("specs/{subject}.yaml");
    let folder = format!("specs/{subject}/");
    let own = counts
        .iter()
        .filter(|(name, _)| **name == file || name.starts_with(&folder));
    own.fold([0, 0], |[a, b], (_, [c, d])| [a + c, b + d])
}
