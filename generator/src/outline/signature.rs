//! Signatures as text: what a caller may pass.

use super::sorted::Placed;
use crate::ir::{
    Field, Ident, Input, Location, Outcome, Record, Scheme, SchemeKind, ServerValues, Status, Type,
};

/// The type that a caller gives: in the function's signature or, `in_struct`, in the struct of its
/// many arguments.
pub(super) fn accepts(input: Input<'_>, in_struct: bool) -> String {
    let ty = input.ty().rust_name();
    match (input.required(), input.nullable()) {
        (true, false) if in_struct => ty,
        (true, false) => taken(input.ty(), ty),
        (true, true) => format!("Option<{ty}>"),
        (false, nullable) => set(input.ty(), &ty, nullable),
    }
}

/// The type that a caller gives for a field: to `new` or, `in_struct`, in the struct that it takes.
pub(super) fn accepts_field(field: &Field, in_struct: bool) -> String {
    if field.boxed || field.nullable() || in_struct {
        field.rust_name()
    } else {
        taken(&field.ty, field.rust_name())
    }
}

/// What the setter of a field takes, where it has one.
#[cfg(feature = "tools")]
pub(super) fn accepts_setter(field: &Field) -> Option<String> {
    let name = field.ty.rust_name();
    let name = if field.boxed {
        format!("Box<{name}>")
    } else {
        name
    };
    (!field.is_required()).then(|| set(&field.ty, &name, field.nullable()))
}

/// What a setter takes.
fn set(ty: &Type, name: &str, nullable: bool) -> String {
    match (ty, nullable) {
        (Type::Foreign(path), false) => format!("impl IntoForeign<{}>", path.rust_name()),
        (Type::Foreign(path), true) => format!("impl IntoForeignNullable<{}>", path.rust_name()),
        (_, false) => format!("impl IntoSet<{name}>"),
        (_, true) => format!("impl IntoNullable<{name}>"),
    }
}

fn taken(ty: &Type, name: String) -> String {
    if ty.is_converted() {
        format!("impl Into<{name}>")
    } else {
        name
    }
}

/// The struct of many arguments, from outside: `accounts::CreateArgs`.
pub(super) fn arguments_struct(placed: Placed<'_>) -> Option<String> {
    let ident = placed.operation.args_ident.as_ref()?;
    Some(format!("{}::{}", placed.module(), ident.as_str()))
}

/// What stands between the parentheses of an operation's function.
pub(super) fn arguments(placed: Placed<'_>) -> String {
    if let Some(structure) = arguments_struct(placed) {
        return format!("args: {structure}");
    }
    let arguments = placed.operation.arguments();
    let arguments = arguments.iter();
    joined(arguments.map(|input| format!("{}: {}", input.ident(), accepts(*input, false))))
}

/// The struct of the required fields, where `new` takes one.
pub(super) fn required_struct(record: &Record) -> Option<String> {
    let ident = record.required.as_ref()?;
    Some(type_path(ident))
}

/// What stands between the parentheses of `new`.
pub(super) fn new(record: &Record) -> String {
    if let Some(structure) = required_struct(record) {
        return format!("required: {structure}");
    }
    let fields = record.required_fields();
    let fields = fields.iter();
    joined(fields.map(|field| {
        format!(
            "{}: {}",
            field.name.ident.as_str(),
            accepts_field(field, false)
        )
    }))
}

/// The arguments of the builder's method, names and types.
pub(super) fn credential(scheme: &Scheme) -> &'static [(&'static str, &'static str)] {
    match scheme.kind {
        SchemeKind::Basic => &[
            ("user", "impl Into<String>"),
            ("password", "impl Into<Secret>"),
        ],
        SchemeKind::Bearer => &[("token", "impl Into<Token>")],
        SchemeKind::Authorization(_) | SchemeKind::Undescribed => {
            &[("authorization", "impl Into<Token>")]
        }
        SchemeKind::ApiKey(..) => &[("key", "impl Into<Token>")],
    }
}

/// ` { Eu = "eu", Us = "us" }`.
pub(super) fn server_values(values: &ServerValues) -> String {
    let variants = values.variants.iter();
    let variants = variants
        .map(|variant| format!("{} = {:?}", variant.name.ident.as_str(), variant.name.wire));
    format!(" {{ {} }}", joined(variants))
}

/// The type that a call gives.
pub(super) fn gives(placed: Placed<'_>) -> String {
    let results = &placed.operation.results;
    results.rust_name(&results.success, &placed.module())
}

/// The type of its documented errors.
pub(super) fn fails(placed: Placed<'_>) -> Option<String> {
    let results = &placed.operation.results;
    let has = results.failure != Outcome::Never;
    has.then(|| results.rust_name(&results.failure, &placed.module()))
}

/// `types::Pet`.
pub(super) fn type_path(ident: &Ident) -> String {
    format!("types::{}", ident.as_str())
}

/// `query`.
pub(super) fn location(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

/// `200`, `2XX`, `default`.
pub(super) fn status(status: Status) -> String {
    match status {
        Status::Exact(code) => code.to_string(),
        Status::Range(digit) => format!("{digit}XX"),
        Status::Default => "default".to_owned(),
    }
}

pub(super) fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
