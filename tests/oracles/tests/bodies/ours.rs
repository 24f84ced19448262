//! What Restitch sends.

use std::pin::Pin;
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll, Waker};

use restitch::__v1 as rt;
use restitch::Json;
use restitch::transport::InMemory;
use restitch_oracle_tests::Value;

/// The encoding of the member `v`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Default,
    Json,
    Form,
    FormInOne,
    Space,
    Pipe,
    Deep,
}

impl Way {
    pub(crate) const ALL: [Self; 7] = [
        Self::Default,
        Self::Json,
        Self::Form,
        Self::FormInOne,
        Self::Space,
        Self::Pipe,
        Self::Deep,
    ];

    /// As a document has it.
    pub(crate) fn encoding(self) -> serde_json::Value {
        let style = |style, explode| serde_json::json!({"v": {"style": style, "explode": explode}});
        match self {
            Self::Default => serde_json::json!({}),
            Self::Json => serde_json::json!({"v": {"contentType": "application/json"}}),
            Self::Form => style("form", true),
            Self::FormInOne => style("form", false),
            Self::Space => style("spaceDelimited", false),
            Self::Pipe => style("pipeDelimited", false),
            Self::Deep => style("deepObject", true),
        }
    }

    fn table(self) -> &'static [rt::Encoding] {
        const V: rt::Encoding = rt::Encoding::new("v");
        const PARAM: rt::Param = rt::query("v").joined();
        match self {
            Self::Default => &[],
            Self::Json => const { &[V.media_type("application/json")] },
            Self::Form => const { &[V.style(PARAM.exploded())] },
            Self::FormInOne => const { &[V.style(PARAM)] },
            Self::Space => const { &[V.style(PARAM.space_delimited())] },
            Self::Pipe => const { &[V.style(PARAM.pipe_delimited())] },
            Self::Deep => const { &[V.style(PARAM.deep_object())] },
        }
    }

    /// Whether it is written as a parameter of a query.
    pub(crate) fn is_style(self) -> bool {
        !matches!(self, Self::Default | Self::Json)
    }
}

/// A media type, and how its member is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) multipart: bool,
    pub(crate) way: Way,
}

impl Cell {
    pub(crate) fn media_type(self) -> &'static str {
        if self.multipart {
            "multipart/form-data"
        } else {
            "application/x-www-form-urlencoded"
        }
    }
}

/// What is sent: the text of a form, or name, media type and text of each part.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    Form(String),
    Parts(Vec<(String, String, String)>),
}

static API: rt::Api = rt::Api {
    title: "",
    version: "1",
    servers: &[],
    schemes: &[],
};

static CLIENT: LazyLock<rt::Client> = LazyLock::new(|| {
    let builder = rt::ClientBuilder::new(&API).base_url("http://h.test".to_owned());
    let client = builder.transport(Arc::new(InMemory::new())).build();
    client.expect("a client")
});

/// An operation with a body.
pub(crate) struct Ours {
    info: &'static rt::OperationInfo,
    multipart: bool,
}

impl Ours {
    pub(crate) fn new(cell: Cell) -> Self {
        let media = if cell.multipart {
            rt::Media::multipart(cell.media_type())
        } else {
            rt::Media::form(cell.media_type())
        };
        let info = rt::OperationInfo {
            id: "op",
            body: vec![media.encoding(cell.way.table())].leak(),
            ..rt::post("/x")
        };
        Self {
            info: Box::leak(Box::new(info)),
            multipart: cell.multipart,
        }
    }

    /// `None` where it is refused.
    pub(crate) fn send(&self, value: &Value) -> Option<Sent> {
        let json = Json::new(format!("{{\"v\":{}}}", value.json_of_texts())).expect("JSON");
        let call = rt::Call::new(&CLIENT, self.info).body(&json);
        let request: Result<_, restitch::Error> = call.request();
        let request = request.ok()?;
        let media_type = request.headers()["content-type"].to_str().expect("a text");
        let boundary = media_type.split_once("; boundary=");
        let boundary = boundary.map(|(_, boundary)| boundary.to_owned());
        let text = text(request.into_body());
        Some(match boundary {
            Some(boundary) if self.multipart => Sent::Parts(parts(&text, &boundary)),
            _ => Sent::Form(text),
        })
    }
}

fn text(mut body: restitch::Body) -> String {
    let mut cx = Context::from_waker(Waker::noop());
    let mut bytes = Vec::new();
    while let Poll::Ready(Some(frame)) = http_body::Body::poll_frame(Pin::new(&mut body), &mut cx) {
        bytes.extend(frame.expect("a frame").into_data().expect("data"));
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn parts(text: &str, boundary: &str) -> Vec<(String, String, String)> {
    let between = format!("--{boundary}\r\n");
    let text = text.strip_suffix(&format!("--{boundary}--\r\n"));
    let parts = text.expect("an end").split(&between).skip(1);
    let part = |part: &str| {
        let (head, text) = part.split_once("\r\n\r\n").expect("a head");
        let (disposition, media_type) = head.split_once("\r\n").unwrap_or((head, ""));
        let name = disposition.strip_prefix("Content-Disposition: form-data; name=\"");
        let name = name
            .and_then(|name| name.strip_suffix('"'))
            .expect("a name");
        let media_type = media_type.trim_start_matches("Content-Type: ");
        let text = text.strip_suffix("\r\n").expect("an end of line");
        (name.to_owned(), media_type.to_owned(), text.to_owned())
    };
    parts.map(part).collect()
}
