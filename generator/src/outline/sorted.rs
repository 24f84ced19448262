//! The items of an API in the order of the outline.

use crate::ir::{Api, Handle, Operation, SameCases};
use crate::order::sort_by_key;

/// An operation, with its handle where it has one.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub(super) handle: Option<&'a Handle>,
    pub(super) operation: &'a Operation,
}

impl Placed<'_> {
    /// `accounts/create_key`, or `ping` where there is no handle.
    pub(super) fn path(self) -> String {
        let function = self.operation.name.ident.as_str();
        match self.handle {
            Some(handle) => format!("{}/{function}", handle.name.ident.as_str()),
            None => function.to_owned(),
        }
    }

    /// The module that holds the structs of its calls.
    pub(super) fn module(self) -> String {
        let handle = self.handle.map(|handle| handle.name.ident.as_str());
        handle.unwrap_or("operations").to_owned()
    }

    /// The enum of which one of its answers is another name.
    pub(super) fn same(self, same: &SameCases) -> String {
        let module = same
            .module
            .as_ref()
            .map(|module| module.as_str().to_owned());
        let module = module.unwrap_or_else(|| self.module());
        format!("{module}::{}", same.of.as_str())
    }
}

/// The operations of the client itself, then those of the handles, each by name.
pub(super) fn operations(api: &Api) -> Vec<Placed<'_>> {
    let place = |handle| move |operation| Placed { handle, operation };
    let mut all: Vec<_> = api.operations.iter().map(place(None)).collect();
    for handle in &api.handles {
        all.extend(handle.operations.iter().map(place(Some(handle))));
    }
    sort_by_key(&mut all, |placed| {
        let handle = placed.handle.map(|handle| &handle.name.ident);
        (handle, &placed.operation.name.ident)
    });
    all
}

/// The items by a key.
pub(super) fn by<'a, T, K: Ord>(items: &'a [T], key: impl Fn(&'a T) -> K) -> Vec<&'a T> {
    let mut items: Vec<_> = items.iter().collect();
    sort_by_key(&mut items, |item| key(item));
    items
}
