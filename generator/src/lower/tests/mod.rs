//! Before and after, rule by rule; then whole trees.

mod bounds;
mod carried;
mod files;
mod keywords;
mod mistakes;
mod mutation;
mod objects;
mod read;
mod references;
mod schemas;
