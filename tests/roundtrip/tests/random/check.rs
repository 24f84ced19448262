//! What must hold for the values of a document.

use std::fmt;

use restitch::__v1::{Base64, Base64Url};
use restitch::codec::{Empty, Field};
use restitch_build::diag::Grade;
use restitch_build::ir::{Api, Payload, Scalar, Type};
use restitch_build::{Report, configure};
use restitch_roundtrip_tests::{Failure, Program, equal};
use serde_json::Value;

use crate::document::Document;
use crate::instance::{Choices, Maker};
use crate::spell::spell;
use crate::tree::Tree;
use crate::write::Mode;

/// How many instances there were.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    /// That came back.
    pub(crate) valid: usize,
    /// That the judge refused.
    pub(crate) refused: usize,
    /// Mutated ones that were read.
    pub(crate) mutated: usize,
}

impl Count {
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            valid: self.valid + other.valid,
            refused: self.refused + other.refused,
            mutated: self.mutated + other.mutated,
        }
    }
}

/// What a document's client is; no document is refused.
pub(crate) fn generate(tree: &Tree) -> Result<Report, Failed> {
    let text = tree.to_string();
    let report = configure()
        .check_text("random.json", &text)
        .expect("a text");
    match report.api() {
        Some(_) => Ok(report),
        None => Err(Failed(format!("refused:\n{}", report.render(Grade::Error)))),
    }
}

/// A type of a document's client, and what it is the type of.
struct Target<'a> {
    key: &'a str,
    ty: Type,
    nullable: bool,
    mode: Mode,
}

fn targets<'a>(document: &'a Document, api: &Api) -> Vec<Target<'a>> {
    let mut out = Vec::new();
    for (at, (key, _)) in document.schemas.iter().enumerate() {
        let target = |ty, nullable, mode| Target {
            key,
            ty,
            nullable,
            mode,
        };
        let pointer = format!("#/components/schemas/{key}");
        let name = format!("op{at}");
        if document.uses.is_none() {
            let def = api
                .types
                .iter()
                .find(|def| def.name.pointer == pointer && def.name.wire == *key);
            out.extend(def.map(|def| {
                let ty = Type::Named(def.name.ident.clone());
                target(ty, false, Mode::Any)
            }));
        }
        for operation in api.operations.iter().filter(|it| it.name.wire == name) {
            // A body that is `binary` all in all is bytes, which the codec never sees.
            let is_bytes = |ty: &Type| matches!(ty, Type::Scalar(Scalar::Body | Scalar::File));
            let sent = operation.body.as_ref().filter(|body| !is_bytes(&body.ty));
            out.extend(sent.map(|body| target(body.ty.clone(), body.nullable, Mode::Sent)));
            let received = operation
                .answers
                .iter()
                .flat_map(|answer| &answer.contents)
                .filter_map(|content| match &content.payload {
                    Payload::Json(ty) => Some(ty.clone()),
                    _ => None,
                });
            out.extend(received.map(|ty| target(ty, false, Mode::Received)));
        }
    }
    out
}

/// Sends instances through the types of a document's client.
pub(crate) fn check(document: &Document, choices: &[Vec<u16>]) -> Result<Count, Failed> {
    let report = generate(&document.tree())?;
    let api = report.api().expect("as above");
    let program = Program::new(api);
    let is_loose = document.is_loose();
    let mut count = Count::default();
    for target in targets(document, api) {
        let judge = judge(document, &target);
        let (_, schema) = document
            .schemas
            .iter()
            .find(|(key, _)| key == target.key)
            .expect("a key");
        for choices in choices {
            let mut maker = Maker {
                document,
                mode: target.mode,
                choices: Choices(choices),
            };
            let Some(value) = maker.make(schema, 0) else {
                continue;
            };
            // At the root there is no field to hold it.
            if value.is_null() && !target.nullable {
                continue;
            }
            let text = spell(&value, &mut maker.choices);
            let run =
                |text: &str| program.roundtrip_as(&target.ty, target.nullable, text.as_bytes());
            if judge.is_valid(&value) {
                let kept = program.fallbacks_as(&target.ty, target.nullable, text.as_bytes());
                comes_back(&text, &run(&text))
                    .and_then(|()| match kept {
                        Some(0) | None => Ok(()),
                        Some(_) if is_loose => Ok(()),
                        Some(_) => Err(format!("{text} is valid, and kept in a fallback")),
                    })
                    .map_err(|why| Failed(format!("{}: {why}", target.key)))?;
                count.valid += 1;
            } else {
                count.refused += 1;
            }
            for text in mutants(&value, &text, &mut maker) {
                settles(&text, run).map_err(|why| Failed(format!("{}: {why}", target.key)))?;
                count.mutated += 1;
            }
        }
    }
    Ok(count)
}

