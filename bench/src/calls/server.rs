use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::{env, thread};

use crate::Result;

/// What every request is answered.
pub(super) const ANSWER: &str = concat!(
    r#"{"full_access":false,"id":"key_9","key":"ck_live_0123456789abcdef","key_prefix":"ck_live","#,
    r#""name":"deploy","scopes":["keys:read","keys:write"],"service_account":{"#,
    r#""created_at":"2026-01-01T00:00:00Z","created_by_user_id":"u_1","disabled":false,"#,
    r#""id":"sa_42","name":"deploys","updated_at":"2026-01-02T00:00:00Z"}}"#
);

/// A server in a process of its own, so that what it does is not counted. It ends with this value.
pub(super) struct Server {
    process: Child,
    pub(super) url: String,
}

impl Server {
    pub(super) fn start() -> Result<Self> {
        let mut process = Command::new(env::current_exe()?)
            .args(["calls", "serve"])
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(out) = process.stdout.take() {
            BufReader::<ChildStdout>::new(out).read_line(&mut line)?;
        }
        let url = format!("http://127.0.0.1:{}", line.trim());
        Ok(Self { process, url })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Where it has ended already there is nothing to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Answers requests on a free loopback port, whose number it prints, until the process is ended.
pub(super) fn serve(out: &mut dyn Write) -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    writeln!(out, "{}", listener.local_addr()?.port())?;
    out.flush()?;
    for stream in listener.incoming() {
        let stream = stream?;
        // Who closes the connection in the middle of a request gets no answer.
        thread::spawn(move || answer(stream).is_ok());
    }
    Ok(())
}

/// All requests of a connection, one after the other.
fn answer(mut stream: TcpStream) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let response = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{ANSWER}",
        ANSWER.len()
    );
    let mut body = Vec::new();
    while let Some(length) = head(&mut reader)? {
        body.resize(length, 0);
        reader.read_exact(&mut body)?;
        stream.write_all(response.as_bytes())?;
    }
    Ok(())
}

/// Reads the head of a request, and says how long its body is; `None` at the end.
fn head(reader: &mut impl BufRead) -> Result<Option<usize>> {
    let mut length = 0;
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            if line == "\r\n" {
                return Ok(Some(length));
            }
            continue;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse()?;
        }
    }
}
