//! How values are written into paths, queries, headers and cookies.
//!
//! A value comes as the JSON text that the codec wrote of it, so that each style is written once
//! and for no type in particular. `docs/parameters.md` says what was decided where OpenAPI is
//! silent.

mod content;
mod delimited;
mod encode;
mod header;
mod path;
mod style;
#[cfg(test)]
mod table;
mod value;

use std::borrow::Cow;

use crate::error::RequestError;
use crate::tables::{Param, Style};

use self::encode::Encode;
use self::value::{Flat, Value};

pub(crate) use self::encode::encoded;
pub(crate) use self::header::header_value;
pub(crate) use self::path::{expand, faulty_segment};

/// The value of a path parameter, encoded.
pub(crate) fn segment<'j>(param: &Param, json: &'j str) -> Result<Cow<'j, str>, RequestError> {
    if param.style == Style::Json {
        return Ok(encoded(json).into());
    }
    // Most are a name, which stays as it is.
    if let Some(text) = encode::as_it_is(json).filter(|_| param.style == Style::Simple) {
        return Ok(text.into());
    }
    let Some(value) = flat(param, read(param, json)?)? else {
        let reason = "it is null or without items, for which a path has no text";
        return Err(RequestError::argument(param.name, reason));
    };
    let operator = match param.style {
        Style::Label => style::LABEL,
        Style::Matrix => style::MATRIX,
        _ => style::SIMPLE,
    };
    let text = operator.text(param.name, value, param.explode, Encode::Whole);
    // What other styles begin with keeps a value in its place; the whole path is looked at too.
    let faulty = path::faulty_value(&text).filter(|_| param.style == Style::Simple);
    match faulty {
        Some(reason) => Err(RequestError::argument(param.name, reason)),
        None => Ok(text.into()),
    }
}

/// The value of a query or cookie parameter: pairs `name=value`, encoded. There may be none.
pub(crate) fn pairs(param: &Param, json: &str) -> Result<Vec<String>, RequestError> {
    let name = param.name;
    let encode = if param.reserved {
        Encode::Reserved
    } else {
        Encode::Whole
    };
    if param.style == Style::Json {
        return Ok(vec![format!("{}={}", encoded(name), encoded(json))]);
    }
    let value = read(param, json)?;
    if param.style == Style::Deep {
        return Ok(delimited::deep(name, value, encode));
    }
    let Some(value) = flat(param, value)? else {
        return Ok(Vec::new());
    };
    let delimiter = match param.style {
        Style::Space => ' ',
        Style::Pipe => '|',
        _ => return Ok(style::FORM.pieces(name, value, param.explode, encode)),
    };
    delimited::delimited(name, value, param.explode, delimiter, encode)
        .map_err(|reason| RequestError::argument(name, reason))
}

/// The value of a header, as it is; `None` where there is none to send.
pub(crate) fn header_text(param: &Param, json: &str) -> Result<Option<String>, RequestError> {
    if param.style == Style::Json {
        return Ok(Some(content::ascii(json)));
    }
    let value = flat(param, read(param, json)?)?;
    Ok(value.map(|value| style::SIMPLE.text(param.name, value, param.explode, Encode::Verbatim)))
}

fn read(param: &Param, json: &str) -> Result<Value, RequestError> {
    value::read(json).map_err(|error| RequestError::argument(param.name, error.message()))
}

fn flat(param: &Param, value: Value) -> Result<Option<Flat>, RequestError> {
    value
        .flat()
        .map_err(|reason| RequestError::argument(param.name, reason))
}
