use super::{Docs, Name, Type};

/// A request that a server sends: `webhooks: { newPet: .. }` becomes `incoming::new_pet`, the function
/// that reads its body.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The function; the wire name is the key of the webhook or callback.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// `POST`.
    pub method: String,
    /// Which of the two it is.
    pub origin: Origin,
    /// `application/json`, as the document writes it.
    pub media_type: String,
    /// The type of its body.
    pub ty: Type,
}

/// Where a request of the server comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// `webhooks`: it is sent to where the server was told to, elsewhere.
    Webhook,
    /// `callbacks` of an operation.
    Callback {
        /// The operation's id, else its method and path.
        operation: String,
        /// Where it is sent to: `{$request.body#/url}`.
        expression: String,
    },
}
