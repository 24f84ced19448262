//! The generated file in parts, of which a printer takes one after the other: what syn and
//! prettyplease make of a whole file took more memory than all else.

use std::iter::once;

use proc_macro2::TokenStream;

/// A part of the generated file.
#[derive(Clone, Debug)]
pub enum Part {
    /// Items, one after the other.
    Items(TokenStream),
    /// A module up to its brace (`pub mod types`): what follows stands in it.
    Open(TokenStream),
    /// The end of the module that was opened last.
    Close,
}

/// A module and the items in it.
pub(super) fn module(
    head: TokenStream,
    items: impl Iterator<Item = TokenStream>,
) -> impl Iterator<Item = Part> {
    let open = once(Part::Open(head));
    open.chain(items.map(Part::Items)).chain([Part::Close])
}

/// The same with imports before the items; nothing where there are no items.
pub(super) fn filled(
    head: TokenStream,
    imports: TokenStream,
    items: impl ExactSizeIterator<Item = TokenStream>,
) -> impl Iterator<Item = Part> {
    let module = (items.len() > 0).then(|| module(head, once(imports).chain(items)));
    module.into_iter().flatten()
}
