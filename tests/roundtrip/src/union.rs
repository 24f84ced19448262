use restitch::codec::{self, Field, Json, UnionInfo};

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

impl codec::Union for Union {
    fn info(&self) -> UnionInfo {
        self.def.info
    }

    fn choose(&mut self, index: usize) -> Option<&mut dyn Field> {
        let ty = self.def.branches.get(index)?;
        self.current = Current::Branch(Box::new(Value::empty(ty, self.program)));
        match &mut self.current {
            Current::Branch(value) => Some(value.as_mut()),
            Current::Fallback(_) => None,
        }
    }

    fn keep(&mut self, raw: Json) {
        self.current = Current::Fallback(raw);
    }

    fn current(&self) -> &dyn Field {
        match &self.current {
            Current::Branch(value) => value.as_ref(),
            Current::Fallback(raw) => raw,
        }
    }
}
