use std::error::Error;
use std::fmt;

use crate::transport::TransportError;

/// Why a client can not be built.
///
/// The texts name headers and schemes, never their values.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The base URL, given or from the document, can not be used.
    BaseUrl {
        /// What is wrong, and what to do about it.
        reason: String,
    },
    /// A default header or the user agent can not be sent.
    Header {
        /// Its name.
        name: String,
        /// What is wrong.
        reason: String,
    },
    /// A credential can not be sent.
    Credential {
        /// The name of the security scheme.
        scheme: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// There is no transport: this build has no default one, and none was given.
    NoTransport,
    /// The default transport can not be set up.
    Transport(TransportError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl { reason } => write!(f, "the base URL can not be used: {reason}"),
            Self::Header { name, reason } => write!(f, "the default header `{name}`: {reason}"),
            Self::Credential { scheme, reason } => {
                write!(f, "the credential of `{scheme}` can not be sent: {reason}")
            }
            Self::NoTransport => f.write_str(
                "there is no transport: enable the feature `reqwest` of the crate `restitch`, \
                 or give one by `transport(...)`",
            ),
            Self::Transport(error) => error.fmt(f),
        }
    }
}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Transport(error) => error.source(),
            _ => None,
        }
    }
}
