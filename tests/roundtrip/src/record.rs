use restitch::codec::{self, Entries, Extra, Field, FieldInfo};

use crate::program::{Program, RecordDef, RestDef};
use crate::value::{Map, Value};

/// A struct.
pub(crate) struct Record {
    def: &'static RecordDef,
    pub(crate) values: Vec<Value>,
    pub(crate) rest: Option<Rest>,
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
            rest: def.rest.as_ref().map(|rest| match rest {
                RestDef::Extra => Rest::Extra(Extra::new()),
                RestDef::Map(ty) => Rest::Map(Map::new(ty, program)),
            }),
        }
    }
}

impl codec::Record for Record {
    fn fields(&self) -> &'static [FieldInfo] {
        &self.def.infos
    }

    fn at(&self, index: usize) -> &dyn Field {
        &self.values[index]
    }

    fn slot(&mut self, index: usize) -> &mut dyn Field {
        &mut self.values[index]
    }

    fn rest(&self) -> Option<&dyn Entries> {
        match self.rest.as_ref()? {
            Rest::Extra(extra) => Some(extra),
            Rest::Map(map) => Some(map),
        }
    }

    fn rest_slot(&mut self) -> Option<&mut dyn Entries> {
        match self.rest.as_mut()? {
            Rest::Extra(extra) => Some(extra),
            Rest::Map(map) => Some(map),
        }
    }
}
