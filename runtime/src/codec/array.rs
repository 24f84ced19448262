use super::error::DecodeError;
use super::field::{Empty, Field};
use super::reader::Reader;
use super::shape::{self, Visit};
use super::writer::Writer;

/// What the loops below need of a `Vec`, so that they are compiled once and not for every element.
pub trait Elements {
    /// Adds an empty element and gives it; never `None`, which spares a panic where it is called.
    fn grow(&mut self) -> Option<&mut dyn Field>;
    /// The element at `index`.
    fn element(&self, index: usize) -> Option<&dyn Field>;
}

impl<T: Empty + Field> Elements for Vec<T> {
    fn grow(&mut self) -> Option<&mut dyn Field> {
        self.push(T::empty());
        self.last_mut().map(|element| element as &mut dyn Field)
    }

    fn element(&self, index: usize) -> Option<&dyn Field> {
        self.get(index).map(|element| element as &dyn Field)
    }
}

/// Reads an array.
pub fn fill_array(array: &mut dyn Elements, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let mut more = reader.enter_array()?;
    let mut index = 0;
    while more {
        if let Some(element) = array.grow() {
            element.fill(reader).map_err(|e| e.under_index(index))?;
        }
        index += 1;
        more = reader.more_in_array()?;
    }
    Ok(())
}

/// Writes an array.
pub fn put_array(array: &dyn Elements, writer: &mut Writer) {
    writer.raw("[");
    let mut index = 0;
    while let Some(element) = array.element(index) {
        if index > 0 {
            writer.raw(",");
        }
        element.put(writer);
        if let Some(failure) = writer.failure() {
            return failure.push_index(index);
        }
        index += 1;
    }
    writer.raw("]");
}

impl<T: Empty + Field> Field for Vec<T> {
    fn show(&self, visit: &mut dyn Visit) {
        visit.array(self);
    }

    /// An element more, whatever the index.
    fn slot(&mut self, _: usize) -> &mut dyn Field {
        match self.grow() {
            Some(element) => element,
            None => shape::nothing(),
        }
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.clear();
        fill_array(self, reader)
    }

    fn put(&self, writer: &mut Writer) {
        put_array(self, writer);
    }
}

impl<T> Empty for Vec<T> {
    #[inline]
    fn empty() -> Self {
        Self::new()
    }
}
