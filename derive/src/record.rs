//! A struct, as it is declared.

use std::iter::Peekable;

use proc_macro::token_stream::IntoIter;
use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

use crate::attribute::{Wire, is};
use crate::case::{self, Case};
use crate::code::Code;
use crate::fault::Fault;
use crate::field::Field;

/// A struct that is a JSON object.
pub(crate) struct Record {
    pub(crate) name: Ident,
    /// The name of the struct that `new` takes, where it takes one.
    pub(crate) required: Option<Ident>,
    pub(crate) case: Case,
    pub(crate) fields: Vec<Field>,
    /// The field that holds what the others do not name.
    pub(crate) rest: Option<String>,
}

impl Record {
    /// The value that a struct is before its fields are read.
    pub(crate) fn put_empty(&self, code: &mut Code) {
        let name = self.name.to_string();
        code.put(
            "impl rt::Empty for $ { #[inline] fn empty() -> Self { Self {",
            &name,
        );
        let fields = self.fields.iter().map(|field| &field.text);
        for field in fields.chain(&self.rest) {
            code.put("$: rt::empty(),", field);
        }
        code.all(&["} } }"]);
    }
}

type Tokens = Peekable<IntoIter>;

/// Reads a struct with named fields, without parameters.
pub(crate) fn read(item: TokenStream) -> Result<Record, Fault> {
    let mut tokens = item.into_iter().peekable();
    let wire = head(&mut tokens)?;
    wire.only(&[], &["required", "rename_all"])?;
    let is_struct = word(&mut tokens).is_some_and(|word| word.to_string() == "struct");
    let name = word(&mut tokens).filter(|_| is_struct);
    let (Some(name), Some(TokenTree::Group(body))) = (name, tokens.next()) else {
        return Err(Fault::new(
            "expected a struct with fields",
            Span::call_site(),
        ));
    };
    if body.delimiter() != Delimiter::Brace {
        return Err(Fault::new("expected fields with names", body.span()));
    }
    let (rest, fields) = fields(body.stream())?.into_iter().partition(Field::is_rest);
    let rest: Vec<Field> = rest;
    let required = match wire.value("required") {
        Some([TokenTree::Ident(required)]) => Some(required.clone()),
        _ => None,
    };
    Ok(Record {
        name,
        required,
        case: case::of(&wire)?,
        fields,
        rest: rest.into_iter().next().map(|field| field.text),
    })
}

fn fields(body: TokenStream) -> Result<Vec<Field>, Fault> {
    let mut tokens = body.into_iter().peekable();
    let mut fields = Vec::new();
    while tokens.peek().is_some() {
        let wire = head(&mut tokens)?;
        let name = word(&mut tokens);
        let colon = tokens.next().filter(|token| is(token, ':'));
        let (Some(name), Some(_)) = (name, colon) else {
            return Err(Fault::new("expected a field", Span::call_site()));
        };
        let ty = ty(&mut tokens);
        fields.push(Field::new(name, ty, wire)?);
    }
    Ok(fields)
}

/// Attributes and `pub`.
fn head(tokens: &mut Tokens) -> Result<Wire, Fault> {
    let mut wire = Wire::default();
    while tokens.next_if(|token| is(token, '#')).is_some() {
        if let Some(TokenTree::Group(attribute)) = tokens.next() {
            wire.read(attribute.stream())?;
        }
    }
    let is_pub =
        |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word.to_string() == "pub");
    if tokens.next_if(is_pub).is_some() {
        // `pub(crate)`
        tokens.next_if(|token| matches!(token, TokenTree::Group(_)));
    }
    Ok(wire)
}

fn word(tokens: &mut Tokens) -> Option<Ident> {
    match tokens.next()? {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    }
}

/// A type, up to the comma behind it.
fn ty(tokens: &mut Tokens) -> Vec<TokenTree> {
    let mut depth = 0_usize;
    let mut ty = Vec::new();
    for token in tokens.by_ref() {
        if is(&token, ',') && depth == 0 {
            break;
        }
        depth += usize::from(is(&token, '<'));
        depth = depth.saturating_sub(usize::from(is(&token, '>')));
        match token {
            // A macro wrote it.
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                ty.extend(group.stream());
            }
            token => ty.push(token),
        }
    }
    ty
}
