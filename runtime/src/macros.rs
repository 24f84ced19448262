//! What generated types have in common. Each macro writes one-line functions: the work is done in
//! functions of this crate, compiled once.

/// Gives a call its `Operation`, `IntoFuture`, `Debug` and the settings that every call has.
///
/// ```ignore
/// rt::operation!(CountPets, COUNT_PETS, json i64); // no documented errors: `never`
/// rt::operation!(GetPet, GET_PET, json types::Pet, cases GetPetError);
/// rt::operation!(Export, EXPORT, bytes, never, stream Body "text/csv");
/// rt::operation!(Listen, LISTEN, stream rt::EventStream<types::News>, json types::Problem);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_operation {
    ($call:ident, $info:ident, $out:ident $($output:ty)?) => {
        $crate::__v1_operation! { $call, $info, $out $($output)?, never }
    };
    ($call:ident, $info:ident, stream $stream:ty, $err:ident $($error:ty)?) => {
        $crate::__v1_operation! { @ $call, $info, stream [stream $stream] [$err $($error)?] }
        $crate::__v1_streaming! { $call, $info, $stream, [$err $($error)?] |call| call }
    };
    ($call:ident, $info:ident, $out:ident $($output:ty)?, $err:ident $($error:ty)?) => {
        $crate::__v1_operation! { @ $call, $info, whole [$out $($output)?] [$err $($error)?] }
    };
    (
        $call:ident, $info:ident, $out:ident $($output:ty)?, $err:ident $($error:ty)?,
        stream $stream:ty, $accept:literal
    ) => {
        $crate::__v1_operation! { @ $call, $info, whole [$out $($output)?] [$err $($error)?] }
        $crate::__v1_streaming! {
            $call, $info, $stream, [$err $($error)?] |call| call.accepting($accept)
        }
        impl $call {
            /// Sends the request and gives what is read while it arrives.
            #[inline]
            pub fn stream(
                self,
            ) -> $crate::__v1::Sending<$stream, $crate::__v1_value!($err $($error)?)> {
                $crate::__v1::Sending::stream::<
                    $crate::__v1::AsStream<$stream>,
                    $crate::__v1_as!($err $($error)?),
                >(self.0.accepting($accept))
            }

            $crate::__v1_blocking! { accepting $accept [$stream] [$err $($error)?] }
        }
    };
    // The types that most operations have are worked out once: a macro in the place of a type is
    // expanded wherever it stands.
    (@ $call:ident, $info:ident, $how:ident [json $out:ty] $err:tt) => {
        $crate::__v1_operation! { @out $call, $info, $how [$out, $crate::__v1::AsJson<$out>] $err }
    };
    (@ $call:ident, $info:ident, $how:ident [$($out:tt)*] $err:tt) => {
        $crate::__v1_operation! {
            @out $call, $info, $how [$crate::__v1_value!($($out)*), $crate::__v1_as!($($out)*)] $err
        }
    };
    (@out $call:ident, $info:ident, $how:ident $out:tt [json $err:ty]) => {
        $crate::__v1_operation! { @both $call, $info, $how $out [$err, $crate::__v1::AsJson<$err>] }
    };
    (@out $call:ident, $info:ident, $how:ident $out:tt [cases $err:ty]) => {
        $crate::__v1_operation! { @both $call, $info, $how $out [$err, $err] }
    };
    (@out $call:ident, $info:ident, $how:ident $out:tt [never]) => {
        $crate::__v1_operation! {
            @both $call, $info, $how $out [$crate::__v1::Undocumented, $crate::__v1::AsNever]
        }
    };
    (@out $call:ident, $info:ident, $how:ident $out:tt [$($err:tt)*]) => {
        $crate::__v1_operation! {
            @both $call, $info, $how $out [$crate::__v1_value!($($err)*), $crate::__v1_as!($($err)*)]
        }
    };
    (@both $call:ident, $info:ident, $how:ident [$out:ty, $out_as:ty] [$err:ty, $err_as:ty]) => {
        impl $crate::__v1::Operation for $call {
            type Output = $out;
            type Documented = $err;

            #[inline]
            fn request(self) -> $crate::__v1::Requested<$err> {
                self.request()
            }

            #[inline]
            fn decode(
                parts: $crate::__v1::Parts,
                body: $crate::__v1::Bytes,
            ) -> $crate::__v1::Answered<$out, $err> {
                $crate::__v1::decode::<$out_as, $err_as>(&$info, parts, body)
            }
        }

        impl ::core::fmt::Debug for $call {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }

        impl ::core::future::IntoFuture for $call {
            type Output = $crate::__v1::Answered<$out, $err>;
            type IntoFuture = $crate::__v1::Sending<$out, $err>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }

        impl $call {
            /// Sends the request and reads the answer.
            #[inline]
            pub fn send(self) -> $crate::__v1::Sending<$out, $err> {
                $crate::__v1::Sending::$how::<$out_as, $err_as>(self.0)
            }

            $crate::__v1_blocking! { $how [$out] [$err] }

            /// The request, complete with base URL and credentials. Nothing is sent.
            #[inline]
            pub fn request(self) -> $crate::__v1::Requested<$err> {
                self.0.request()
            }

            /// How long this call may take in all, in the place of the client's timeout.
            #[inline]
            pub fn with_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.with_timeout(timeout))
            }

            /// A header of this request, in the place of any other of that name.
            #[inline]
            pub fn with_header(self, name: &str, value: &str) -> Self {
                Self(self.0.with_header(name, value))
            }

            /// A further parameter of this request's query.
            #[inline]
            pub fn with_query(self, name: &str, value: &str) -> Self {
                Self(self.0.with_query(name, value))
            }

            /// A base URL for this call alone. Where its scheme, host or port is another than the
            /// client's (and no trusted origin), neither the client's credentials nor its default headers go along.
            #[inline]
            pub fn with_base_url(self, url: &str) -> Self {
                Self(self.0.with_base_url(url))
            }
        }
    };
}

