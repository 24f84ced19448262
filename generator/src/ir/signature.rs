//! What a function takes and in which order, and what it gives: the facts that the generated code
//! and the outline must agree on.

use super::{
    Body, Docs, Field, Listed, Literal, Operation, Parameter, Payload, Presence, Preset, Record,
    Type,
};
use crate::order::sort_by_key;

/// Something that an operation takes: an argument where it is required, else a setter.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// A parameter, with its index in the table of the operation: see [`Listed`].
    Parameter(usize, &'a Parameter),
    /// The request body.
    Body(&'a Body),
}

impl<'a> Input<'a> {
    /// The name of the argument or setter.
    pub fn ident(self) -> &'a str {
        match self {
            Self::Parameter(_, parameter) => parameter.name.ident.as_str(),
            Self::Body(_) => "body",
        }
    }

    /// The type of its value, without the `Option` that [`Input::nullable`] asks for.
    pub fn ty(self) -> &'a Type {
        match self {
            Self::Parameter(_, parameter) => &parameter.ty,
            Self::Body(body) => &body.ty,
        }
    }

    /// Whether `null` is a value of it.
    pub fn nullable(self) -> bool {
        match self {
            Self::Parameter(_, parameter) => parameter.nullable,
            Self::Body(body) => body.nullable,
        }
    }

    /// Whether it is an argument.
    pub fn required(self) -> bool {
        match self {
            Self::Parameter(_, parameter) => parameter.required,
            Self::Body(body) => body.required,
        }
    }

    /// Whether the document advises against it.
    pub fn deprecated(self) -> bool {
        matches!(self, Self::Parameter(_, parameter) if parameter.deprecated)
    }

    /// Its documentation.
    pub fn docs(self) -> &'a Docs {
        match self {
            Self::Parameter(_, parameter) => &parameter.docs,
            Self::Body(body) => &body.docs,
        }
    }

    /// Its place in the document.
    pub fn pointer(self) -> &'a str {
        match self {
            Self::Parameter(_, parameter) => &parameter.name.pointer,
            Self::Body(body) => &body.pointer,
        }
    }

    fn is_path(self) -> bool {
        matches!(self, Self::Parameter(_, parameter) if parameter.location == super::Location::Path)
    }
}

impl Operation {
    /// What the function takes: path parameters in the order of the template, then the other
    /// required parameters by wire name, then a required body. So the order in which a document
    /// lists parameters changes no signature.
    pub fn arguments(&self) -> Vec<Input<'_>> {
        let required = self.inputs().filter(|input| input.required());
        let (mut path, mut others): (Vec<_>, Vec<_>) = required.partition(|input| input.is_path());
        sort_by_key(&mut others, |input| match input {
            Input::Parameter(_, parameter) => (0, &*parameter.name.wire, parameter.location),
            Input::Body(_) => (1, "", super::Location::Path),
        });
        path.append(&mut others);
        path
    }

    /// What the call has a setter for, parameters in document order, then the body.
    pub fn setters(&self) -> Vec<Input<'_>> {
        self.inputs().filter(|input| !input.required()).collect()
    }

    /// The types of all that it takes and gives.
    pub fn types(&self) -> Vec<&Type> {
        let taken = self.inputs().map(Input::ty);
        let sent = self.body.iter().flat_map(|body| &body.contents);
        let sent = sent.map(|content| &content.ty);
        let contents = self.answers.iter().flat_map(|answer| &answer.contents);
        let given = contents.filter_map(|content| match &content.payload {
            Payload::Json(ty) => Some(ty),
            Payload::Text | Payload::Bytes => None,
        });
        taken.chain(sent).chain(given).collect()
    }

    fn inputs(&self) -> impl Iterator<Item = Input<'_>> {
        let parameters = self.indices().into_iter().zip(&self.parameters);
        let parameters = parameters.map(|(index, parameter)| Input::Parameter(index, parameter));
        parameters.chain(self.body.as_ref().map(Input::Body))
    }

    /// The index of each parameter in the table.
    fn indices(&self) -> Vec<usize> {
        let mut rows: Vec<usize> = (0..self.parameters.len()).collect();
        sort_by_key(&mut rows, |at| self.parameters[*at].listed());
        let mut indices = vec![0; rows.len()];
        for (index, at) in rows.into_iter().enumerate() {
            indices[at] = index;
        }
        indices
    }

    /// The parameters that its table lists in one way.
    pub fn listed(&self, listed: Listed) -> impl Iterator<Item = &Parameter> {
        let parameters = self.parameters.iter();
        parameters.filter(move |parameter| parameter.listed() == listed)
    }
}

impl Record {
    /// The fields that `new` takes, by wire name.
    pub fn required_fields(&self) -> Vec<&Field> {
        let taken = |field: &&Field| field.is_required() && field.set_by_new().is_none();
        let mut fields: Vec<_> = self.fields.iter().filter(taken).collect();
        sort_by_key(&mut fields, |field| &field.name.wire);
        fields
    }

    /// The fields that `new` sets by itself, with their values.
    pub fn preset_fields(&self) -> Vec<(&Field, &Literal)> {
        let fields = self.fields.iter();
        fields
            .filter_map(|field| Some((field, field.set_by_new()?)))
            .collect()
    }
}

impl Field {
    /// Whether every value has it.
    pub fn is_required(&self) -> bool {
        self.presence.is_required()
    }

    /// The value that `new` sets.
    pub fn set_by_new(&self) -> Option<&Literal> {
        let preset = self.preset.as_ref().filter(|_| self.is_required());
        preset.map(Preset::value)
    }

    /// Whether its value may be `null`.
    pub fn nullable(&self) -> bool {
        matches!(
            self.presence,
            Presence::RequiredNullable | Presence::OptionalNullable
        )
    }
}
