//! What generated code holds of a union.

/// Makes an enum a union; its last variant keeps what fits no branch.
///
/// ```ignore
/// rt::union! { Pet, Unknown, tag "petType" {
///     0 Cat(Cat) 64 ["\"cat\""] [] from,       // `from`: `From<Cat>` too
///     1 Dog(Box<Dog>) 64 ["\"dog\""] ["bark"], // its JSON types, tags and required keys
/// } }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_union {
    ($name:ident, $fallback:ident $(, tag $tag:literal)? {
        $($index:literal $branch:ident($ty:ty) $kinds:literal [$($wire:literal),*]
            [$($required:literal),*] $($from:ident)*),* $(,)?
    }) => {
        impl $crate::__v1::Field for $name {
            #[inline]
            fn show(&self, visit: &mut dyn $crate::__v1::Visit) {
                let (variant, part): (&'static ::core::primitive::str, &dyn $crate::__v1::Field) =
                    match self {
                        $(Self::$branch(value) => (::core::stringify!($branch), value),)*
                        Self::$fallback(raw) => (::core::stringify!($fallback), raw),
                    };
                visit.union(
                    &$crate::__v1::UnionInfo {
                        tag: $crate::__v1_tag!($($tag)?),
                        branches: &[$(
                            $crate::__v1::BranchInfo {
                                name: ::core::stringify!($branch),
                                kinds: $kinds,
                                tags: &[$($wire),*],
                                required: &[$($required),*],
                            },
                        )*],
                    },
                    variant,
                    part,
                )
            }

            #[inline]
            fn slot(&mut self, index: usize) -> &mut dyn $crate::__v1::Field {
                *self = match index {
                    $($index => Self::$branch($crate::__v1::empty()),)*
                    $crate::__v1::FALLBACK => Self::$fallback($crate::__v1::empty()),
                    _ => return self,
                };
                match self {
                    $(Self::$branch(value) => value,)*
                    Self::$fallback(raw) => raw,
                }
            }
        }

        impl $crate::__v1::Empty for $name {
            // Where a branch takes any value as it is, `null` is one.
            const NULLABLE: bool = false $(|| $kinds & 129 == 129)*;

            #[inline]
            fn empty() -> Self {
                Self::$fallback($crate::__v1::empty())
            }
        }

        $crate::__v1_shown! { $name }
        $($($crate::__v1_branch! { $from $name $branch $ty })*)*
        $crate::__v1_common! { $name }
    };
}

/// The name of a tag, if there is one.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_tag {
    () => {
        ::core::option::Option::None
    };
    ($tag:literal) => {
        ::core::option::Option::Some($tag)
    };
}

/// What makes a union of the value of a branch.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_branch {
    (from $name:ident $branch:ident $ty:ty) => {
        impl ::core::convert::From<$ty> for $name {
            #[inline]
            fn from(value: $ty) -> Self {
                Self::$branch(value)
            }
        }
    };
}
