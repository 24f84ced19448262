/// Makes a struct a JSON object.
///
/// ```ignore
/// rt::record! { Key(id as String; kind: "key".into(), ..rt::empty()) {
///     0 id "id": required String,             // `id: String`; a `None` is written as null
///     1 kind "kind": required String,
///     2 name "name": optional String,         // `name: Option<String>` and a setter
///     3 note "note": nullable String,         // `note: Option<Option<String>>` and a setter
///     4 odd "a\"b": required_escaped i64,     // JSON writes this key with escapes
/// } rest extra }                              // `extra: Extra`, or a `Map`: the keys that no field has
/// ```
///
/// Between the name and the fields stands what `new` takes, and behind the `;` what it sets beside it:
///
/// - `Key(id as String, size: i64; ..rt::empty())`: arguments, those with `as` are `impl Into`;
/// - `Key: KeyRequired(..rt::empty())`: a struct of the fields that say so, `0 id "id": required
///   String => new`; without parentheses where there is nothing else to set;
/// - `Key new`: nothing; there is `Default` too;
/// - `Key default(kind: "key".into(), ..rt::empty())`: the same, with what it sets.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_record {
    ($name:ident $($default:ident)? $(: $required:ident)? $(($($taken:tt)*))? {
        $($index:literal $field:ident $wire:literal: $presence:ident $ty:ty $(=> $new:ident)?),*
        $(,)?
    } $(rest $rest:ident)?) => {
        $crate::__v1_taken! {
            [$($default)? $(: $required)? $(($($taken)*))?]
            $name { $($($new $field: $ty,)?)* } $($rest)?
        }

        impl $crate::__v1::Field for $name {
            #[inline]
            fn show(&self, visit: &mut dyn $crate::__v1::Visit) {
                visit.record(
                    ::core::stringify!($name),
                    &[$($crate::__v1::FieldInfo::$presence(::core::concat!(",\"", $wire, "\":")),)*],
                    &[$(&self.$field,)* $(&self.$rest,)?],
                )
            }

            #[inline]
            fn slot(&mut self, index: usize) -> &mut dyn $crate::__v1::Field {
                match index {
                    $($index => &mut self.$field,)*
                    $($crate::__v1::REST => &mut self.$rest,)?
                    _ => self,
                }
            }
        }

        impl $crate::__v1::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self {
                    $($field: $crate::__v1::empty(),)*
                    $($rest: $crate::__v1::empty(),)?
                }
            }
        }

        impl $name {
            $($crate::__v1_new! { $default })?
            $($crate::__v1_setter! { $field $presence $ty })*
        }

        $crate::__v1_shown! { $name }
        $crate::__v1_common! { $name }
    };
}

/// `new` and `Default` of a record, by what stands before its fields.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_taken {
    ([] $name:ident {} $($rest:ident)?) => {};
    ([new] $name:ident {} $($rest:ident)?) => {
        $crate::__v1_default! { $name }
    };
    ([default ($($others:tt)*)] $name:ident {} $($rest:ident)?) => {
        impl $name {
            /// A value with nothing set.
            #[inline]
            pub fn new() -> Self {
                Self { $($rest: $crate::__v1::empty(),)? $($others)* }
            }
        }

        $crate::__v1_default! { $name }
    };
    (
        [($($field:ident $(: $must:ty)? $(as $into:ty)?),* $(; $($others:tt)*)?)]
        $name:ident {} $($rest:ident)?
    ) => {
        impl $name {
            /// A value of the required fields, nothing else set.
            #[inline]
            pub fn new(
                $($field $(: $must)? $(: impl ::core::convert::Into<$into>)?),*
            ) -> Self {
                Self {
                    $($field $(: ::core::convert::Into::<$into>::into($field))?,)*
                    $($rest: $crate::__v1::empty(),)?
                    $($($others)*)?
                }
            }
        }
    };
    (
        [: $required:ident $(($($others:tt)*))?]
        $name:ident { $(new $field:ident: $ty:ty,)* } $($rest:ident)?
    ) => {
        $crate::__v1_required! {
            $name $required { $($field: $ty,)* }, $($rest: $crate::__v1::empty(),)? $($($others)*)?
        }
    };
}

/// The struct that `new` takes where a struct has too many required fields for arguments; behind it
/// what `new` sets of the others. It is there to be given away: what it holds has `Clone`, and shows
/// itself, once it is. Deriving both took a twentieth of what a client takes to check.
///
/// ```ignore
/// rt::required! { Key KeyRequired { id: String, by: Option<String> }, ..rt::empty() }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_required {
    ($name:ident $required:ident { $($field:ident: $ty:ty),* $(,)? } $(, $($others:tt)*)?) => {
        #[doc = ::core::concat!("The required fields of [`", ::core::stringify!($name), "`].")]
        pub struct $required {
            $(pub $field: $ty,)*
        }

        impl ::core::fmt::Debug for $required {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(::core::stringify!($required))
            }
        }

        impl $name {
            /// A value of the required fields, nothing else set.
            #[inline]
            pub fn new(required: $required) -> Self {
                Self { $($field: required.$field,)* $($($others)*)? }
            }
        }
    };
}

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

/// `new`, of a value that needs nothing. It stands among the setters: rustc compares the `impl`s of a
/// type with each other.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_new {
    (new) => {
        /// A value with nothing set.
        #[inline]
        pub fn new() -> Self {
            $crate::__v1::empty()
        }
    };
    (default) => {};
}

/// `Default` of what `new` makes of nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_default {
    ($name:ident) => {
        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::new()
            }
        }
    };
}

/// The setter of a field that is not required. Its docs must not hold the wire name: that is text
/// of the document, and could be a doctest.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_setter {
    ($field:ident required $ty:ty) => {};
    ($field:ident optional $ty:ty) => {
        /// Sets the field of this name.
        #[must_use]
        pub fn $field(mut self, $field: impl $crate::__v1::IntoSet<$ty>) -> Self {
            $crate::__v1::set(&mut self.$field, $field);
            self
        }
    };
    ($field:ident nullable $ty:ty) => {
        /// Sets the field of this name, which may be `Null`.
        #[must_use]
        pub fn $field(mut self, $field: impl $crate::__v1::IntoNullable<$ty>) -> Self {
            $crate::__v1::set_nullable(&mut self.$field, $field);
            self
        }
    };
    ($field:ident optional_foreign $ty:ty) => {
        /// Sets the field of this name.
        #[must_use]
        pub fn $field(mut self, $field: impl $crate::__v1::IntoForeign<$ty>) -> Self {
            self.$field = $crate::__v1::IntoForeign::into_foreign($field);
            self
        }
    };
    ($field:ident nullable_foreign $ty:ty) => {
        /// Sets the field of this name, which may be `Null`.
        #[must_use]
        pub fn $field(mut self, $field: impl $crate::__v1::IntoForeignNullable<$ty>) -> Self {
            self.$field = $crate::__v1::IntoForeignNullable::into_foreign_nullable($field);
            self
        }
    };
    ($field:ident optional_escaped $ty:ty) => {
        $crate::__v1_setter! { $field optional $ty }
    };
    ($field:ident nullable_escaped $ty:ty) => {
        $crate::__v1_setter! { $field nullable $ty }
    };
    ($field:ident optional_foreign_escaped $ty:ty) => {
        $crate::__v1_setter! { $field optional_foreign $ty }
    };
    ($field:ident nullable_foreign_escaped $ty:ty) => {
        $crate::__v1_setter! { $field nullable_foreign $ty }
    };
    ($field:ident $presence:ident $ty:ty) => {};
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
