//! The derives of generated types. A struct says each field once, and the table that the codec reads
//! is made of it here; what is done by the table is the runtime's, `restitch::codec`.
//!
//! It reads tokens by itself: syn would be compiled for every user, for one form of a struct.

mod attribute;
mod case;
mod code;
mod codec;
mod fault;
mod field;
mod item;
mod new;
mod own;
mod parts;
mod record;
mod string_enum;
mod types;

use proc_macro::TokenStream;

use crate::code::Code;
use crate::fault::Fault;
use crate::record::Record;

/// Makes a struct a JSON object.
///
/// ```
/// use restitch::__v1 as rt; // it is called so where the struct is
///
/// #[derive(rt::Record)]
/// pub struct Key {
///     pub id: String,                   // required, and taken by `new`
///     #[wire(new = "key".into())]
///     pub kind: String,                 // required, and set by `new`
///     #[wire(required)]
///     pub owner: Option<String>,        // must be there; `None` is written as null
///     #[wire("display-name")]
///     pub display_name: Option<String>, // may be absent, has a setter and another name on the wire
///     pub note: Option<Option<String>>, // may be absent or null
///     pub more: rt::Extra,              // the keys that no field has; a map with `#[wire(rest)]`
/// }
///
/// let key = Key::new("k1", None).display_name("mine");
/// assert_eq!(
///     restitch::json::to_string(&key)?,
///     r#"{"id":"k1","kind":"key","owner":null,"display-name":"mine"}"#,
/// );
/// # Ok::<(), restitch::json::EncodeError>(())
/// ```
///
/// `new` takes its arguments by their names on the wire. Of a struct, `#[wire(required = Name)]`
/// makes them the fields of another one, and `#[wire(rename_all = "camelCase")]` says how names on
/// the wire are written where a field says nothing: also `PascalCase`, `kebab-case` and
/// `SCREAMING_SNAKE_CASE`. Of a field, `optional` and `nullable` say what its type does not, and
/// `into` that `new` takes what turns into it.
///
/// What it does not know is an error at its place:
///
/// ```compile_fail
/// # use restitch::__v1 as rt;
/// #[derive(rt::Record)]
/// pub struct Key {
///     #[wire(requierd)]
///     pub owner: Option<String>,
/// }
/// ```
///
/// ```compile_fail
/// # use restitch::__v1 as rt;
/// #[derive(rt::Record)]
/// #[wire(rename_all = "UPPER CASE")]
/// pub struct Key {
///     pub owner: Option<String>,
/// }
/// ```
///
/// ```compile_fail
/// # use restitch::__v1 as rt;
/// #[derive(rt::Record)]
/// #[wire(rename_all = camelCase)]
/// pub struct Key {
///     pub owner: Option<String>,
/// }
/// ```
///
/// ```compile_fail
/// # use restitch::__v1 as rt;
/// #[derive(rt::Record)]
/// pub struct Key(String);
/// ```
#[proc_macro_derive(Record, attributes(wire))]
pub fn record(item: TokenStream) -> TokenStream {
    derived(item, codec::of)
}

/// Makes a struct a multipart body. Fields are as those of [`Record`](derive@Record), but none holds
/// the rest.
///
/// ```
/// use restitch::__v1 as rt;
///
/// #[derive(Debug, rt::Multipart)]
/// pub struct Upload {
///     pub photo: rt::File,      // a file, as is a list of them
///     pub note: Option<String>, // a part with a value
///     #[wire("X-Size", header = "note", needed)]
///     pub size: Option<i64>,    // a header of that part, which is not sent without
/// }
///
/// let upload = Upload::new(rt::File::from(b"png".to_vec())).note("of me").size(5);
/// assert_eq!(upload.size, Some(5));
/// ```
#[proc_macro_derive(Multipart, attributes(wire))]
pub fn multipart(item: TokenStream) -> TokenStream {
    derived(item, parts::of)
}

/// Makes an enum of names an open enum of strings: its last variant keeps what the others do not
/// name. Two are equal where their texts are.
///
/// ```
/// use restitch::__v1 as rt;
///
/// #[derive(Clone, Debug, rt::StringEnum)]
/// #[wire(rename_all = "kebab-case")]
/// pub enum Color {
///     Red,
///     DarkBlue,
///     #[wire("#fff")]
///     White,
///     Unknown(String),
/// }
///
/// assert_eq!(Color::DarkBlue.as_str(), "dark-blue");
/// assert_eq!(Color::from("#fff"), Color::White);
/// assert_eq!(Color::from("pink").as_str(), "pink");
/// ```
///
/// `rename_all` is as in [`Record`](derive@Record), with `snake_case`; without it a variant is called
/// on the wire as it is here.
///
/// ```compile_fail
/// # use restitch::__v1 as rt;
/// #[derive(Clone, Debug, rt::StringEnum)]
/// pub enum Color {
///     Red,
/// }
/// ```
#[proc_macro_derive(StringEnum, attributes(wire))]
pub fn string_enum(item: TokenStream) -> TokenStream {
    match string_enum::of(item) {
        Ok(code) => code.tokens(),
        Err(fault) => fault.into_tokens(),
    }
}

/// What a derive has of its own, with the `impl` of the struct.
fn derived(item: TokenStream, of: fn(&mut Code, &Record) -> Result<(), Fault>) -> TokenStream {
    let mut code = Code::default();
    let record = record::read(item).and_then(|record| {
        of(&mut code, &record)?;
        Ok(record)
    });
    let record = match record {
        Ok(record) => record,
        Err(fault) => return fault.into_tokens(),
    };
    let own = own::of(&mut code, &record);
    let mut tokens = code.tokens();
    tokens.extend(own);
    tokens
}