/// Gives a call its `send_blocking`: the feature is this crate's, so it is decided here and not where
/// the macro is used.
#[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_blocking {
    (whole [$out:ty] [$err:ty]) => {
        /// Sends the request and reads the answer, on this thread. Not for async code.
        #[inline]
        pub fn send_blocking(self) -> $crate::__v1::Answered<$out, $err> {
            $crate::__v1::send_blocking(self.0, <Self as $crate::__v1::Operation>::decode)
        }
    };
    (stream [$stream:ty] [$err:ty]) => {
        /// Sends the request and gives what is read while it arrives, on this thread, by
        /// `next_blocking`. Not for async code.
        #[inline]
        pub fn send_blocking(self) -> $crate::__v1::Answered<$stream, $err> {
            $crate::__v1::stream_blocking(self.0, <Self as $crate::__v1::Streaming>::open)
        }
    };
    (accepting $accept:literal [$stream:ty] [$($err:tt)*]) => {
        /// Sends the request and gives what is read while it arrives, on this thread, by
        /// `next_blocking`. Not for async code.
        #[inline]
        pub fn stream_blocking(
            self,
        ) -> $crate::__v1::Answered<$stream, $crate::__v1_value!($($err)*)> {
            $crate::__v1::stream_blocking(
                self.0.accepting($accept),
                <Self as $crate::__v1::Streaming>::open,
            )
        }
    };
}

/// Without the feature `ureq` nothing blocks.
#[cfg(not(all(feature = "ureq", not(target_arch = "wasm32"))))]
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_blocking {
    ($($any:tt)*) => {};
}

/// Gives a call its `Streaming`.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_streaming {
    ($call:ident, $info:ident, $stream:ty, [$($err:tt)*] |$made:ident| $asking:expr) => {
        impl $crate::__v1::Streaming for $call {
            type Stream = $stream;

            #[inline]
            fn stream_request(self) -> $crate::__v1::Requested<$crate::__v1_value!($($err)*)> {
                let $made = self.0;
                $asking.request()
            }

            #[inline]
            fn open(
                parts: $crate::__v1::Parts,
                body: $crate::__v1::Body,
            ) -> $crate::__v1::Answered<$stream, $crate::__v1_value!($($err)*)> {
                $crate::__v1::open::<$crate::__v1::AsStream<$stream>, $crate::__v1_as!($($err)*)>(
                    &$info, parts, body,
                )
            }
        }
    };
}

/// The type of what an answer is read into.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_value {
    (json $value:ty) => {
        $value
    };
    (cases $value:ty) => {
        $value
    };
    (stream $value:ty) => {
        $value
    };
    (text) => {
        $crate::__v1::String
    };
    (bytes) => {
        $crate::__v1::Bytes
    };
    (empty) => {
        ()
    };
    (never) => {
        $crate::__v1::Undocumented
    };
}

/// How it is read.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_as {
    (json $value:ty) => { $crate::__v1::AsJson<$value> };
    (cases $value:ty) => { $value };
    (stream $value:ty) => { $crate::__v1::AsStream<$value> };
    (text) => { $crate::__v1::AsText };
    (bytes) => { $crate::__v1::AsBytes };
    (empty) => { $crate::__v1::AsNothing };
    (never) => { $crate::__v1::AsNever };
}

