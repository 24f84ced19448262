//! What a caller can say about generating.

use std::path::PathBuf;

use crate::choose::Choice;
use crate::formats::Formats;
use crate::levels::Levels;
use crate::load::Limits;
use crate::translate::Overrides;

/// What a caller can say; see [`crate::Builder`] for each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Config {
    pub(crate) strict: bool,
    pub(crate) levels: Levels,
    pub(crate) limits: Limits,
    pub(crate) root: Option<PathBuf>,
    #[cfg(feature = "overlay")]
    pub(crate) overlays: Vec<PathBuf>,
    pub(crate) formats: Formats,
    pub(crate) overrides: Overrides,
    pub(crate) choice: Choice,
}
