//! The command line: `cargo restitch COMMAND`, and `cargo-restitch COMMAND`, which is the same.

mod args;
mod corpus;
mod crate_files;
mod generate;
mod ledger;
mod show;

use std::process::ExitCode;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::read();
    let outcome = match &args.command {
        Command::Generate(wanted) => generate::generate(wanted),
        Command::Outline(wanted) => show::outline(wanted),
        Command::Check(wanted) => show::check(wanted),
        Command::Explain(wanted) => show::explain(wanted),
        Command::Ledger(wanted) => ledger::ledger(wanted),
        Command::Corpus(wanted) => corpus::corpus(wanted),
        Command::CorpusDocument(wanted) => corpus::document(wanted),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            show::say(&format!("error: {error}"));
            ExitCode::FAILURE
        }
    }
}
