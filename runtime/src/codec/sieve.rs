use super::index::position;
use super::shape::Shape;
use super::union::BranchInfo;

/// Which branches of a union may be right, and which of their required keys an object has.
pub(super) struct Sieve {
    branches: &'static [BranchInfo],
    /// A mark for each branch; here if there are not more, so that nothing is allocated.
    few: [Mark; FEW],
    many: Vec<Mark>,
    /// Of the keys that all of them require.
    asked: Hint,
}

const FEW: usize = 16;

/// What is known of a branch.
#[derive(Clone, Copy)]
struct Mark {
    /// Whether it may be right.
    left: bool,
    /// Of the keys that it requires; empty for one that is not left.
    asked: Hint,
    /// Which of these are there, as bits. What is behind the 64th is taken for granted: the branch
    /// itself misses it.
    found: u64,
}

/// What a set of keys may hold: quick to ask, and sure of what it does not hold.
#[derive(Clone, Copy, Default, PartialEq)]
struct Hint(u64);

impl Hint {
    /// Of a key alone.
    fn of(key: &[u8]) -> Self {
        let ends = (key.first(), key.last());
        let (first, last) = match ends {
            (Some(first), Some(last)) => (usize::from(*first), usize::from(*last)),
            _ => (0, 0),
        };
        Self(1 << ((key.len() + first * 7 + last * 3) % 64))
    }

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    fn may_hold(self, key: Self) -> bool {
        self.0 & key.0 != 0
    }

    fn may_hold_all(self, keys: Self) -> bool {
        keys.0 & !self.0 == 0
    }
}

impl Mark {
    /// How many of the required keys are there, up to the first that is not.
    fn count(self) -> usize {
        self.found.trailing_ones() as usize
    }

    fn fits(self, row: &BranchInfo) -> bool {
        self.left && self.count() >= row.required.len().min(64)
    }
}

impl Sieve {
    /// The branches of which a test holds. All of their keys are taken to be there.
    pub(super) fn new(branches: &'static [BranchInfo], test: impl Fn(&BranchInfo) -> bool) -> Self {
        let mark = |left| Mark {
            left,
            asked: Hint::default(),
            found: u64::MAX,
        };
        let mut few = [mark(false); FEW];
        let mut many = Vec::new();
        if branches.len() > FEW {
            many.extend(branches.iter().map(|row| mark(test(row))));
        } else {
            for (place, row) in few.iter_mut().zip(branches) {
                place.left = test(row);
            }
        }
        Self {
            branches,
            few,
            many,
            asked: Hint::default(),
        }
    }

    fn marks(&self) -> impl Iterator<Item = (usize, &'static BranchInfo, Mark)> {
        let marks = if self.many.is_empty() {
            &self.few[..]
        } else {
            &self.many
        };
        let rows = self.branches.iter().zip(marks).enumerate();
        rows.map(|(index, (row, mark))| (index, row, *mark))
    }

    fn marks_mut(&mut self) -> &mut [Mark] {
        if self.many.is_empty() {
            &mut self.few
        } else {
            &mut self.many
        }
    }

    fn left(&self) -> impl Iterator<Item = (usize, &'static BranchInfo)> {
        let left = self.marks().filter(|(.., mark)| mark.left);
        left.map(|(index, row, _)| (index, row))
    }

    /// Whether no branch may be right.
    pub(super) fn is_empty(&self) -> bool {
        self.left().next().is_none()
    }

    /// The branch that may be right, if it is one alone.
    pub(super) fn only(&self) -> Option<usize> {
        let mut left = self.left();
        match (left.next(), left.next()) {
            (Some((index, _)), None) => Some(index),
            _ => None,
        }
    }

    /// Whether a branch that may be right requires a key. Then which are there is not known any more.
    pub(super) fn asks_for_keys(&mut self) -> bool {
        let mut asked = Hint::default();
        let branches = self.branches;
        for (row, mark) in branches.iter().zip(self.marks_mut()) {
            if mark.left {
                for key in row.required {
                    mark.asked.add(Hint::of(key.as_bytes()));
                }
                mark.found = 0;
                asked.add(mark.asked);
            }
        }
        self.asked = asked;
        asked != Hint::default()
    }

    /// Notes that a key is there; gives a branch that has all of its required keys by that.
    pub(super) fn note(&mut self, key: &str) -> Option<usize> {
        let hint = Hint::of(key.as_bytes());
        if !self.asked.may_hold(hint) {
            return None;
        }
        let mut whole = None;
        let branches = self.branches;
        for (index, (row, mark)) in branches.iter().zip(self.marks_mut()).enumerate() {
            if !mark.asked.may_hold(hint) {
                continue;
            }
            let place = row.required.iter().position(|k| *k == key);
            let bit = place.and_then(|place| 1_u64.checked_shl(u32::try_from(place).ok()?));
            if let Some(bit) = bit
                && mark.found & bit == 0
            {
                mark.found |= bit;
                if mark.fits(row) {
                    whole = whole.or(Some(index));
                }
            }
        }
        whole
    }

    /// Whether every other branch requires a key that the branch at `index`, which is of this shape,
    /// has no field for.
    pub(super) fn is_apart(&self, index: usize, shape: Shape) -> bool {
        let Shape::Record(fields) = shape else {
            return false;
        };
        if !self.many.is_empty() {
            // This would cost more than it saves.
            return false;
        }
        let mut known = Hint::default();
        for field in fields {
            known.add(Hint::of(field.name_bytes()));
        }
        let has = |key: &&str| position(fields, key).is_some();
        self.marks().all(|(other, row, mark)| {
            let is_other = mark.left && other != index;
            // Mostly the hint is enough.
            !is_other || !known.may_hold_all(mark.asked) || !row.required.iter().all(has)
        })
    }

    /// The branches that may be right and whose required keys are all there.
    pub(super) fn fitting(&self) -> impl Iterator<Item = (usize, &'static BranchInfo)> {
        let fitting = self.marks().filter(|(_, row, mark)| mark.fits(row));
        fitting.map(|(index, row, _)| (index, row))
    }

    /// Those of which a key is not there, by name, and the first such key.
    pub(super) fn missing(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let left = self.marks().filter(|(.., mark)| mark.left);
        left.filter_map(|(_, row, mark)| Some((row.name, *row.required.get(mark.count())?)))
    }
}
