//! Schemas behind references, and behind what adds nothing to one.

use std::rc::Rc;

use super::shape::{Schemas, Shape, Shaped};
use super::site::Site;

/// A chain that is longer is not followed.
const LONGEST: usize = 16;

impl Schemas<'_> {
    /// The schema that a chain leads to, and where it stands.
    pub(super) fn behind(&self, site: &Site) -> Option<(Site, Rc<Shaped>)> {
        self.behind_all(site, |_| true)
    }

    /// The same, where something holds of each schema of the chain and of the last.
    pub(super) fn behind_all(
        &self,
        site: &Site,
        holds: impl Fn(&Shaped) -> bool,
    ) -> Option<(Site, Rc<Shaped>)> {
        let mut site = site.clone();
        for _ in 0..LONGEST {
            let shaped = self.shaped(&site).ok().flatten()?;
            if !holds(&shaped) {
                return None;
            }
            match &shaped.shape {
                Shape::Ref(target) => site = target.clone(),
                _ => return Some((site, shaped)),
            }
        }
        None
    }
}
