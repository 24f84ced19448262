//! An HTTP/1.1 server on a loopback port, alive as long as its value.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use http_body_util::{BodyExt, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use crate::answers;

/// More than any request of the document needs.
const LARGEST_BODY: usize = 64 * 1024;

/// The server: it stops when this is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    seen: Arc<Seen>,
    accepting: JoinHandle<()>,
}

/// What every connection shares.
struct Seen {
    token: String,
    bodies: Mutex<Vec<Recorded>>,
}

/// A request body as it came over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recorded {
    /// The `Content-Type` header.
    pub(crate) content_type: Option<String>,
    /// The bytes, as text.
    pub(crate) body: String,
}

impl Server {
    /// Listens on a free loopback port and takes requests that carry this bearer token.
    pub(crate) async fn start(token: &str) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let seen = Arc::new(Seen {
            token: token.to_owned(),
            bodies: Mutex::default(),
        });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&seen)));
        Ok(Self {
            address,
            seen,
            accepting,
        })
    }

    /// The base URL to call.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The bodies that came since the last time this was asked, in order.
    pub(crate) fn take_bodies(&self) -> Vec<Recorded> {
        let mut bodies = self
            .seen
            .bodies
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *bodies)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// Serves each connection in a task of its own; all end with the set that holds them.
async fn accept(listener: TcpListener, seen: Arc<Seen>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(serve(stream, Arc::clone(&seen)));
        while connections.try_join_next().is_some() {}
    }
}

async fn serve(stream: TcpStream, seen: Arc<Seen>) {
    let service = service_fn(|request| respond(request, &seen));
    // A client that breaks off is no failure of the server's.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

async fn respond(request: Request<Incoming>, seen: &Seen) -> Result<Response<String>, Infallible> {
    let (head, body) = request.into_parts();
    let Ok(body) = Limited::new(body, LARGEST_BODY).collect().await else {
        let text = "the body broke off or is too long";
        return Ok(answers::problem(StatusCode::BAD_REQUEST, text));
    };
    let request = Request::from_parts(head, body.to_bytes());
    seen.record(&request);
    Ok(answers::answer(&request, &seen.token))
}

impl Seen {
    fn record(&self, request: &Request<Bytes>) {
        let content_type = request.headers().get(CONTENT_TYPE);
        let content_type =
            content_type.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        let body = String::from_utf8_lossy(request.body()).into_owned();
        let mut bodies = self.bodies.lock().unwrap_or_else(PoisonError::into_inner);
        bodies.push(Recorded { content_type, body });
    }
}
