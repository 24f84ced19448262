//! The generated file in parts, of which a printer takes one after the other: what syn and
//! prettyplease make of a whole file took more memory than all else.

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
    let open = std::iter::once(Part::Open(head));
    open.chain(items.map(Part::Items)).chain([Part::Close])
}
