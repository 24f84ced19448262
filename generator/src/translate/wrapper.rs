//! Schemas that are another with something said beside it: a reference in `allOf` with documentation,
//! a reference or `null`.

use crate::diag::Diagnostic;
use crate::resolve::Document;
use crate::tree::Pointer;

use super::gather::is_null;
use super::keywords::Keywords;
use super::shape::{Shape, Shaped};
use super::site::Site;

/// What a `$ref` is.
pub(super) fn reference(target: Site) -> Shaped {
    Shaped {
        shape: Shape::Ref(target),
        nullable: false,
        keywords: Keywords::default(),
        found: Vec::new(),
    }
}

/// What a reference that names nothing stands for: any value.
pub(super) fn unknown(found: Diagnostic) -> Shaped {
    Shaped {
        shape: Shape::Json(None),
        nullable: false,
        keywords: Keywords::default(),
        found: vec![found],
    }
}

/// The one schema that a site wraps, if the rest decides no type: a reference in `allOf` with
/// documentation beside it, `anyOf`/`oneOf` of a reference and `null`, a property that several
/// members declare alike. An inline schema is not wrapped but merged: its type is the wrapper's.
pub(super) fn wrapped(
    document: &Document<'_>,
    site: &Site,
    own: Option<&Keywords>,
) -> Option<Shaped> {
    if site.parts().any(|part| part.bare) {
        return None;
    }
    let mut nullable = own.is_some_and(|own| own.nullable);
    let mut members: Vec<Pointer> = match own {
        Some(own) => members(own)?,
        None => site.parts().map(|part| part.at.clone()).collect(),
    };
    let mut targets: Vec<Pointer> = Vec::new();
    let mut beside: Vec<Keywords> = Vec::new();
    let mut types: Vec<String> = own.and_then(|own| own.typ.clone()).into_iter().collect();
    for member in members.drain(..) {
        let target = document.follow(&member).ok()?;
        let aside = target == member && own.is_some();
        if aside && is_null(document, &target) {
            nullable = true;
            continue;
        }
        if target == member && own.is_none_or(|own| own.unions.is_empty()) {
            let keywords = Keywords::of(&*document.schema(&member).ok()?, &member);
            if keywords.is_plain() && !keywords.facts.broken {
                nullable |= keywords.nullable && keywords.typ.is_none();
                types.extend(keywords.typ.clone());
                beside.push(keywords);
                continue;
            }
        }
        if aside {
            return None;
        }
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    let [target] = targets.as_slice() else {
        return None;
    };
    let mut keywords = own.cloned().unwrap_or_default();
    // The last first, as where members are merged.
    for said in beside.into_iter().rev() {
        keywords.also_says(said);
    }
    let agree = types.iter().all(|typ| agrees(document, typ, target));
    agree.then(|| Shaped {
        nullable,
        keywords,
        ..reference(Site::one(target.clone()))
    })
}

/// What a schema that decides no type itself is made of: the members of its `allOf`, or the
/// branches of its only union.
fn members(own: &Keywords) -> Option<Vec<Pointer>> {
    let members = match (own.all_of.as_slice(), own.unions.as_slice()) {
        ([], [union]) => &union.branches,
        (members @ [_, ..], []) => members,
        _ => return None,
    };
    own.is_plain_beside_schemas().then(|| members.to_vec())
}

/// Whether the `type` beside a reference is that of its target.
fn agrees(document: &Document<'_>, typ: &str, target: &Pointer) -> bool {
    let schema = document.schema(target);
    schema.is_ok_and(|schema| match Keywords::of(&schema, target).kind() {
        Some(kind) => kind == typ,
        None => typ == "object",
    })
}
