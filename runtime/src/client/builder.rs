use std::fmt;
use std::sync::Arc;
#[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
use std::sync::OnceLock;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::credential::Given;
use super::{BaseUrl, BuildError, Client, Inner, Kept, Token, server};
use crate::tables::Api;
use crate::transport::Transport;
use crate::{Secret, params};

/// Answers beyond this size are errors unless the program says otherwise: far above what ordinary
/// calls return, far below what would exhaust memory.
const MAX_RESPONSE_BYTES: u64 = 64 * 1024 * 1024;

const USER_AGENT: &str = concat!("restitch/", env!("CARGO_PKG_VERSION"));

/// What a client is built from. It checks nothing before [`build`](Self::build).
#[derive(Clone)]
pub struct ClientBuilder {
    api: &'static Api,
    server: usize,
    /// The chosen server where it has variables: as the document writes it, and filled in.
    filled: Option<(&'static str, Result<String, String>)>,
    /// Of servers that operations have for themselves, by their slots.
    variables: Vec<(usize, String)>,
    own_servers: Vec<usize>,
    base_url: Option<String>,
    document_url: Option<String>,
    trusted: Vec<String>,
    user_agent: String,
    headers: Vec<(String, Secret)>,
    credentials: Vec<Option<Given>>,
    timeout: Option<Duration>,
    max_response_bytes: u64,
    transport: Option<Arc<dyn Transport>>,
}

impl ClientBuilder {
    /// A builder of a client for the document's first server.
    pub fn new(api: &'static Api) -> Self {
        Self {
            api,
            server: 0,
            filled: None,
            variables: Vec::new(),
            own_servers: Vec::new(),
            base_url: None,
            document_url: None,
            trusted: Vec::new(),
            user_agent: USER_AGENT.to_owned(),
            headers: Vec::new(),
            credentials: vec![None; api.schemes.len()],
            timeout: None,
            max_response_bytes: MAX_RESPONSE_BYTES,
            transport: None,
        }
    }

    /// The credential of the scheme with this index: a token or key, or a source of them.
    #[must_use]
    pub fn credential(self, scheme: usize, key: Token) -> Self {
        self.give(scheme, Given::Key(key))
    }

    /// The credential of the scheme with this index: a user and a password.
    #[must_use]
    pub fn basic(self, scheme: usize, user: String, password: Secret) -> Self {
        self.give(scheme, Given::Basic(user, password))
    }

    fn give(mut self, scheme: usize, given: Given) -> Self {
        if let Some(place) = self.credentials.get_mut(scheme) {
            *place = Some(given);
        }
        self
    }

    /// Chooses the server with this index, its variables at their defaults.
    #[must_use]
    pub fn server(mut self, server: usize) -> Self {
        (self.server, self.filled) = (server, None);
        self
    }

    /// Chooses a server by its template, with a value for each variable.
    #[must_use]
    pub fn server_with(mut self, template: &'static str, values: &[(&str, &str)]) -> Self {
        self.filled = Some((template, server::filled(template, values)));
        self
    }

    /// Chooses the server with this index wherever operations have it for themselves.
    #[must_use]
    pub fn own_server(mut self, index: usize) -> Self {
        self.own_servers.push(index);
        self
    }

    /// The value of a variable of servers that operations have for themselves.
    #[must_use]
    pub fn variable(mut self, slot: usize, value: String) -> Self {
        self.variables.retain(|(known, _)| *known != slot);
        self.variables.push((slot, value));
        self
    }

    /// Where the document is served, for servers that are relative to it.
    #[must_use]
    pub fn document_url(mut self, url: String) -> Self {
        self.document_url = Some(url);
        self
    }

    /// A further origin that credentials and default headers are for.
    #[must_use]
    pub fn trusted_origin(mut self, url: String) -> Self {
        self.trusted.push(url);
        self
    }

    /// A base URL in the place of the document's servers.
    #[must_use]
    pub fn base_url(mut self, url: String) -> Self {
        self.base_url = Some(url);
        self
    }

    /// A header of every request.
    #[must_use]
    pub fn default_header(mut self, name: String, value: Secret) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The `User-Agent`.
    #[must_use]
    pub fn user_agent(mut self, user_agent: String) -> Self {
        self.user_agent = user_agent;
        self
    }

    /// How long a call may take.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How large the body of an answer may be.
    #[must_use]
    pub fn max_response_bytes(mut self, bytes: u64) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// What sends the requests.
    #[must_use]
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Checks everything, and sets up the default transport where none was given.
    pub fn build(self) -> Result<Client, BuildError> {
        let schemes = self.api.schemes.iter().zip(&self.credentials);
        let credentials = schemes.map(|(scheme, given)| {
            given
                .as_ref()
                .map(|given| Kept::new(scheme, given))
                .transpose()
        });
        let credentials = credentials.collect::<Result<_, _>>()?;
        let (document, base) = (self.document()?, self.base()?);
        Ok(Client(Arc::new(Inner {
            api: self.api,
            base,
            given: self.base_url.is_some(),
            variables: self.variables.clone(),
            own_servers: self.own_servers.clone(),
            trusted: self.trusted()?,
            document,
            user_agent: header_value("User-Agent", &self.user_agent)?,
            headers: headers(&self.headers)?,
            credentials,
            timeout: self.timeout,
            max_response_bytes: self.max_response_bytes,
            #[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
            blocking: self
                .transport
                .clone()
                .map_or_else(OnceLock::new, OnceLock::from),
            transport: self.transport.map_or_else(default_transport, Ok)?,
        })))
    }

