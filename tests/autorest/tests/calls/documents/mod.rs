//! The documents, and what the server counted when all of their operations were called.

#![allow(clippy::unreadable_literal)] // Values are written as the server has them.

mod additionalproperties;
mod any_type;
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
mod enums;
mod errors;
mod header;
mod httpinfrastructure;
mod media_types;
mod merge_patch;
mod model_flattening;
mod multiple_inheritance;
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

use restitch_autorest_tests::report::Client;

use crate::suite::Suite;

/// How many counters the server has, and how many the calls reach.
const COUNTERS: usize = 631;
const REACHED: usize = 622;

/// Why a counter is not reached: a line `# REASON`, and below it the counters, one a line.
const UNREACHED: &str = include_str!("../unreached.txt");

#[tokio::test]
#[allow(clippy::print_stdout)] // The figure is what this is run for.
async fn the_server_likes_what_is_called() {
    let url = env::var("AUTOREST_SERVER").expect("`.ci/run autorest` sets it");
    let client = Client::builder().base_url(&url).build().expect("a client");
    let before = client.get_report().await.expect("a report").into_inner();
    let suite = Suite::new(url);
    additionalproperties::calls(&suite).await;
    any_type::calls(&suite).await;
    body_array::calls(&suite).await;
    body_binary::calls(&suite).await;
    body_boolean::calls(&suite).await;
    body_byte::calls(&suite).await;
    body_complex::calls(&suite).await;
    body_date::calls(&suite).await;
    body_datetime::calls(&suite).await;
    body_datetime_rfc1123::calls(&suite).await;
    body_dictionary::calls(&suite).await;
    body_duration::calls(&suite).await;
    body_file::calls(&suite).await;
    body_integer::calls(&suite).await;
    body_number::calls(&suite).await;
    body_string::calls(&suite).await;
    body_time::calls(&suite).await;
    constants::calls(&suite).await;
    enums::calls(&suite).await;
    errors::calls(&suite).await;
    header::calls(&suite).await;
    httpinfrastructure::calls(&suite).await;
    media_types::calls(&suite).await;
    merge_patch::calls(&suite).await;
    model_flattening::calls(&suite).await;
    multiple_inheritance::calls(&suite).await;
    required_optional::calls(&suite).await;
    reserved_words::calls(&suite).await;
    security::calls(&suite).await;
    servers::calls(&suite).await;
    url::calls(&suite).await;
    url_multi_collectionformat::calls(&suite).await;
    validation::calls(&suite).await;
    xml_service::calls(&suite).await;

    // Some counters are there only once they were reached, and none of those that are to be.
    let mut report = client.get_report().await.expect("a report").into_inner();
    let is_new = |name: &&str| !before.contains_key(name);
    for name in report.clone().keys().filter(is_new) {
        report.remove(name);
    }
    let reached = report.values().filter(|count| **count > 0).count();
    println!("{reached} of {} counters are reached", report.len());

    let wrong = suite.wrong();
    let wrong_count = wrong.len();
    assert!(wrong.is_empty(), "{wrong_count} calls: {wrong:#?}");
    let left = report.iter().filter(|(_, count)| **count <= 0);
    let left: BTreeSet<&str> = left.map(|(name, _)| name).collect();
    let excused = excused();
    let unlisted: Vec<_> = left.iter().filter(|n| !excused.contains_key(**n)).collect();
    assert!(
        unlisted.is_empty(),
        "not reached, and not listed: {unlisted:#?}"
    );
    let idle: Vec<_> = excused.keys().filter(|n| !left.contains(**n)).collect();
    assert!(idle.is_empty(), "listed, and reached: {idle:#?}");
    assert_eq!((reached, report.len()), (REACHED, COUNTERS));
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
