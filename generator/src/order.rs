//! Sorting, stable as std's.
//!
//! Of std's sort rustc makes some 1,800 lines for LLVM, anew for each type of an item and each way
//! to compare: a twelfth of what a build script compiled. Here places are sorted, by one sort, and
//! what comes anew for each type is to move its items there.

use std::cmp::Ordering;

/// As `slice::sort_by`.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let moves = moves(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    for (a, b) in moves {
        items.swap(a, b);
    }
}

/// As `slice::sort_by_cached_key`: each key is made once.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    for (a, b) in moves(items.len(), &|a, b| keys.get(a).cmp(&keys.get(b))) {
        items.swap(a, b);
    }
}

/// Which places to swap, one pair after the other.
fn moves(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    if count < 2 {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    // Where each item is by now, and which is in each place.
    let mut places: Vec<usize> = (0..count).collect();
    let mut items = places.clone();
    let mut moves = Vec::new();
    for (to, item) in order.into_iter().enumerate() {
        let from = places[item];
        if from != to {
            moves.push((to, from));
            let other = items[to];
            (items[to], items[from]) = (item, other);
            (places[item], places[other]) = (to, from);
        }
    }
    moves
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// All lists of so many numbers below 3, each with where it was.
    fn lists(length: usize) -> Vec<Vec<(u8, usize)>> {
        let mut all = vec![Vec::new()];
        for at in 0..length {
            let longer = |list: &Vec<(u8, usize)>| {
                let list = list.clone();
                [0, 1, 2].map(|number| [list.clone(), vec![(number, at)]].concat())
            };
            all = all.iter().flat_map(longer).collect();
        }
        all
    }

    #[test]
    fn they_are_as_std_sorts_them() {
        let mut seen = BTreeSet::new();
        for list in (0..=6).flat_map(lists) {
            let mut expected = list.clone();
            expected.sort_by_key(|(number, _)| *number);
            let mut by_key = list.clone();
            sort_by_key(&mut by_key, |(number, _)| *number);
            assert_eq!(by_key, expected);
            let mut by = list.clone();
            sort_by(&mut by, |(a, _), (b, _)| a.cmp(b));
            assert_eq!(by, expected);
            sort_by(&mut by, |(a, _), (b, _)| b.cmp(a));
            expected.sort_by_key(|(number, _)| 2 - *number);
            assert_eq!(by, expected);
            seen.insert(list);
        }
        assert_eq!(seen.len(), 1093);
    }
}
