use super::numbers::Decimal;
use super::reader::{Kind, Reader};

/// Types that are made from any integer: the open enums of integers.
#[doc(hidden)]
pub trait FromInteger: Sized {
    fn from_integer(value: i64) -> Self;
}

/// Whether two JSON texts are the same string, number, boolean or null, however each is written:
/// `1`, `1.0` and `1e0` are one number. Arrays and objects are the same as texts only.
#[doc(hidden)]
pub fn same_value(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    same_otherwise(a, b)
}

/// The same of texts that differ.
fn same_otherwise(a: &str, b: &str) -> bool {
    // Nearly always: strings without escapes, which are one only if they are one text.
    let is_plain = |text: &str| text.starts_with('"') && !text.contains('\\');
    if is_plain(a) && is_plain(b) {
        return false;
    }
    // A server's text may be long, and is compared with each value that the document names. An
    // escape is six times as long as its character at most.
    if a.starts_with('"') && (a.len() > 6 * b.len() || b.len() > 6 * a.len()) {
        return false;
    }
    let (mut a, mut b) = (Reader::new(a), Reader::new(b));
    match (a.peek(), b.peek()) {
        (Ok(Kind::String), Ok(Kind::String)) => match (a.string(), b.string()) {
            (Ok(a), Ok(b)) => a == b,
            _ => false,
        },
        (Ok(Kind::Number), Ok(Kind::Number)) => match (a.number(), b.number()) {
            (Ok(a), Ok(b)) => Decimal::new(a) == Decimal::new(b),
            _ => false,
        },
        _ => false,
    }
}

/// Makes an enum of names an open enum of JSON values that are not all strings: its last variant
/// keeps what the document does not name.
///
/// ```ignore
/// rt::value_enum! { Level, Unknown: i64 { N1 = 1, Minus1 = -1 } }
/// rt::value_enum! { Limit, Unknown: json { N1 = "1", Auto = "\"auto\"", False = "false" } }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_value_enum {
    ($name:ident, $fallback:ident: i64 { $($variant:ident = $wire:literal),* $(,)? }) => {
        impl $name {
            /// The value as it is on the wire.
            #[inline]
            pub fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::$fallback(value) => *value,
                }
            }
        }

        impl $crate::__v1::FromInteger for $name {
            #[inline]
            fn from_integer(value: i64) -> Self {
                match value {
                    $($wire => Self::$variant,)*
                    _ => Self::$fallback(value),
                }
            }
        }

        impl ::core::convert::From<i64> for $name {
            #[inline]
            fn from(value: i64) -> Self {
                $crate::__v1::FromInteger::from_integer(value)
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        impl $crate::__v1::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self::$fallback(0)
            }
        }

        impl $crate::__v1::Field for $name {
            #[inline]
            fn show(&self, visit: &mut dyn $crate::__v1::Visit) {
                visit.whole(self)
            }

            #[inline]
            fn fill(
                &mut self,
                reader: &mut $crate::__v1::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::__v1::DecodeError> {
                match reader.i64() {
                    ::core::result::Result::Ok(value) => {
                        *self = $crate::__v1::FromInteger::from_integer(value);
                        if let Self::$fallback(_) = self {
                            reader.count_kept();
                        }
                        ::core::result::Result::Ok(())
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }

            #[inline]
            fn put(&self, writer: &mut $crate::__v1::Writer) {
                writer.integer(self.as_i64())
            }
        }

        $crate::__v1_common! { $name }
    };
    ($name:ident, $fallback:ident: json { $($variant:ident = $wire:literal),* $(,)? }) => {
        impl $name {
            /// The value as it is on the wire: JSON text.
            #[inline]
            pub fn as_json(&self) -> &::core::primitive::str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::$fallback(value) => value.as_str(),
                }
            }
        }

        impl ::core::convert::From<$crate::__v1::Json> for $name {
            #[inline]
            fn from(value: $crate::__v1::Json) -> Self {
                $(if $crate::__v1::same_value(value.as_str(), $wire) {
                    return Self::$variant;
                })*
                Self::$fallback(value)
            }
        }

        impl $crate::__v1::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self::$fallback($crate::__v1::empty())
            }
        }

        impl $crate::__v1::Field for $name {
            #[inline]
            fn show(&self, visit: &mut dyn $crate::__v1::Visit) {
                visit.whole(self)
            }

            #[inline]
            fn fill(
                &mut self,
                reader: &mut $crate::__v1::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::__v1::DecodeError> {
                let mut value: $crate::__v1::Json = $crate::__v1::empty();
                match $crate::__v1::Field::fill(&mut value, reader) {
                    ::core::result::Result::Ok(()) => {
                        *self = ::core::convert::From::from(value);
                        if let Self::$fallback(_) = self {
                            reader.count_kept();
                        }
                        ::core::result::Result::Ok(())
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }

            #[inline]
            fn put(&self, writer: &mut $crate::__v1::Writer) {
                writer.raw(self.as_json())
            }
        }

        $crate::__v1_common! { $name }
    };
}

#[cfg(test)]
mod tests {
    use super::same_value;

    #[test]
    fn values_are_the_same_however_they_are_written() {
        let check = |a: &str, b: &str, same: bool| {
            assert_eq!(same_value(a, b), same, "{a} and {b}");
            assert_eq!(same_value(b, a), same, "{b} and {a}");
        };
        check("1", "1.0", true);
        check("1", "10e-1", true);
        check("-0", "0", true);
        check("1", "2", false);
        check("1", "\"1\"", false);
        check("\"a\"", "\"\\u0061\"", true);
        check("\"a\"", "\"A\"", false);
        check("true", "true", true);
        check("true", "false", false);
        check("null", "null", true);
        check("null", "0", false);
        check("[1]", "[1]", true);
    }
}
