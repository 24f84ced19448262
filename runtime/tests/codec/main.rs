//! The codec from outside, as generated code uses it.

#![allow(
    clippy::option_option,
    reason = "absent, null and a value are three things"
)]
#![allow(
    clippy::needless_borrows_for_generic_args,
    reason = "that a reference is accepted is what is tested"
)]

mod bridge;
mod dates;
mod debug;
mod derive;
mod equality;
mod formats;
mod generate;
mod grammar;
mod hostile;
mod hygiene;
mod keys;
mod numbers;
mod order;
mod records;
mod setters;
mod strings;
mod tuples;
mod twins;
mod types;
mod unions;
mod wide;
