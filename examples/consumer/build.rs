//! Generates the client while this crate builds.

fn main() -> Result<(), restitch_build::Error> {
    restitch_build::configure().compile("openapi.yaml")
}
