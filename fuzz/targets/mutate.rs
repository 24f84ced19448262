//! Real documents with nodes deleted, copied, renamed and retyped.
#![cfg_attr(fuzzing, no_main)]

restitch_fuzz::target!(restitch_fuzz::mutate);
