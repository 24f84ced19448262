//! `uuid::Uuid`, read in any of its forms and case, written with hyphens in lower case.

use uuid::Uuid;

use super::{Why, Wire, strings};

impl Wire for Uuid {
    const WHAT: &'static str = "a UUID";

    fn read(text: &str) -> Result<Self, Why> {
        Self::try_parse(text.trim()).map_err(|_| Why::Borrowed(""))
    }

    fn write(&self) -> Result<String, &'static str> {
        Ok(self.to_string())
    }

    fn nothing() -> Self {
        Self::nil()
    }
}

strings!(Uuid);
