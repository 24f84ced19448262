//! Documents by the generator's own table of what stands where, so that each keyword is reached.
//!
//! What OpenAPI asks of an object is put in first, else little would be generated of it; the rest is
//! keys of its kind at random, with values of the right type, as a rule.

use arbitrary::{Result, Unstructured};
use restitch_build::grammar::{Field, Kind, METHODS, Plain, Shape, Takes};
use serde_json::{Map, Value, json};

use crate::{schema, text};

/// Levels of schemas in schemas; others than schemas do not nest far.
const DEPTH: usize = 5;

/// What a document is made by.
pub(crate) struct Maker<'u, 'b> {
    pub(crate) u: &'u mut Unstructured<'b>,
    /// The names of components, for references.
    pub(crate) names: Vec<String>,
    pub(crate) depth: usize,
}

/// A document that is made of bytes.
pub(crate) fn document(u: &mut Unstructured<'_>) -> Result<Value> {
    let mut names = vec!["a".to_owned()];
    for _ in 0..u.int_in_range(0..=5)? {
        names.push(text::name(u)?);
    }
    let mut maker = Maker { u, names, depth: 0 };
    let mut document = maker.object(Kind::Document)?;
    // Schemas are what most of a client is.
    let mut schemas = Map::new();
    for name in maker.names.clone() {
        schemas.insert(name, maker.value_of(Kind::Schema)?);
    }
    let components = &mut document["components"];
    if !components.is_object() {
        *components = json!({});
    }
    components["schemas"] = Value::Object(schemas);
    Ok(document)
}

impl Maker<'_, '_> {
    pub(crate) fn below(&mut self, limit: usize) -> Result<usize> {
        self.u.int_in_range(0..=limit.saturating_sub(1))
    }

    pub(crate) fn one_in(&mut self, count: u8) -> Result<bool> {
        // The first choice, which is what is left when bytes run out, is no.
        Ok(self.u.int_in_range(0..=count - 1)? == count - 1)
    }

    pub(crate) fn pick(&mut self, words: &[&str]) -> Result<Value> {
        Ok((*self.u.choose(words)?).into())
    }

    /// One of the document's own names, or any.
    pub(crate) fn name(&mut self) -> Result<String> {
        if self.one_in(3)? {
            return text::name(self.u);
        }
        let at = self.below(self.names.len())?;
        Ok(self.names[at].clone())
    }

    /// An object, or a reference in its place.
    pub(crate) fn value_of(&mut self, kind: Kind) -> Result<Value> {
        let section = section(kind);
        if let Some(section) = section.filter(|_| kind != Kind::Schema)
            && self.one_in(6)?
        {
            let name = self.name()?;
            return Ok(json!({ "$ref": pointer(section, &name) }));
        }
        if kind == Kind::Schema {
            return schema::schema(self);
        }
        if self.one_in(48)? {
            return self.misfit();
        }
        self.object(kind)
    }

    /// An object with what it needs and some of what it may have.
    pub(crate) fn object(&mut self, kind: Kind) -> Result<Value> {
        self.depth += 1;
        let mut map = self.needed(kind)?;
        let fields = kind.fields();
        if !fields.is_empty() && self.depth < 12 {
            for _ in 0..self.below(4)? {
                let field = *self.u.choose(fields)?;
                if !map.contains_key(field.key) {
                    let value = self.field(field)?;
                    map.insert(field.key.to_owned(), value);
                }
            }
        }
        self.depth -= 1;
        Ok(Value::Object(map))
    }

