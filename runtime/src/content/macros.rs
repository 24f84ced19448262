/// Makes a struct the parts of a multipart body.
///
/// ```ignore
/// rt::multipart! { Upload new {            // what `new` takes: as of `record!`, but no struct
///     0 photo "photo": file File,          // one file
///     1 scan "scan": optional_file File,   // perhaps one, and a setter
///     2 pages "pages": files Vec<File>,    // a file or more, each a part
///     3 more "more": optional_files Vec<File>,
///     4 kind "X-Kind": optional String => "note", // a header of a part behind it
///     5 size "X-Size": optional i64 => "note" needed, // without which that is not sent
///     6 note "note": optional String,      // and all that `record!` has
/// } }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_multipart {
    ($name:ident $($default:ident)? $(($($taken:tt)*))? {
        $($index:literal $field:ident $wire:literal : $presence:ident $ty:ty
            $(=> $part:literal $($needed:ident)?)?),*
        $(,)?
    }) => {
        $crate::__v1_taken! { [$($default)? $(($($taken)*))?] $name {} }

        impl $crate::__v1::Multipart for $name {
            #[inline]
            fn part(
                &mut self,
                index: usize,
            ) -> ::core::option::Option<(&'static ::core::primitive::str, $crate::__v1::Held<'_>)> {
                ::core::option::Option::Some(match index {
                    $($index => (
                        $wire,
                        $crate::__v1_held! { self.$field, $presence $($part $($needed)?)? },
                    ),)*
                    _ => return ::core::option::Option::None,
                })
            }
        }

        impl $crate::__v1::Payload for $name {
            #[inline]
            fn put(mut self, call: $crate::__v1::Call, index: usize) -> $crate::__v1::Call {
                call.parts(index, &mut self)
            }
        }

        impl $crate::__v1::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self { $($field: $crate::__v1::empty(),)* }
            }
        }

        impl $crate::__v1::Plain for $name {}

        impl $name {
            $($crate::__v1_new! { $default })?
            $($crate::__v1_part_setter! { $field $presence $ty })*
        }
    };
}

/// What a part holds.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_held {
    ($field:expr, file) => {
        $crate::__v1::Held::Files(&mut $field)
    };
    ($field:expr, optional_file) => {
        $crate::__v1::Held::Files(&mut $field)
    };
    ($field:expr, files) => {
        $crate::__v1::Held::Files(&mut $field)
    };
    ($field:expr, optional_files) => {
        $crate::__v1::Held::Files(&mut $field)
    };
    ($field:expr, $presence:ident $part:literal needed) => {
        $crate::__v1::Held::NeededHeader($part, &$field)
    };
    ($field:expr, $presence:ident $part:literal) => {
        $crate::__v1::Held::Header($part, &$field)
    };
    ($field:expr, $presence:ident) => {
        $crate::__v1::Held::Value(&$field)
    };
}

/// The setter of a part that is not required.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_part_setter {
    ($field:ident optional_file $ty:ty) => {
        $crate::__v1_setter! { $field optional $ty }
    };
    ($field:ident optional_files $ty:ty) => {
        $crate::__v1_setter! { $field optional $ty }
    };
    ($field:ident $presence:ident $ty:ty) => {
        $crate::__v1_setter! { $field $presence $ty }
    };
}

/// Makes an enum the choice among the media types of a body.
///
/// ```ignore
/// rt::choice! { CreatePetBody {
///     0 Json(Pet) value from,     // as the first media type; `From<Pet>`, and a setter takes a `Pet`
///     1 Form(Pet) value,          // the type is another variant's already
///     2 Text(String) payload from_text,
///     3 Any(File) payload from,
/// } }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_choice {
    ($name:ident {
        $($index:literal $variant:ident($ty:ty) $kind:ident $($from:ident)?),* $(,)?
    }) => {
        impl $crate::__v1::Payload for $name {
            #[inline]
            fn put(self, call: $crate::__v1::Call, _: usize) -> $crate::__v1::Call {
                match self {
                    $(Self::$variant(body) => $crate::__v1_put! { $kind call, $index, body },)*
                }
            }
        }

        impl $crate::__v1::Plain for $name {}

        $($($crate::__v1_choice_from! { $from $name $variant $ty })?)*
    };
}

/// Puts a variant's value into the call.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_put {
    (value $call:ident, $index:literal, $body:ident) => {
        $call.body_as($index, &$body)
    };
    (payload $call:ident, $index:literal, $body:ident) => {
        $crate::__v1::Payload::put($body, $call, $index)
    };
}

/// What a variant is made from.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_choice_from {
    (from_text $name:ident $variant:ident $ty:ty) => {
        $crate::__v1_choice_from! { from $name $variant $ty }
        $crate::__v1_choice_from! { into $name $variant &::core::primitive::str }
    };
    (from $name:ident $variant:ident $ty:ty) => {
        impl ::core::convert::From<$ty> for $name {
            #[inline]
            fn from(body: $ty) -> Self {
                Self::$variant(body)
            }
        }

        $crate::__v1_choice_from! { set $name $variant $ty }
    };
    (into $name:ident $variant:ident $ty:ty) => {
        impl ::core::convert::From<$ty> for $name {
            #[inline]
            fn from(body: $ty) -> Self {
                Self::$variant(::core::convert::Into::into(body))
            }
        }

        $crate::__v1_choice_from! { set $name $variant $ty }
    };
    (set $name:ident $variant:ident $ty:ty) => {
        impl $crate::__v1::FromValue<$ty> for $name {
            #[inline]
            fn from_value(body: $ty) -> Self {
                ::core::convert::Into::into(body)
            }
        }

        impl $crate::__v1::IntoSet<$name> for $ty {
            #[inline]
            fn into_set(self) -> ::core::option::Option<$name> {
                ::core::option::Option::Some(::core::convert::Into::into(self))
            }
        }
    };
}