/// Makes an enum of documented answers what an answer is read into.
///
/// ```ignore
/// rt::cases! { GetPetError { 0 NotFound json, 1 Gone, 2 Default text, } }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_cases {
    ($name:ident { $($case:literal $variant:ident $($kind:ident)?),* $(,)? }) => {
        impl $crate::__v1::Outcome for $name {
            type Value = Self;

            #[inline]
            fn empty(case: u16) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match case {
                    $($case => Self::$variant { $(0: $crate::__v1_unread!($kind))? },)*
                    _ => return ::core::option::Option::None,
                })
            }

            #[inline]
            fn slot(value: &mut Self) -> $crate::__v1::Slot<'_> {
                match value {
                    $(Self::$variant { $(0: $kind)? } => $crate::__v1_slot!($($kind $kind)?),)*
                }
            }
        }
    };
}

/// What a case holds before it is read.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_unread {
    (json) => {
        $crate::__v1::empty()
    };
    (text) => {
        $crate::__v1::String::new()
    };
    (bytes) => {
        $crate::__v1::Bytes::new()
    };
}

/// Where the content of a case goes.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_slot {
    (json $value:ident) => {
        $crate::__v1::Slot::Json($value)
    };
    (text $value:ident) => {
        $crate::__v1::Slot::Text($value)
    };
    (bytes $value:ident) => {
        $crate::__v1::Slot::Bytes($value)
    };
    () => {
        $crate::__v1::Slot::Nothing
    };
}

/// Gives a client's builder the settings that every client has.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_client {
    ($client:ident, $builder:ident) => {
        impl $builder {
            /// A base URL in the place of the document's servers: absolute, without query,
            /// fragment, user and password.
            #[must_use]
            pub fn base_url(self, url: impl ::core::convert::Into<$crate::__v1::String>) -> Self {
                Self(self.0.base_url(url.into()))
            }

            /// The URL that the document is served at, for its servers that are relative to it.
            #[must_use]
            pub fn document_url(
                self,
                url: impl ::core::convert::Into<$crate::__v1::String>,
            ) -> Self {
                Self(self.0.document_url(url.into()))
            }

            /// A further origin that credentials and default headers are for: one that operations
            /// have a server of their own at, or that calls are given by `with_base_url`. Of the URL
            /// scheme, host and port count.
            #[must_use]
            pub fn trusted_origin(
                self,
                url: impl ::core::convert::Into<$crate::__v1::String>,
            ) -> Self {
                Self(self.0.trusted_origin(url.into()))
            }

            /// A header of every request to the client's own origin. It is treated as a secret.
            #[must_use]
            pub fn default_header(
                self,
                name: impl ::core::convert::Into<$crate::__v1::String>,
                value: impl ::core::convert::Into<$crate::__v1::Secret>,
            ) -> Self {
                Self(self.0.default_header(name.into(), value.into()))
            }

            /// The `User-Agent`, in the place of `restitch/` and its version.
            #[must_use]
            pub fn user_agent(
                self,
                user_agent: impl ::core::convert::Into<$crate::__v1::String>,
            ) -> Self {
                Self(self.0.user_agent(user_agent.into()))
            }

            /// How long a call may take, from connecting to the last byte of the answer. Without
            /// it there is no limit.
            #[inline]
            #[must_use]
            pub fn timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// How large the body of an answer may be. Without it, 64 MiB.
            #[inline]
            #[must_use]
            pub fn max_response_bytes(self, bytes: u64) -> Self {
                Self(self.0.max_response_bytes(bytes))
            }

            /// What sends the requests, in the place of the default transport.
            #[must_use]
            pub fn transport(self, transport: impl $crate::__v1::Transport) -> Self {
                Self(self.0.transport($crate::__v1::Arc::new(transport)))
            }

            /// The client, after checking all that was set.
            #[inline]
            pub fn build(self) -> ::core::result::Result<$client, $crate::__v1::BuildError> {
                self.0.build().map($client)
            }
        }
    };
}

/// Includes the client that the build script generated.
///
/// Without an argument it is `client.rs` in the build's `OUT_DIR`; `include_client!("billing")` is
/// `billing.rs` there.
///
/// ```ignore
/// restitch::include_client!();
/// ```
#[macro_export]
macro_rules! include_client {
    () => {
        $crate::include_client! { "client" }
    };
    ($name:literal) => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/", $name, ".rs"));
    };
}
