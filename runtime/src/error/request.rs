use std::error::Error;
use std::fmt;

use crate::codec::EncodeError;
use crate::transport::BoxError;

/// Why a request can not be made. Nothing was sent.
///
/// The texts name parameters, headers and schemes, never the values of headers or credentials.
#[derive(Debug)]
#[non_exhaustive]
pub enum RequestError {
    /// An argument can not be sent.
    Argument {
        /// The parameter's name in the document.
        name: String,
        /// What is wrong with the value.
        reason: String,
    },
    /// The body can not be written: a number that JSON has no text for, a failing `Serialize`.
    Body(EncodeError),
    /// A header can not be sent.
    Header {
        /// Its name.
        name: String,
        /// What is wrong.
        reason: String,
    },
    /// The operation needs credentials that the client does not hold.
    Credential {
        /// The operation, as [`Error::operation`](crate::Error::operation) names it.
        operation: String,
        /// What is missing of each alternative, as names of security schemes. Any one would do.
        missing: Vec<Vec<&'static str>>,
        /// The origin that the call goes to, where the client's credentials are for another one.
        elsewhere: Option<String>,
    },
    /// A token that comes from a source can not be had, or not be sent.
    Token {
        /// The name of the security scheme.
        scheme: &'static str,
        /// What is wrong.
        reason: String,
        /// What the source said; it is the error's `source()`.
        cause: Option<TokenCause>,
    },
    /// The call's base URL, or the URL that the parts make together, is none.
    Url {
        /// What is wrong.
        reason: String,
    },
}

/// Why a source gave no token. What it says may hold the token itself, so `Debug` does not show it.
pub struct TokenCause(pub(crate) BoxError);

impl fmt::Debug for TokenCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenCause(..)")
    }
}

impl RequestError {
    pub(crate) fn argument(name: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Argument {
            name: name.into(),
            reason: reason.into(),
        }
    }

    pub(crate) fn header(name: impl Into<String>, reason: impl fmt::Display) -> Self {
        Self::Header {
            name: name.into(),
            reason: reason.to_string(),
        }
    }

    pub(crate) fn url(reason: impl Into<String>) -> Self {
        Self::Url {
            reason: reason.into(),
        }
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument { name, reason } => {
                write!(f, "the argument `{}`: {reason}", name.escape_debug())
            }
            Self::Body(error) => write!(f, "the request body can not be written: {error}"),
            Self::Header { name, reason } => {
                write!(f, "the header `{}`: {reason}", name.escape_debug())
            }
            Self::Credential {
                missing, elsewhere, ..
            } => {
                write!(f, "a credential is missing: {}", alternatives(missing))?;
                match elsewhere {
                    None => f.write_str("; the client was built without"),
                    Some(origin) => {
                        write!(f, "; the client's credentials are not for {origin}")
                    }
                }
            }
            Self::Token { scheme, reason, .. } => write!(f, "the token of `{scheme}`: {reason}"),
            Self::Url { reason } => write!(f, "no URL for the request: {reason}"),
        }
    }
}

/// `A, or B together with C`.
fn alternatives(missing: &[Vec<&'static str>]) -> String {
    let together = |schemes: &Vec<&str>| {
        let quoted: Vec<_> = schemes.iter().map(|scheme| format!("`{scheme}`")).collect();
        quoted.join(" together with ")
    };
    let all: Vec<_> = missing.iter().map(together).collect();
    all.join(", or ")
}

impl Error for RequestError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Body(error) => Some(error),
            Self::Token { cause, .. } => Some(&*cause.as_ref()?.0),
            _ => None,
        }
    }
}
