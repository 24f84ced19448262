use restitch::codec::{self, Field, Json, UnionInfo};

use crate::program::{Program, UnionDef};
use crate::value::Value;

/// A union: the value of a branch, or what the fallback keeps.
pub(crate) struct Union {
    def: &'static UnionDef,
    program: &'static Program,
    current: Box<dyn Field>,
}

impl Union {
    pub(crate) fn new(def: &'static UnionDef, program: &'static Program) -> Self {
        let current = Box::new(Json::NULL);
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
        self.current = Box::new(Value::empty(ty, self.program));
        Some(self.current.as_mut())
    }

    fn keep(&mut self, raw: Json) {
        self.current = Box::new(raw);
    }

    fn current(&self) -> &dyn Field {
        self.current.as_ref()
    }
}
