//! Requests and responses: which of them a type is for, and where it must be two.
//!
//! `readOnly` properties are not sent and `writeOnly` ones do not come back (`OpenAPI` 3.1, Schema
//! Object; JSON Schema validation, section 9.4). A type that is used both ways is one type, unless
//! it has such a property, or holds a type that has.

use std::collections::{HashMap, HashSet};

use super::find::children;
use super::shape::{Schemas, Shape};
use super::site::Site;
use crate::tree::Quick;

/// What a type is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Direction {
    /// Both, or not used by any operation: all properties.
    #[default]
    Any,
    /// Sent: without `readOnly` properties.
    Request,
    /// Received: without `writeOnly` properties.
    Response,
}

/// Whether a property is there in a direction.
pub(super) fn shows(schemas: &Schemas<'_>, property: &Site, direction: Direction) -> bool {
    let (read_only, write_only) = schemas.restricted(property);
    match direction {
        Direction::Any => true,
        Direction::Request => !read_only || write_only,
        Direction::Response => !write_only || read_only,
    }
}

/// What the schemas of a document are used for.
#[derive(Debug, Default)]
pub(super) struct Uses {
    sent: HashSet<Site, Quick>,
    received: HashSet<Site, Quick>,
    split: HashSet<Site, Quick>,
}

impl Uses {
    /// From the schemas of bodies and parameters, and those of answers.
    pub(super) fn of(schemas: &Schemas<'_>, sent: &[Site], received: &[Site]) -> Self {
        let mut edges = Edges::default();
        let sent = reached(schemas, sent, &mut edges);
        let received = reached(schemas, received, &mut edges);
        let both: Vec<&Site> = sent
            .iter()
            .filter(|site| received.contains(*site))
            .collect();
        let split = split(schemas, &both, &edges);
        Self {
            sent,
            received,
            split,
        }
    }

    /// Whether the two directions need two types.
    pub(super) fn is_split(&self, site: &Site) -> bool {
        self.split.contains(site)
    }

    /// What the one type of a schema that is not split is for.
    pub(super) fn direction(&self, site: &Site) -> Direction {
        match (self.sent.contains(site), self.received.contains(site)) {
            (true, false) => Direction::Request,
            (false, true) => Direction::Response,
            _ => Direction::Any,
        }
    }
}

type Edges = HashMap<Site, Vec<Site>, Quick>;

/// All that the schemas hold and refer to.
fn reached(schemas: &Schemas<'_>, roots: &[Site], edges: &mut Edges) -> HashSet<Site, Quick> {
    let mut seen: HashSet<Site, Quick> = HashSet::default();
    let mut stack = roots.to_vec();
    while let Some(site) = stack.pop() {
        if seen.contains(&site) {
            continue;
        }
        if let Some(next) = edges.get(&site) {
            stack.extend(next.iter().cloned());
        } else {
            let next: Vec<Site> = match schemas.shaped(&site) {
                Ok(Some(shaped)) => children(&shaped).into_iter().map(|it| it.0).collect(),
                _ => Vec::new(),
            };
            stack.extend(next.iter().cloned());
            edges.insert(site.clone(), next);
        }
        seen.insert(site);
    }
    seen
}

/// Of the schemas that are used both ways, those with a property that goes one way only, and then
/// those that hold one of these.
fn split(schemas: &Schemas<'_>, both: &[&Site], edges: &Edges) -> HashSet<Site, Quick> {
    let mut holders: HashMap<&Site, Vec<&Site>, Quick> = HashMap::default();
    for site in both {
        for held in edges.get(*site).into_iter().flatten() {
            holders.entry(held).or_default().push(site);
        }
    }
    let mut stack: Vec<&Site> = both
        .iter()
        .filter(|site| differs(schemas, site))
        .copied()
        .collect();
    let mut split = HashSet::default();
    while let Some(site) = stack.pop() {
        if split.insert(site.clone()) {
            stack.extend(holders.get(site).into_iter().flatten());
        }
    }
    split
}

fn differs(schemas: &Schemas<'_>, site: &Site) -> bool {
    let Ok(Some(shaped)) = schemas.shaped(site) else {
        return false;
    };
    let one_way = |property: &Site| {
        let (read_only, write_only) = schemas.restricted(property);
        read_only != write_only
    };
    shaped.shape == Shape::Record && shaped.keywords.properties.values().any(one_way)
}
