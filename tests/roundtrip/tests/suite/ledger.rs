//! The lists of what is known not to work, and why.

use std::collections::{BTreeMap, BTreeSet};

use crate::outcome::Outcome;

/// A list; `'a` is its text.
#[derive(Debug, Default)]
pub(crate) struct Ledger<'a> {
    /// The codes of a group's faults.
    faults: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// The instances that do not come back, and why.
    failures: BTreeMap<&'a str, &'a str>,
    counts: BTreeMap<&'a str, usize>,
}

impl<'a> Ledger<'a> {
    /// From text: a reason in a line that begins with `#`, then what it is the reason for.
    /// `file | group => W0101 W0102` is a group with faults, `file | group | instance` an instance.
    /// A reason that begins with the code of a note is one only where that note is.
    pub(crate) fn parse(text: &'a str) -> Self {
        let mut out = Self::default();
        let mut reason = "";
        for line in text.lines().filter(|line| !line.is_empty()) {
            if let Some(said) = line.strip_prefix("# ") {
                reason = said;
                continue;
            }
            assert!(!reason.is_empty(), "no reason: {line}");
            *out.counts.entry(reason).or_default() += 1;
            let is_new = match line.split_once(" => ") {
                Some((group, codes)) => {
                    let codes = codes.split(' ').collect();
                    out.faults.insert(group, codes).is_none()
                }
                None => out.failures.insert(line, reason).is_none(),
            };
            assert!(is_new, "twice: {line}");
        }
        out
    }

    /// How many lines there are for each reason.
    pub(crate) fn counts(&self) -> &BTreeMap<&'a str, usize> {
        &self.counts
    }

    /// What is not as it is listed.
    pub(crate) fn differences(&self, outcome: &Outcome) -> Vec<String> {
        let mut wrong = self.of_groups(outcome);
        for (instance, why) in &outcome.failures {
            match self.failures.get(instance.as_str()) {
                None => wrong.push(format!("not listed: {instance}\n    {why}")),
                Some(reason) => {
                    let code = reason.split_once(": ").map(|(code, _)| code);
                    let code = code.filter(|code| code.starts_with('N') && code.len() == 5);
                    if code.is_some_and(|code| !outcome.has(instance, code)) {
                        wrong.push(format!("not for the reason listed: {instance}\n    {why}"));
                    }
                }
            }
        }
        let listed = self.failures.keys();
        let listed = listed.filter(|instance| !outcome.failures.contains_key(**instance));
        wrong.extend(listed.map(|instance| format!("listed, and comes back: {instance}")));
        wrong
    }

    fn of_groups(&self, outcome: &Outcome) -> Vec<String> {
        let faults = outcome.faults();
        let mut wrong = Vec::new();
        for (group, codes) in &faults {
            if self.faults.get(group) != Some(codes) {
                let codes: Vec<_> = codes.iter().copied().collect();
                wrong.push(format!("not listed: {group} => {}", codes.join(" ")));
            }
        }
        let listed = self.faults.keys();
        let listed = listed.filter(|group| !faults.contains_key(**group));
        wrong.extend(listed.map(|group| format!("listed, and has no fault: {group}")));
        wrong
    }
}
