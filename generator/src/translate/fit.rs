//! Whether a style can write the values of a schema.

use std::collections::HashMap;

use crate::tree::Pointer;

use super::Cx;
use super::keywords::Additional;
use super::shape::Shape;
use super::site::Site;

/// Schemas are followed so far; what lies deeper is decided by the values.
const DEEPEST: usize = 100;

/// Which values of a schema a style of RFC 6570 can write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// All, as far as can be told: what a schema leaves open, the values decide.
    All,
    /// Not those with what stands there.
    Some(Pointer),
    /// None, because of what stands there.
    None(Pointer),
}

impl Fit {
    /// Of a part that a value may do without.
    fn optional(self) -> Self {
        match self {
            Self::None(at) => Self::Some(at),
            other => other,
        }
    }

    /// Of two parts that a value has.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::All, other) => other,
            (Self::Some(_), none @ Self::None(_)) => none,
            (one, _) => one,
        }
    }
}

/// What is allowed of a value: lists and objects of scalars, or in them scalars alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Level {
    Whole,
    Member,
}

type Known = HashMap<(Site, Level), Fit>;

/// Which values of a schema can be written.
pub(super) fn fit(cx: &Cx<'_>, site: &Site, level: Level) -> Fit {
    judged(cx, site, level, &mut Known::new(), 0)
}

fn judged(cx: &Cx<'_>, site: &Site, level: Level, known: &mut Known, depth: usize) -> Fit {
    let key = (site.clone(), level);
    if depth == DEEPEST {
        return Fit::All;
    }
    if let Some(fit) = known.get(&key) {
        return fit.clone();
    }
    // References may lead round in a circle.
    known.insert(key.clone(), Fit::All);
    let fit = judge(cx, site, level, known, depth + 1);
    known.insert(key, fit.clone());
    fit
}

fn judge(cx: &Cx<'_>, site: &Site, level: Level, known: &mut Known, depth: usize) -> Fit {
    let replaced = cx.schemas.given.replaced(site).is_some();
    let Ok(Some(shaped)) = cx.schemas.shaped(site) else {
        return Fit::All;
    };
    let member = |site: &Site, known: &mut Known| judged(cx, site, Level::Member, known, depth);
    match (&shaped.shape, level) {
        // What a type of the user's own is written as, it decides itself.
        _ if replaced => Fit::All,
        (Shape::Scalar(_) | Shape::StringEnum | Shape::ValueEnum(_) | Shape::Json(_), _) => {
            Fit::All
        }
        (Shape::Ref(target), level) => judged(cx, target, level, known, depth),
        (Shape::Union(choices), level) => {
            let branches = choices
                .iter()
                .map(|it| judged(cx, &it.site, level, known, depth));
            of_branches(branches.collect())
        }
        (Shape::Array(_) | Shape::Map(_) | Shape::Record | Shape::Tuple, Level::Member) => {
            Fit::None(site.at().clone())
        }
        (Shape::Array(inner) | Shape::Map(inner), Level::Whole) => match inner {
            Some(inner) => member(inner, known),
            None => Fit::All,
        },
        (Shape::Record, Level::Whole) => {
            let keywords = &shaped.keywords;
            let mut fit = Fit::All;
            for (name, property) in &keywords.properties {
                let own = member(property, known);
                let required = keywords.required.contains(name);
                fit = fit.and(if required { own } else { own.optional() });
            }
            if let Additional::Schema(values) = &keywords.additional {
                fit = fit.and(member(values, known).optional());
            }
            fit
        }
        (Shape::Tuple, Level::Whole) => {
            let items = shaped.keywords.prefix.iter();
            items.fold(Fit::All, |fit, item| fit.and(member(item, known)))
        }
    }
}

/// Of a value that is of one of several schemas.
fn of_branches(branches: Vec<Fit>) -> Fit {
    if branches.iter().all(|fit| matches!(fit, Fit::None(_))) {
        return branches.into_iter().next().unwrap_or(Fit::All);
    }
    branches
        .into_iter()
        .map(Fit::optional)
        .fold(Fit::All, Fit::and)
}
