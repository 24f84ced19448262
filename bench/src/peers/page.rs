//! The document that tables are written into.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use crate::Result;

/// What stands around the tables.
const BEGIN: &str = "<!-- peers measure: begin -->";
const END: &str = "<!-- peers measure: end -->";

/// Where tables go.
pub(crate) enum Page<'p> {
    /// To the standard output.
    Printed,
    /// Into a file, between the marks.
    File {
        path: &'p Path,
        before: String,
        behind: String,
    },
}

impl<'p> Page<'p> {
    pub(crate) fn read(path: &'p Path) -> Result<Self> {
        let text = fs::read_to_string(path)?;
        let place = || {
            let (before, rest) = text.split_once(BEGIN)?;
            Some((before.to_owned(), rest.split_once(END)?.1.to_owned()))
        };
        let (before, behind) =
            place().ok_or_else(|| format!("{} has no `{BEGIN}` and `{END}`", path.display()))?;
        Ok(Self::File {
            path,
            before,
            behind,
        })
    }

    pub(crate) fn write(&self, tables: &str) -> Result<()> {
        match self {
            Self::Printed => write!(io::stdout(), "{tables}")?,
            Self::File {
                path,
                before,
                behind,
            } => fs::write(path, format!("{before}{BEGIN}\n\n{tables}\n{END}{behind}"))?,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_is_replaced() -> std::result::Result<(), Box<dyn Error>> {
        let path = std::env::temp_dir().join(format!("restitch-page-{}.md", std::process::id()));
        fs::write(&path, format!("# A\n\n{BEGIN}\nold\n{END}\n\n# B\n"))?;
        for _ in 0..2 {
            Page::read(&path)?.write("new\n")?;
            let text = fs::read_to_string(&path)?;
            assert_eq!(text, format!("# A\n\n{BEGIN}\n\nnew\n\n{END}\n\n# B\n"));
        }
        fs::write(&path, "# A\n")?;
        assert!(Page::read(&path).is_err());
        Ok(fs::remove_file(&path)?)
    }
}
