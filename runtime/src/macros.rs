//! What generated types have in common. Each macro writes one-line functions: the work is done in
//! functions of this crate, compiled once.

/// Gives a call its `Operation`, `IntoFuture` and the settings that every call has.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_operation {
    ($call:ident, $info:ident, json $output:ty) => {
        $crate::__v1_operation! { @ $call, $output, |parts, body| $crate::__v1::decode_json(&$info, parts, body) }
    };
    ($call:ident, $info:ident, empty) => {
        $crate::__v1_operation! { @ $call, (), |parts, body| $crate::__v1::decode_empty(&$info, parts, body) }
    };
    (@ $call:ident, $output:ty, |$parts:ident, $body:ident| $decode:expr) => {
        impl $crate::__v1::Operation for $call {
            type Output = $output;
            type Documented = $crate::__v1::Undocumented;

            #[inline]
            fn request(self) -> $crate::__v1::Requested {
                self.0.request()
            }

            #[inline]
            fn decode(
                $parts: $crate::__v1::Parts,
                $body: $crate::__v1::Bytes,
            ) -> ::core::result::Result<$crate::__v1::Response<$output>, $crate::__v1::Error> {
                $decode
            }
        }

        impl ::core::future::IntoFuture for $call {
            type Output = ::core::result::Result<$crate::__v1::Response<$output>, $crate::__v1::Error>;
            type IntoFuture = $crate::__v1::Sending<$output>;

            #[inline]
            fn into_future(self) -> $crate::__v1::Sending<$output> {
                self.send()
            }
        }

        impl $call {
            /// Sends the request and reads the answer.
            #[inline]
            pub fn send(self) -> $crate::__v1::Sending<$output> {
                $crate::__v1::Sending::new(self.0, <Self as $crate::__v1::Operation>::decode)
            }

            /// The request, complete with base URL and credentials. Nothing is sent.
            #[inline]
            pub fn request(self) -> $crate::__v1::Requested {
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

/// Gives a client's builder the settings that every client has.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_client {
    ($client:ident, $builder:ident) => {
        impl $builder {
            /// A base URL in the place of the document's servers: absolute, without query,
            /// fragment, user and password.
            #[inline]
            #[must_use]
            pub fn base_url(self, url: impl ::core::convert::Into<$crate::__v1::String>) -> Self {
                Self(self.0.base_url(url.into()))
            }

            /// The URL that the document is served at, for its servers that are relative to it.
            #[inline]
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
            #[inline]
            #[must_use]
            pub fn trusted_origin(
                self,
                url: impl ::core::convert::Into<$crate::__v1::String>,
            ) -> Self {
                Self(self.0.trusted_origin(url.into()))
            }

            /// A header of every request to the client's own origin. It is treated as a secret.
            #[inline]
            #[must_use]
            pub fn default_header(
                self,
                name: impl ::core::convert::Into<$crate::__v1::String>,
                value: impl ::core::convert::Into<$crate::__v1::Secret>,
            ) -> Self {
                Self(self.0.default_header(name.into(), value.into()))
            }

            /// The `User-Agent`, in the place of `restitch/` and its version.
            #[inline]
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
            #[inline]
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
