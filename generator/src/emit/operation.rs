//! Operations: a module a tag, in it the handle, and for each operation a function, the struct
//! that is the call, and its table.

use std::iter::once;

use proc_macro2::TokenStream;
use quote::quote;

use super::client::about_handle;
use super::docs::Doc;
use super::ident::{bare, ident};
use super::own::Own;
use super::part::{self, Part};
use super::paths::{CALL, CLIENT, OPERATION_MACRO};
use super::types::{deprecated, inline};
use super::{answer, body, header, input, server, table};
use crate::ir::{Api, Handle, Operation, Outcome};

/// The modules of all tags, and `operations` for what has no tag.
pub(super) fn modules(api: &Api) -> impl Iterator<Item = Part> {
    let untagged = (!api.operations.is_empty()).then(|| untagged(api));
    let tagged = api.handles.iter().flat_map(|handle| tagged(api, handle));
    untagged.into_iter().flatten().chain(tagged)
}

/// What the modules of functions import.
pub(super) fn imports(api: &Api) -> TokenStream {
    if api.types.is_empty() {
        return quote!(
            use super::rt;
        );
    }
    quote!(
        use super::{rt, types};
    )
}

fn untagged(api: &Api) -> impl Iterator<Item = Part> {
    let operations = api.operations.iter();
    let functions = operations.map(|op| Own::from(function(api, op)));
    let head = quote! {
        /// The calls of the operations without a tag.
        pub mod operations
    };
    let imports = imports(api);
    let functions = quote! {
        #imports
        impl super::Client {
            #(#functions)*
        }
    };
    let calls = api.operations.iter().map(|op| call(op, &client_link(op)));
    part::module(head, once(functions).chain(calls))
}

fn tagged<'a>(api: &'a Api, handle: &'a Handle) -> impl Iterator<Item = Part> {
    let about = about_handle(handle);
    let docs = about_handle(handle)
        .docs(&handle.docs)
        .pointer(&handle.name.pointer);
    let module = ident(&handle.name.ident);
    let name = ident(&handle.struct_ident);
    let owner = bare(handle.struct_ident.as_str());
    let link = move |op: &Operation| format!("[`{owner}::{}`]", bare(op.name.ident.as_str()));
    let operations = handle.operations.iter();
    let functions = operations.map(|op| Own::from(function(api, op)));
    let imports = imports(api);
    let own = quote! {
        #imports
        #docs
        #[derive(Clone, Debug)]
        pub struct #name(pub(super) #CLIENT);
        impl #name {
            #(#functions)*
        }
    };
    let head = quote! {
        #about
        pub mod #module
    };
    let calls = handle.operations.iter().map(move |op| call(op, &link(op)));
    part::module(head, once(own).chain(calls))
}

fn client_link(operation: &Operation) -> String {
    let name = bare(operation.name.ident.as_str());
    format!("[`Client::{name}`](super::Client::{name})")
}

/// The function of a call.
fn function(api: &Api, operation: &Operation) -> TokenStream {
    let docs = about(api, operation);
    let deprecated = deprecated(operation.deprecated);
    let name = ident(&operation.name.ident);
    let call = ident(&operation.struct_ident);
    let table = ident(&operation.static_ident);
    let arguments = input::arguments(operation);
    let (declared, passed) = (arguments.declared, arguments.passed);
    let server = server::own(api, &operation.servers);
    let inline = inline(&declared);
    let declared = (!declared.is_empty()).then(|| quote!(, #declared));
    quote! {
        #docs
        #deprecated
        #inline
        pub fn #name(&self #declared) -> #call {
            #call(#CALL::new(&self.0, &#table)#server #passed)
        }
    }
}

fn about(api: &Api, operation: &Operation) -> Doc {
    // The call is what its function gives, so nothing else there says what comes of it.
    let gives = match &operation.results.success {
        Outcome::Cases(cases) => bare(cases.ident.as_str()).to_owned(),
        one => operation.results.rust_name(one, ""),
    };
    let line = format!("{} {} -> {gives}", operation.method, operation.path);
    let docs = Doc::of(&operation.docs).code(&line);
    let docs = if operation.args_ident.is_some() {
        docs
    } else {
        docs.items(operation.arguments().into_iter().map(|argument| {
            let name = bare(argument.ident());
            (name, argument.docs())
        }))
    };
    let docs = header::of_operation(docs, operation, api);
    docs.pointer(&operation.name.pointer)
}

/// The struct that is the call, its setters and its table.
fn call(operation: &Operation, link: &str) -> TokenStream {
    let docs = Doc::new().line(&format!("A call of {link}."));
    let docs = docs.pointer(&operation.name.pointer);
    let name = ident(&operation.struct_ident);
    let table_name = ident(&operation.static_ident);
    let structure = input::structure(operation, link).map(Own::from);
    let setters = operation.setters().into_iter().map(input::setter);
    let setters: Vec<_> = setters.map(Own::from).collect();
    let setters = (!setters.is_empty()).then(|| Own::from(quote!(impl #name { #(#setters)* })));
    let choice = operation.body.as_ref().map(|it| body::choice(it, link));
    let results = answer::results(&operation.results);
    let enums = Own::from(answer::enums(&operation.results, link));
    let table = Own::from(table::operation(operation));
    quote! {
        #structure
        #choice
        #docs
        #[must_use = "a call is made when it is awaited or sent"]
        pub struct #name(#CALL);
        #setters
        #OPERATION_MACRO!(#name, #table_name, #results);
        #enums
        #table
    }
}
