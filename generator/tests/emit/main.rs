//! What `emit`, `format` and `outline` make of IRs built by hand.

mod build;
mod chaser;
mod format;
mod golden;
mod hostile;
mod outline;
mod random;
mod zoo;
