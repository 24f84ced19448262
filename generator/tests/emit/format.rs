//! Both printers give the tokens that they were given.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use restitch_build::emit::Part;
use restitch_build::{emit, format};

use crate::chaser::chaser;
use crate::hostile::hostile;
use crate::random::Random;
use crate::zoo::zoo;

/// The tokens one by one, literals by their value, so that a comment is its attribute.
fn flat(tokens: TokenStream) -> Vec<String> {
    let mut flat = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                flat.push(open.to_owned());
                flat.extend(self::flat(group.stream()));
                flat.push(close.to_owned());
            }
            TokenTree::Literal(literal) => flat.push(value(&literal)),
            other => flat.push(other.to_string()),
        }
    }
    flat
}

/// Raw strings as others.
fn value(literal: &Literal) -> String {
    let text = literal.to_string();
    let raw = text.strip_prefix('r').map(|raw| raw.trim_matches('#'));
    let raw = raw.and_then(|raw| raw.strip_prefix('"')?.strip_suffix('"'));
    raw.map_or(text.clone(), |raw| Literal::string(raw).to_string())
}

fn lexed(text: &str) -> Vec<String> {
    match text.parse::<TokenStream>() {
        Ok(tokens) => flat(tokens),
        Err(error) => panic!("{error}:\n{text}"),
    }
}

fn check_plain(parts: &[Part]) {
    let text = format::plain(parts.iter().cloned());
    assert_eq!(lexed(&text), flat(whole(parts)), "{text}");
}

/// The tokens of a file, with braces around what stands in modules.
fn whole(parts: &[Part]) -> TokenStream {
    let mut open = vec![TokenStream::new()];
    for part in parts {
        match part {
            Part::Items(tokens) => open.last_mut().unwrap().extend(tokens.clone()),
            Part::Open(head) => {
                open.last_mut().unwrap().extend(head.clone());
                open.push(TokenStream::new());
            }
            Part::Close => {
                let inner = open.pop().unwrap();
                let body = TokenTree::from(Group::new(Delimiter::Brace, inner));
                open.last_mut().unwrap().extend([body]);
            }
        }
    }
    let [file] = open.try_into().expect("every module is closed");
    file
}

#[test]
fn plain_keeps_the_tokens() {
    for api in [chaser(), zoo(), hostile()] {
        check_plain(&emit::emit(&api));
    }
}

#[cfg(feature = "pretty")]
#[test]
fn pretty_keeps_the_tokens_but_last_commas() {
    fn without_last_commas(tokens: &[String]) -> Vec<String> {
        let next = tokens.iter().skip(1).chain([&tokens[0]]);
        let pairs = tokens.iter().zip(next);
        let kept = pairs.filter(|(a, b)| *a != "," || !matches!(b.as_str(), ")" | "]" | "}"));
        kept.map(|(token, _)| token.clone()).collect()
    }
    for api in [chaser(), zoo(), hostile()] {
        let text = format::pretty(emit::emit(&api));
        let expect = without_last_commas(&flat(whole(&emit::emit(&api))));
        assert_eq!(without_last_commas(&lexed(&text)), expect, "{text}");
    }
}

#[cfg(feature = "pretty")]
#[test]
fn both_are_rust() {
    for api in [chaser(), zoo(), hostile()] {
        let plain = format::plain(emit::emit(&api));
        syn::parse_file(&plain).expect("Rust");
        let pretty = format::pretty(emit::emit(&api));
        syn::parse_file(&pretty).expect("Rust");
    }
}

#[test]
fn plain_keeps_what_emit_does_not_use_yet() {
    for text in [
        "fn f<'a, T: Into<Vec<Vec<&'a str>>>>(x: &&'a mut T) -> impl Fn(&T) -> [u8; 2] {}",
        "fn f() { self.0.0.max(1.0).0 .1; 1..2; 1..=2; x.0..; a < b; a >= b; a << 1; !a; -1; *a; }",
        "fn f() { match a { 'x' => b'y', _ if a && b || !c => { r\"\n  raw\n\" } }?.c; d }",
        "fn f() { let c = |a, b: u8| a / *b; <A as B>::C::<D>::e(|| {}); 'l: loop { break 'l; } }",
        "macro_rules! m { ($($a:ident),* $(,)?) => { #![x] $crate::b!($($a),*) }; }",
        "pub(in crate::a) struct r#type<const N: usize>(pub(super) u8, ::b::C);",
        "impl<T> A for B<T> where T: ?Sized + 'static { const C: &'static str = \"\\n//\"; }",
        "extern \"C\" { fn f(a: *const u8, ...) -> !; }",
        "struct S { #[a] b: c, /** d */ e: F<G, H>, }",
        "#[doc = \"/ four slashes\"] #[doc = \"two\\nlines\"] #[doc = \"\"] /// a\nstruct A;",
    ] {
        let tokens: TokenStream = text.parse().expect(text);
        check_plain(&[Part::Items(tokens)]);
    }
}

#[test]
fn plain_keeps_random_tokens() {
    let mut random = Random::new(7);
    for _ in 0..2_000 {
        check_plain(&[Part::Items(stream(&mut random, 4))]);
    }
}

fn stream(random: &mut Random, depth: usize) -> TokenStream {
    let length = random.below(9);
    (0..length).map(|_| tree(random, depth)).collect()
}

fn tree(random: &mut Random, depth: usize) -> TokenTree {
    const WORDS: &[&str] = &[
        "a", "fn", "use", "self", "impl", "r", "b", "else", "in", "e5",
    ];
    const PUNCTS: &[char] = &[
        '<', '>', ':', '.', ',', ';', '=', '&', '#', '!', '?', '-', '+', '*', '/', '|', '$', '@',
    ];
    match random.below(8) {
        0 | 1 => Ident::new(random.choice(WORDS), Span::call_site()).into(),
        2 if depth > 0 => {
            let delimiter =
                random.choice(&[Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis]);
            Group::new(delimiter, stream(random, depth - 1)).into()
        }
        3 => literal(random).into(),
        _ => Punct::new(random.choice(PUNCTS), Spacing::Alone).into(),
    }
}

fn literal(random: &mut Random) -> Literal {
    match random.below(5) {
        0 => Literal::string("a\n\"//"),
        1 => Literal::u8_unsuffixed(0),
        2 => Literal::f64_unsuffixed(1.5),
        3 => Literal::character('\''),
        _ => Literal::usize_suffixed(7),
    }
}
