//! What a call of a generated client takes at run time, beside one that is written by hand.

mod by_hand;
mod ours;
mod server;

use std::env::current_exe;
use std::io::Write;
use std::process::Command;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};

use crate::table::markdown;
use crate::valgrind::Work;
use crate::{Result, measured, valgrind};
use by_hand::ByHand;
use ours::Ours;
use server::Server;

/// Calls of one round; rounds of both take turns.
const CALLS: u32 = 2_000;

/// Of each; the median counts.
const ROUNDS: usize = 9;

/// Calls before any are measured: a connection is there, and what is made once was made.
const BEFORE: u32 = 20;

/// Calls of a program whose processor time is taken.
const TIMED: u32 = 10_000;

/// Calls that are counted.
const COUNTED: u32 = 100;

/// `calls`, or one of the programs that it runs itself: `calls serve`, `calls ours URL N`,
/// `calls by-hand URL N`, `calls canned N`.
pub(crate) fn run(args: &[String], out: &mut dyn Write) -> Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words[..] {
        [] => writeln!(out, "{}", compare(&runtime)?)?,
        ["serve"] => server::serve(out)?,
        ["ours", url, count] => {
            repeated(&runtime, &Ours::at(url)?, count.parse()?)?;
        }
        ["by-hand", url, count] => {
            repeated(&runtime, &ByHand::at(url), count.parse()?)?;
        }
        ["canned", count] => {
            repeated(&runtime, &Ours::canned()?, count.parse()?)?;
        }
        _ => return Err("usage: restitch-bench calls".into()),
    }
    Ok(())
}

/// A client with the one call.
trait Caller {
    async fn call(&self) -> Result<usize>;
}

/// So many calls, one after the other, in one thread.
fn repeated(runtime: &Runtime, caller: &impl Caller, count: u32) -> Result<Duration> {
    let start = Instant::now();
    runtime.block_on(async {
        for _ in 0..count {
            if caller.call().await? == 0 {
                return Err("nothing came back".into());
            }
        }
        Ok::<(), Box<dyn std::error::Error>>(())
    })?;
    Ok(start.elapsed())
}

fn compare(runtime: &Runtime) -> Result<String> {
    let server = Server::start()?;
    let (ours, by_hand) = (Ours::at(&server.url)?, ByHand::at(&server.url));
    repeated(runtime, &ours, BEFORE)?;
    repeated(runtime, &by_hand, BEFORE)?;
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        times[0].push(repeated(runtime, &ours, CALLS)?);
        times[1].push(repeated(runtime, &by_hand, CALLS)?);
    }
    let mut used = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        used[0].push(processor_time("ours", &server.url)?);
        used[1].push(processor_time("by-hand", &server.url)?);
    }
    let times = times.map(median);
    let used = used.map(median);
    let work =
        |program: &str| valgrind::difference(&["calls", program, &server.url], BEFORE, COUNTED);
    let (own, other) = (work("ours")?, work("by-hand")?);
    let canned = canned()?;
    let micros = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1e6);
    let row = |name: &str, time: Option<Duration>, used: Option<Duration>, work: Work| {
        let time = time.map(|time| time / CALLS);
        vec![
            name.to_owned(),
            time.map_or_else(String::new, micros),
            used.map_or_else(String::new, micros),
            work.allocations.to_string(),
            work.instructions.to_string(),
        ]
    };
    let rows = [
        row("generated", Some(times[0]), Some(used[0]), own),
        row(
            "by hand, reqwest and serde",
            Some(times[1]),
            Some(used[1]),
            other,
        ),
        row("generated, without a network", None, None, canned),
    ];
    let heads = ["a call", "µs", "CPU µs", "allocations", "instructions"];
    let table = markdown(&heads, &rows);
    let ratio = |[ours, by_hand]: [Duration; 2]| by_hand.as_secs_f64() / ours.as_secs_f64();
    Ok(format!(
        "{table}\ncalls a second, to those by hand: {:.3}; of processor time: {:.3}",
        ratio(times),
        ratio(used),
    ))
}

/// Processor time of one call, user and system, of the client's process alone.
fn processor_time(program: &str, url: &str) -> Result<Duration> {
    let of = |count: u32| -> Result<f64> {
        let mut command = Command::new(current_exe()?);
        let measured = measured::wait(command.args(["calls", program, url, &count.to_string()]))?;
        if !measured.status.success() {
            return Err(format!("`calls {program}` ended with {}", measured.status).into());
        }
        Ok(measured.cpu)
    };
    let used = of(BEFORE + TIMED)? - of(BEFORE)?;
    Ok(Duration::from_secs_f64(used.max(0.0)) / TIMED)
}

/// What one call of the generated client takes but for the network.
pub(crate) fn canned() -> Result<Work> {
    valgrind::difference(&["calls", "canned"], BEFORE, COUNTED)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
