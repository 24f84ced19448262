//! Short ways to build an IR by hand.

use restitch_build::ir::{
    Answer, Body, BodyContent, Content, Docs, Field, Ident, Location, MediaKind, Name, Operation,
    Outcome, Parameter, Payload, Presence, Reading, Record, Results, Row, Scalar, Status, Style,
    Type, TypeDef, TypeKind,
};
use restitch_build::naming::{self, Scope};

pub(crate) const STRING: Type = Type::Scalar(Scalar::String);
pub(crate) const BOOL: Type = Type::Scalar(Scalar::Bool);
pub(crate) const I64: Type = Type::Scalar(Scalar::I64);

pub(crate) fn ident(scope: Scope, text: &str) -> Ident {
    naming::single(scope, text)
}

pub(crate) fn name(scope: Scope, wire: &str, pointer: &str) -> Name {
    Name {
        ident: ident(scope, wire),
        wire: wire.to_owned(),
        pointer: pointer.to_owned(),
    }
}

pub(crate) fn docs(summary: &str) -> Docs {
    Docs {
        summary: summary.to_owned(),
        ..Docs::default()
    }
}

pub(crate) fn named(text: &str) -> Type {
    Type::Named(ident(Scope::Type, text))
}

pub(crate) fn array(item: Type) -> Type {
    Type::Array(Box::new(item))
}

pub(crate) fn field(record: &str, wire: &str, presence: Presence, ty: Type) -> Field {
    let pointer = format!("#/components/schemas/{record}/properties/{wire}");
    Field {
        name: name(Scope::Field, wire, &pointer),
        docs: Docs::default(),
        deprecated: false,
        presence,
        ty,
        boxed: false,
        preset: None,
    }
}

/// A struct, with a companion where it has more than three required fields.
pub(crate) fn record(wire: &str, fields: Vec<Field>) -> TypeDef {
    let taken = |field: &&Field| field.is_required() && field.preset.is_none();
    let required = fields.iter().filter(taken).count();
    let companion = (required > 3).then(|| ident(Scope::Type, &format!("{wire}Required")));
    let record = Record {
        fields,
        required: companion,
        parts: false,
        headers: Vec::new(),
        rest: None,
    };
    definition(wire, TypeKind::Record(record))
}

pub(crate) fn definition(wire: &str, kind: TypeKind) -> TypeDef {
    TypeDef {
        name: name(Scope::Type, wire, &format!("#/components/schemas/{wire}")),
        docs: Docs::default(),
        deprecated: false,
        kind,
        derives: Vec::new(),
        same_as: None,
    }
}

/// A required parameter of the style that its location has by default.
pub(crate) fn parameter(location: Location, wire: &str, ty: Type) -> Parameter {
    Parameter {
        name: name(Scope::Argument, wire, "#/components/parameters/x"),
        docs: Docs::default(),
        deprecated: false,
        location,
        style: match location {
            Location::Path | Location::Header => Style::Simple,
            Location::Query | Location::Cookie => Style::Form,
        },
        explode: matches!(location, Location::Query | Location::Cookie),
        allow_reserved: false,
        media_type: None,
        required: true,
        nullable: false,
        ty,
    }
}

pub(crate) fn optional(parameter: Parameter) -> Parameter {
    Parameter {
        required: false,
        ..parameter
    }
}

pub(crate) fn json_body(required: bool, ty: Type) -> Body {
    Body {
        pointer: "#/paths/~1x/post/requestBody".to_owned(),
        docs: Docs::default(),
        required,
        nullable: false,
        ty: ty.clone(),
        contents: vec![BodyContent {
            name: name(
                Scope::Variant,
                "application/json",
                "#/paths/~1x/post/requestBody",
            ),
            kind: MediaKind::Json,
            sent: "application/json".to_owned(),
            nullable: false,
            ty,
            is_payload: false,
            from: true,
            encodings: Vec::new(),
        }],
        choice: None,
    }
}

pub(crate) fn json_answer(status: Status, ty: Type) -> Answer {
    Answer {
        status,
        docs: Docs::default(),
        pointer: "#/paths/~1x/get/responses/200".to_owned(),
        contents: vec![Content {
            media_type: "application/json".to_owned(),
            reading: Reading::Json,
            payload: Payload::Json(ty),
        }],
        headers: Vec::new(),
    }
}

pub(crate) fn empty_answer(status: Status) -> Answer {
    Answer {
        contents: Vec::new(),
        ..json_answer(status, STRING)
    }
}

/// An operation without parameters or body, which answers nothing.
pub(crate) fn operation(wire: &str, method: &str, path: &str) -> Operation {
    let function = ident(Scope::Function, wire);
    let slug = path.replace('/', "~1");
    let pointer = format!("#/paths/{slug}/{}", method.to_lowercase());
    Operation {
        struct_ident: ident(Scope::Call, wire),
        static_ident: naming::statics(&[function], &[]).remove(0),
        name: name(Scope::Function, wire, &pointer),
        args_ident: None,
        docs: Docs::default(),
        deprecated: false,
        method: method.to_owned(),
        path: path.to_owned(),
        parameters: Vec::new(),
        body: None,
        answers: vec![empty_answer(Status::Exact(204))],
        results: results(&[empty_answer(Status::Exact(204))]),
        security: Vec::new(),
        servers: Vec::new(),
    }
}

/// What a call makes of answers that are all results, and of one type.
pub(crate) fn results(answers: &[Answer]) -> Results {
    let content = answers.first().and_then(|answer| answer.contents.first());
    let row = |answer: &Answer| Row {
        status: match answer.status {
            Status::Default => Status::Range(2),
            other => other,
        },
        reading: content.map_or(Reading::Empty, |content| content.reading),
        media_type: None,
        error: false,
        case: 0,
    };
    Results {
        success: content.map_or(Outcome::Nothing, |content| {
            Outcome::One(content.payload.clone())
        }),
        failure: Outcome::Never,
        stream: None,
        rows: answers.iter().map(row).collect(),
        accept: content.map_or_else(String::new, |content| content.media_type.clone()),
    }
}
