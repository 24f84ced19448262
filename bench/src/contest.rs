use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::table::markdown;

/// How long one measurement goes on; the best of several is kept.
const ROUND: Duration = Duration::from_millis(300);

/// Takes turns, so that a busy moment of the machine hits all alike.
pub(crate) struct Contest<'a> {
    size: usize,
    rounds: usize,
    entries: Vec<Entry<'a>>,
}

/// What is measured, by name; false would be a failure.
type Entry<'a> = (&'static str, Box<dyn FnMut() -> bool + 'a>);

impl<'a> Contest<'a> {
    pub(crate) fn new(size: usize, rounds: usize) -> Self {
        let entries = Vec::new();
        Self {
            size,
            rounds,
            entries,
        }
    }

    pub(crate) fn add(&mut self, name: &'static str, run: impl FnMut() -> bool + 'a) {
        self.entries.push((name, Box::new(run)));
    }

    /// Megabytes a second, in the order in which they were added.
    pub(crate) fn speeds(&mut self) -> Vec<f64> {
        let mut best = vec![f64::INFINITY; self.entries.len()];
        for _ in 0..self.rounds {
            for ((_, run), best) in self.entries.iter_mut().zip(&mut best) {
                *best = best.min(seconds(run));
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "sizes are small")]
        let speed = |seconds: f64| self.size as f64 / seconds / 1e6;
        best.into_iter().map(speed).collect()
    }

    #[allow(dead_code, reason = "a measured program has a table of its own")]
    pub(crate) fn table(mut self) -> String {
        let speeds = self.speeds();
        let rows = self.entries.iter().zip(speeds);
        let rows: Vec<_> = rows
            .map(|((name, _), speed)| vec![(*name).to_owned(), format!("{speed:.0}")])
            .collect();
        markdown(&["", "MB/s"], &rows)
    }
}

/// The shortest time that one call took.
fn seconds(run: &mut dyn FnMut() -> bool) -> f64 {
    let start = Instant::now();
    let mut best = Duration::MAX;
    while start.elapsed() < ROUND {
        let call = Instant::now();
        assert!(black_box(run()), "a measured call failed");
        best = best.min(call.elapsed());
    }
    best.as_secs_f64()
}
