use std::fmt::Write as _;

use restitch_build::ir::Api;
use restitch_build::{emit, format};

use super::subject::name;
use super::twin;
use crate::package::runtime;

/// How the types are read and written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Flavor {
    /// Not at all.
    Bare,
    /// By `serde_derive` and `serde_json`.
    Serde,
    /// As restitch generates them.
    Restitch,
}

impl Flavor {
    pub(super) const ALL: [Self; 3] = [Self::Bare, Self::Serde, Self::Restitch];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bare => "types with Clone, Debug, PartialEq only",
            Self::Serde => "+ serde_derive",
            Self::Restitch => "as emitted",
        }
    }

    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Serde => "serde",
            Self::Restitch => "restitch",
        }
    }

    pub(super) fn dependencies(self) -> String {
        match self {
            Self::Bare | Self::Serde => SERDE.to_owned(),
            Self::Restitch => runtime(""),
        }
    }

    /// The file with the types.
    pub(super) fn types(self, api: &Api) -> String {
        match self {
            Self::Bare => twin::types(api, false),
            Self::Serde => twin::types(api, true),
            Self::Restitch => format::plain(emit::emit(api)),
        }
    }

    /// The root: two functions a type, `#[inline]`, so that the library compiles none of them.
    pub(super) fn library(self, api: &Api) -> String {
        let (path, library, [decode, encode]) = match self {
            Self::Bare | Self::Serde => ("types", "serde_json", ["serde_json::Error"; 2]),
            Self::Restitch => (
                "types::types",
                "restitch::json",
                ["restitch::json::DecodeError", "restitch::json::EncodeError"],
            ),
        };
        let mut text = String::from("#![allow(non_snake_case)]\npub mod types;\n");
        let kinds = api.types.iter();
        let kinds = kinds.filter(|def| def.is_written() && def.kind.is_value());
        for name in kinds.map(name).filter(|_| self != Self::Bare) {
            // Writing to a `String` does not fail.
            let _ = write!(
                text,
                "#[inline]\n\
                 pub fn decode_{name}(json: &[u8]) -> Result<{path}::{name}, {decode}> {{\n    \
                 {library}::from_slice(json)\n}}\n#[inline]\n\
                 pub fn encode_{name}(value: &{path}::{name}) -> Result<Vec<u8>, {encode}> {{\n    \
                 {library}::to_vec(value)\n}}\n"
            );
        }
        text
    }
}

const SERDE: &str = "indexmap = { version = \"2\", features = [\"serde\"] }\n\
                     serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";
