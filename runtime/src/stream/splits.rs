//! However a stream is cut into pieces, its items are the same.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::events::Events;
use super::pump::test::cut_within;
use super::pump::{Cutter, TooLarge};
use super::records::Records;

/// Text made of what means something to the readers.
fn text() -> impl Strategy<Value = Vec<u8>> {
    const WORDS: &[&str] = &[
        "data", "event", "id", "retry", ":", ": ", " ", "\r", "\n", "\r\n", "\n\n", "\u{1e}", "\0",
        "\u{feff}", "12", "{}", "\"ä\"", "[DONE]", "x",
    ];
    vec(select(WORDS), 0..40).prop_map(|words| words.concat().into_bytes())
}

/// What is cut, and whether something was too large.
type Cuts<C> = (Vec<<C as Cutter>::Item>, Option<TooLarge>);

/// What is cut of the text as a whole, and in pieces of the given lengths.
fn both<C: Cutter>(
    new: impl Fn() -> C,
    text: &[u8],
    lengths: &[usize],
    limit: u64,
) -> [Cuts<C>; 2] {
    let mut pieces = Vec::new();
    let mut rest = text;
    for length in lengths {
        let (piece, more) = rest.split_at((*length).min(rest.len()));
        pieces.push(piece);
        rest = more;
    }
    pieces.push(rest);
    [&[text] as &[_], &pieces].map(|pieces| cut_within(new(), pieces, limit))
}

proptest! {
    #[test]
    fn items_do_not_depend_on_pieces(
        text in text(),
        lengths in vec(0usize..6, 0..40),
        limit in select(vec![0, 1, 2, 3, 5, 8, 13, u64::MAX]),
    ) {
        let [whole, pieces] = both(Events::default, &text, &lengths, limit);
        prop_assert_eq!(whole, pieces);
        let [whole, pieces] = both(Records::default, &text, &lengths, limit);
        prop_assert_eq!(whole, pieces);
        let [whole, pieces] = both(Records::separated, &text, &lengths, limit);
        prop_assert_eq!(whole, pieces);
    }
}