    fn base(&self) -> Result<BaseUrl, BuildError> {
        let failed = |reason| BuildError::BaseUrl { reason };
        if let Some(given) = &self.base_url {
            return BaseUrl::parse(given).map_err(failed);
        }
        let (server, url) = self.server_url().map_err(failed)?;
        url.and_then(|url| BaseUrl::parse(&url)).map_err(|reason| {
            let or = match &self.document_url {
                None if server.starts_with('/') => {
                    ", or by `document_url(...)` where the document is served"
                }
                _ => "",
            };
            failed(format!(
                "the document's server is `{server}`: {reason}; give one by `base_url(...)`{or}"
            ))
        })
    }

    /// The chosen server as the document writes it, and its URL. A document without servers has
    /// one at `/` (OpenAPI 3.1, section 4.8.1), which is somewhere only for who knows the document's
    /// own place.
    fn server_url(&self) -> Result<(&str, Result<String, String>), String> {
        let (server, url) = match (&self.filled, self.api.servers.get(self.server)) {
            (Some((template, url)), _) => (*template, url.clone()),
            (None, Some(server)) => (*server, Ok((*server).to_owned())),
            (None, None) if self.api.servers.is_empty() && self.document_url.is_some() => {
                ("/", Ok("/".to_owned()))
            }
            (None, None) => {
                let which = if self.api.servers.is_empty() {
                    "no server"
                } else {
                    "no such server"
                };
                return Err(format!(
                    "the document names {which}: give one by `base_url(...)`"
                ));
            }
        };
        let resolved = |url: String| match &self.document_url {
            Some(document) => server::resolved(document, &url),
            None => url,
        };
        Ok((server, url.map(resolved)))
    }

    /// The document's own URL, as far as servers are relative to it.
    fn document(&self) -> Result<Option<String>, BuildError> {
        let Some(url) = &self.document_url else {
            return Ok(None);
        };
        let url = url.split(['?', '#']).next().unwrap_or_default();
        let parsed = BaseUrl::parse(url).map_err(|reason| BuildError::BaseUrl {
            reason: format!("of the document: {reason}"),
        });
        parsed.map(|_| Some(url.to_owned()))
    }

    fn trusted(&self) -> Result<Vec<String>, BuildError> {
        let origin = |url: &String| match BaseUrl::parse(url) {
            Ok(url) => Ok(url.origin().to_owned()),
            Err(reason) => Err(BuildError::BaseUrl {
                reason: format!("of a trusted origin: {reason}"),
            }),
        };
        self.trusted.iter().map(origin).collect()
    }
}

fn headers(given: &[(String, Secret)]) -> Result<HeaderMap, BuildError> {
    let mut headers = HeaderMap::new();
    for (name, value) in given {
        let key: HeaderName = name.parse().map_err(|_| BuildError::Header {
            name: name.clone(),
            reason: "no header can have this name".to_owned(),
        })?;
        // It may well be a key that the document does not mention.
        let mut value = header_value(name, value.expose())?;
        value.set_sensitive(true);
        headers.insert(key, value);
    }
    Ok(headers)
}

fn header_value(name: &str, value: &str) -> Result<HeaderValue, BuildError> {
    params::header_value(value.to_owned().into()).map_err(|reason| BuildError::Header {
        name: name.to_owned(),
        reason: reason.to_owned(),
    })
}

#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
fn default_transport() -> Result<Arc<dyn Transport>, BuildError> {
    match crate::transport::Reqwest::new() {
        Ok(transport) => Ok(Arc::new(transport)),
        Err(error) => Err(BuildError::Transport(error)),
    }
}

/// With ureq alone it is ureq: an awaited call then blocks its thread.
#[cfg(all(
    feature = "ureq",
    not(feature = "reqwest"),
    not(target_arch = "wasm32")
))]
#[allow(clippy::unnecessary_wraps)] // Stands where reqwest's does.
fn default_transport() -> Result<Arc<dyn Transport>, BuildError> {
    Ok(Arc::new(crate::transport::Ureq::new()))
}

#[cfg(not(all(
    any(feature = "reqwest", feature = "ureq"),
    not(target_arch = "wasm32")
)))]
fn default_transport() -> Result<Arc<dyn Transport>, BuildError> {
    Err(BuildError::NoTransport)
}

impl fmt::Debug for ClientBuilder {
    /// Neither the base URL, which may still hold a password, nor headers or credentials.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("ClientBuilder");
        out.field("api", &self.api.title)
            .field("server", &self.server);
        out.finish_non_exhaustive()
    }
}
