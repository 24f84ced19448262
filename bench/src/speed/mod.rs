//! How quickly a document of about a megabyte is read and written.

mod document;
mod ours;
mod theirs;
mod unions;

use jiter::{Jiter, JiterError, Peek};
use restitch::json;

use crate::Result;
use crate::contest::Contest;

/// Megabytes per second, as a table.
pub(crate) fn run(repeat: usize) -> Result<String> {
    let document = document::orders(1_000_000);
    let ours: Vec<ours::Order> = json::from_str(&document)?;
    let theirs: Vec<theirs::Order> = serde_json::from_str(&document)?;
    check_same(&json::to_string(&ours)?, &serde_json::to_string(&theirs)?)?;

    let size = document.len();
    let rounds = repeat * 4;
    let mut contest = Contest::new(size, rounds);
    contest.add("serde_json + serde_derive, decode", || {
        serde_json::from_slice::<Vec<theirs::Order>>(document.as_bytes()).is_ok()
    });
    contest.add("restitch, decode", || {
        json::from_slice::<Vec<ours::Order>>(document.as_bytes()).is_ok()
    });
    contest.add("jiter, a walk over all values that builds nothing", || {
        walk(&mut Jiter::new(document.as_bytes())).is_ok()
    });
    contest.add("restitch, the same (`Json`, which keeps the text)", || {
        json::from_slice::<restitch::Json>(document.as_bytes()).is_ok()
    });
    contest.add("serde_json + serde_derive, encode", || {
        serde_json::to_vec(&theirs).is_ok()
    });
    contest.add("restitch, encode", || json::to_vec(&ours).is_ok());
    let orders = contest.table();
    let unions = of_unions(rounds)?;
    Ok(format!("Document of {size} bytes\n\n{orders}\n{unions}"))
}

/// The same for unions.
fn of_unions(rounds: usize) -> Result<String> {
    let document = unions::document(1_000_000);
    let tagged: Vec<unions::ours::Tagged> = json::from_str(&document)?;
    let keyed: Vec<unions::ours::Keyed> = json::from_str(&document)?;
    let theirs: Vec<unions::theirs::Block> = serde_json::from_str(&document)?;
    check_same(&json::to_string(&tagged)?, &serde_json::to_string(&theirs)?)?;
    check_same(&json::to_string(&keyed)?, &document)?;

    let mut contest = Contest::new(document.len(), rounds);
    contest.add("serde_json, `untagged`, decode", || {
        serde_json::from_slice::<Vec<unions::theirs::Block>>(document.as_bytes()).is_ok()
    });
    contest.add("restitch, by a tag, decode", || {
        json::from_slice::<Vec<unions::ours::Tagged>>(document.as_bytes()).is_ok()
    });
    contest.add("restitch, by required keys, decode", || {
        json::from_slice::<Vec<unions::ours::Keyed>>(document.as_bytes()).is_ok()
    });
    Ok(contest.table())
}

fn check_same(ours: &str, theirs: &str) -> Result<()> {
    if ours == theirs {
        Ok(())
    } else {
        Err("the two codecs disagree on the document".into())
    }
}

fn walk(jiter: &mut Jiter<'_>) -> std::result::Result<(), JiterError> {
    let peek = jiter.peek()?;
    walk_value(jiter, peek)
}

fn walk_value(jiter: &mut Jiter<'_>, peek: Peek) -> std::result::Result<(), JiterError> {
    match peek {
        Peek::Array => {
            let mut next = jiter.known_array()?;
            while let Some(peek) = next {
                walk_value(jiter, peek)?;
                next = jiter.array_step()?;
            }
        }
        Peek::Object => {
            let mut next = jiter.known_object()?.is_some();
            while next {
                walk(jiter)?;
                next = jiter.next_key()?.is_some();
            }
        }
        Peek::String => drop(jiter.known_str()?),
        Peek::Null => jiter.known_null()?,
        Peek::True | Peek::False => drop(jiter.known_bool(peek)?),
        number => drop(jiter.known_number(number)?),
    }
    Ok(())
}
