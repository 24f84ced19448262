//! What the walk says of a node, and where it stands while it does.

use crate::diag::Code;

use super::probe::Probe;

/// What is to be said of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Used,
    Ignored(Code),
    /// Documentation, where the mark stands in the code.
    Documents(Probe, Code),
}

/// In which part of the document an object is come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// Of what the client sends and receives.
    Called,
    /// Of a parameter or a header, which are text unless said.
    Text,
    /// Of what answers a HEAD request, or an answer that has no body.
    Bodiless,
    /// Of what the server sends by itself.
    Incoming,
}
