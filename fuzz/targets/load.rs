//! Bytes as a document.
#![cfg_attr(fuzzing, no_main)]

restitch_fuzz::target!(restitch_fuzz::load);
