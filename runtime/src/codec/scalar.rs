use super::error::DecodeError;
use super::field::{Empty, Field};
use super::reader::Reader;
use super::shape::Visit;
use super::writer::Writer;

macro_rules! scalar {
    ($($ty:ty, $empty:expr, $read:ident, $write:ident;)*) => { $(
        impl Field for $ty {
            fn show(&self, visit: &mut dyn Visit) {
                visit.whole(self);
            }

            fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                *self = reader.$read()?;
                Ok(())
            }

            fn put(&self, writer: &mut Writer) {
                writer.$write(*self);
            }
        }

        impl Empty for $ty {
            #[inline]
            fn empty() -> Self {
                $empty
            }
        }
    )* };
}

scalar! {
    bool, false, bool, bool;
    i32, 0, i32, integer;
    i64, 0, i64, integer;
    u64, 0, u64, integer;
    f64, 0.0, f64, f64;
}

impl Field for String {
    fn show(&self, visit: &mut dyn Visit) {
        visit.whole(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = reader.string()?.into_owned();
        Ok(())
    }

    fn put(&self, writer: &mut Writer) {
        writer.string(self);
    }
}

impl Empty for String {
    #[inline]
    fn empty() -> Self {
        Self::new()
    }
}

/// `null` and nothing else.
impl Field for () {
    fn show(&self, visit: &mut dyn Visit) {
        visit.whole(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.null()
    }

    fn put(&self, writer: &mut Writer) {
        writer.null();
    }
}

impl Empty for () {
    const NULLABLE: bool = true;

    #[inline]
    fn empty() -> Self {}
}
