//! What the client has, by the pointers that its items keep.

use std::collections::HashSet;

use crate::ir::{Api, TypeKind};

/// The pointers of a client's operations, handles, types, fields and security schemes.
pub(super) struct Own(HashSet<String>);

impl Own {
    pub(super) fn of(api: &Api) -> Self {
        let tagged = api.handles.iter().flat_map(|handle| &handle.operations);
        let operations = api.operations.iter().chain(tagged);
        let names = operations.map(|operation| &operation.name);
        let names = names.chain(api.incoming.iter().map(|incoming| &incoming.name));
        let names = names.chain(api.types.iter().map(|ty| &ty.name));
        let names = names.chain(api.schemes.iter().map(|scheme| &scheme.name));
        let names = names.chain(api.handles.iter().map(|handle| &handle.name));
        let fields = api.types.iter().filter_map(|ty| match &ty.kind {
            TypeKind::Record(record) => Some(&record.fields),
            _ => None,
        });
        let names = names.chain(fields.flatten().map(|field| &field.name));
        Self(names.map(|name| name.pointer.clone()).collect())
    }

    pub(super) fn has(&self, pointer: &str) -> bool {
        self.0.contains(pointer)
    }
}
