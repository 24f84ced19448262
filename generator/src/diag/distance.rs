/// How many single-character edits lead from one word to the other, cases apart.
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let b: Vec<char> = b.chars().take(200).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(200).enumerate() {
        let mut before = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = before + usize::from(x != *y);
            before = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(before + 1);
        }
    }
    row[b.len()]
}

/// The name that is nearest to a text, and among several such the first by the alphabet, where no
/// more than `most` edits lead there.
pub fn nearest<T: AsRef<str> + Ord>(
    names: impl IntoIterator<Item = T>,
    text: &str,
    most: usize,
) -> Option<T> {
    let far = names
        .into_iter()
        .map(|name| (distance(name.as_ref(), text), name));
    let (far, name) = far.min()?;
    (far <= most).then_some(name)
}

/// Whether two names differ by case, by one character that is missing, added or changed, or by two
/// neighbours that changed places.
pub fn is_slip(known: &str, key: &str) -> bool {
    if known.eq_ignore_ascii_case(key) {
        return true;
    }
    let prefix = known.chars().zip(key.chars()).take_while(|(a, b)| a == b);
    let prefix = prefix.count();
    let rest = |text: &str, skip: usize| text.chars().skip(prefix + skip).collect::<String>();
    key.chars().count() > 3
        && (rest(known, 1) == rest(key, 1)
            || rest(known, 0) == rest(key, 1)
            || rest(known, 1) == rest(key, 0)
            || rest(known, 2) == rest(key, 2) && are_swapped(known, key, prefix))
}

/// Whether the characters at `at` and behind it are those of the other key, the other way round.
fn are_swapped(known: &str, key: &str, at: usize) -> bool {
    let two = |text: &str| {
        let mut chars = text.chars().skip(at);
        chars.next().zip(chars.next())
    };
    two(known).is_some_and(|(a, b)| two(key) == Some((b, a)))
}

/// Whether a name is likely another one that was meant: in another spelling of its words, or with a
/// slip of the pen. Names that differ in a digit are names of different things.
pub fn is_near(known: &str, name: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().replace(['_', '-'], "");
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let long = known.chars().count() > 3;
    letters(known) == letters(name) || long && digits(known) == digits(name) && is_slip(known, name)
}

#[cfg(test)]
mod tests {
    use super::{distance, is_near, is_slip};

    #[test]
    fn distances() {
        for (a, b, expect) in [
            ("Pet", "pet", 0),
            ("Pets", "Pet", 1),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(a, b), expect, "{a} {b}");
        }
    }

    #[test]
    fn finds_the_key_that_was_meant() {
        assert!(is_slip("operationId", "operationid"));
        assert!(is_slip("required", "requird"));
        assert!(is_slip("properties", "propertiess"));
        assert!(is_slip("maximum", "maximun"));
        assert!(is_slip("post", "psot"));
        assert!(is_slip("description", "descriptoin"));
        assert!(!is_slip("minimum", "maximum"));
        assert!(!is_slip("in", "if"));
    }

    #[test]
    fn finds_the_name_that_was_meant() {
        for (known, name) in [
            ("title", "titel"),
            ("todo_id", "todoId"),
            ("id", "ID"),
            ("x-key", "xKey"),
            ("password1", "passwrod1"),
        ] {
            assert!(is_near(known, name), "{known} {name}");
        }
        for (known, name) in [
            ("item1", "item2"),
            ("lat", "lot"),
            ("late", "lat"),
            ("minDate", "maxDate"),
            ("id", "todoId"),
        ] {
            assert!(!is_near(known, name), "{known} {name}");
        }
    }
}
