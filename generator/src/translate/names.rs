//! The names of all types. They are made together, since a collision is settled among all of the
//! module `types`.

use std::collections::HashMap;

use crate::ir::Ident;
use crate::naming::Scope;
use crate::resolve::Document;
use crate::tree::{Pointer, Quick};

use super::direction::{Direction, Uses, shows};
use super::find::{Finder, Found};
use super::named_by::NamedBy;
use super::shape::{Schemas, Shape, Shaped};
use super::site::Site;
use super::{is_component, preset};

/// More required fields than this are taken by `new` as a struct.
pub(super) const MOST_REQUIRED: usize = 3;

/// The names of all types, by their schema.
#[derive(Debug, Default)]
pub(super) struct TypeNames {
    of: HashMap<Site, Forms, Quick>,
    /// By which values unions know them.
    pub(super) named_by: NamedBy,
    /// The types, in the order in which they were found.
    pub(super) order: Vec<Named>,
}

/// A type that is to be generated.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) site: Site,
    /// Where its documentation says that it stands.
    pub(super) at: Pointer,
    pub(super) wire: String,
    /// What it is for.
    pub(super) direction: Direction,
    /// Of the parts of a multipart body: where its media type stands.
    pub(super) parts: Option<Pointer>,
}

impl Named {
    /// Its name.
    pub(super) fn ident<'t>(&self, names: &'t TypeNames) -> Option<&'t Ident> {
        match self.parts {
            Some(_) => names.parts(&self.site),
            None => names.get(&self.site, self.direction),
        }
    }
}

/// Of a type that is two: the one that is sent has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Usual,
    Sent,
    /// The parts of a multipart body.
    Parts,
}

/// The names of a schema's types.
#[derive(Debug, Default)]
struct Forms {
    usual: Option<Names>,
    sent: Option<Names>,
    parts: Option<Names>,
}

/// The name of a type, and that of the struct of its required fields.
#[derive(Debug)]
struct Names {
    own: Ident,
    companion: Option<Ident>,
}

impl Forms {
    fn of(&mut self, form: Form) -> &mut Option<Names> {
        match form {
            Form::Usual => &mut self.usual,
            Form::Sent => &mut self.sent,
            Form::Parts => &mut self.parts,
        }
    }
}

impl TypeNames {
    /// The name of a schema's type for a direction, if it has one.
    pub(super) fn get(&self, site: &Site, direction: Direction) -> Option<&Ident> {
        self.names(site, direction).map(|names| &names.own)
    }

    /// The name of the struct of its required fields.
    pub(super) fn companion(&self, site: &Site, direction: Direction) -> Option<&Ident> {
        self.names(site, direction)?.companion.as_ref()
    }

    /// The name of the struct of parts that a schema is.
    pub(super) fn parts(&self, site: &Site) -> Option<&Ident> {
        let parts = self.of.get(site)?.parts.as_ref();
        parts.map(|names| &names.own)
    }

    /// The name of the struct of its required fields.
    pub(super) fn companion_of_parts(&self, site: &Site) -> Option<&Ident> {
        self.of.get(site)?.parts.as_ref()?.companion.as_ref()
    }

    /// A type that is one is the usual one in any direction.
    fn names(&self, site: &Site, direction: Direction) -> Option<&Names> {
        let forms = self.of.get(site)?;
        let sent = forms.sent.as_ref();
        let sent = sent.filter(|_| direction == Direction::Request);
        sent.or(forms.usual.as_ref())
    }
}

/// A name to be made.
struct Wanted<'a> {
    found: &'a Found,
    form: Form,
    direction: Direction,
}

impl Wanted<'_> {
    fn text(&self) -> String {
        match self.form {
            Form::Usual | Form::Parts => self.found.text.clone(),
            Form::Sent => format!("{} request", self.found.text),
        }
    }

    /// Where the build script finds it to name it: the type that is received, where it is two.
    fn place(&self) -> Option<Pointer> {
        let at = self.found.also.as_ref().unwrap_or(&self.found.site).alone();
        at.filter(|_| self.form == Form::Usual).cloned()
    }

    /// What settles a collision: the key of a component, and for all that the document does not
    /// name where it stands.
    fn key(&self, document: &Document<'_>) -> String {
        let found = self.found;
        let at = found.also.as_ref().unwrap_or(&found.site).at();
        let key = if is_component(at) {
            found.wire.clone()
        } else {
            found.site.shown(document)
        };
        match self.form {
            Form::Usual => key,
            Form::Sent => format!("#/sent/{key}"),
            Form::Parts => format!("#/parts/{key}"),
        }
    }
}

