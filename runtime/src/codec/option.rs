use super::error::DecodeError;
use super::field::{Empty, Field};
use super::map::Entries;
use super::reader::Reader;
use super::shape::{self, SELF, Visit};
use super::writer::Writer;

/// Absent, or `null`, or a value: which of them an `Option` tells apart depends on what is in it.
///
/// | | absent | `null` | `1` |
/// |---|---|---|---|
/// | `Option<i64>` | `None` | `None` | `Some(1)` |
/// | `Option<Option<i64>>` | `None` | `Some(None)` | `Some(Some(1))` |
///
/// Of all that a program compiles of a client this is the largest part, once for each type that may
/// be absent: what does not depend on the type is a function of its own.
impl<T: Empty + Field> Field for Option<T> {
    fn show(&self, visit: &mut dyn Visit) {
        visit.option(match self {
            Some(value) => Some(value),
            None => None,
        });
    }

    fn slot(&mut self, _: usize) -> &mut dyn Field {
        *self = Some(T::empty());
        match self {
            Some(value) => value,
            None => shape::nothing(),
        }
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        fill(self, T::NULLABLE, reader)
    }

    fn put(&self, writer: &mut Writer) {
        match self {
            Some(value) => {
                if T::NULLABLE {
                    writer.present();
                }
                value.put(writer);
            }
            None => writer.absent(),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// Reads an `Option`, which is `None`, of a type that may have a `null` itself.
fn fill(
    option: &mut dyn Field,
    nullable: bool,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    if !nullable && reader.eat_null()? {
        return Ok(());
    }
    // The value is all that there is.
    option.slot(0).fill(reader)
}

impl<T> Empty for Option<T> {
    const NULLABLE: bool = true;

    #[inline]
    fn empty() -> Self {
        None
    }
}

impl<T: Empty + Field> Field for Box<T> {
    fn show(&self, visit: &mut dyn Visit) {
        (**self).show(visit);
    }

    fn slot(&mut self, index: usize) -> &mut dyn Field {
        match index {
            SELF => &mut **self,
            _ => (**self).slot(index),
        }
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        (**self).fill(reader)
    }

    fn put(&self, writer: &mut Writer) {
        (**self).put(writer);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }

    fn entries_mut(&mut self) -> Option<&mut dyn Entries> {
        (**self).entries_mut()
    }
}

impl<T: Empty> Empty for Box<T> {
    const NULLABLE: bool = T::NULLABLE;

    #[inline]
    fn empty() -> Self {
        Box::new(T::empty())
    }
}
