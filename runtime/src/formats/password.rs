use std::borrow::Cow;
use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use crate::codec::{DecodeError, Empty, Field, Plain, Reader, Text, Visit, Writer};

/// A string with `format: password`: wiped from memory when dropped, and not shown by `Debug`,
/// whatever it stands in. It has no `Display`.
///
/// ```
/// let password = restitch::Password::from("hunter2");
/// assert_eq!(format!("{password:?}"), "Password(..)");
/// assert_eq!(password.expose(), "hunter2");
/// ```
#[derive(Clone)]
pub struct Password(SecretString);

impl Password {
    /// The text itself.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl From<String> for Password {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Password {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

/// By the texts, in a time that depends on them: it is for tests, not for checking a password.
impl PartialEq for Password {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Password {}

impl Field for Password {
    fn show(&self, visit: &mut dyn Visit) {
        visit.whole(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self::from_text(reader.string()?);
        Ok(())
    }

    fn put(&self, writer: &mut Writer) {
        writer.string(self.expose());
    }
}

impl Empty for Password {
    fn empty() -> Self {
        Self::from("")
    }
}

impl Plain for Password {}

impl Text for Password {
    fn known(text: Cow<'_, str>) -> Result<Self, Self> {
        Ok(Self(text.into_owned().into()))
    }
}
