//! What a generated client is made of.

mod base;
mod builder;
mod credential;
mod problem;
mod server;
mod token;

use std::fmt;
use std::sync::Arc;
#[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
use std::sync::OnceLock;
use std::time::Duration;

use http::{HeaderMap, HeaderValue};

pub(crate) use self::base::BaseUrl;
pub use self::builder::ClientBuilder;
pub(crate) use self::credential::{Credential, Kept};
pub use self::problem::BuildError;
pub use self::token::{Token, TokenSource};
use crate::tables::{Api, OwnServer, Variable};
use crate::transport::Transport;

/// What all calls share: a clone costs a counter.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    api: &'static Api,
    base: BaseUrl,
    /// Whether the base URL was given, in the place of all servers of the document.
    given: bool,
    /// Of servers that operations have for themselves, by their slots.
    variables: Vec<(usize, String)>,
    /// Which of such servers were chosen, the last one last.
    own_servers: Vec<usize>,
    /// Where the document is served, for its relative URLs.
    document: Option<String>,
    /// Origins beside that of the base URL that credentials are for.
    trusted: Vec<String>,
    user_agent: HeaderValue,
    headers: HeaderMap,
    /// By the index of their scheme.
    credentials: Vec<Option<Kept>>,
    timeout: Option<Duration>,
    max_response_bytes: u64,
    transport: Arc<dyn Transport>,
    /// What calls that block go by: the transport that was given, or one of its own, made by the first
    /// such call.
    #[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
    blocking: OnceLock<Arc<dyn Transport>>,
}

impl Client {
    pub(crate) fn api(&self) -> &'static Api {
        self.0.api
    }

    pub(crate) fn base(&self) -> &BaseUrl {
        &self.0.base
    }

    pub(crate) fn user_agent(&self) -> &HeaderValue {
        &self.0.user_agent
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The base URL of an operation that has a server of its own: none where the program gave one
    /// for all. A relative one is relative to the document, else to the root of the client's origin.
    pub(crate) fn server(
        &self,
        url: &str,
        variables: &[Variable],
    ) -> Option<Result<BaseUrl, String>> {
        if self.0.given {
            return None;
        }
        let value = |variable: &Variable| {
            let mut given = self.0.variables.iter();
            let given = given.find(|(slot, _)| *slot == variable.slot);
            let value = given
                .map(|(_, value)| value.as_str())
                .or(variable.default)?;
            Some((variable.name, value))
        };
        let values: Vec<_> = variables.iter().filter_map(value).collect();
        let url = match server::filled(url, &values) {
            Ok(url) => url,
            Err(reason) => return Some(Err(reason)),
        };
        let document = self.0.document.as_deref();
        let document = document.unwrap_or(self.0.base.origin());
        Some(BaseUrl::parse(&server::resolved(document, &url)))
    }

    /// Of the servers that an operation has for itself, the one that the builder was told last.
    pub(crate) fn chosen<'a>(&self, servers: &[OwnServer<'a>]) -> Option<OwnServer<'a>> {
        let mut latest = self.0.own_servers.iter().rev();
        latest.find_map(|index| servers.iter().find(|own| own.index == *index).copied())
    }

    /// Whether the client's credentials and default headers are for an origin.
    pub(crate) fn trusts(&self, origin: &str) -> bool {
        self.0.base.origin() == origin || self.0.trusted.iter().any(|other| other == origin)
    }

    /// Whether any credential has to be asked for.
    pub(crate) fn has_sources(&self) -> bool {
        let is_source = |kept: &Kept| matches!(kept, Kept::Source(_));
        self.0.credentials.iter().flatten().any(is_source)
    }

    pub(crate) fn credential(&self, scheme: usize) -> Option<&Kept> {
        self.0.credentials.get(scheme)?.as_ref()
    }

    pub(crate) fn timeout(&self) -> Option<Duration> {
        self.0.timeout
    }

    pub(crate) fn max_response_bytes(&self) -> u64 {
        self.0.max_response_bytes
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.0.transport
    }

    #[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
    pub(crate) fn blocking(&self) -> &dyn Transport {
        let own = || Arc::new(crate::transport::Ureq::new()) as Arc<dyn Transport>;
        &**self.0.blocking.get_or_init(own)
    }
}

impl fmt::Debug for Client {
    /// Neither headers nor credentials.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Client");
        out.field("api", &self.0.api.title)
            .field("base_url", &self.0.base.as_str());
        out.finish_non_exhaustive()
    }
}
