//! The classes of bad documents: the one list of them.

/// What documents have in common that are bad in the same way.
pub(crate) struct Class {
    pub(crate) name: &'static str,
    /// The files of `specs/invalid` that are of it, by the beginning of their names. Others are made,
    /// in the place of these or beside them.
    files: &'static [&'static str],
}

impl Class {
    /// Whether a file is of the class: of those whose names begin like its name, the longest counts.
    pub(crate) fn has(&self, file: &str) -> bool {
        let longest = |class: &Class| {
            let fits = class.files.iter().filter(|begin| file.starts_with(**begin));
            fits.map(|begin| begin.len()).max()
        };
        let mine = longest(self);
        mine.is_some() && CLASSES.iter().filter_map(longest).max() == mine
    }
}

/// The name of a class as it stands in the list.
pub(crate) fn named(name: &str) -> &'static str {
    let class = CLASSES.iter().find(|class| class.name == name);
    class
        .unwrap_or_else(|| panic!("`{name}` is no class of classes.rs"))
        .name
}

const fn class(name: &'static str, files: &'static [&'static str]) -> Class {
    Class { name, files }
}

pub(crate) const CLASSES: &[Class] = &[
    // Text.
    class("an encoding that is not UTF-8", &["utf-16"]),
    class("bytes that are no UTF-8", &["broken-utf8", "not-utf8"]),
    class("a control character", &["control-character"]),
    class("a document that is cut off", &["unclosed-bracket"]),
    class("a document with nothing in it", &["empty", "only-comments"]),
    class(
        "a line that is no YAML",
        &[
            "at-sign",
            "backslash-in-quotes",
            "colon-in-text",
            "indentation",
            "tab-indentation",
            "unclosed-quote",
        ],
    ),
    class("a line that is no JSON", &["open-quote", "two-commas"]),
    class("several documents in one file", &["two-documents"]),
    class("an alias of nothing, or of itself", &["alias-"]),
    class("a merge key without a mapping", &["merge-scalar"]),
    class(
        "a key twice in one mapping",
        &["duplicate-key", "merge-twice"],
    ),
    class("a key that is no scalar", &["key-mapping"]),
    class("a YAML tag, and tags of operations", &["tags"]),
    class("a page with a mistake", &["page"]),
    // Documents.
    class(
        "a document that is no OpenAPI",
        &["asyncapi", "list", "no-version", "plain-text"],
    ),
    class("a version that is not read", &["version-", "swagger"]),
    class("a keyword of another version", &["other-version"]),
    class("an overlay that can't be applied", &["overlay"]),
    class("a mistake that an overlay mends", &["fixes"]),
    class(
        "what a build script says wrongly",
        &["choice", "format-choice"],
    ),
    class("nesting deeper than the limit", &[]),
    class("nesting near the limit", &[]),
    class("a little text that stands for much", &[]),
    class("one thing that is long", &[]),
    class("many of one thing", &[]),
    // Shape.
    class(
        "a keyword with a value of the wrong JSON type",
        &["wrong-type-", "slips"],
    ),
    class(
        "something else in the place of an object",
        &["malformed-list", "malformed-info"],
    ),
    class("a misspelt keyword", &["unknown-key"]),
    class("a misspelt format", &[]),
    class(
        "several mistakes in one document",
        &["several-mistakes", "messages"],
    ),
    class("a key that has no effect", &["ignored-"]),
    class(
        "what nobody generates",
        &["not-generated", "unsupported-", "incoming"],
    ),
    // References.
    class(
        "a reference that names nothing",
        &["dangling-ref", "dangling-near"],
    ),
    class(
        "a reference to something of another kind",
        &["malformed-reference", "misplaced-ref", "misplaced-value"],
    ),
    class("a reference that names too little", &["loose-ref"]),
    class(
        "a reference to a file that can't be read",
        &["ref-missing-file", "ref-broken-file"],
    ),
    class(
        "a reference that leaves the document's folder",
        &["ref-outside"],
    ),
    class("references in a circle", &["ref-cycle"]),
    class("two schemas with one name", &["duplicate-anchor"]),
    // Schemas.
    class("a type without a finite value", &["infinite-type"]),
    class(
        "an unknown type",
        &["unknown-type", "type-misfits", "no-type"],
    ),
    class(
        "an enum whose values don't fit",
        &["enum-misfits", "duplicate-enum-value"],
    ),
    class("bounds that no value keeps", &["bounds"]),
    class("a number that is none", &["not-a-number"]),
    class("a pattern that is no regular expression", &["pattern"]),
    class(
        "a default that its schema does not allow",
        &["default-misfits"],
    ),
    class(
        "properties that are required and not there",
        &["required-misfits", "required-misspelt", "dependent-misfits"],
    ),
    class("properties of both directions", &["both-directions"]),
    class("a union that can't be told apart or has nothing in it", &[]),
    class(
        "a discriminator that does not fit",
        &["discriminator-misfits"],
    ),
    class(
        "members of an allOf that no value fits",
        &["all-of-conflict"],
    ),
    // Operations.
    class("two operations with one name", &["duplicate-operation-id"]),
    class(
        "a path template and its parameters",
        &["path-", "malformed-path"],
    ),
    class(
        "a parameter that can't be sent",
        &["parameters", "malformed-parameter", "parameter-content"],
    ),
    class(
        "a parameter in the place of a credential",
        &["parameter-credential"],
    ),
    class(
        "a style that does not go with its parameter",
        &["parameter-styles"],
    ),
    class("a name that a header can't have", &[]),
    class("a body that can't be sent", &["bodies", "body-of-"]),
    class("a media type that is none", &["media-types"]),
    class("a status that is none", &["status-codes"]),
    class(
        "responses that are none",
        &["malformed-response", "responses-", "answers"],
    ),
    class(
        "security that nothing declares",
        &["unknown-security-scheme", "unreadable-security"],
    ),
    class(
        "a security scheme that can't be used",
        &["unusable-security-scheme", "malformed-security-scheme"],
    ),
    class("a server that can't be reached", &["servers"]),
    class("tags", &[]),
];
