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
    string; a list is a pair for each item (OpenAPI 3.0.4, section 4.8.14.4), and this one is required";
const NUMBER: &str = "a query has no types: the string of digits that the first branch lists fits \
    the two numbers as well, and whatever fits these fits both, so `oneOf` can not hold (the \
    document's mistake)";
const BOTH: &str = "`oneOf` of two schemas that allow anything allows nothing: it is called without \
    its body (the document's mistake)";
const DEFAULT: &str = "the document names no success, and calls `default` an error: Prism gives it \
    the status 200, which no result is described for";

/// Of Deepgram's operations.
const fn deepgram(operation: &'static str, says: &'static str, why: &'static str) -> Excuse {
    Excuse {
        document: "deepgram",
        operation,
        says,
        why,
    }
}

pub(crate) const EXCUSES: &[Excuse] = &[
    Excuse {
        document: "adafruit",
        operation: "POST /{username}/groups/{group_key}/data",
        says: "request.body.feeds:",
        why: LIST,
    },
    Excuse {
        document: "lakefs",
        operation: "GET /oidc/callback",
        says: "not read: oauthCallback: status 200 OK, which the document does not describe",
        why: DEFAULT,
    },
    deepgram(
        "POST /v1/projects/{project_id}/keys",
        "no valid value for body",
        BOTH,
    ),
    deepgram("POST /v1/speak", "request.query.bit_rate:", NUMBER),
    deepgram("POST /v2/speak", "request.query.bit_rate:", NUMBER),
];
