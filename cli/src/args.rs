//! The arguments.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use restitch_build::{Builder, configure};

/// Generates Rust clients of `OpenAPI` documents.
#[derive(Debug, Parser)]
#[command(name = "cargo-restitch", bin_name = "cargo restitch", version, about)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Args {
    /// From the command line. Cargo passes the subcommand's own name first: `cargo restitch X`
    /// runs `cargo-restitch restitch X`.
    pub(crate) fn read() -> Self {
        let mut given: Vec<_> = std::env::args_os().collect();
        if given.get(1).is_some_and(|first| first == "restitch") {
            given.remove(1);
        }
        Self::parse_from(given)
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Writes a crate, or just the code.
    Generate(Generate),
    /// Prints the public surface, one line an item.
    Outline(Outline),
    /// Prints what is wrong with a document; exits with 1 if anything is.
    Check(Check),
    /// Prints what a code of a diagnostic means, `explain W0101`; or a document as a stage of the
    /// generator leaves it, to see where something comes from.
    Explain(Explain),
    /// Prints what becomes of each part of a document: used, in documentation, or ignored, and why.
    Ledger(Ledger),
    /// Generates a client of every document in a folder, and says what became of each; exits with 1
    /// where a client does not compile, or the generator did not end as it should.
    Corpus(Corpus),
    /// One of them, in a process of its own.
    #[command(hide = true)]
    CorpusDocument(CorpusDocument),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Generate {
    #[command(flatten)]
    pub(crate) document: Document,
    #[command(flatten)]
    pub(crate) target: Target,
    /// The crate's name; the folder's name unless given.
    #[arg(long, requires = "crate_dir")]
    pub(crate) name: Option<String>,
    /// The folder of the runtime crate `restitch`, for a path dependency instead of a version.
    #[arg(long, value_name = "PATH", requires = "crate_dir")]
    pub(crate) runtime: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[group(required = true, multiple = false)]
pub(crate) struct Target {
    /// Writes a crate into this folder: Cargo.toml where there is none, and src/lib.rs.
    #[arg(long = "crate", value_name = "DIR")]
    pub(crate) crate_dir: Option<PathBuf>,
    /// Writes just the code to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Outline {
    #[command(flatten)]
    pub(crate) document: Document,
    /// As JSON, for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) document: Document,
    /// Leaves out notes: things ignored on purpose, or decided by a rule.
    #[arg(long)]
    pub(crate) no_notes: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Ledger {
    #[command(flatten)]
    pub(crate) document: Document,
    /// Which parts.
    #[arg(long, value_enum, default_value = "ignored")]
    pub(crate) only: Only,
    /// Those that are ignored with this code: `N0303`.
    #[arg(long, value_name = "CODE", conflicts_with = "only")]
    pub(crate) code: Option<String>,
    /// As JSON, for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Which parts of a document a ledger lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    /// What nothing comes of.
    Ignored,
    /// What stands in doc comments.
    Documentation,
    /// What the code is made of.
    Used,
    /// All of it.
    All,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) document: Document,
    /// The stage.
    #[arg(long, value_enum)]
    pub(crate) stage: Option<Stage>,
}

/// What `explain` can print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// All files in the shape of `OpenAPI` 3.0, as JSON; what 3.0 can't say is in `x-restitch-*`.
    Lowered,
    /// The client as data, with every Rust name.
    Ir,
    /// The code as build scripts write it.
    Tokens,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Corpus {
    /// The folder; all YAML and JSON files in it and below are taken for documents.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// Compiles the crates; a warning is an error.
    #[arg(long)]
    pub(crate) check: bool,
    /// How many at a time; as many as there are cores unless given.
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<usize>,
    /// Where the crates go, one a document, in one workspace; a folder for temporary files unless given.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Writes the verdicts to this file too, as JSON.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// The folder of the runtime crate `restitch`, for a path dependency instead of a version.
    #[arg(long, value_name = "PATH")]
    pub(crate) runtime: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CorpusDocument {
    pub(crate) spec: PathBuf,
    pub(crate) folder: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Document {
    /// An `OpenAPI` document, YAML or JSON, or a Markdown page with one in a fenced block.
    #[arg(value_name = "SPEC")]
    pub(crate) spec: PathBuf,
    /// Refuses a document with a fault, which else costs the smallest part that holds it.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Takes a fault for a note, by its code; may be repeated, as the next two.
    #[arg(long, value_name = "CODE")]
    pub(crate) allow: Vec<String>,
    /// Takes a note or fault for a fault.
    #[arg(long, value_name = "CODE")]
    pub(crate) warn: Vec<String>,
    /// Takes a note or fault for an error.
    #[arg(long, value_name = "CODE")]
    pub(crate) deny: Vec<String>,
    /// The folder that references between files stay in; the document's own unless given.
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
    /// An `OpenAPI` Overlay to apply to the document; may be repeated, they are applied in order.
    #[arg(long = "overlay", value_name = "FILE")]
    pub(crate) overlays: Vec<PathBuf>,
    /// Only the operations that a glob matches: `accounts/*` as the outline prints them, an
    /// operationId, `GET /v1/**`. With --tag and --path, those of any; may be repeated.
    #[arg(long = "operation", value_name = "GLOB")]
    pub(crate) operations: Vec<String>,
    /// Only the operations with a tag that a glob matches.
    #[arg(long = "tag", value_name = "GLOB")]
    pub(crate) tags: Vec<String>,
    /// Only the operations with a path that a glob matches.
    #[arg(long = "path", value_name = "GLOB")]
    pub(crate) paths: Vec<String>,
    /// Leaves out operations that are deprecated.
    #[arg(long)]
    pub(crate) skip_deprecated: bool,
}

impl Document {
    /// What they say of generating.
    pub(crate) fn configured(&self) -> Builder {
        let mut builder = configure();
        if let Some(folder) = &self.root {
            builder = builder.root(folder);
        }
        for code in &self.allow {
            builder = builder.allow(code);
        }
        for code in &self.warn {
            builder = builder.warn(code);
        }
        for code in &self.deny {
            builder = builder.deny(code);
        }
        for overlay in &self.overlays {
            builder = builder.overlay(overlay);
        }
        let builder = builder
            .strict(self.strict)
            .operations(&self.operations)
            .tags(&self.tags)
            .paths(&self.paths);
        if self.skip_deprecated {
            builder.skip_deprecated()
        } else {
            builder
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Args;

    #[test]
    fn the_arguments_are_consistent() {
        Args::command().debug_assert();
    }
}
