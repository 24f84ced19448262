//! What the client has, by the pointers that its items keep.

use std::collections::HashSet;

use crate::ir::{Api, Scalar, Type, TypeKind};

/// The pointers of a client's operations, parameters, handles, types, fields and security schemes.
pub(super) struct Own {
    pointers: HashSet<String>,
    /// The tags of handles without operations.
    idle: HashSet<String>,
    /// The answers, `responses`, whose enum is another name of one that is alike.
    alike: HashSet<String>,
    /// The types that are raw JSON by another name.
    raw: HashSet<String>,
}

impl Own {
    pub(super) fn of(api: &Api) -> Self {
        let tagged = api.handles.iter().flat_map(|handle| &handle.operations);
        let operations = api.operations.iter().chain(tagged);
        let operations: Vec<_> = operations.collect();
        let parameters = operations
            .iter()
            .flat_map(|operation| &operation.parameters);
        let parameters = parameters.map(|parameter| &parameter.name);
        let names = operations.iter().map(|operation| &operation.name);
        let names = names.chain(parameters);
        let names = names.chain(api.incoming.iter().map(|incoming| &incoming.name));
        let names = names.chain(api.types.iter().map(|ty| &ty.name));
        let names = names.chain(api.schemes.iter().map(|scheme| &scheme.name));
        let names = names.chain(api.handles.iter().map(|handle| &handle.name));
        let fields = api.types.iter().filter_map(|ty| match &ty.kind {
            TypeKind::Record(record) => Some(&record.fields),
            _ => None,
        });
        let names = names.chain(fields.flatten().map(|field| &field.name));
        let enums = operations
            .iter()
            .flat_map(|operation| operation.results.enums());
        let alike = enums.filter(|cases| cases.same_as.is_some());
        let alike = alike.map(|cases| cases.pointer.clone());
        let raw = api
            .types
            .iter()
            .filter(|ty| matches!(ty.kind, TypeKind::Alias(Type::Scalar(Scalar::Json))));
        let idle = api.handles.iter().filter(|it| it.operations.is_empty());
        Self {
            alike: alike.collect(),
            raw: raw.map(|ty| ty.name.pointer.clone()).collect(),
            idle: idle.map(|handle| handle.name.wire.clone()).collect(),
            pointers: names.map(|name| name.pointer.clone()).collect(),
        }
    }

    /// Whether a tag has a handle on which there is no operation.
    pub(super) fn is_idle(&self, tag: Option<&str>) -> bool {
        tag.is_some_and(|tag| self.idle.contains(tag))
    }

    /// Whether the answers that `responses` has are read into an enum that is another's.
    pub(super) fn is_alike(&self, responses: &str) -> bool {
        self.alike.contains(responses)
    }

    /// Whether a type is raw JSON, as what has no schema is.
    pub(super) fn is_raw(&self, pointer: &str) -> bool {
        self.raw.contains(pointer)
    }

    pub(super) fn has(&self, pointer: &str) -> bool {
        self.pointers.contains(pointer)
    }
}
