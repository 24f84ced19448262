//! Side-by-side measurements against peers. See `bench/README.md`.

mod compile;
mod random;
mod speed;
mod table;

use std::env;
use std::error::Error;
use std::io::{self, Write as _};

const USAGE: &str = "usage: restitch-bench codec [compile | speed] [--structs N] [--repeat N]";

/// What the command line asks for.
struct Options {
    parts: Vec<String>,
    structs: usize,
    repeat: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options(env::args().skip(1)).ok_or(USAGE)?;
    let asked = |part: &str| options.parts.len() == 1 || options.parts.iter().any(|p| p == part);
    let mut out = io::stdout();
    if asked("speed") {
        writeln!(out, "{}", speed::run(options.repeat)?)?;
    }
    if asked("compile") {
        writeln!(out, "{}", compile::run(options.structs, options.repeat)?)?;
    }
    Ok(())
}

fn options(mut args: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options {
        parts: Vec::new(),
        structs: 300,
        repeat: 3,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--structs" => options.structs = args.next()?.parse().ok()?,
            "--repeat" => options.repeat = args.next()?.parse().ok()?,
            "codec" | "compile" | "speed" => options.parts.push(arg),
            _ => return None,
        }
    }
    let known = options.parts.first().is_some_and(|part| part == "codec");
    (known && options.repeat > 0).then_some(options)
}
