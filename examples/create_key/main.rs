//! Creates a service account key with the generated client.

mod answers;
mod server;
#[cfg(test)]
mod tests;

fn main() {}
