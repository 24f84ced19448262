//! Cutting the short texts of tables and headers.

/// What stands before and behind the first `at`, an ASCII character. A loop over the bytes:
/// `str::split_once` looks for it as in a long text, by more code than all that a call needs of it
/// otherwise, and code that is run once a call is read from memory each time.
pub(crate) fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let index = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..index)?, text.get(index + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_split_once_does(text in "[{ä?]{0,5}") {
            for at in [b'{', b'?'] {
                prop_assert_eq!(cut(&text, at), text.split_once(char::from(at)));
            }
        }
    }
}