/// Names what was found.
pub(super) fn named(schemas: &Schemas<'_>, mut finder: Finder<'_>) -> TypeNames {
    finder.finish();
    let uses = Uses::of(schemas, &finder.sent, &finder.received);
    let wanted: Vec<Wanted<'_>> = finder
        .found
        .iter()
        .flat_map(|found| forms(found, &uses))
        .collect();
    let named_by = NamedBy::of(schemas, &finder.found);
    let with_companion: Vec<&Wanted<'_>> = wanted
        .iter()
        .filter(|wanted| needs_companion(schemas, &named_by, wanted))
        .collect();
    let mut items: Vec<(String, String)> = wanted
        .iter()
        .map(|wanted| (wanted.text(), wanted.key(schemas.document)))
        .collect();
    items.extend(with_companion.iter().map(|wanted| {
        let shown = wanted.found.site.shown(schemas.document);
        let form = match wanted.form {
            Form::Usual => "",
            Form::Sent => "/request",
            Form::Parts => "/parts",
        };
        (
            format!("{} required", wanted.text()),
            format!("{shown}{form}/required"),
        )
    }));
    let borrowed: Vec<(&str, &str)> = items
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let mut at: Vec<Option<Pointer>> = wanted.iter().map(Wanted::place).collect();
    at.resize(items.len(), None);
    let idents = schemas.given.names(Scope::Type, &borrowed, &at);
    let mut idents = idents.into_iter();
    let mut out = TypeNames {
        named_by,
        ..TypeNames::default()
    };
    for (wanted, ident) in wanted.iter().zip(idents.by_ref()) {
        let found = wanted.found;
        let sites = [Some(&found.site), found.also.as_ref()];
        for site in sites.into_iter().flatten() {
            let own = ident.clone();
            let forms = out.of.entry(site.clone()).or_default();
            *forms.of(wanted.form) = Some(Names {
                own,
                companion: None,
            });
        }
        out.order.push(Named {
            site: found.site.clone(),
            at: found.at.clone(),
            wire: found.wire.clone(),
            direction: wanted.direction,
            parts: found.parts.clone(),
        });
    }
    for (wanted, ident) in with_companion.iter().zip(idents) {
        let forms = out.of.get_mut(&wanted.found.site);
        if let Some(names) = forms.and_then(|forms| forms.of(wanted.form).as_mut()) {
            names.companion = Some(ident);
        }
    }
    out
}

/// One type, or one for each direction.
fn forms<'a>(found: &'a Found, uses: &Uses) -> Vec<Wanted<'a>> {
    let wanted = |form, direction| Wanted {
        found,
        form,
        direction,
    };
    if found.parts.is_some() {
        return vec![wanted(Form::Parts, Direction::Request)];
    }
    if uses.is_split(&found.site) {
        return vec![
            wanted(Form::Usual, Direction::Response),
            wanted(Form::Sent, Direction::Request),
        ];
    }
    let own = uses.direction(&found.site);
    let also = found.also.as_ref().map_or(own, |also| uses.direction(also));
    let direction = if own == also { own } else { Direction::Any };
    vec![wanted(Form::Usual, direction)]
}

fn needs_companion(schemas: &Schemas<'_>, named_by: &NamedBy, wanted: &Wanted<'_>) -> bool {
    match schemas.shaped(&wanted.found.site) {
        Ok(Some(shaped)) => {
            shaped.shape == Shape::Record
                && required(schemas, named_by, wanted, &shaped) > MOST_REQUIRED
        }
        _ => false,
    }
}

/// How many fields a value must be made with.
fn required(
    schemas: &Schemas<'_>,
    named_by: &NamedBy,
    wanted: &Wanted<'_>,
    shaped: &Shaped,
) -> usize {
    let keywords = &shaped.keywords;
    let must = |key: &&String| match keywords.properties.get(*key) {
        Some(property) => {
            let name = named_by.value(&wanted.found.site, key);
            shows(schemas, property, wanted.direction)
                && !preset::is_preset(schemas, property, name)
        }
        None => true,
    };
    keywords.required.iter().filter(must).count()
}
