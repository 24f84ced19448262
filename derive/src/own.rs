//! The `impl` of a struct: `new` and its setters.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use crate::code::Code;
use crate::field::{Field, Presence};
use crate::new;
use crate::record::Record;
use crate::types::text;

/// The `impl`; what stands beside it goes into `code`.
pub(crate) fn of(code: &mut Code, record: &Record) -> TokenStream {
    let mut own = spanned(record);
    own.extend(new::of(code, record).tokens());
    let tokens: [TokenTree; 3] = [
        Ident::new("impl", Span::call_site()).into(),
        record.name.clone().into(),
        Group::new(Delimiter::Brace, own).into(),
    ];
    tokens.into_iter().collect()
}

/// The setters, with their names at the places of their fields, where an editor then goes from a
/// call.
fn spanned(record: &Record) -> TokenStream {
    let fields = record.fields.iter();
    let fields: Vec<_> = fields
        .filter(|field| field.presence != Presence::Required)
        .collect();
    let mut setters = Code::default();
    for field in &fields {
        setter(&mut setters, field);
    }
    let tokens = setters.tokens().into_iter().enumerate();
    let tokens = tokens.map(|(index, mut token)| {
        if index % TOKENS == NAME
            && let Some(field) = fields.get(index / TOKENS)
        {
            token.set_span(field.name.span());
        }
        token
    });
    tokens.collect()
}

/// How many tokens a setter has: `# [] # [] pub fn name () - > Self {}`.
const TOKENS: usize = 12;
/// Which of them is its name.
const NAME: usize = 6;

/// The setter of a field that may be absent. Its docs must not hold the wire name: that is text of
/// the document, and could be a doctest.
fn setter(setters: &mut Code, field: &Field) {
    let text_before = match field.word {
        "nullable" | "nullable_foreign" => {
            "#[doc = \"Sets the field of this name, which may be `Null`.\"]"
        }
        _ => "#[doc = \"Sets the field of this name.\"]",
    };
    let (bound, set) = match field.word {
        "nullable" => ("IntoNullable", "set_nullable"),
        "optional_foreign" => ("IntoForeign", "set_foreign"),
        "nullable_foreign" => ("IntoForeignNullable", "set_foreign_nullable"),
        _ => ("IntoSet", "set"),
    };
    setters.all(&[text_before]);
    setters.put("#[must_use] pub fn $(mut self, $: impl rt::", &field.text);
    setters.all(&[bound, "<", &text(&field.value), ">) -> Self { rt::", set]);
    setters.put("(&mut self.$, $); self }", &field.text);
}
