//! What Prism, or a document, is wrong about. What no call needs is an error.

/// A complaint of Prism's that is none about us.
pub(crate) struct Excuse {
    /// The document.
    pub(crate) document: &'static str,
    /// The operation, `POST /pets`.
    pub(crate) operation: &'static str,
    /// How it begins.
    pub(crate) says: &'static str,
    /// Why it is wrong.
    #[allow(dead_code)] // For readers.
    pub(crate) why: &'static str,
}

const LIST: &str = "of a form without `encoding` it keeps the last of several pairs with one name, a \
    string; a list is a pair for each item (OpenAPI 3.0.4, section 4.8.14.4)";
const OBJECT: &str = "of a form without `encoding` it reads each value as a string; that of an object \
    is JSON (OpenAPI 3.0.4, `contentType` of the encoding object)";
const NOTHING: &str =
    "a form of which nothing is given is an empty body, which Prism takes for none";
const UNTYPED: &str = "a parameter with `oneOf` is taken as it came, a string: one item is not seen as \
    a list of it";
const NUMBER: &str = "a query has no types: the string of digits that the first branch lists fits \
    the two numbers as well, so `oneOf` can not hold (the document's mistake)";

const BOTH: &str = "`oneOf` of two schemas that allow anything allows nothing: it is called without \
    its body (the document's mistake)";

/// Of Adafruit's bodies, which may be forms.
const fn form(operation: &'static str, says: &'static str, why: &'static str) -> Excuse {
    Excuse {
        document: "adafruit",
        operation,
        says,
        why,
    }
}

/// Of Deepgram's operations.
const fn deepgram(operation: &'static str, says: &'static str, why: &'static str) -> Excuse {
    Excuse {
        document: "deepgram",
        operation,
        says,
        why,
    }
}

const BLOCKS: &str = "POST /{username}/dashboards/{dashboard_id}/blocks";
const PUT_BLOCK: &str = "PUT /{username}/dashboards/{dashboard_id}/blocks/{id}";
const PATCH_BLOCK: &str = "PATCH /{username}/dashboards/{dashboard_id}/blocks/{id}";
const GROUP_DATA: &str = "POST /{username}/groups/{group_key}/data";
const EMPTY: &str = "request.: Body parameter is required";

pub(crate) const EXCUSES: &[Excuse] = &[
    form(BLOCKS, "request.body.block_feeds:", LIST),
    form(BLOCKS, "request.body.properties:", OBJECT),
    form(PUT_BLOCK, "request.body.block_feeds:", LIST),
    form(PUT_BLOCK, "request.body.properties:", OBJECT),
    form(PATCH_BLOCK, "request.body.properties:", OBJECT),
    form(GROUP_DATA, "request.body.feeds:", LIST),
    form(GROUP_DATA, "request.body.location:", OBJECT),
    form("POST /{username}/tokens", EMPTY, NOTHING),
    form("PUT /{username}/tokens/{id}", EMPTY, NOTHING),
    form("PATCH /{username}/triggers/{id}", EMPTY, NOTHING),
    form("POST /webhooks/feed/:token", EMPTY, NOTHING),
    deepgram(
        "POST /v1/projects/{project_id}/keys",
        "no valid value for body",
        BOTH,
    ),
    deepgram("POST /v1/listen", "request.query.detect_language:", UNTYPED),
    deepgram("POST /v1/speak", "request.query.bit_rate:", NUMBER),
    deepgram("POST /v2/speak", "request.query.bit_rate:", NUMBER),
];
