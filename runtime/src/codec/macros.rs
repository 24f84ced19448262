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
