//! What the type of a field says.

use proc_macro::TokenTree;

use crate::attribute::is;

/// The runtime's types that `new` takes as what turns into them.
const CONVERTED: &[&str] = &["Base64", "Base64Url", "Password", "File"];

/// What stands between `Name<` and `>`: of `Option<i64>`, with the name `Option`, `i64`.
pub(crate) fn inside<'a>(ty: &'a [TokenTree], name: &str) -> Option<&'a [TokenTree]> {
    let (first, rest) = own(ty).split_first()?;
    let [open, inner @ .., close] = rest else {
        return None;
    };
    let fits = is_called(first, name) && is(open, '<') && is(close, '>');
    let inner = match inner.split_last() {
        Some((last, inner)) if is(last, ',') => inner,
        _ => inner,
    };
    fits.then_some(inner)
}

/// Whether `new` takes what turns into it.
pub(crate) fn is_converted(ty: &[TokenTree]) -> bool {
    let is_text = matches!(own(ty), [name] if is_called(name, "String"));
    let of_runtime = CONVERTED.iter().any(|name| is_of_runtime(ty, name));
    is_text || of_runtime || inside(ty, "Foreign").is_some()
}

/// Whether it is the runtime's type of this name: `rt::File`, and not a document's `File`.
pub(crate) fn is_of_runtime(ty: &[TokenTree], name: &str) -> bool {
    let own = own(ty);
    own.len() != ty.len() && matches!(own, [last] if is_called(last, name))
}

/// Without the path before the name: of `::std::vec::Vec<i64>`, `Vec<i64>`.
fn own(ty: &[TokenTree]) -> &[TokenTree] {
    match ty {
        [colon, _, rest @ ..] if is(colon, ':') => own(rest),
        [_, colon, _, rest @ ..] if is(colon, ':') => own(rest),
        _ => ty,
    }
}

fn is_called(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident.to_string() == name)
}

/// Tokens as text.
pub(crate) fn text(tokens: &[TokenTree]) -> String {
    let mut text = String::new();
    for token in tokens {
        text.push_str(&token.to_string());
        // A sign may be one with the next, and no more than that.
        if !matches!(token, TokenTree::Punct(_)) {
            text.push(' ');
        }
    }
    text
}