    fn needed(&mut self, kind: Kind) -> Result<Map<String, Value>> {
        let made = match kind {
            Kind::Document => {
                let version = self.pick(&["3.0.3", "3.1.0", "3.2.0"])?;
                json!({
                    "openapi": version,
                    "info": self.object(Kind::Info)?,
                    "paths": self.object(Kind::Paths)?,
                })
            }
            Kind::Info => json!({ "title": text::prose(self.u)?, "version": text::prose(self.u)? }),
            Kind::Paths => self.paths()?,
            Kind::PathItem => {
                let mut item = json!({});
                for _ in 0..=self.below(2)? {
                    let method = *self.u.choose(METHODS)?;
                    item[method] = self.object(Kind::Operation)?;
                }
                item
            }
            Kind::Operation => json!({
                "responses": self.object(Kind::Responses)?,
                "parameters": self.several(Kind::Parameter, 3)?,
            }),
            Kind::Parameter => self.parameter()?,
            Kind::Responses => {
                let mut map = json!({});
                for _ in 0..=self.below(3)? {
                    let status = *self
                        .u
                        .choose(&["200", "204", "default", "2XX", "404", "4XX", "99", "x"])?;
                    map[status] = self.value_of(Kind::Response)?;
                }
                map
            }
            Kind::Response => {
                json!({ "description": text::prose(self.u)?, "content": self.content()? })
            }
            Kind::RequestBody => json!({ "content": self.content()? }),
            Kind::MediaType | Kind::Header => json!({ "schema": self.value_of(Kind::Schema)? }),
            Kind::Server => json!({ "url": self.url()? }),
            Kind::ServerVariable => json!({ "default": text::name(self.u)? }),
            Kind::Tag => json!({ "name": self.name()? }),
            Kind::Callback => json!({ "{$request.body#/url}": self.value_of(Kind::PathItem)? }),
            Kind::SecurityRequirement => {
                let name = self.name()?;
                json!({ name: [text::name(self.u)?] })
            }
            Kind::SecurityScheme => json!({
                "type": self.pick(&["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS", "x"])?,
                "name": text::name(self.u)?,
                "in": self.pick(&["header", "query", "cookie"])?,
                "scheme": self.pick(&["bearer", "basic", "digest", ""])?,
            }),
            _ => json!({}),
        };
        Ok(match made {
            Value::Object(map) => map,
            _ => Map::new(),
        })
    }

    fn paths(&mut self) -> Result<Value> {
        let mut map = json!({});
        for _ in 0..=self.below(3)? {
            let mut path = String::new();
            for _ in 0..=self.below(2)? {
                let name = self.name()?;
                match self.below(3)? {
                    0 => path.extend(["/", &name]),
                    1 => path.extend(["/{", &name, "}"]),
                    _ => path.extend(["/a{", &name, "}.", &name]),
                }
            }
            map[path] = self.value_of(Kind::PathItem)?;
        }
        Ok(map)
    }

    fn parameter(&mut self) -> Result<Value> {
        let place = self.pick(&["path", "query", "header", "cookie", "querystring"])?;
        let mut map =
            json!({ "name": self.name()?, "in": place, "schema": self.value_of(Kind::Schema)? });
        if map["in"] == "path" {
            map["required"] = true.into();
        }
        if self.one_in(3)? {
            map["style"] = self.pick(&[
                "simple",
                "form",
                "label",
                "matrix",
                "deepObject",
                "spaceDelimited",
                "pipeDelimited",
                "cookie",
            ])?;
        }
        Ok(map)
    }

    fn content(&mut self) -> Result<Value> {
        let mut map = json!({});
        for _ in 0..=self.below(2)? {
            let media = match self.below(6)? {
                0 => text::name(self.u)?,
                _ => (*self.u.choose(&[
                    "application/json",
                    "text/plain",
                    "multipart/form-data",
                    "application/x-www-form-urlencoded",
                    "application/octet-stream",
                    "text/event-stream",
                    "application/jsonl",
                    "*/*",
                    "application/vnd.a+json; charset=utf-8",
                    "image/*",
                ])?)
                .to_owned(),
            };
            map[media] = self.value_of(Kind::MediaType)?;
        }
        Ok(map)
    }

    fn url(&mut self) -> Result<Value> {
        let name = self.name()?;
        Ok(match self.below(4)? {
            0 => "https://a.example/v1".into(),
            1 => format!("https://{{{name}}}.example/{{b}}").into(),
            2 => format!("/{name}").into(),
            _ => text::prose(self.u)?.into(),
        })
    }

