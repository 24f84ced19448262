//! What a document may cost: processor time, memory, and no panic.

use std::fs;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use restitch_tests::spent;

/// Processor time, of a build without optimisation.
const TIME: Duration = Duration::from_secs(5);

/// Time of day, after which a document is taken to hang: the machine may be busy with other things.
const HANGS: Duration = Duration::from_secs(120);

/// Bytes of memory that the whole process may have had at once.
const MEMORY: u64 = 512 << 20;

/// Stack of the thread, as small as a build script's may be.
const STACK: usize = 2 << 20;

/// Runs something in a thread of its own, and holds it to the limits: what it is, or how it breaks
/// them.
pub(crate) fn within<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, String> {
    let (send, receive) = mpsc::channel();
    forget_peak();
    let timed = move || {
        let start = spent();
        let made = work();
        let _ = send.send((made, spent().saturating_sub(start)));
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(timed);
    let thread = thread.expect("a thread");
    let (made, took) = match receive.recv_timeout(HANGS) {
        Ok(made) => made,
        Err(mpsc::RecvTimeoutError::Timeout) => return Err("it hangs".to_owned()),
        Err(mpsc::RecvTimeoutError::Disconnected) => return Err("it panics".to_owned()),
    };
    let _ = thread.join();
    if took >= TIME {
        return Err(format!("it takes {took:?}"));
    }
    match peak() {
        Some(bytes) if bytes >= MEMORY => Err(format!("it takes {} MiB", bytes >> 20)),
        _ => Ok(made),
    }
}

/// Begins to count the most memory anew (Linux; elsewhere it is not measured).
fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// The most memory since then.
pub(crate) fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes << 10)
}

/// The limit is one: what takes more is seen to.
#[test]
fn memory_is_measured() {
    if peak().is_none() {
        return;
    }
    let before = peak();
    let bytes = within(|| vec![1_u8; 64 << 20]).expect("within the limits");
    assert_eq!(
        bytes.iter().map(|byte| u64::from(*byte)).sum::<u64>(),
        64 << 20
    );
    assert!(
        peak() >= before.map(|before| before.max(64 << 20)),
        "{before:?} {:?}",
        peak()
    );
}

#[test]
fn limits_are_kept() {
    let broken = |made: Result<(), String>| made.expect_err("a limit that is broken");
    assert_eq!(broken(within(|| panic!("on purpose"))), "it panics");
    let long = || {
        let start = spent();
        while spent().saturating_sub(start) < TIME {}
    };
    assert!(broken(within(long)).starts_with("it takes 5"));
}
