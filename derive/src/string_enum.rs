//! An enum that is an open enum of strings.

use proc_macro::{Ident, Span, TokenStream, TokenTree};

use crate::attribute::is;
use crate::case::{self, Case};
use crate::code::Code;
use crate::fault::Fault;
use crate::item::{self, Item, head, word};

/// An enum whose last variant keeps what the others do not name.
struct StringEnum {
    name: Ident,
    /// Names of variants, and what they are on the wire as it stands in a literal.
    variants: Vec<(String, String)>,
    fallback: String,
}

/// Its `impl`s.
pub(crate) fn of(item: TokenStream) -> Result<Code, Fault> {
    let read = read(item)?;
    let name = read.name.to_string();
    let (mut texts, mut known, mut list) = (Code::default(), Code::default(), Code::default());
    for (index, (variant, wire)) in read.variants.iter().enumerate() {
        texts.all(&["Self::", variant, " => \"", wire, "\","]);
        known.all(&[&index.to_string(), " => Self::", variant, ","]);
        list.all(&["\"", wire, "\","]);
    }
    let mut code = Code::default();
    code.put(
        "impl $ {
            #[doc = \"The value as it is on the wire.\"]
            #[inline] pub fn as_str(&self) -> &rt::str { match self {",
        &name,
    );
    code.all(&[
        texts.as_str(),
        "Self::",
        &read.fallback,
        "(text) => text } } }",
    ]);
    code.put(
        "impl rt::Text for $ {
            #[inline] fn known(text: rt::Cow<'_, rt::str>) -> rt::Result<Self, Self> {
                rt::Result::Ok(match rt::find(&text, &[",
        &name,
    );
    code.all(&[list.as_str(), "]) {", known.as_str()]);
    code.put(
        "_ => return rt::Result::Err(Self::$(text.into_owned())) }) } }",
        &read.fallback,
    );
    code.put(
        "impl rt::Empty for $ { #[inline] fn empty() -> Self {",
        &name,
    );
    code.put("Self::$(rt::String::new()) } }", &read.fallback);
    code.put(COMMON, &name);
    Ok(code)
}

const COMMON: &str = "
    impl rt::From<&rt::str> for $ {
        #[inline] fn from(text: &rt::str) -> Self { rt::Text::from_text(rt::Cow::Borrowed(text)) }
    }
    impl rt::From<rt::String> for $ {
        #[inline] fn from(text: rt::String) -> Self { rt::Text::from_text(rt::Cow::Owned(text)) }
    }
    impl rt::FromStr for $ {
        type Err = rt::Infallible;
        #[inline] fn from_str(text: &rt::str) -> rt::Result<Self, rt::Infallible> {
            rt::Result::Ok(<Self as rt::From<&rt::str>>::from(text))
        }
    }
    impl rt::Display for $ {
        #[inline] fn fmt(&self, f: &mut rt::Formatter<'_>) -> rt::Shown { f.pad(self.as_str()) }
    }
    impl rt::PartialEq for $ {
        #[inline] fn eq(&self, other: &Self) -> rt::bool { self.as_str() == other.as_str() }
    }
    impl rt::Eq for $ {}
    impl rt::Hash for $ {
        fn hash<H: rt::Hasher>(&self, state: &mut H) { rt::Hash::hash(self.as_str(), state) }
    }
    impl rt::Field for $ {
        #[inline] fn fill(&mut self, reader: &mut rt::Reader<'_>) -> rt::Result<(), rt::DecodeError> {
            rt::fill_text(self, reader)
        }
        #[inline] fn show(&self, visit: &mut dyn rt::Visit) { visit.text(self.as_str(), self) }
    }
    rt::common! { $ }";

fn read(item: TokenStream) -> Result<StringEnum, Fault> {
    let Item { wire, name, body } = item::read(item, "enum")?;
    wire.only(&[], &["rename_all"])?;
    wire.has_no_name()?;
    let case = wire.case()?;
    let mut tokens = body.into_iter().peekable();
    let mut variants = Vec::new();
    while tokens.peek().is_some() {
        let wire = head(&mut tokens)?;
        wire.only(&[], &[])?;
        let Some(variant) = word(&mut tokens) else {
            break;
        };
        let variant = variant.to_string();
        // `Unknown(String)`, behind all others.
        if let Some(TokenTree::Group(_)) = tokens.peek() {
            tokens.next();
            tokens.next_if(|token| is(token, ','));
            wire.has_no_name()?;
            if tokens.peek().is_none() {
                return Ok(StringEnum {
                    name,
                    variants,
                    fallback: variant,
                });
            }
            break;
        }
        if tokens.next().is_none_or(|token| !is(&token, ',')) {
            break;
        }
        let wire = wire.name.unwrap_or_else(|| on_wire(&variant, case));
        variants.push((variant, wire));
    }
    Err(Fault::new(
        "expected a last variant that keeps a string",
        Span::call_site(),
    ))
}

fn on_wire(variant: &str, case: Option<Case>) -> String {
    let variant = variant.trim_start_matches("r#");
    case.map_or(variant.to_owned(), |case| case(&case::snake(variant)))
}
