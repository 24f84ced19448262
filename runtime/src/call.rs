use std::fmt;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

#[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
use crate::blocking;
use crate::client::{BaseUrl, Client, Credential};
use crate::codec::{self, Field, IntoSet};
use crate::content::{Content, Media, Multipart, Payload};
use crate::error::{Error, ErrorKind, RequestError};
use crate::maybe_send::BoxFuture;
use crate::sending::{self, Answered, Sent};
use crate::tables::{OperationInfo, OwnServer, Variable};
use crate::transport::Transport;
use crate::{Body, File, request};

/// A call that is being put together. Generated setters hand it values; it keeps the first thing
/// that goes wrong and reports it when the request is made.
///
/// One pointer wide, for generated code passes it along by value.
pub struct Call(Box<Parts>);

/// What a request is made of.
pub(crate) struct Parts {
    pub(crate) client: Client,
    pub(crate) info: &'static OperationInfo,
    /// Values as JSON, by the index of their parameter; the last one counts.
    pub(crate) values: Vec<(usize, String)>,
    pub(crate) body: Option<Content>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) headers: HeaderMap,
    pub(crate) query: Vec<(String, String)>,
    /// A base URL for this call alone.
    pub(crate) base: Option<BaseUrl>,
    /// What the sources of tokens gave for this call, by the index of their scheme.
    pub(crate) tokens: Vec<(usize, Credential)>,
    /// What is asked for, in the place of what the operation's table says.
    pub(crate) accept: Option<&'static str>,
    failure: Option<RequestError>,
}

/// Which of a client's transports takes the request.
type TransportOf = fn(&Client) -> &dyn Transport;

impl Call {
    /// A call of an operation with nothing set.
    pub fn new(client: &Client, info: &'static OperationInfo) -> Self {
        Self(Box::new(Parts {
            client: client.clone(),
            info,
            values: Vec::new(),
            body: None,
            timeout: None,
            headers: HeaderMap::new(),
            query: Vec::new(),
            base: None,
            tokens: Vec::new(),
            accept: None,
            failure: None,
        }))
    }

    /// The value of the parameter at `index`.
    #[must_use]
    pub fn arg(mut self, index: usize, value: &dyn Field) -> Self {
        match codec::encode_to_string(value) {
            Ok(json) => {
                self.0.values.retain(|(at, _)| *at != index);
                self.0.values.push((index, json));
            }
            Err(error) => {
                let param = self.0.info.parameters().nth(index);
                let name = param.map_or("", |param| param.name);
                self.fail(RequestError::argument(name, error.to_string()));
            }
        }
        self
    }

    /// The same of a text.
    #[inline]
    #[must_use]
    pub fn text(self, index: usize, value: impl Into<String>) -> Self {
        self.arg(index, &value.into())
    }

    /// The same, or none. That what is given is converted here, and not in each setter, spares rustc
    /// a quarter of a setter.
    #[inline]
    #[must_use]
    pub fn set<T>(self, index: usize, value: impl IntoSet<T>) -> Self
    where
        Option<T>: Field,
    {
        self.opt(index, &value.into_set())
    }

    /// The same, or none: an absent value takes back what was set before.
    #[must_use]
    pub fn opt(mut self, index: usize, value: &dyn Field) -> Self {
        if value.is_absent() {
            self.0.values.retain(|(at, _)| *at != index);
            return self;
        }
        self.arg(index, value)
    }

    /// The body, as the operation's first media type.
    #[must_use]
    pub fn body(self, value: &dyn Field) -> Self {
        self.body_as(0, value)
    }

    /// The same, or none.
    #[must_use]
    pub fn opt_body(mut self, value: &dyn Field) -> Self {
        if value.is_absent() {
            self.0.body = None;
            return self;
        }
        self.body(value)
    }

    /// The body, as the media type at `index` of the operation's.
    #[must_use]
    pub fn body_as(self, index: usize, value: &dyn Field) -> Self {
        let made = Content::of_value(self.media(index), value);
        self.content(made)
    }

    /// The body of text, bytes, files or parts, as the operation's first media type.
    #[inline]
    #[must_use]
    pub fn payload<P: Payload>(self, payload: P) -> Self {
        payload.put(self, 0)
    }

    /// The same, or none.
    #[inline]
    #[must_use]
    pub fn opt_payload(mut self, payload: Option<impl Payload>) -> Self {
        if let Some(payload) = payload {
            return self.payload(payload);
        }
        self.0.body = None;
        self
    }

    /// The body of bytes, as the media type at `index`.
    pub(crate) fn bytes(self, index: usize, body: Body) -> Self {
        let made = Content::of_body(self.media(index), body);
        self.content(Ok(made))
    }

    /// The body of bytes with their own media type.
    pub(crate) fn file(self, index: usize, file: File) -> Self {
        let made = Content::of_file(self.media(index), file);
        self.content(Ok(made))
    }

    /// The body of parts, as the media type at `index`.
    #[must_use]
    pub fn parts(self, index: usize, parts: &mut dyn Multipart) -> Self {
        let made = Content::of_parts(self.media(index), parts);
        self.content(made)
    }

