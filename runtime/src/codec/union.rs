use super::error::{DecodeError, shortened_to};
use super::field::Field;
use super::numbers::{Whole, whole};
use super::reader::{Kind, Misfit, Reader};
use super::shape::{FALLBACK, Shape};
use super::sieve::Sieve;
use super::value_enum::same_value;

/// How the branches of a union are told apart.
#[derive(Clone, Copy, Debug)]
pub struct UnionInfo {
    /// The property whose value names the branch.
    pub tag: Option<&'static str>,
    /// The branches, in the order in which they are tried.
    pub branches: &'static [BranchInfo],
}

/// A branch of a union.
#[derive(Clone, Copy, Debug)]
pub struct BranchInfo {
    /// The variant's name, for errors.
    pub name: &'static str,
    /// The JSON types that it may be, as bits: null 1, boolean 2, integer 4, number 8, string 16,
    /// array 32, object 64. And 128 where it takes all of them as they are, so that any other
    /// branch that fits says more.
    pub kinds: u8,
    /// The JSON texts of the tag's values, and of a scalar's own.
    pub tags: &'static [&'static str],
    /// Keys that its objects have.
    pub required: &'static [&'static str],
}

impl UnionInfo {
    /// Of its branches.
    pub const fn new(tag: Option<&'static str>, branches: &'static [BranchInfo]) -> Self {
        Self { tag, branches }
    }
}

impl BranchInfo {
    /// The branch `name`.
    pub const fn new(
        name: &'static str,
        kinds: u8,
        tags: &'static [&'static str],
        required: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            kinds,
            tags,
            required,
        }
    }

    fn has_tag(&self, raw: &str) -> bool {
        self.tags.iter().any(|tag| same_value(tag, raw))
    }
}

const INTEGER: u8 = 4;
const NUMBER: u8 = 8;
const LOOSE: u8 = 128;

/// The bits of the JSON types that the next value is of.
fn bits(reader: &mut Reader<'_>) -> Result<u8, DecodeError> {
    Ok(match reader.peek()? {
        Kind::Null => 1,
        Kind::Bool => 2,
        Kind::Number => {
            let number = reader.clone().number()?;
            let is_integer = number.bytes().all(|b| b == b'-' || b.is_ascii_digit());
            // `1.0` and `1e2` are integers too.
            if is_integer || !matches!(whole(number), Whole::Fraction) {
                INTEGER | NUMBER
            } else {
                NUMBER
            }
        }
        Kind::String => 16,
        Kind::Array => 32,
        Kind::Object => 64,
    })
}

/// Reads one value as the branch that it is of.
///
/// What can be known beforehand is not tried: branches are sorted out by the JSON type, the tag and
/// the required keys, on a copy of the reader. Of those that are left, the first that knows all of
/// the value is taken, else one that loses none, and of these the one that knows most.
///
/// A tag or a JSON type that no branch has leaves the raw value in the fallback.
pub(super) fn fill_union(
    union: &mut dyn Field,
    info: &'static UnionInfo,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    reader.enter_union()?;
    fill_branches(union, info, reader)?;
    reader.leave_union();
    Ok(())
}

fn fill_branches(
    union: &mut dyn Field,
    info: &'static UnionInfo,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let bits = bits(reader)?;
    let fits = |branch: &BranchInfo| branch.kinds & bits != 0;
    let mut rows = info.branches.iter().zip(0..).filter(|(b, _)| fits(b));
    let Some((_, index)) = rows.next() else {
        return keep(union, reader);
    };
    if rows.next().is_none() && (bits != 64 || info.tag.is_none()) {
        return union.slot(index).fill(reader);
    }
    if let (64, Some(tag)) = (bits, info.tag) {
        if let Some(raw) = tag_of(tag, reader)? {
            // A string is mostly written as in the table.
            let is_text = raw.starts_with('"');
            let mut known = (0..)
                .zip(info.branches)
                .filter(|(_, b)| is_text && fits(b) && b.tags.contains(&raw));
            if let (Some((index, _)), None) = (known.next(), known.next()) {
                return union.slot(index).fill(reader);
            }
            return fill_by_tag(union, info, raw, bits, reader);
        }
    } else if bits & (32 | 64) == 0 {
        let raw = reader.clone().raw()?;
        return fill_by_tag(union, info, raw, bits, reader);
    }
    fill_first(union, &mut Sieve::new(info.branches, fits), reader)
}

