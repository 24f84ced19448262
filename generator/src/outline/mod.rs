//! The public surface of a generated client, for review and for programs.
//!
//! Both forms are sorted by name, so that a document in another order gives the same outline, and
//! what is added adds lines only. Servers keep their order, as the first is the default.
//!
//! # The text
//!
//! One line an item, each complete in itself, nothing aligned:
//!
//! ```text
//! api "Pets" "1.0"
//! server Production = "https://{region}.pets.example"
//! server OperationServer::Uploads = "https://uploads.pets.example"
//! variable Production.region: ServerRegion = "region", default "eu" { Eu = "eu", Us = "us" }
//! security token(key: impl Into<Token>) = header "X-Token", scheme "Token"
//! fn pets/list(owner: impl Into<String>) -> Vec<types::Pet> = GET "/owners/{owner}/pets"
//! arg pets/list owner: impl Into<String> = path "owner"
//! set pets/list limit: impl IntoSet<i64> = query "limit"
//! answer pets/list 200 "application/json" Vec<types::Pet>
//! answer pets/list 404 "application/problem+json" types::Problem
//! answer pets/list 410
//! fails pets/list pets::ListError
//! case pets::ListError::Gone = 410
//! case pets::ListError::NotFound(types::Problem) = 404
//! stream pets/watch restitch::EventStream<types::Pet> = "text/event-stream"
//! header headers::X_TOTAL: i64 = "X-Total"
//! at pets/list "https://lists.pets.example"
//! auth pets/list "Token" or nothing
//! incoming new_pet -> types::Pet = webhook "newPet", POST "application/json"
//! struct types::Pet
//! new types::Pet(name: impl Into<String>)
//! field types::Pet.name: String = "name"
//! enum types::Color
//! variant types::Color::Red = "red"
//! fallback types::Color::Unknown(String)
//! alias types::Tags = Vec<String>
//! ```
//!
//! `pets/list` is the function `list` of the handle `pets`; a function of the client itself stands
//! without a handle. Deprecated items end with `, deprecated`.
//!
//! # The JSON
//!
//! One object, described key by key in `docs/outline.schema.json` of the repository, a JSON Schema: the
//! `servers` with their variables, those that operations have for themselves, the `security` schemes with the builder's methods, the
//! `operations` with handle, function, arguments, setters, answers and their types, what is
//! `incoming`, and the `types` with all that it takes to make a value of each. That is enough for a
//! program to write a call of every operation; a test has one that does.
//!
//! `outline` counts up when a key changes its meaning or goes away.

#[cfg(feature = "tools")]
mod json;
#[cfg(feature = "tools")]
mod json_client;
#[cfg(feature = "tools")]
mod json_types;
mod signature;
mod sorted;
mod text;

use crate::ir;

/// One line a public item, in an order and shape in which an added item adds lines only.
pub fn outline(api: &ir::Api) -> String {
    text::outline(api)
}

/// The same for programs; its keys are documented at the module. Behind the feature `tools`.
#[cfg(feature = "tools")]
pub fn outline_json(api: &ir::Api) -> serde_json::Value {
    json::outline(api)
}
