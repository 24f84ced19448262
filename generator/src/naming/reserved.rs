//! Where names stand, and which are taken there.

use super::words::Case;

/// Where a name stands; it decides the case and which names are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A field of a struct, and the setter named like it.
    Field,
    /// A variant of an enum.
    Variant,
    /// A type of the module `types`.
    Type,
    /// An operation's function on a handle, and an argument's name.
    Function,
    /// An argument of an operation, or a setter of a call.
    Argument,
    /// A call's struct in a handle's module.
    Call,
    /// A method of the client that gives a handle, and the handle's module.
    Handle,
    /// A method of the client's builder.
    Builder,
    /// A segment of a path that the build script gives.
    Path,
}

impl Scope {
    /// Whether names here are in `PascalCase`.
    pub fn is_pascal(self) -> bool {
        matches!(self, Self::Variant | Self::Type | Self::Call)
    }

    /// How names here are written.
    pub(super) fn case(self) -> Case {
        if self.is_pascal() {
            Case::Pascal
        } else {
            Case::Snake
        }
    }

    /// The ending of a name that is taken: `send_`, `OptionValue`.
    pub fn ending(self) -> &'static str {
        if self.is_pascal() { "Value" } else { "_" }
    }

    /// The names that generated code or the language needs here.
    pub fn taken(self) -> &'static [&'static str] {
        match self {
            Self::Field => &[
                "new",
                "clone",
                "fmt",
                "eq",
                "ne",
                "default",
                "serialize",
                "deserialize",
            ],
            Self::Path => &[],
            Self::Variant => &["Self"],
            Self::Type => &["Self", "Option", "Vec", "String", "Box", "Into"],
            // A call's struct is a function too.
            Self::Call => &[
                "Self", "Option", "Vec", "String", "Box", "Into", "Some", "None", "Ok", "Err",
            ],
            // `into` takes `self`, and so is found before a method that borrows it.
            Self::Function => &["new", "clone", "fmt", "self", "into", "try_into"],
            Self::Argument => ARGUMENT,
            // Modules stand where the client is included: there the crates must keep their names.
            Self::Handle => &[
                "alloc",
                "builder",
                "clone",
                "core",
                "fmt",
                "generated",
                "headers",
                "incoming",
                "into",
                "new",
                "operations",
                "restitch",
                "rt",
                "serde",
                "std",
                "try_into",
                "types",
            ],
            Self::Builder => &[
                "base_url",
                "build",
                "builder",
                "clone",
                "default_header",
                "document_url",
                "fmt",
                "max_response_bytes",
                "new",
                "operation_server",
                "server",
                "timeout",
                "transport",
                "trusted_origin",
                "user_agent",
            ],
        }
    }
}

/// What a call has, and what its function uses.
const ARGUMENT: &[&str] = &[
    "body",
    "client",
    "clone",
    "decode",
    "fmt",
    "headers",
    "into_call",
    "into_future",
    "new",
    "open",
    "poll",
    "query_pairs",
    "request",
    "rt",
    "send",
    "send_blocking",
    "stream",
    "stream_blocking",
    "stream_request",
    "types",
    "with_base_url",
    "with_header",
    "with_query",
    "with_timeout",
];

/// The identifier for a name in the case of its scope: keywords raw, taken names with an ending.
pub(super) fn allowed(scope: Scope, name: &str) -> String {
    let taken = matches!(name, "self" | "Self" | "super" | "crate" | "_");
    if taken || scope.taken().contains(&name) || scope == Scope::Call && is_argument_like(name) {
        return format!("{name}{}", scope.ending());
    }
    if is_keyword(name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// The name without the `r#` of a raw identifier.
pub(super) fn bare(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// Whether a call's struct would be named like an argument, in a script without upper case: no
/// argument may shadow a tuple struct.
pub(super) fn is_argument_like(name: &str) -> bool {
    !name.chars().any(char::is_uppercase)
}

/// The keywords of all editions that can be raw identifiers, reserved ones too: what the derives write
/// is read by the newest edition, whatever the user's crate has.
fn is_keyword(name: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
        "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];
    KEYWORDS.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_raw_and_taken_names_end_differently() {
        for (scope, name, expect) in [
            (Scope::Field, "type", "r#type"),
            (Scope::Field, "self", "self_"),
            (Scope::Variant, "Self", "SelfValue"),
            (Scope::Type, "Option", "OptionValue"),
            (Scope::Call, "获取", "获取Value"),
            (Scope::Type, "获取", "获取"),
            (Scope::Argument, "send", "send_"),
            (Scope::Field, "send", "send"),
            (Scope::Field, "gen", "r#gen"),
        ] {
            assert_eq!(allowed(scope, name), expect);
        }
    }
}
