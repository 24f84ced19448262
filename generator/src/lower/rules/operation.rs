//! Paths and operations.

use crate::diag::Code;
use crate::grammar::{path_of_url, path_template};
use crate::tree::Map;

use super::super::cx::Cx;
use super::super::marks;
use super::super::version::Version;
use super::{fill, no_members};

/// `paths`: a key is a path template, which starts with a slash. One without is taken for it, where
/// that does not stand beside it.
pub(super) fn paths(map: &mut Map, cx: &mut Cx<'_>) {
    for entry in map.iter() {
        let key = &entry.key;
        if key.starts_with('/') || key.starts_with("x-") || key == "$ref" {
            continue;
        }
        let message = format!("`{key}` is not a path: paths start with `/`");
        let fault = cx.member(Code::MALFORMED, key, entry.at, message);
        cx.push(match path_template(key) {
            Some(path) if map.has(&path) => {
                fault.help(format!("it is left out, for `{path}` stands beside it"))
            }
            Some(path) => {
                let help = match path_of_url(key.trim_start()) {
                    Some(_) => format!(
                        "it is taken for `{path}`, behind the URL of a server: write it so, and the \
                         server under `servers`"
                    ),
                    None => format!("it is taken for `{path}`: write it so"),
                };
                fault.help(help).rename(path.into_owned())
            }
            None => fault.help("it is left out: what stands before the path is said in `servers`"),
        });
    }
}

/// Operations that 3.1 has no place for.
pub(super) fn of_3_2(map: &mut Map, cx: &mut Cx<'_>) {
    for key in ["query", "additionalOperations"] {
        if let Some(entry) = map.entry(key).filter(|_| cx.version < Version::V32) {
            cx.other_version(Some(key), entry.at, &format!("`{key}`"), Version::V32);
        }
    }
}

/// An operation's responses, which 3.1 allows to be absent.
pub(super) fn responses(map: &mut Map, cx: &mut Cx<'_>) {
    let required = cx.version == Version::V30;
    fill(map, "responses", no_members(), required, cx);
}

/// Callbacks are requests to the client. The reader has no place for references or extensions in
/// them, so they are carried.
pub(super) fn callbacks(map: &mut Map, _: &mut Cx<'_>) {
    marks::carry(map, "callbacks");
}

/// Callbacks and links that operations may name; their use is what is noted.
pub(super) fn carry_components(map: &mut Map, _: &mut Cx<'_>) {
    marks::carry(map, "callbacks");
    marks::carry(map, "links");
}
