//! Before and after, rule by rule; then whole trees.

mod bounds;
mod files;
mod mistakes;
mod objects;
mod references;
mod schemas;
