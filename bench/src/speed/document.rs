use std::fmt::Write as _;

use crate::random::Random;

/// A JSON array of orders of a web shop, of at least `size` bytes.
pub(super) fn orders(size: usize) -> String {
    let mut random = Random::new(1);
    let mut text = String::from("[");
    while text.len() < size {
        if text.len() > 1 {
            text.push(',');
        }
        order(&mut random, &mut text);
    }
    text + "]"
}

fn order(random: &mut Random, text: &mut String) {
    let id = random.next();
    put(
        text,
        format_args!(
            r#"{{"id":"ord_{id:016x}","object":"order","created":{},"#,
            1_600_000_000 + id % 100_000_000
        ),
    );
    put(
        text,
        format_args!(
            r#""paid":{},"total":{}.{},"currency":"eur","#,
            id.is_multiple_of(2),
            random.below(1000),
            1 + random.below(9)
        ),
    );
    if random.chance(50) {
        let note = [
            "left at the door",
            "quote: \\\"now\\\"",
            "caf\u{e9}, 3\u{b0} floor",
        ][random.below(3)];
        put(text, format_args!(r#""note":"{note}","#));
    }
    if random.chance(30) {
        put(text, format_args!(r#""cancelled_at":null,"#));
    }
    put(text, format_args!(r#""customer":"#));
    customer(random, text);
    put(text, format_args!(r#","lines":["#));
    for i in 0..=random.below(5) {
        put(text, format_args!("{}", if i > 0 { "," } else { "" }));
        line(random, text);
    }
    put(
        text,
        format_args!(r#"],"tags":["new","web","batch-{}"]}}"#, random.below(9)),
    );
}

fn customer(random: &mut Random, text: &mut String) {
    let n = random.below(10_000);
    put(
        text,
        format_args!(
            r#"{{"id":"cus_{n:08}","name":"Customer Number {n}","email":"customer{n}@example.com","#
        ),
    );
    put(
        text,
        format_args!(
            r#""phone":null,"verified":true,"address":{{"street":"{n} Long Street","city":"Springfield","#
        ),
    );
    put(
        text,
        format_args!(
            r#""postal_code":"{:05}","country":"DE"}},"score":{}}}"#,
            n,
            random.below(100)
        ),
    );
}

fn line(random: &mut Random, text: &mut String) {
    let n = random.next();
    put(
        text,
        format_args!(
            r#"{{"sku":"SKU-{n:010}","title":"A thing of the kind {}","quantity":{},"#,
            n % 100,
            1 + n % 7
        ),
    );
    put(
        text,
        format_args!(
            r#""unit_price":{}.{},"weight":{}.5,"options":{{"color":"blue","size":"{}"}}}}"#,
            n % 300,
            1 + n % 9,
            n % 20,
            n % 48
        ),
    );
}

fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a `String` does not fail.
    let _ = text.write_fmt(what);
}
