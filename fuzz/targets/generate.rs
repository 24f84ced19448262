//! Documents in the shape of `OpenAPI`, with hostile text.
#![cfg_attr(fuzzing, no_main)]

restitch_fuzz::target!(restitch_fuzz::generate);
