//! Which redirects reqwest follows. Its policy is the whole client's, and a redirect is the answer
//! that some requests are made for: the policy learns of them while their future is polled.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::pin;

use reqwest::redirect::{Action, Attempt, Policy};

thread_local! {
    /// Whether the request whose future is polled on this thread is not to be redirected.
    static KEPT: Cell<bool> = const { Cell::new(false) };
}

/// Runs the future of a request, which is not redirected where `kept` says so.
pub(super) async fn polled<F: Future>(request: F, kept: bool) -> F::Output {
    let mut request = pin!(request);
    poll_fn(|cx| {
        let before = KEPT.replace(kept);
        let poll = request.as_mut().poll(cx);
        KEPT.set(before);
        poll
    })
    .await
}

/// Redirects within the origin are followed, ten at most. Headers and query may hold credentials
/// that reqwest knows nothing of (`X-Api-Key`).
pub(super) fn policy() -> Policy {
    Policy::custom(within_the_origin)
}

fn within_the_origin(attempt: Attempt<'_>) -> Action {
    const MOST: usize = 10;
    let same = attempt
        .previous()
        .last()
        .is_some_and(|last| last.origin() == attempt.url().origin());
    if KEPT.get() || !same {
        attempt.stop()
    } else if attempt.previous().len() > MOST {
        attempt.error("more than ten redirects")
    } else {
        attempt.follow()
    }
}
