//! The documents, and what the server counted when all of their operations were called.

#![allow(clippy::unreadable_literal)] // Values are written as the server has them.

mod additionalproperties;
mod any_type;
mod azure_specials;
mod body_array;
mod body_binary;
mod body_boolean;
mod body_byte;
mod body_complex;
mod body_date;
mod body_datetime;
mod body_datetime_rfc1123;
mod body_dictionary;
mod body_duration;
mod body_file;
mod body_integer;
mod body_number;
mod body_string;
mod body_time;
mod constants;
mod dpg;
mod enums;
mod errors;
mod forms;
mod header;
mod httpinfrastructure;
mod lro;
mod media_types;
mod merge_patch;
mod model_flattening;
mod multiapi;
mod multiple_inheritance;
mod paging;
mod required_optional;
mod reserved_words;
mod security;
mod servers;
mod url;
mod url_multi_collectionformat;
mod validation;
mod xml_service;

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use http::HeaderMap;

use crate::suite::Suite;

/// How many counters each of the server's reports has, and how many of them the calls reach. The
/// first is of what every client should do.
const REPORTS: [(&str, usize, usize); 4] = [
    ("vanilla", 631, 623),
    ("optional", 43, 38),
    ("azure", 145, 138),
    ("dpg", 18, 17),
];

/// Why a counter is not reached: a line `# REASON`, and below it the counters, one a line.
const UNREACHED: &str = include_str!("../unreached.txt");

#[tokio::test]
#[allow(clippy::print_stdout)] // The figure is what this is run for.
async fn the_server_likes_what_is_called() {
    let url = env::var("AUTOREST_SERVER").expect("`.ci/run autorest` sets it");
    let suite = Suite::new(&url);
    let mut known = Vec::new();
    for (name, ..) in REPORTS {
        known.push(report(&suite, name).await);
    }
    all(&suite).await;

    let (mut figures, mut left) = (Vec::new(), BTreeSet::new());
    for ((name, ..), known) in REPORTS.iter().zip(known) {
        let mut counts = report(&suite, name).await;
        // Some counters are there only once they were reached, and none of those that are to be.
        counts.retain(|counter, _| known.contains_key(counter));
        let total = counts.len();
        counts.retain(|_, count| *count == 0);
        println!(
            "{name}: {} of {total} counters are reached",
            total - counts.len()
        );
        figures.push((*name, total, total - counts.len()));
        left.extend(counts.into_keys());
    }

    suite.assert();
    let excused = excused();
    let unlisted: Vec<_> = left
        .iter()
        .filter(|n| !excused.contains_key(n.as_str()))
        .collect();
    assert!(
        unlisted.is_empty(),
        "not reached, and not listed: {unlisted:#?}"
    );
    let idle: Vec<_> = excused.keys().filter(|n| !left.contains(**n)).collect();
    assert!(idle.is_empty(), "listed, and reached: {idle:#?}");
    assert_eq!(figures, REPORTS);

    // The same calls by another transport come to the same.
    let suite = Suite::blocking(&url);
    all(&suite).await;
    suite.assert();
}

/// Calls all operations.
async fn all(suite: &Suite) {
    additionalproperties::calls(suite).await;
    any_type::calls(suite).await;
    azure_specials::calls(suite).await;
    body_array::calls(suite).await;
    body_binary::calls(suite).await;
    body_boolean::calls(suite).await;
    body_byte::calls(suite).await;
    body_complex::calls(suite).await;
    body_date::calls(suite).await;
    body_datetime::calls(suite).await;
    body_datetime_rfc1123::calls(suite).await;
    body_dictionary::calls(suite).await;
    body_duration::calls(suite).await;
    body_file::calls(suite).await;
    body_integer::calls(suite).await;
    body_number::calls(suite).await;
    body_string::calls(suite).await;
    body_time::calls(suite).await;
    constants::calls(suite).await;
    dpg::calls(suite).await;
    enums::calls(suite).await;
    errors::calls(suite).await;
    forms::calls(suite).await;
    header::calls(suite).await;
    httpinfrastructure::calls(suite).await;
    lro::calls(suite).await;
    media_types::calls(suite).await;
    merge_patch::calls(suite).await;
    model_flattening::calls(suite).await;
    multiapi::calls(suite).await;
    multiple_inheritance::calls(suite).await;
    paging::calls(suite).await;
    required_optional::calls(suite).await;
    reserved_words::calls(suite).await;
    security::calls(suite).await;
    servers::calls(suite).await;
    url::calls(suite).await;
    url_multi_collectionformat::calls(suite).await;
    validation::calls(suite).await;
    xml_service::calls(suite).await;
}

/// One of the server's reports: how often each scenario was liked.
async fn report(suite: &Suite, name: &str) -> BTreeMap<String, u64> {
    let (_, report) = suite
        .fetch(&format!("/report/{name}"), HeaderMap::new())
        .await
        .expect("a report");
    serde_json::from_value(report).expect("counts")
}

/// The counters that are not reached, with the reason of each.
fn excused() -> BTreeMap<&'static str, &'static str> {
    let mut reason = None;
    let mut excused = BTreeMap::new();
    for line in UNREACHED.lines().filter(|line| !line.is_empty()) {
        if let Some(why) = line.strip_prefix("# ") {
            reason = Some(why);
            continue;
        }
        let reason = reason.expect("a reason above the first counter");
        let before = excused.insert(line, reason);
        assert!(before.is_none(), "{line} is listed twice");
    }
    excused
}
