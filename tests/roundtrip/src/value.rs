use std::borrow::Cow;
use std::collections::HashMap;

use restitch::__v1::same_value;
use restitch::codec::{
    DecodeError, Elements, Entries, Field, Json, Reader, Visit, Writer, fill_array, fill_map,
    fill_tuple, put_array, put_map, put_tuple,
};
use restitch_build::ir::Scalar;

use crate::program::{Def, Program, Ty};
use crate::record::Record;
use crate::scalar::scalar;
use crate::tuple::Tuple;
use crate::union::{Current, Union};

/// A value of a type that is known while running only.
pub(crate) enum Value {
    Scalar(Box<dyn Field>),
    Array(Items),
    Map(Map),
    Option(Opt),
    Record(Record),
    Tuple(Tuple),
    Union(Union),
    /// An open string enum, with the texts of its variants.
    Text(&'static [String], String),
    /// An open enum of integers, with those of its variants.
    Integer(&'static [i64], i64),
    /// An open enum of any values, with the texts of its variants.
    Any(&'static [String], Json),
}

impl Value {
    /// `Empty::empty`
    pub(crate) fn empty(ty: &'static Ty, program: &'static Program) -> Self {
        match ty {
            Ty::Scalar(of) => Self::Scalar(scalar(*of).0),
            Ty::Foreign => Self::Scalar(scalar(Scalar::Json).0),
            Ty::Array(of) => Self::Array(Items::new(of, program)),
            Ty::Map(of) => Self::Map(Map::new(of, program)),
            Ty::Option(of) => Self::Option(Opt {
                of,
                program,
                value: None,
            }),
            Ty::Named(index) => Self::named(*index, program),
        }
    }

    /// The same of the named type at a place of the program.
    pub(crate) fn named(index: usize, program: &'static Program) -> Self {
        match program.def(index) {
            Def::Alias(ty) => Self::empty(ty, program),
            Def::Record(def) => Self::Record(Record::new(def, program)),
            Def::Tuple(def) => Self::Tuple(Tuple::new(def, program)),
            Def::Union(def) => Self::Union(Union::new(def, program)),
            Def::StringEnum(texts) => Self::Text(texts, String::new()),
            Def::Integers(integers) => Self::Integer(integers, 0),
            Def::Values(wires) => Self::Any(wires, Json::NULL),
        }
    }
}

impl Value {
    /// Reads the value of an open enum.
    fn fill_open(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match self {
            Self::Text(_, text) => text.fill(reader),
            Self::Integer(_, value) => value.fill(reader),
            Self::Any(_, value) => value.fill(reader),
            _ => Ok(()),
        }
    }

    /// Whether this is what the fallback of an enum or union keeps.
    pub(crate) fn is_fallback(&self) -> bool {
        match self {
            Self::Text(texts, text) => !texts.contains(text),
            Self::Integer(integers, value) => !integers.contains(value),
            Self::Any(wires, value) => !wires.iter().any(|wire| same_value(value.as_str(), wire)),
            Self::Union(union) => matches!(union.current, Current::Fallback(_)),
            _ => false,
        }
    }
}

/// `Empty::NULLABLE`
fn nullable(ty: &Ty, program: &'static Program) -> bool {
    match ty {
        Ty::Scalar(of) => scalar(*of).1,
        Ty::Array(_) | Ty::Map(_) => false,
        Ty::Option(_) | Ty::Foreign => true,
        Ty::Named(index) => match program.def(*index) {
            Def::Alias(ty) => nullable(ty, program),
            Def::Union(union) => {
                let mut branches = union.info.branches.iter();
                branches.any(|branch| branch.kinds & 0x81 == 0x81)
            }
            Def::Record(_)
            | Def::Tuple(_)
            | Def::StringEnum(_)
            | Def::Integers(_)
            | Def::Values(_) => false,
        },
    }
}

impl Field for Value {
    fn show(&self, visit: &mut dyn Visit) {
        match self {
            Self::Scalar(value) => value.show(visit),
            Self::Array(items) => visit.array(items),
            Self::Map(map) => visit.map(map),
            Self::Option(option) => visit.option(match &option.value {
                Some(value) => Some(value.as_ref()),
                None => None,
            }),
            Self::Record(record) => record.show(visit),
            Self::Union(union) => union.show(visit),
            Self::Text(_, text) => visit.text(text, text),
            Self::Integer(_, value) => value.show(visit),
            Self::Any(_, value) => value.show(visit),
            // A tuple is compared by its own equality, which this has not.
            Self::Tuple(_) => {}
        }
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match self {
            Self::Scalar(value) => value.fill(reader),
            Self::Array(items) => fill_array(items, reader),
            Self::Map(map) => map.fill(reader),
            Self::Option(option) => option.fill(reader),
            Self::Record(record) => record.fill(reader),
            Self::Tuple(tuple) => fill_tuple(tuple, reader),
            Self::Union(union) => union.fill(reader),
            Self::Text(..) | Self::Integer(..) | Self::Any(..) => {
                self.fill_open(reader)?;
                if self.is_fallback() {
                    reader.count_kept();
                }
                Ok(())
            }
        }
    }

    fn put(&self, writer: &mut Writer) {
        match self {
            Self::Scalar(value) => value.put(writer),
            Self::Array(items) => put_array(items, writer),
            Self::Map(map) => map.put(writer),
            Self::Option(option) => match &option.value {
                Some(value) => {
                    writer.present();
                    value.put(writer);
                }
                None => writer.absent(),
            },
            Self::Record(record) => record.put(writer),
            Self::Tuple(tuple) => put_tuple(tuple, writer),
            Self::Union(union) => union.put(writer),
            Self::Text(_, text) => text.put(writer),
            Self::Integer(_, value) => value.put(writer),
            Self::Any(wires, value) => {
                let known = wires.iter().find(|wire| same_value(value.as_str(), wire));
                writer.raw(known.map_or(value.as_str(), String::as_str));
            }
        }
    }

    fn is_absent(&self) -> bool {
        match self {
            Self::Scalar(value) => value.is_absent(),
            Self::Option(option) => option.value.is_none(),
            _ => false,
        }
    }
}

/// An `Option<T>`.
pub(crate) struct Opt {
    of: &'static Ty,
    program: &'static Program,
    pub(crate) value: Option<Box<Value>>,
}

impl Opt {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if !nullable(self.of, self.program) && reader.eat_null()? {
            self.value = None;
            return Ok(());
        }
        let value = Value::empty(self.of, self.program);
        self.value.insert(Box::new(value)).fill(reader)
    }
}

/// A `Vec<T>`.
pub(crate) struct Items {
    of: &'static Ty,
    program: &'static Program,
    pub(crate) values: Vec<Value>,
}

impl Items {
    pub(crate) fn new(of: &'static Ty, program: &'static Program) -> Self {
        let values = Vec::new();
        Self {
            of,
            program,
            values,
        }
    }
}

impl Elements for Items {
    fn grow(&mut self) -> Option<&mut dyn Field> {
        self.values.push(Value::empty(self.of, self.program));
        self.values.last_mut().map(|value| value as &mut dyn Field)
    }

    fn element(&self, index: usize) -> Option<&dyn Field> {
        self.values.get(index).map(|value| value as &dyn Field)
    }
}

/// A `Map<T>`.
pub(crate) struct Map {
    of: &'static Ty,
    program: &'static Program,
    index: HashMap<String, usize>,
    pub(crate) entries: Vec<(String, Value)>,
}

impl Map {
    pub(crate) fn new(of: &'static Ty, program: &'static Program) -> Self {
        Self {
            of,
            program,
            index: HashMap::new(),
            entries: Vec::new(),
        }
    }
}

impl Field for Map {
    fn show(&self, visit: &mut dyn Visit) {
        visit.map(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        fill_map(self, reader)
    }

    fn put(&self, writer: &mut Writer) {
        put_map(self, writer);
    }

    fn entries_mut(&mut self) -> Option<&mut dyn Entries> {
        Some(self)
    }
}

impl Entries for Map {
    fn fill_entry(
        &mut self,
        key: Cow<'_, str>,
        reader: &mut Reader<'_>,
    ) -> Result<(), DecodeError> {
        let Some(value) = self.grow(&key) else {
            return Ok(());
        };
        value.fill(reader).map_err(|e| e.under_key(&key))
    }

    fn grow(&mut self, key: &str) -> Option<&mut dyn Field> {
        let value = Value::empty(self.of, self.program);
        let index = *self
            .index
            .entry(key.to_owned())
            .or_insert(self.entries.len());
        if let Some((_, old)) = self.entries.get_mut(index) {
            *old = value;
        } else {
            self.entries.push((key.to_owned(), value));
        }
        let (_, value) = self.entries.get_mut(index)?;
        Some(value)
    }

    fn entry_at(&self, index: usize) -> Option<(&str, &dyn Field)> {
        let (key, value) = self.entries.get(index)?;
        Some((key, value))
    }

    fn value_of(&self, key: &str) -> Option<&dyn Field> {
        let (_, value) = self.entries.get(*self.index.get(key)?)?;
        Some(value)
    }
}