    fn several(&mut self, kind: Kind, limit: usize) -> Result<Vec<Value>> {
        (0..self.below(limit)?)
            .map(|_| self.value_of(kind))
            .collect()
    }

    pub(crate) fn field(&mut self, field: Field) -> Result<Value> {
        if self.one_in(64)? {
            return self.misfit();
        }
        match field.takes {
            Takes::Shape(Shape::One(kind)) => self.value_of(kind),
            Takes::Shape(Shape::List(kind)) => Ok(self.several(kind, 3)?.into()),
            Takes::Shape(Shape::Map(kind)) => {
                let mut map = json!({});
                for _ in 0..self.below(4)? {
                    let name = self.name()?;
                    map[name] = self.value_of(kind)?;
                }
                Ok(map)
            }
            Takes::Plain(plain) => self.plain(field.key, plain),
        }
    }

    fn plain(&mut self, key: &str, plain: Plain) -> Result<Value> {
        Ok(match plain {
            Plain::Any => self.any(2)?,
            Plain::Text if key == "$ref" => pointer("schemas", &self.name()?).into(),
            Plain::Text if matches!(key, "description" | "title" | "summary") => {
                text::prose(self.u)?.into()
            }
            Plain::Text => self.name()?.into(),
            Plain::Flag => self.u.arbitrary::<bool>()?.into(),
            Plain::Count => self.u.int_in_range(0_u64..=12)?.into(),
            Plain::Number | Plain::Bound => self.number()?,
            Plain::Texts => self.texts()?,
            Plain::TextMap => {
                json!({ self.name()?: pointer("schemas", &self.name()?), self.name()?: self.name()? })
            }
            Plain::TextLists => json!({ self.name()?: self.texts()? }),
            Plain::Items => (0..self.below(5)?)
                .map(|_| self.any(1))
                .collect::<Result<Vec<_>>>()?
                .into(),
            Plain::Object => json!({ self.name()?: self.any(1)? }),
            Plain::Type => self.pick(schema::TYPES)?,
        })
    }

    fn texts(&mut self) -> Result<Value> {
        let texts = (0..self.below(4)?).map(|_| self.name());
        Ok(texts.collect::<Result<Vec<_>>>()?.into())
    }

    pub(crate) fn number(&mut self) -> Result<Value> {
        Ok(match self.below(6)? {
            0 => 0.into(),
            1 => 1.into(),
            2 => (-1.5).into(),
            3 => self.u.arbitrary::<i64>()?.into(),
            4 => self.u.arbitrary::<u64>()?.into(),
            _ => json!(self.u.arbitrary::<f64>()?),
        })
    }

    /// Any JSON.
    pub(crate) fn any(&mut self, depth: usize) -> Result<Value> {
        Ok(match self.below(if depth == 0 { 4 } else { 6 })? {
            0 => Value::Null,
            1 => self.u.arbitrary::<bool>()?.into(),
            2 => self.number()?,
            3 => text::name(self.u)?.into(),
            4 => json!([self.any(depth - 1)?, self.any(depth - 1)?]),
            _ => json!({ text::name(self.u)?: self.any(depth - 1)? }),
        })
    }

    /// What does not belong there.
    fn misfit(&mut self) -> Result<Value> {
        self.any(1)
    }

    pub(crate) fn is_deep(&self) -> bool {
        self.depth > DEPTH
    }
}

/// Where components of a kind stand.
fn section(kind: Kind) -> Option<&'static str> {
    let fields = Kind::Components.fields().iter();
    let mut of_kind = fields.filter(|field| field.takes == Takes::Shape(Shape::Map(kind)));
    of_kind.next().map(|field| field.key)
}

/// A reference to a component.
pub(crate) fn pointer(section: &str, name: &str) -> String {
    let token = name.replace('~', "~0").replace('/', "~1");
    format!("#/components/{section}/{token}")
}
