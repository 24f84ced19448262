//! What a function takes and in which order, and what it gives: the facts that the generated code
//! and the outline must agree on.

use super::{
    Answer, Body, Docs, Field, Literal, Operation, Parameter, Presence, Record, Status, Type,
};

/// Something that an operation takes: an argument where it is required, else a setter.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// A parameter, with its index in [`Operation::parameters`].
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
        others.sort_by_key(|input| match input {
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

    /// The answers that a call gives as its value, all of one type: those with a status of success,
    /// or `default` where the document names no success. Where they differ in type, the first decides.
    pub fn success(&self) -> Vec<(Status, &Answer)> {
        let named = self.answers.iter().filter(|a| a.status.is_success());
        let mut found: Vec<_> = named.map(|answer| (answer.status, answer)).collect();
        if found.is_empty() {
            let default = self.answers.iter().filter(|a| a.status == Status::Default);
            found.extend(default.map(|answer| (Status::Range(2), answer)));
        }
        if let Some(first) = found.first().map(|(_, answer)| answer.ty.clone()) {
            found.retain(|(_, answer)| answer.ty == first);
        }
        found
    }

    /// The types of all that it takes and gives.
    pub fn types(&self) -> Vec<&Type> {
        let taken = self.inputs().map(Input::ty);
        let given = self.answers.iter().filter_map(|answer| answer.ty.as_ref());
        taken.chain(given).collect()
    }

    fn inputs(&self) -> impl Iterator<Item = Input<'_>> {
        let parameters = self.parameters.iter().enumerate();
        let parameters = parameters.map(|(index, parameter)| Input::Parameter(index, parameter));
        parameters.chain(self.body.as_ref().map(Input::Body))
    }
}

impl Status {
    /// Whether it can be a success.
    pub fn is_success(self) -> bool {
        matches!(self, Self::Exact(200..=299) | Self::Range(2))
    }
}

impl Record {
    /// The fields that `new` takes, by wire name.
    pub fn required_fields(&self) -> Vec<&Field> {
        let taken = |field: &&Field| field.is_required() && field.set_by_new().is_none();
        let mut fields: Vec<_> = self.fields.iter().filter(taken).collect();
        fields.sort_by_key(|field| &field.name.wire);
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

    /// The value that `new` sets: of a required field that has only one.
    pub fn set_by_new(&self) -> Option<&Literal> {
        self.preset.as_ref().filter(|_| self.is_required())
    }

    /// Whether its value may be `null`.
    pub fn nullable(&self) -> bool {
        matches!(
            self.presence,
            Presence::RequiredNullable | Presence::OptionalNullable
        )
    }
}
