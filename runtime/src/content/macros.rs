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
