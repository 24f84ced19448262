//! Prism as a process, on loopback.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

/// A mock server of a document; it ends with this value.
pub(crate) struct Server {
    child: Child,
    /// Its base URL.
    pub(crate) url: String,
}

impl Server {
    /// Starts it, from the folder where it is installed, and waits until it listens.
    pub(crate) fn start(packages: &Path, document: &Path, log: &Path) -> Result<Self, String> {
        let port = free_port().map_err(|error| format!("no port: {error}"))?;
        let output = File::create(log).map_err(|error| error.to_string())?;
        let errors = output.try_clone().map_err(|error| error.to_string())?;
        let child = Command::new("node")
            .arg(packages.join("node_modules/@stoplight/prism-cli/dist/index.js"))
            .args(["mock", "--host", "127.0.0.1", "--verboseLevel", "error"])
            .args(["--port", &port.to_string()])
            .arg(document)
            .stdout(output)
            .stderr(errors)
            .spawn()
            .map_err(|error| format!("node: {error}"))?;
        let mut server = Self {
            child,
            url: format!("http://127.0.0.1:{port}"),
        };
        // Two minutes, for it reads large documents slowly.
        for _ in 0..1200 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(server);
            }
            if !matches!(server.child.try_wait(), Ok(None)) {
                break;
            }
            thread::sleep(Duration::from_millis(100));
        }
        Err(format!("Prism does not start: see {}", log.display()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> std::io::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}
