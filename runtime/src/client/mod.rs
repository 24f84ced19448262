//! What a generated client is made of.

mod base;
mod builder;
mod credential;
mod problem;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue};

pub(crate) use self::base::BaseUrl;
pub use self::builder::ClientBuilder;
pub(crate) use self::credential::Credential;
pub use self::problem::BuildError;
use crate::tables::Api;
use crate::transport::Transport;

/// What all calls share: a clone costs a counter.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    api: &'static Api,
    base: BaseUrl,
    user_agent: HeaderValue,
    headers: HeaderMap,
    /// By the index of their scheme.
    credentials: Vec<Option<Credential>>,
    timeout: Option<Duration>,
    max_response_bytes: u64,
    transport: Arc<dyn Transport>,
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

    pub(crate) fn credential(&self, scheme: usize) -> Option<&Credential> {
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
