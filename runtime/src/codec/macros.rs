/// Makes an enum of names an open string enum: its last variant keeps what the document does not
/// name. Two are equal when their texts are.
///
/// ```ignore
/// rt::string_enum! { Color, Unknown { 0 Red "red", 1 DarkBlue "dark-blue" } }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_string_enum {
    ($name:ident, $fallback:ident { $($index:literal $variant:ident $wire:literal),* $(,)? }) => {
        impl $name {
            /// The value as it is on the wire.
            #[inline]
            pub fn as_str(&self) -> &::core::primitive::str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::$fallback(text) => text,
                }
            }
        }

        impl $crate::__v1::Text for $name {
            #[inline]
            fn known(
                text: ::std::borrow::Cow<'_, ::core::primitive::str>,
            ) -> ::core::result::Result<Self, Self> {
                ::core::result::Result::Ok(match $crate::__v1::find(&text, &[$($wire),*]) {
                    $($index => Self::$variant,)*
                    _ => return ::core::result::Result::Err(Self::$fallback(text.into_owned())),
                })
            }
        }

        impl ::core::convert::From<&::core::primitive::str> for $name {
            #[inline]
            fn from(text: &::core::primitive::str) -> Self {
                $crate::__v1::Text::from_text(::std::borrow::Cow::Borrowed(text))
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                $crate::__v1::Text::from_text(::std::borrow::Cow::Owned(text))
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            #[inline]
            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from(text))
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::core::cmp::Eq for $name {}

        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state)
            }
        }

        impl $crate::__v1::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self::$fallback(::std::string::String::new())
            }
        }

        impl $crate::__v1::Field for $name {
            #[inline]
            fn fill(
                &mut self,
                reader: &mut $crate::__v1::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::__v1::DecodeError> {
                $crate::__v1::fill_text(self, reader)
            }

            #[inline]
            fn show(&self, visit: &mut dyn $crate::__v1::Visit) {
                visit.text(self.as_str(), self)
            }
        }

        $crate::__v1_common! { $name }
    };
}

/// What comes of what a value shows.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_shown {
    ($name:ident) => {
        impl ::core::clone::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $crate::__v1::copy(self)
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__v1::debug(self, f)
            }
        }

        impl ::core::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                $crate::__v1::same(self, other)
            }
        }
    };
}

/// What records and enums have alike.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_common {
    ($name:ident) => {
        impl $crate::__v1::Plain for $name {}

        impl $crate::__v1::serde::Serialize for $name {
            fn serialize<S: $crate::__v1::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__v1::serialize(self, serializer)
            }
        }

        impl<'de> $crate::__v1::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__v1::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__v1::deserialize(deserializer)
            }
        }
    };
}
