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
    pub(crate) overlays: Vec<PathBuf>,
    pub(crate) formats: Formats,
    pub(crate) overrides: Overrides,
    pub(crate) choice: Choice,
}

impl Config {
    /// What can not be, whatever the document.
    pub(crate) fn wrong(&self) -> Option<String> {
        let formats = self.formats.wrong().or_else(|| self.levels.wrong());
        formats.or_else(|| self.without_overlays(cfg!(feature = "overlay")))
    }

    /// An overlay where this build knows none. The method is there all the same: rustc does not say
    /// of a method that a feature is missing.
    fn without_overlays(&self, is_built_in: bool) -> Option<String> {
        let first = self.overlays.first().filter(|_| !is_built_in)?;
        Some(format!(
            "overlay(\"{}\"): this needs the feature `overlay` of restitch-build: \
             `restitch-build = {{ version = \"0.1\", features = [\"overlay\"] }}`",
            first.display()
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overlay_needs_its_feature() {
        let config = Config {
            overlays: vec!["a.yaml".into()],
            ..Config::default()
        };
        assert_eq!(config.without_overlays(true), None);
        let message = config.without_overlays(false).unwrap();
        assert!(message.starts_with("overlay(\"a.yaml\"): this needs the feature `overlay`"));
        assert_eq!(Config::default().without_overlays(false), None);
    }
}