    fn media(&self, index: usize) -> &'static Media {
        self.0.info.body.get(index).unwrap_or(&Media::JSON)
    }

    fn content(mut self, made: Result<Content, RequestError>) -> Self {
        match made {
            Ok(content) => self.0.body = Some(content),
            Err(error) => self.fail(error),
        }
        self
    }

    /// The base URL of an operation that has a server of its own.
    #[must_use]
    pub fn server(self, url: &'static str) -> Self {
        self.server_with(url, &[])
    }

    /// The same of a server with variables.
    #[must_use]
    pub fn server_with(mut self, url: &'static str, variables: &[Variable]) -> Self {
        match self.0.client.server(url, variables) {
            Some(Ok(base)) => self.0.base = Some(base),
            Some(Err(reason)) => self.fail(RequestError::url(format!(
                "the operation's server `{url}`: {reason}; give another with `with_base_url(...)`"
            ))),
            None => {}
        }
        self
    }

    /// The servers that an operation has for itself: calls go to the one that the client was told to
    /// choose, else to the first.
    #[must_use]
    pub fn servers(self, servers: &[OwnServer<'_>]) -> Self {
        let chosen = self.0.client.chosen(servers);
        let server = chosen.or(servers.first().copied());
        match server {
            Some(server) => self.server_with(server.url, server.variables),
            None => self,
        }
    }

    /// How long this call may take, in the place of the client's timeout.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.0.timeout = Some(timeout);
        self
    }

    /// A header of this request, in the place of any other of that name.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        match request::header(name, value) {
            Ok((name, value)) => self.put_header(name, value),
            Err(error) => self.fail(error),
        }
        self
    }

    /// A further parameter of this request's query.
    #[must_use]
    pub fn with_query(mut self, name: &str, value: &str) -> Self {
        self.0.query.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A base URL for this call alone.
    #[must_use]
    pub fn with_base_url(mut self, url: &str) -> Self {
        match BaseUrl::parse(url) {
            Ok(base) => self.0.base = Some(base),
            Err(reason) => self.fail(RequestError::url(format!("the call's base URL: {reason}"))),
        }
        self
    }

    /// Asks for other media types than the table says.
    #[must_use]
    pub fn accepting(mut self, accept: &'static str) -> Self {
        self.0.accept = Some(accept);
        self
    }

    /// The request.
    pub fn request<E>(mut self) -> Result<http::Request<Body>, Error<E>> {
        let info = self.0.info;
        self.take()
            .map_err(|error| Error::of(info, ErrorKind::Request(error), None))
    }

    /// The request, out of what the call holds.
    fn take(&mut self) -> Result<http::Request<Body>, RequestError> {
        match self.0.failure.take() {
            Some(failure) => Err(failure),
            None => request::build(&mut self.0),
        }
    }

    /// The same after asking the sources of tokens, as far as the call needs any.
    async fn authorized(mut self) -> Result<Self, Error> {
        if self.0.failure.is_none() {
            for source in request::sources(&self.0)? {
                self.0.tokens.push(source.ask().await?);
            }
        }
        Ok(self)
    }

    /// The operation that it is of.
    pub(crate) fn info(&self) -> &'static OperationInfo {
        self.0.info
    }

    /// Sends the request, when polled, and reads the whole answer: but not where it is of the kind
    /// that `is_stream` is about, and the operation's result.
    pub fn send(self, is_stream: bool) -> BoxFuture<'static, Result<Answered, Error>> {
        Box::pin(self.answered(Client::transport, is_stream))
    }

    /// The same on the caller's thread, by the client's transport for calls that block.
    #[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
    pub(crate) fn send_now(self, is_stream: bool) -> Result<Answered, Error> {
        if self.0.client.blocking().needs_runtime() {
            return Err(Error::from(blocking::unfit()).in_call_of(self.0.info));
        }
        blocking::block_on(self.answered(Client::blocking, is_stream))
    }

    async fn answered(self, by: TransportOf, is_stream: bool) -> Result<Answered, Error> {
        let info = self.0.info;
        let limit = self.0.client.max_response_bytes();
        // In a box, for few calls have what it needs room for.
        let call = if self.0.client.has_sources() {
            Box::pin(self.authorized()).await
        } else {
            Ok(self)
        };
        let answer = match call.and_then(|call| call.sent(by)) {
            // The client, and so its transport, lives until the answer is here.
            Ok((_client, sent)) => sending::whole(sent, limit, is_stream.then_some(info)).await,
            Err(error) => Err(error),
        };
        answer.map_err(|error| error.in_call_of(info))
    }

    /// Hands the request to the transport. Not inline, so that what it needs of the stack is free
    /// again while the transport works.
    #[inline(never)]
    fn sent(mut self, by: TransportOf) -> Result<(Client, Sent), Error> {
        let request = self.take()?;
        let sent = by(&self.0.client).send(request);
        Ok((self.0.client, sent))
    }

    /// It may be a key: never shown.
    fn put_header(&mut self, name: HeaderName, mut value: HeaderValue) {
        value.set_sensitive(true);
        self.0.headers.insert(name, value);
    }

    /// The first failure is the one that the caller should look at.
    fn fail(&mut self, error: RequestError) {
        self.0.failure.get_or_insert(error);
    }
}

impl fmt::Debug for Call {
    /// The operation, and nothing of what is sent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Call({})", self.0.info.name().escape_debug())
    }
}
