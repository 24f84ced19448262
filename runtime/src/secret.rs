use std::fmt;

use secrecy::{ExposeSecret, SecretString};

/// A token, key or password: wiped from memory when dropped, and never shown by `Debug`.
///
/// ```
/// let token = restitch::Secret::from("tok_123");
/// assert_eq!(format!("{token:?}"), "Secret(..)");
/// ```
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// The text itself, for the one place that puts it into a request.
    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}
