use restitch::codec::{FALLBACK, Field, Json, Visit};

use crate::program::{Program, UnionDef};
use crate::value::Value;

/// A union: the value of a branch, or what the fallback keeps.
pub(crate) struct Union {
    def: &'static UnionDef,
    program: &'static Program,
    pub(crate) current: Current,
}

pub(crate) enum Current {
    Branch(Box<Value>),
    Fallback(Json),
}

impl Union {
    pub(crate) fn new(def: &'static UnionDef, program: &'static Program) -> Self {
        let current = Current::Fallback(Json::NULL);
        Self {
            def,
            program,
            current,
        }
    }
}

impl Field for Union {
    fn show(&self, visit: &mut dyn Visit) {
        let (variant, part): (_, &dyn Field) = match &self.current {
            Current::Branch(value) => ("Branch", value.as_ref()),
            Current::Fallback(raw) => ("Fallback", raw),
        };
        visit.union(&self.def.info, variant, part);
    }

    fn slot(&mut self, index: usize) -> &mut dyn Field {
        if index == FALLBACK {
            self.current = Current::Fallback(Json::NULL);
        } else {
            let Some(ty) = self.def.branches.get(index) else {
                return self;
            };
            self.current = Current::Branch(Box::new(Value::empty(ty, self.program)));
        }
        match &mut self.current {
            Current::Branch(value) => value.as_mut(),
            Current::Fallback(raw) => raw,
        }
    }
}
