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
//! server Production = "https://pets.example"
//! security token(key: impl Into<Secret>) = header "X-Token", scheme "Token"
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
//! auth pets/list "Token" or nothing
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
//! An object with these keys. Types are objects, see below; a `pointer` is the JSON pointer of
//! the item in the document.
//!
//! - `outline`: 1, raised when a key changes its meaning or goes away.
//! - `title`, `version`: of the document.
//! - `servers`: list of `variant` (of the enum `Server`), `url`, `pointer`.
//! - `security`: list of `scheme` (the key in the document), `kind` (`basic`, `bearer`,
//!   `apiKey`), `in` and `name` for `apiKey`, `method` (of `ClientBuilder`), `arguments` (list of
//!   `name` and `rust`), `pointer`.
//! - `operations`: list of
//!   - `handle`: the method of `Client` that leads to the function, `null` for the client itself;
//!     `handleType`: the struct it returns; `tag`: as the document writes it;
//!   - `module`: where the structs stand; `function`; `call`: the struct it returns;
//!   - `operationId` (`null` where there is none), `method`, `path`, `deprecated`, `pointer`;
//!   - `argumentsStruct`: `null`, or the struct with named fields that takes all arguments;
//!   - `arguments` and `setters`, in the order of the function: `name`, `wireName` (`null` for the
//!     body), `location` (`path`, `query`, `header`, `cookie`, `body`), `type`, `accepts` (the
//!     Rust type in the signature or in the struct), `required`, `nullable`, `deprecated`, `pointer`; parameters
//!     have `style` (`null`: the JSON text), `explode`, `allowReserved` and the `mediaTypes` of their
//!     `content`, a body has `mediaTypes`;
//!   - `response`: the Rust type that the call gives, `error`: that of its documented errors, or
//!     `null`; `stream`: `null`, or the Rust type `rust` that is read while it arrives, the media
//!     types `accept` that are asked for, and whether it has a method of its own (`beside`) or is
//!     what the call gives;
//!   - `enums`: those of the above in `module`: list of `name`, `variants` (`name`, `status`,
//!     `type` or `null`), `pointer`;
//!   - `answers`: list of `status` (`200`, `2XX`, `default`), `contents` (`mediaType`, `type`,
//!     of a `stream` that of an item), `pointer`;
//!   - `security`: list of alternatives, each a list of schemes; `[]` among them is anonymous.
//! - `types`: list of `name`, `path`, `schema` (the name in the document), `kind`, `deprecated`,
//!   `pointer`, and by kind
//!   - `struct`: `fields` (`name`, `wireName`, `type`, `rust`, `required`, `nullable`, `boxed`,
//!     `setter`, `deprecated`, `pointer`), `new` (`arguments`: list of `name`, `wireName` and
//!     `accepts`; `argumentsStruct` or `null`), `rest` (`null`, or `name` and `type` of the values
//!     of the map of undeclared keys);
//!   - `enum`: `variants` (`name`, `value`, `pointer`), `fallback`;
//!   - `alias`: `type`.
//!
//! A type has `rust`, how it is written where the client's module is in scope, and `kind`:
//! `string`, `bool`, `i32`, `i64`, `u64`, `f64`, `number`, `json`, or `array`, `map` and `nullable`
//! with `of`, or `named` with `name`, one of `types`; an answer's may be `text` or `bytes` too.

mod json;
mod json_types;
mod signature;
mod sorted;
mod text;

use crate::ir;

/// One line a public item, in an order and shape in which an added item adds lines only.
pub fn outline(api: &ir::Api) -> String {
    text::outline(api)
}

/// The same for programs; its keys are documented at the module.
pub fn outline_json(api: &ir::Api) -> serde_json::Value {
    json::outline(api)
}
