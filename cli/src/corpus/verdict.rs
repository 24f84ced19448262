//! What became of one document.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// How generating ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// There is a client.
    Generated,
    /// The document was refused: the errors, one line each.
    Refused(Vec<String>),
    /// The generator did not end as it should; how it ended.
    Crashed(String),
}

/// What became of one document.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    /// Its path in the corpus.
    pub(crate) path: String,
    /// The name of the crate that was generated.
    pub(crate) name: String,
    pub(crate) outcome: Outcome,
    /// `yes`, or why not; `None` where it was not tried.
    pub(crate) compiled: Option<String>,
    /// The errors of the compiler, the first of each kind.
    pub(crate) compiler: Vec<String>,
    /// How many diagnostics there are, by code.
    pub(crate) codes: BTreeMap<String, u64>,
    /// Operations that the document declares, and those of the client.
    pub(crate) operations: (u64, u64),
    /// Schemas in components, and those that are types of the client.
    pub(crate) types: (u64, u64),
    /// Wall time of generating, in seconds.
    pub(crate) seconds: f64,
    /// Of the process, in bytes; where the system says.
    pub(crate) peak_memory: Option<u64>,
    /// Of the code.
    pub(crate) bytes: u64,
}

impl Verdict {
    /// The row of the report.
    pub(crate) fn json(&self) -> Value {
        let (verdict, reasons) = match &self.outcome {
            Outcome::Generated => ("generated", Vec::new()),
            Outcome::Refused(errors) => ("refused", errors.clone()),
            Outcome::Crashed(how) => ("crashed", vec![how.clone()]),
        };
        let pair = |(declared, kept): (u64, u64)| json!({ "declared": declared, "kept": kept });
        json!({
            "path": self.path,
            "crate": self.name,
            "verdict": verdict,
            "reasons": reasons,
            "compiled": self.compiled,
            "compiler": self.compiler,
            "codes": self.codes,
            "operations": pair(self.operations),
            "types": pair(self.types),
            "seconds": self.seconds,
            "peak_memory": self.peak_memory,
            "bytes": self.bytes,
        })
    }
}
