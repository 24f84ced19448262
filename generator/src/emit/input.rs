//! Arguments and setters of a call.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::Doc;
use super::foreign;
use super::ident::ident;
use super::own::Own;
use super::types::{Scope, argument as argument_type, deprecated, is_converted, owned, plain};
use crate::ir::{Input, Operation, Scalar, Type};

/// The arguments of an operation's function, in two forms.
pub(super) struct Arguments {
    /// Between the parentheses of the function, after `&self`.
    pub(super) declared: TokenStream,
    /// What puts them into the call: `.arg(0, &id)`.
    pub(super) passed: TokenStream,
}

/// The arguments of an operation.
pub(super) fn arguments(operation: &Operation) -> Arguments {
    let inputs = operation.arguments();
    let Some(structure) = &operation.args_ident else {
        let declared = inputs.iter().map(|input| Own::from(declared(*input)));
        let passed = inputs.iter().map(|input| Own::from(taken(*input)));
        return Arguments {
            declared: quote!(#(#declared),*),
            passed: quote!(#(#passed)*),
        };
    };
    let structure = ident(structure);
    let passed = inputs.iter().map(|input| {
        let name = name(*input);
        if is_payload(*input) {
            return quote!(.payload(args.#name));
        }
        pass(*input, &quote!(&args.#name))
    });
    Arguments {
        declared: quote!(args: #structure),
        passed: quote!(#(#passed)*),
    }
}

/// The struct that holds the arguments where there are many; `link` is how documentation links to
/// the function.
pub(super) fn structure(operation: &Operation, link: &str) -> Option<TokenStream> {
    let structure = ident(operation.args_ident.as_ref()?);
    let inputs = operation.arguments();
    let fields = inputs.iter().map(|input| Own::from(field(*input)));
    // What is sent may be a stream, and that can be had only once.
    let derives = if inputs.iter().any(|input| is_payload(*input)) {
        quote!(Debug)
    } else {
        quote!(Clone, Debug, PartialEq)
    };
    let docs = Doc::new().line(&format!("The arguments of {link}."));
    let docs = docs.pointer(&operation.name.pointer);
    Some(quote! {
        #docs
        #[derive(#derives)]
        pub struct #structure {
            #(#fields,)*
        }
    })
}

fn declared(input: Input<'_>) -> TokenStream {
    let name = name(input);
    let ty = argument_type(input.ty(), input.nullable(), Scope::Outside);
    quote!(#name: #ty)
}

fn field(input: Input<'_>) -> TokenStream {
    let docs = docs(input);
    let name = name(input);
    let ty = owned(input.ty(), input.nullable(), Scope::Outside);
    quote!(#docs pub #name: #ty)
}

/// What puts an argument into the call.
fn taken(input: Input<'_>) -> TokenStream {
    match input {
        Input::Parameter(index, _) if is_text(input) => {
            let index = Literal::usize_unsuffixed(index);
            let name = name(input);
            quote!(.text(#index, #name))
        }
        _ => pass(input, &borrowed(input)),
    }
}

fn is_text(input: Input<'_>) -> bool {
    matches!(input.ty(), Type::Scalar(Scalar::String)) && !input.nullable()
}

/// A reference to the value of an argument.
fn borrowed(input: Input<'_>) -> TokenStream {
    let name = name(input);
    if is_converted(input.ty(), input.nullable()) {
        let ty = plain(input.ty(), Scope::Outside);
        quote!(&#name.into() as &#ty)
    } else {
        quote!(&#name)
    }
}

/// Whether it is sent as it is: no value of the codec.
fn is_payload(input: Input<'_>) -> bool {
    matches!(input, Input::Body(body) if body.is_payload())
}

fn pass(input: Input<'_>, value: &TokenStream) -> TokenStream {
    match input {
        Input::Body(body) if body.is_payload() => {
            let ty = plain(input.ty(), Scope::Outside);
            if is_converted(input.ty(), false) {
                quote!(.payload::<#ty>(body.into()))
            } else {
                quote!(.payload(body))
            }
        }
        Input::Parameter(index, _) => {
            let index = Literal::usize_unsuffixed(index);
            quote!(.arg(#index, #value))
        }
        Input::Body(_) => quote!(.body(#value)),
    }
}

/// The setter of an optional parameter or body.
pub(super) fn setter(input: Input<'_>) -> TokenStream {
    let docs = docs(input);
    let deprecated = deprecated(input.deprecated());
    let name = name(input);
    let (taken, convert) = foreign::setter(input.ty(), input.nullable(), Scope::Outside);
    let is_foreign = matches!(input.ty(), Type::Foreign(_));
    let call = match input {
        Input::Parameter(index, _) => {
            let index = Literal::usize_unsuffixed(index);
            if is_foreign || input.nullable() {
                quote!(opt(#index, &#name.#convert()))
            } else {
                quote!(set(#index, #name))
            }
        }
        Input::Body(body) if body.is_payload() => quote!(opt_payload(#name.#convert())),
        Input::Body(_) => quote!(opt_body(&#name.#convert())),
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(self, #name: impl #taken) -> Self {
            Self(self.0 .#call)
        }
    }
}

fn docs(input: Input<'_>) -> Doc {
    let docs = match input {
        Input::Parameter(..) => Doc::of(input.docs()),
        Input::Body(_) => Doc::new().line("The request body.").docs(input.docs()),
    };
    match input {
        Input::Parameter(_, parameter) => docs.wire(&parameter.name),
        Input::Body(_) => docs,
    }
}

fn name(input: Input<'_>) -> proc_macro2::Ident {
    match input {
        Input::Parameter(_, parameter) => ident(&parameter.name.ident),
        Input::Body(_) => format_ident!("body"),
    }
}
