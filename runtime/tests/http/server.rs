//! A server on a loopback port that keeps what it is sent, byte for byte, and says what it is told.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// Stops with the runtime of its test.
pub(crate) struct Server {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Each request gets the next of `answers`, as it is, and the connection is closed. `{port}`
    /// in an answer is the server's own port; one that ends in `{hold}` leaves the connection open.
    /// When they are used up, requests get no answer.
    pub(crate) async fn saying<S: Into<String>>(answers: impl IntoIterator<Item = S>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let mut answers = answers
            .into_iter()
            .map(Into::into)
            .collect::<Vec<_>>()
            .into_iter();
        let records = Arc::clone(&requests);
        tokio::spawn(async move {
            let mut held = Vec::new();
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                let request = read_request(&mut stream).await;
                records.lock().unwrap().push(request);
                let answer = answers.next().unwrap_or_else(|| "{hold}".to_owned());
                let text = answer
                    .trim_end_matches("{hold}")
                    .replace("{port}", &port.to_string());
                // The client may hang up first, which is its right.
                let _ = stream.write_all(text.as_bytes()).await;
                if answer.ends_with("{hold}") {
                    held.push(stream);
                }
            }
        });
        Self { port, requests }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The requests so far, with `{port}` for the server's own.
    pub(crate) fn requests(&self) -> Vec<String> {
        let port = format!(":{}", self.port);
        let requests = self.requests.lock().unwrap();
        requests
            .iter()
            .map(|request| request.replace(&port, ":{port}"))
            .collect()
    }
}

/// One request, its body in chunks as they came.
async fn read_request(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    let mut buffer = [0; 4096];
    while !is_whole(&text) {
        let length = stream.read(&mut buffer).await.unwrap_or(0);
        if length == 0 {
            break;
        }
        text.push_str(std::str::from_utf8(&buffer[..length]).unwrap());
    }
    text
}

fn is_whole(text: &str) -> bool {
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    if head.contains("transfer-encoding: chunked") {
        return body.ends_with("0\r\n\r\n");
    }
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    body.len() >= length.map_or(0, |length| length.parse().unwrap())
}

/// An answer with JSON.
pub(crate) fn json(status: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
         connection: close\r\n\r\n{body}"
    )
}

/// An answer that leads elsewhere.
pub(crate) fn redirect(status: u16, location: &str) -> String {
    format!(
        "HTTP/1.1 {status} Elsewhere\r\nlocation: {location}\r\ncontent-length: 0\r\n\
         connection: close\r\n\r\n"
    )
}
