//! What `emit`, `format` and `outline` make of IRs built by hand.

mod build;
mod chaser;
mod golden;
mod zoo;
