//! Generates the client of the Chaser Core API: these are the lines that every user writes.

fn main() -> Result<(), restitch_build::Error> {
    restitch_build::configure().compile("specs/chaser.yaml")
}
