//! A client with every kind of parameter and credential, for the tests beside it.

use restitch::transport::InMemory;

#[allow(clippy::pedantic, missing_docs, unreachable_pub, dead_code)]
mod generated {
    use ::restitch::__v1 as rt;

    #[derive(Clone, Debug)]
    pub struct Client(pub rt::Client);

    impl Client {
        pub fn builder() -> ClientBuilder {
            ClientBuilder(rt::ClientBuilder::new(&API))
        }
        pub fn call(&self, info: &'static rt::OperationInfo) -> Any {
            Any(rt::Call::new(&self.0, info))
        }
        pub fn find(&self) -> Any {
            self.call(&FIND)
        }
        pub fn locate(&self) -> Locate {
            Locate(rt::Call::new(&self.0, &LOCATE))
        }
        pub fn item(&self, id: impl Into<String>) -> Any {
            Any(rt::Call::new(&self.0, &ITEM).arg(0, &id.into() as &String))
        }
    }

    #[derive(Clone, Debug)]
    pub struct ClientBuilder(rt::ClientBuilder);

    impl ClientBuilder {
        pub fn bearer(self, token: impl Into<rt::Token>) -> Self {
            Self(self.0.credential(0, token.into()))
        }
        pub fn basic(self, user: impl Into<String>, password: impl Into<rt::Secret>) -> Self {
            Self(self.0.basic(1, user.into(), password.into()))
        }
        pub fn header_key(self, key: impl Into<rt::Token>) -> Self {
            Self(self.0.credential(2, key.into()))
        }
        pub fn query_key(self, key: impl Into<rt::Token>) -> Self {
            Self(self.0.credential(3, key.into()))
        }
        pub fn cookie_key(self, key: impl Into<rt::Token>) -> Self {
            Self(self.0.credential(4, key.into()))
        }
        pub fn digest(self, authorization: impl Into<rt::Token>) -> Self {
            Self(self.0.credential(5, authorization.into()))
        }
        pub fn server_with(self, template: &'static str, values: &[(&str, &str)]) -> Self {
            Self(self.0.server_with(template, values))
        }
        pub fn server(self, server: usize) -> Self {
            Self(self.0.server(server))
        }
    }
    rt::client!(Client, ClientBuilder);

    static API: rt::Api = rt::Api {
        title: "Shop",
        version: "1",
        servers: &["https://shop.test/v1", "/v1", "https://{region}.shop.test"],
        schemes: &[
            rt::Scheme::bearer("Bearer"),
            rt::Scheme::basic("Basic"),
            rt::Scheme::api_key_header("HeaderKey", "X-Key"),
            rt::Scheme::api_key_query("QueryKey", "key"),
            rt::Scheme::api_key_cookie("CookieKey", "sid"),
            rt::Scheme::authorization("Digest"),
        ],
    };

    #[must_use]
    pub struct Any(rt::Call);

    impl Any {
        pub fn at(self, url: &'static str) -> Self {
            Self(self.0.server(url))
        }
        pub fn page(self, page: impl rt::IntoSet<i64>) -> Self {
            Self(self.0.opt(0, &page.into_set()))
        }
        pub fn tags(self, tags: impl rt::IntoSet<Vec<String>>) -> Self {
            Self(self.0.opt(1, &tags.into_set()))
        }
        pub fn sizes(self, sizes: impl rt::IntoSet<Vec<f64>>) -> Self {
            Self(self.0.opt(2, &sizes.into_set()))
        }
        pub fn filter(self, filter: impl rt::IntoSet<rt::Map<String>>) -> Self {
            Self(self.0.opt(3, &filter.into_set()))
        }
        pub fn trace(self, trace: impl rt::IntoSet<String>) -> Self {
            Self(self.0.opt(4, &trace.into_set()))
        }
        pub fn seen(self, seen: impl rt::IntoSet<Vec<String>>) -> Self {
            Self(self.0.opt(5, &seen.into_set()))
        }
        pub fn raw(self, raw: impl rt::IntoNullable<rt::Json>) -> Self {
            Self(self.0.opt(6, &raw.into_nullable()))
        }
        pub fn body(self, body: impl rt::IntoSet<Vec<f64>>) -> Self {
            Self(self.0.opt_body(&body.into_set()))
        }
    }
    rt::operation!(Any, FIND, json i64);

    /// Nothing is returned.
    #[must_use]
    pub struct Remove(pub rt::Call);
    rt::operation!(Remove, REMOVE, empty);

    /// A redirect is returned.
    #[must_use]
    pub struct Locate(pub rt::Call);
    rt::operation!(Locate, LOCATE, empty);

    static LOCATE: rt::OperationInfo = rt::OperationInfo {
        id: "locate",
        answers: &[rt::no_content(&[302])],
        ..rt::get("/location")
    };

    /// Server-Sent Events.
    #[must_use]
    pub struct Watch(pub rt::Call);
    rt::operation!(Watch, WATCH, stream rt::EventStream<i64>);

    static WATCH: rt::OperationInfo = rt::OperationInfo {
        id: "watch",
        accept: Some("text/event-stream"),
        answers: &[rt::events(&[200])],
        ..rt::get("/watch")
    };

    /// Lines, whole or as they arrive.
    #[must_use]
    pub struct Export(pub rt::Call);
    rt::operation!(Export, EXPORT, bytes, never, stream rt::Body, "text/csv");

    static EXPORT: rt::OperationInfo = rt::OperationInfo {
        id: "export",
        accept: Some("text/csv"),
        answers: &[rt::bytes(&[200]).of("text/csv")],
        ..rt::get("/export")
    };

    impl Client {
        pub fn export(&self) -> Export {
            Export(rt::Call::new(&self.0, &EXPORT))
        }
        pub fn watch(&self) -> Watch {
            Watch(rt::Call::new(&self.0, &WATCH))
        }
        pub fn remove(&self, id: i64) -> Remove {
            Remove(rt::Call::new(&self.0, &REMOVE).arg(0, &id))
        }
    }

    static FIND: rt::OperationInfo = rt::OperationInfo {
        id: "find",
        params: &[
            rt::query("page").joined(),
            rt::query("tag"),
            rt::query("sizes").joined(),
            rt::query("filter"),
            rt::header("X-Trace"),
            rt::cookie("seen").joined(),
            rt::query("raw").joined(),
        ],
        body: &[rt::Media::JSON],
        answers: &[rt::json(&[200])],
        ..rt::get("/items")
    };

    static ITEM: rt::OperationInfo = rt::OperationInfo {
        id: "item",
        params: &[rt::path("id")],
        answers: &[rt::json(&[200])],
        security: &[&[0], &[]],
        ..rt::get("/items/{id}")
    };

    const REMOVE: rt::OperationInfo = rt::OperationInfo {
        id: "remove",
        params: &[rt::path("id")],
        answers: &[rt::no_content(&[204])],
        ..rt::delete("/items/{id}")
    };
}
pub(crate) use generated::*;
pub(crate) use restitch::__v1 as rt;

/// A client that has no credential, and the server that it talks to.
pub(crate) fn shop() -> (Client, InMemory) {
    let server = InMemory::new();
    (
        Client::builder().transport(server.clone()).build().unwrap(),
        server,
    )
}

/// An operation that only differs by what it demands.
pub(crate) const fn demanding(security: &'static [&'static [usize]]) -> rt::OperationInfo {
    const BASE: rt::OperationInfo = rt::OperationInfo {
        id: "guarded",
        accept: Some(""),
        answers: &[rt::json(&[200])],
        ..rt::get("/guarded")
    };
    rt::OperationInfo { security, ..BASE }
}
