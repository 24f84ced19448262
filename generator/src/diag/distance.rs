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

#[cfg(test)]
mod tests {
    use super::distance;

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
}
