//! Measurements: the gate on what generated clients cost, the codec beside its peers, and whole
//! clients beside those of other generators. See `bench/README.md`.

mod calls;
mod cargo;
mod compile;
mod contest;
mod cost;
mod generate;
mod measured;
mod package;
mod peers;
mod random;
mod real;
mod scale;
mod speed;
mod table;
mod valgrind;

use std::env;
use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

const USAGE: &str = "usage: restitch-bench cost [--record WHY]\n       \
                     restitch-bench codec [compile | real | speed] [--structs N] [--repeat N]
                            [--only github,stripe,bare,serde,restitch,speed]
       restitch-bench calls
       restitch-bench scale
       restitch-bench generate SPEC";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What the command line asks for.
struct Options {
    parts: Vec<String>,
    only: Vec<String>,
    structs: usize,
    repeat: usize,
    why: Option<String>,
}

fn main() -> ExitCode {
    let done = peers::as_rustc().unwrap_or_else(|| run().map(|()| ExitCode::SUCCESS));
    match done {
        Ok(code) => code,
        Err(error) => {
            // Where there is nobody to tell, the exit code still says it.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    if env::args().nth(1).is_some_and(|part| part == "peers") {
        return peers::run(env::args().skip(2));
    }
    let args: Vec<String> = env::args().skip(1).collect();
    let mut out = io::stdout();
    match args.split_first() {
        Some((part, rest)) if part == "calls" => return calls::run(rest, &mut out),
        Some((part, [])) if part == "scale" => return scale::run(&mut out),
        Some((part, [spec])) if part == "generate" => {
            return Ok(out.write_all(generate::code(spec)?.as_bytes())?);
        }
        _ => {}
    }
    let options = options(args.into_iter()).ok_or(USAGE)?;
    let asked = |part: &str| options.parts.len() == 1 || options.parts.iter().any(|p| p == part);
    if options.parts.iter().any(|part| part == "cost") {
        writeln!(out, "{}", cost::run(options.why.as_deref())?)?;
        return Ok(());
    }
    if asked("speed") {
        writeln!(out, "{}", speed::run(options.repeat)?)?;
    }
    if asked("compile") {
        writeln!(out, "{}", compile::run(options.structs, options.repeat)?)?;
    }
    if asked("real") {
        real::run(&mut out, options.repeat, &options.only)?;
    }
    Ok(())
}

fn options(mut args: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options {
        parts: Vec::new(),
        only: Vec::new(),
        structs: 300,
        repeat: 3,
        why: None,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--structs" => options.structs = args.next()?.parse().ok()?,
            "--repeat" => options.repeat = args.next()?.parse().ok()?,
            "--record" => options.why = Some(args.next()?),
            "--only" => options.only = args.next()?.split(',').map(str::to_owned).collect(),
            "cost" | "codec" | "compile" | "real" | "speed" => options.parts.push(arg),
            _ => return None,
        }
    }
    let known = matches!(options.parts.first()?.as_str(), "cost" | "codec");
    (known && options.repeat > 0).then_some(options)
}
