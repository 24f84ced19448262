//! Tests of the stage `load`: against two oracles, and against hostile text.

mod corpus;
mod files;
mod hostile;
mod json;
mod known;
mod oracle;
mod references;
mod specs;