fn judge(document: &Document, target: &Target<'_>) -> jsonschema::Validator {
    let components = document.judged(target.mode).to_string();
    let components: Value = serde_json::from_str(&components).expect("JSON");
    let schema = serde_json::json!({
        "$ref": format!("#/components/schemas/{}", target.key),
        "components": components,
    });
    let options = jsonschema::options().should_validate_formats(true);
    let options = options
        .with_format("ip", |text: &str| text.parse::<std::net::IpAddr>().is_ok())
        .with_format("byte", |text: &str| fits::<Base64>(text))
        .with_format("base64url", |text: &str| fits::<Base64Url>(text));
    options.build(&schema).expect("a schema")
}

/// Whether a text is one of a format that the judge does not know.
fn fits<T: Empty + Field>(text: &str) -> bool {
    restitch::codec::decode::<T>(Value::from(text).to_string().as_bytes()).is_ok()
}

fn comes_back(text: &str, written: &Result<Vec<u8>, Failure>) -> Result<(), String> {
    match written {
        Ok(written) => {
            let written = String::from_utf8_lossy(written);
            if equal::equal(text, &written) {
                Ok(())
            } else {
                Err(format!("{text} became {written}"))
            }
        }
        Err(e) => Err(format!("{text} is valid: {e:?}")),
    }
}

/// Whatever is read at all is written as something that comes back.
fn settles(text: &str, run: impl Fn(&str) -> Result<Vec<u8>, Failure>) -> Result<(), String> {
    match run(text) {
        Err(Failure::Decode(_)) => Ok(()),
        Err(failure) => Err(format!("{text} is read and not written: {failure:?}")),
        Ok(written) => {
            let written = String::from_utf8(written).map_err(|e| e.to_string())?;
            let again = run(&written);
            comes_back(&written, &again).map_err(|why| format!("from {text}: {why}"))
        }
    }
}

/// A value of which a part was replaced, and a text of which a byte was.
fn mutants(value: &Value, text: &str, maker: &mut Maker<'_>) -> Vec<String> {
    let mut other = value.clone();
    *place(&mut other, &mut maker.choices) = maker.any();
    let mut chars: Vec<char> = text.chars().collect();
    let at = maker.choices.below(chars.len());
    chars[at] = *maker
        .choices
        .of::<char>(&[' ', '"', '0', 'e', '-', '{', ']', ',', '\u{0}', 'é']);
    vec![other.to_string(), chars.into_iter().collect()]
}

/// A value in a value.
fn place<'v>(value: &'v mut Value, choices: &mut Choices<'_>) -> &'v mut Value {
    let count = match value {
        Value::Array(items) => items.len(),
        Value::Object(entries) => entries.len(),
        _ => 0,
    };
    if count == 0 || choices.below(4) == 0 {
        return value;
    }
    let at = choices.below(count);
    match value {
        Value::Array(items) => place(&mut items[at], choices),
        Value::Object(entries) => {
            let value = entries.values_mut().nth(at).expect("as many");
            place(value, choices)
        }
        other => other,
    }
}

/// What failed.
pub(crate) struct Failed(pub(crate) String);

impl fmt::Debug for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
