use std::path::Path;

use restitch_build::Format;
use restitch_build::ir::{Api, TypeDef, TypeKind};

use crate::Result;

/// By name: the document in the corpus, and the types of which values are read and written.
pub(super) const SUBJECTS: [(&str, &str, &[&str]); 2] = [
    (
        "github",
        "github/api.github.com.json",
        &["Commit", "FullRepository", "Issue", "PullRequestSimple"],
    ),
    (
        "stripe",
        "stripe/openapi/spec3.yaml",
        &["Charge", "Customer", "Invoice", "PaymentIntent"],
    ),
];

/// Formats whose types are those of other crates, or check what they read: plain text in both, so
/// that codecs are compared and not these.
const TEXT: [&str; 9] = [
    "base64",
    "base64url",
    "byte",
    "date",
    "date-time",
    "ip",
    "ipv4",
    "ipv6",
    "password",
];

/// The types of a document.
pub(super) struct Subject {
    pub(super) name: &'static str,
    /// With all types, those of operations too, and without the operations.
    pub(super) api: Api,
}

impl Subject {
    pub(super) fn read(name: &'static str, document: &Path) -> Result<Self> {
        let mut builder = restitch_build::configure().format("uuid", Format::Text);
        for format in TEXT {
            builder = builder.format(format, Format::Text);
        }
        let report = builder.check(document)?;
        let api = report.api().ok_or("the document is refused")?;
        let api = Api {
            operations: Vec::new(),
            handles: Vec::new(),
            ..api.clone()
        };
        Ok(Self { name, api })
    }

    /// The types that are no other name of one.
    fn written(&self) -> impl Iterator<Item = &TypeDef> {
        self.api.types.iter().filter(|def| def.is_written())
    }

    pub(super) fn summary(&self) -> String {
        let of = |is: fn(&TypeKind) -> bool| self.written().filter(|def| is(&def.kind)).count();
        let fields = self.written().map(|def| match &def.kind {
            TypeKind::Record(record) => record.fields.len(),
            _ => 0,
        });
        format!(
            "{}: {} structs with {} fields, {} string enums, {} unions, {} other types",
            self.name,
            of(|kind| matches!(kind, TypeKind::Record(_))),
            fields.sum::<usize>(),
            of(|kind| matches!(kind, TypeKind::StringEnum(_))),
            of(|kind| matches!(kind, TypeKind::Union(_))),
            of(|kind| matches!(
                kind,
                TypeKind::Alias(_) | TypeKind::ValueEnum(_) | TypeKind::Tuple(_)
            )),
        )
    }

    /// The names of its structs.
    pub(super) fn records(&self) -> Vec<&str> {
        self.written()
            .filter(|def| matches!(&def.kind, TypeKind::Record(record) if !record.parts))
            .map(name)
            .collect()
    }
}

pub(super) fn name(def: &TypeDef) -> &str {
    def.name.ident.as_str()
}
