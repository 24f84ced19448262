/// How the bytes of a media type are made of a value, and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKind {
    /// `application/json` and `+json`: any type, by the codec.
    Json,
    /// `application/x-ndjson` and its other names: a stream of JSON values, one a line.
    JsonLines,
    /// `application/json-seq` (RFC 7464): a stream of JSON values, each after a record separator.
    JsonSeq,
    /// `text/event-stream`: Server-Sent Events.
    EventStream,
    /// `application/x-www-form-urlencoded`: a record, as the pairs of a query.
    Form,
    /// `multipart/form-data`, `multipart/mixed` and the others: a record, a part each member.
    Multipart,
    /// `application/xml`, `text/xml` and `+xml`: a `String`, as it is.
    Xml,
    /// `text/plain` and everything else that is text: a `String`.
    Text,
    /// `application/octet-stream` and everything else, ranges like `*/*` too: bytes or a stream of
    /// them.
    Binary,
}
