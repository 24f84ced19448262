use restitch::codec::{self, Elements, Field};

use crate::program::{Program, TupleDef};
use crate::value::{Items, Value};

/// A tuple struct.
pub(crate) struct Tuple {
    required: usize,
    pub(crate) values: Vec<Value>,
    pub(crate) rest: Option<Items>,
}

impl Tuple {
    pub(crate) fn new(def: &'static TupleDef, program: &'static Program) -> Self {
        let values = def.items.iter().map(|ty| Value::empty(ty, program));
        Self {
            required: def.required,
            values: values.collect(),
            rest: def.rest.as_ref().map(|ty| Items::new(ty, program)),
        }
    }
}

impl codec::Tuple for Tuple {
    fn required(&self) -> usize {
        self.required
    }

    fn at(&self, index: usize) -> Option<&dyn Field> {
        self.values.get(index).map(|value| value as &dyn Field)
    }

    fn slot(&mut self, index: usize) -> Option<&mut dyn Field> {
        let value = self.values.get_mut(index);
        value.map(|value| value as &mut dyn Field)
    }

    fn rest(&self) -> Option<&dyn Elements> {
        self.rest.as_ref().map(|rest| rest as &dyn Elements)
    }

    fn rest_slot(&mut self) -> Option<&mut dyn Elements> {
        self.rest.as_mut().map(|rest| rest as &mut dyn Elements)
    }
}
