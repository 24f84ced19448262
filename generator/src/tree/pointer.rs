use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::FileId;

/// A JSON pointer (RFC 6901) into one file of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Pointer {
    /// The file.
    pub file: FileId,
    /// The escaped text after `#`: empty for the whole file, else it starts with `/`.
    text: String,
}

impl Hash for Pointer {
    /// One write where the derived one has three, for hardly anything is done more often.
    fn hash<H: Hasher>(&self, state: &mut H) {
        if self.file != FileId(0) {
            state.write_u32(self.file.0);
        }
        state.write(self.text.as_bytes());
    }
}

impl Pointer {
    /// The whole of a file.
    pub fn root(file: FileId) -> Self {
        Self {
            file,
            text: String::new(),
        }
    }

    /// From escaped text (`/paths/~1a/get`), as it stands behind a `#`. `None` where it is not a
    /// pointer (it is neither empty nor starts with `/`).
    pub fn parse(file: FileId, text: &str) -> Option<Self> {
        (text.is_empty() || text.starts_with('/')).then(|| Self {
            file,
            text: text.to_owned(),
        })
    }

    /// The pointer of a member or item.
    #[must_use]
    pub fn child(&self, token: &str) -> Self {
        let mut text = String::with_capacity(self.text.len() + 1 + token.len());
        text.push_str(&self.text);
        let mut child = Self {
            file: self.file,
            text,
        };
        child.push(token);
        child
    }

    /// The pointer of what escaped text (`/a/b`, or empty) names from here on.
    #[must_use]
    pub fn below(&self, text: &str) -> Self {
        Self {
            file: self.file,
            text: format!("{}{text}", self.text),
        }
    }

    /// Goes down to a member or item.
    pub fn push(&mut self, token: &str) {
        self.text.push('/');
        let bytes = token.as_bytes();
        if bytes.contains(&b'~') || bytes.contains(&b'/') {
            let escaped = token.replace('~', "~0").replace('/', "~1");
            self.text.push_str(&escaped);
        } else {
            self.text.push_str(token);
        }
    }

    /// Goes up to what holds this; the whole file stays as it is.
    pub fn pop(&mut self) {
        let cut = self.text.rfind('/').unwrap_or(0);
        self.text.truncate(cut);
    }

    /// The pointer of an item by index.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.child(&index.to_string())
    }

    /// The pointer of what holds this; `None` for the whole file.
    pub fn parent(&self) -> Option<Self> {
        let cut = self.text.rfind('/')?;
        Some(Self {
            file: self.file,
            text: self.text[..cut].to_owned(),
        })
    }

    /// The tokens, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.text.split('/').skip(1).map(unescape)
    }

    /// The last token, unescaped.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.text.rsplit_once('/').map(|(_, last)| unescape(last))
    }

    /// Whether this stands somewhere in what the other names.
    pub fn is_below(&self, other: &Self) -> bool {
        let rest = self.text.strip_prefix(other.text.as_str());
        self.file == other.file && rest.is_some_and(|rest| rest.starts_with('/'))
    }

    /// Whether this is a member or item of what an escaped text names in the same file.
    pub fn is_member_of(&self, holder: &str) -> bool {
        let last = self
            .text
            .strip_prefix(holder)
            .and_then(|it| it.strip_prefix('/'));
        last.is_some_and(|last| !last.as_bytes().contains(&b'/'))
    }

    /// The escaped text, without `#`.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.text)
    }
}

pub(super) fn unescape(token: &str) -> Cow<'_, str> {
    if token.as_bytes().contains(&b'~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_unescapes() {
        let pointer = Pointer::root(FileId(0))
            .child("paths")
            .child("/a~b")
            .item(3);
        assert_eq!(pointer.to_string(), "#/paths/~1a~0b/3");
        assert_eq!(pointer.tokens().collect::<Vec<_>>(), ["paths", "/a~b", "3"]);
        assert_eq!(pointer.parent().unwrap().last().unwrap(), "/a~b");
        assert_eq!(Pointer::parse(FileId(0), "a"), None);
    }

    #[test]
    fn what_stands_below() {
        let pointer = |text| Pointer::parse(FileId(0), text).unwrap();
        let pet = pointer("/schemas/Pet");
        assert!(pointer("/schemas/Pet/items").is_below(&pet));
        assert!(!pointer("/schemas/PetOwner").is_below(&pet));
        assert!(!pet.is_below(&pet));
        assert!(pet.is_member_of("/schemas"));
        assert!(!pet.is_member_of("/schema"));
        assert!(!pointer("/schemas").is_member_of("/schemas"));
        assert!(!pointer("/schemas/Pet/items").is_member_of("/schemas"));
        assert!(
            !Pointer::parse(FileId(1), "/schemas/Pet/items")
                .unwrap()
                .is_below(&pet)
        );
    }

    #[test]
    fn pop_undoes_push() {
        let mut pointer = Pointer::root(FileId(0));
        pointer.push("a/b");
        pointer.push("");
        assert_eq!(pointer.to_string(), "#/a~1b/");
        pointer.pop();
        assert_eq!(pointer.to_string(), "#/a~1b");
        pointer.pop();
        pointer.pop();
        assert_eq!(pointer, Pointer::root(FileId(0)));
    }
}
