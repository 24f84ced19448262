//! A struct, as it is declared.

use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

use crate::attribute::is;
use crate::case::Case;
use crate::code::Code;
use crate::fault::Fault;
use crate::field::Field;
use crate::item::{self, Item, Tokens, head, word};

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

/// Reads a struct with named fields, without parameters.
pub(crate) fn read(item: TokenStream) -> Result<Record, Fault> {
    let Item { wire, name, body } = item::read(item, "struct")?;
    wire.only(&[], &["required", "rename_all"])?;
    wire.has_no_name()?;
    let (rest, fields) = fields(body)?.into_iter().partition(Field::is_rest);
    let rest: Vec<Field> = rest;
    let required = match wire.value("required") {
        Some([TokenTree::Ident(required)]) => Some(required.clone()),
        Some(_) => return Err(Fault::new("expected a name without quotes", wire.place())),
        None => None,
    };
    if let [_, second, ..] = rest.as_slice() {
        return Err(Fault::new("one field holds the rest", second.name.span()));
    }
    Ok(Record {
        name,
        required,
        case: wire.case()?.unwrap_or(str::to_owned),
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