fn keep(union: &mut dyn Field, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    reader.count_kept();
    if reader.is_in_outer_union() {
        // Its branch is compared with others, which may know some of these keys.
        for _ in 1..keys(&mut reader.clone())? {
            reader.count_unknown();
        }
    }
    union.slot(FALLBACK).fill(reader)
}

/// How many keys the next value has, if it is an object.
fn keys(reader: &mut Reader<'_>) -> Result<u32, DecodeError> {
    let mut count = 0;
    let mut more = reader.peek()? == Kind::Object && reader.enter_object()?;
    while more {
        count += 1;
        reader.key()?;
        reader.skip()?;
        more = reader.more_in_object()?;
    }
    Ok(count)
}

/// The branches with a tag, or a value of their own, that is `raw`; else those that have none.
/// Objects with an unknown tag are kept, while an open enum keeps an unknown value itself.
fn fill_by_tag(
    union: &mut dyn Field,
    info: &'static UnionInfo,
    raw: &str,
    bits: u8,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let branches = info.branches;
    let some = |test: &dyn Fn(&BranchInfo) -> bool| {
        Sieve::new(branches, |branch| branch.kinds & bits != 0 && test(branch))
    };
    let mut left = some(&|branch| branch.has_tag(raw));
    if left.is_empty() {
        left = some(&|branch| branch.tags.is_empty());
    }
    if left.is_empty() {
        if bits == 64 {
            return keep(union, reader);
        }
        left = some(&|_| true);
    }
    fill_first(union, &mut left, reader)
}

/// The text of a property of the object at the reader.
fn tag_of<'a>(tag: &str, reader: &mut Reader<'a>) -> Result<Option<&'a str>, DecodeError> {
    let mut ahead = reader.clone();
    let mut found = None;
    let mut more = ahead.enter_object()?;
    while more {
        if ahead.key()? == tag {
            found = Some(ahead.raw()?);
            break;
        }
        ahead.skip()?;
        more = ahead.more_in_object()?;
    }
    reader.spend_on(ahead.offset() - reader.offset())?;
    Ok(found)
}

/// Tries branches that may be right, of objects those only whose required keys are all there. Why the
/// others are not is put in words only if none of these fits.
fn fill_first(
    union: &mut dyn Field,
    sieve: &mut Sieve,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    if let Some(index) = sieve.only() {
        return union.slot(index).fill(reader);
    }
    let mut early = None;
    if reader.peek()? == Kind::Object && sieve.asks_for_keys() {
        early = match sift(union, sieve, reader)? {
            Sifted::Read => return Ok(()),
            Sifted::Keys(early) => early,
        };
    }
    let mut fitting = sieve.fitting();
    let (Some((index, row)), None) = (fitting.next(), fitting.next()) else {
        if let Some((attempt, _)) = early {
            reader.spend_attempt(&attempt)?;
        }
        return try_each(union, sieve, reader);
    };
    let (attempt, read) = early.unwrap_or_else(|| {
        let mut attempt = reader.clone();
        let read = union.slot(index).fill(&mut attempt);
        (attempt, read)
    });
    read.map_err(|error| none_fits(sieve, &[(row.name, error)], reader))?;
    *reader = attempt;
    Ok(())
}

