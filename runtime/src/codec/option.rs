use super::error::DecodeError;
use super::field::{Empty, Field};
use super::reader::Reader;
use super::shape::Shape;
use super::writer::Writer;

/// Absent, or `null`, or a value: which of them an `Option` tells apart depends on what is in it.
///
/// | | absent | `null` | `1` |
/// |---|---|---|---|
/// | `Option<i64>` | `None` | `None` | `Some(1)` |
/// | `Option<Option<i64>>` | `None` | `Some(None)` | `Some(Some(1))` |
impl<T: Empty + Field> Field for Option<T> {
    #[inline]
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if !T::NULLABLE && reader.eat_null()? {
            *self = None;
            return Ok(());
        }
        self.insert(T::empty()).fill(reader)
    }

    #[inline]
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

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Empty for Option<T> {
    const NULLABLE: bool = true;

    #[inline]
    fn empty() -> Self {
        None
    }
}

impl<T: Empty + Field> Field for Box<T> {
    #[inline]
    fn shape(&self) -> Shape {
        (**self).shape()
    }

    #[inline]
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        (**self).fill(reader)
    }

    #[inline]
    fn put(&self, writer: &mut Writer) {
        (**self).put(writer);
    }

    #[inline]
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Empty> Empty for Box<T> {
    const NULLABLE: bool = T::NULLABLE;

    #[inline]
    fn empty() -> Self {
        Box::new(T::empty())
    }
}
