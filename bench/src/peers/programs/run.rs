use std::pin::pin;
use std::task::{Context, Waker};

/// Starts it: what rustc compiles is the same with a runtime that goes on.
fn run(calls: impl std::future::Future<Output = ()>) {
    let mut context = Context::from_waker(Waker::noop());
    let _ = pin!(calls).poll(&mut context);
}
