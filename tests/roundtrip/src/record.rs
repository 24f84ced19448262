use restitch::codec::{Extra, Field, REST, Visit};

use crate::program::{Program, RecordDef, RestDef};
use crate::value::{Map, Value};

/// A struct.
pub(crate) struct Record {
    def: &'static RecordDef,
    pub(crate) values: Vec<Value>,
    pub(crate) rest: Option<Rest>,
    /// Stands in the place of a rest.
    none: (),
}

/// What keeps the keys that no field names.
pub(crate) enum Rest {
    Extra(Extra),
    Map(Map),
}

impl Record {
    pub(crate) fn new(def: &'static RecordDef, program: &'static Program) -> Self {
        let values = def.types.iter().map(|ty| Value::empty(ty, program));
        Self {
            def,
            values: values.collect(),
            none: (),
            rest: def.rest.as_ref().map(|rest| match rest {
                RestDef::Extra => Rest::Extra(Extra::new()),
                RestDef::Map(ty) => Rest::Map(Map::new(ty, program)),
            }),
        }
    }
}

impl Field for Record {
    fn show(&self, visit: &mut dyn Visit) {
        let values = self.values.iter().map(|value| value as &dyn Field);
        let rest = self.rest.as_ref().map(|rest| match rest {
            Rest::Extra(extra) => extra as &dyn Field,
            Rest::Map(map) => map,
        });
        let members: Vec<_> = values.chain(rest).collect();
        visit.record("Record", &self.def.infos, &members);
    }

    fn slot(&mut self, index: usize) -> &mut dyn Field {
        if index == REST {
            return match &mut self.rest {
                Some(Rest::Extra(extra)) => extra,
                Some(Rest::Map(map)) => map,
                None => &mut self.none,
            };
        }
        match index {
            index if index < self.values.len() => &mut self.values[index],
            _ => self,
        }
    }
}
