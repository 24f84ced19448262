//! Diagnostics as text.

use super::Diagnostic;
use crate::tree::Tree;

/// The diagnostic with excerpt, labels and help, for a terminal (no colours).
pub fn render(diagnostic: &Diagnostic, tree: &Tree) -> String {
    one_line(diagnostic, tree)
}

/// The diagnostic in one line: `spec.yaml:3:5: error[E0006]: message (#/pointer); help`.
pub fn one_line(diagnostic: &Diagnostic, _tree: &Tree) -> String {
    diagnostic.message.clone()
}