/// What looking at the keys of an object came to.
enum Sifted<'a> {
    /// The value is read.
    Read,
    /// The sieve knows the keys. A branch that has all of its own may have been read already: how
    /// that went, with the reader behind it.
    Keys(Option<(Reader<'a>, Result<(), DecodeError>)>),
}

/// Looks which of the required keys the object at the reader has.
///
/// The first branch that has all of its own is read at once. If each of the others requires a key
/// that this one does not know, and the object turns out to have only keys that it knows, none of
/// the others fits, and the rest of the object need not be looked at.
fn sift<'a>(
    union: &mut dyn Field,
    sieve: &mut Sieve,
    reader: &mut Reader<'a>,
) -> Result<Sifted<'a>, DecodeError> {
    let mut ahead = reader.clone();
    let mut early: Option<(Reader<'a>, Result<(), DecodeError>)> = None;
    let mut more = ahead.enter_object()?;
    while more {
        let key = ahead.key()?;
        if let Some(index) = sieve.note(&key)
            && early.is_none()
        {
            let slot = union.slot(index);
            if sieve.is_apart(index, Shape::of(slot)) {
                let mut attempt = reader.clone();
                attempt.spend_on(ahead.offset() - reader.offset())?;
                let read = slot.fill(&mut attempt);
                if read.is_ok() && !attempt.had_strays() {
                    *reader = attempt;
                    return Ok(Sifted::Read);
                }
                early = Some((attempt, read));
            }
        }
        ahead.skip()?;
        more = ahead.more_in_object()?;
    }
    let walked = ahead.offset() - reader.offset();
    if let Some((attempt, _)) = &mut early {
        attempt.spend_on(walked)?;
    }
    reader.spend_on(walked)?;
    Ok(Sifted::Keys(early))
}

fn try_each(
    union: &mut dyn Field,
    sieve: &Sieve,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let mut tried = Vec::new();
    // The branch that fits best so far.
    let mut best: Option<(usize, Misfit)> = None;
    let mut last = None;
    for (index, row) in sieve.fitting() {
        let is_loose = row.kinds & LOOSE != 0;
        if is_loose && best.is_some_and(|(_, misfit)| !misfit.loses()) {
            continue;
        }
        let mut attempt = reader.clone();
        let read = union.slot(index).fill(&mut attempt);
        match read {
            Ok(()) => {
                let misfit = attempt.misfit().since(reader.misfit());
                if misfit == Misfit::default() || is_loose {
                    *reader = attempt;
                    return Ok(());
                }
                if best.is_none_or(|(_, least)| misfit < least) {
                    best = Some((index, misfit));
                }
            }
            Err(error) => tried.push((row.name, error)),
        }
        reader.spend_attempt(&attempt)?;
        last = Some((index, attempt));
    }
    match (best, last) {
        // What was read last still stands there.
        (Some((index, _)), Some((last, attempt))) if index == last => {
            *reader = attempt;
            Ok(())
        }
        (Some((index, _)), _) => union.slot(index).fill(reader),
        (None, _) => Err(none_fits(sieve, &tried, reader)),
    }
}

/// That no branch fits, and why: those that were sifted out, then those that were tried.
#[cold]
fn none_fits(sieve: &Sieve, tried: &[(&str, DecodeError)], reader: &Reader<'_>) -> DecodeError {
    let mut failures = Failures::default();
    for (name, key) in sieve.missing() {
        failures.add(name, || format!("`{}` is missing", key.escape_debug()));
    }
    for (name, error) in tried {
        failures.add(name, || {
            let (message, path) = (error.message(), error.path());
            match path.strip_prefix('$') {
                Some("") | None => message,
                Some(below) => format!("{message} at {below}"),
            }
        });
    }
    failures.error(reader)
}

/// Why each branch does not fit, in not too many words.
#[derive(Default)]
struct Failures {
    text: String,
    count: usize,
}

/// So many branches are named in an error, with so many characters each.
const MOST_NAMED: usize = 8;
const LONGEST: usize = 160;

impl Failures {
    fn add(&mut self, name: &str, why: impl FnOnce() -> String) {
        self.count += 1;
        if self.count > MOST_NAMED {
            return;
        }
        if self.count > 1 {
            self.text.push_str("; ");
        }
        let why = why();
        self.text.push_str(name);
        self.text.push_str(": ");
        self.text.push_str(&shortened_to(&why, LONGEST));
    }

    fn error(&self, reader: &Reader<'_>) -> DecodeError {
        let more = match self.count.checked_sub(MOST_NAMED) {
            None | Some(0) => String::new(),
            Some(more) => format!("; and {more} more"),
        };
        let text = &self.text;
        reader.error(format!("no branch fits ({text}{more})"))
    }
}
