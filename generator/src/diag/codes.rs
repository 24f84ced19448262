//! The one table of diagnostics: code, grade, title.

use super::Grade;

/// A kind of diagnostic: `E0001` (error), `W0101` (fault) or `N0201` (note).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    /// The code as shown, `E0001`.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The grade, by its first letter.
    pub fn grade(self) -> Grade {
        match self.0.as_bytes()[0] {
            b'E' => Grade::Error,
            b'W' => Grade::Fault,
            _ => Grade::Note,
        }
    }

    /// Whether it stands in ledgers alone: no run of the generator gives it.
    pub fn is_of_ledger(self) -> bool {
        self.0.starts_with("N03")
    }

    /// What the code stands for, in a few words.
    pub fn title(self) -> &'static str {
        CODES
            .iter()
            .find(|(code, _)| *code == self)
            .map_or("", |(_, title)| title)
    }
}

macro_rules! codes {
    ($($name:ident = $code:literal, $title:literal;)*) => {
        impl Code {
            $(#[doc = $title] pub const $name: Code = Code($code);)*
        }
        /// Every code with its title, in order.
        pub const CODES: &[(Code, &str)] = &[$((Code::$name, $title)),*];
    };
}

codes! {
    UNREADABLE = "E0001", "a file can not be read";
    NOT_UTF8 = "E0002", "a file is not UTF-8";
    EMPTY = "E0003", "a file is empty";
    SYNTAX = "E0004", "a file is neither YAML nor JSON";
    SEVERAL_DOCUMENTS = "E0005", "a file holds more than one YAML document";
    BAD_KEY = "E0007", "a key is not a string or a plain scalar";
    TOO_DEEP = "E0008", "nesting is deeper than the limit";
    TOO_LARGE = "E0009", "a file has more nodes, bytes or alias expansions than the limit";
    UNKNOWN_ALIAS = "E0010", "an alias names no anchor, or one that holds itself";
    BAD_MERGE = "E0011", "a merge key's value is not a mapping";
    NOT_A_MAPPING = "E0012", "the document is not a mapping";
    NO_VERSION = "E0013", "the document has no `openapi` field";
    SWAGGER = "E0014", "the version of Swagger is not one that is read";
    UNKNOWN_VERSION = "E0015", "the OpenAPI version is not one that is read";
    BAD_OVERLAY = "E0017", "an overlay that can not be read, or not be applied";
    FORMAT_CHOICE = "E0018", "the build script chose a type for a format that no schema has, or that does not fit it";
    OVERRIDE = "E0019", "the build script says something of the document that does not hold";
    CHOICE = "E0020", "the build script chooses operations that the document does not have";
    NO_TARGET = "E0021", "an action of an overlay selects nothing";

    DANGLING_REF = "W0101", "a reference names nothing";
    REF_CYCLE = "W0102", "references go round in a circle";
    WRONG_TYPE = "W0103", "a keyword has a value of the wrong JSON type";
    TEMPLATE = "W0104", "a path template and its parameters do not match";
    MALFORMED = "W0105", "a part of the document does not have the shape that OpenAPI gives it";
    UNSUPPORTED = "W0106", "something that is not generated yet";
    DUPLICATE_ID = "W0107", "two operations have one operationId";
    UNKNOWN_TYPE = "W0108", "an unknown `type`";
    INFINITE = "W0109", "a type has no finite value";
    UNKNOWN_SCHEME = "W0110", "`security` names a scheme that is not declared";
    MISSPELT_KEY = "W0111", "a key that OpenAPI does not define, and nearly does";
    CONFLICT = "W0112", "members of an `allOf` that no value fits at once";
    BAD_DEFAULT = "W0113", "a default that its schema does not allow";
    STYLE = "W0116", "a parameter that its style has no text for";
    DUPLICATE_ANCHOR = "W0120", "two schemas have one `$id` or anchor";
    REF_OUTSIDE = "W0121", "a reference leaves the document's folder";
    DUPLICATE_KEY = "W0122", "a key comes twice in one mapping";
    WINDOWS = "W0123", "a file is not UTF-8, and is read as Windows-1252";
    MISSPELT_NAME = "W0124", "a required property that is not declared, and nearly is";

    RESERVED_HEADER = "N0201", "a header that OpenAPI says to ignore";
    IGNORED_KEYWORD = "N0202", "a keyword that the generated code does not check";
    OPTIONAL_SECURITY = "N0203", "schemes are declared and no `security` names one";
    RAW_JSON = "N0204", "a schema that is carried as raw JSON";
    UNTYPED_HEADER = "N0205", "a header of an answer that is handed over as text";
    IGNORED_TAG = "N0207", "a YAML tag that means nothing here";
    IGNORED_HERE = "N0208", "a key that has no effect where it stands";
    OTHER_VERSION = "N0209", "a keyword of another version of OpenAPI, read as it is meant there";
    NOT_GENERATED = "N0210", "a part of the document that no code is generated for";
    UNKNOWN_KEY = "N0211", "a key that OpenAPI does not define";
    OTHER_MEDIA_TYPE = "N0212", "a media type that is not used beside another";
    IMPLIED_TYPE = "N0213", "a schema without `type`, read as the type that its keywords imply";
    UNDECLARED = "N0214", "a required property that is not declared, and may be anything";
    PATH_QUERY = "N0215", "a path with a query, which goes with every call";
    PARTLY = "N0216", "a parameter of which some values can not be sent";
    SHARED_ID = "N0217", "an operationId that operations of several tags have";
    MISSPELT_FORMAT = "N0218", "a format that is a known one but for its case, or a mark";
    LOOSE_REF = "N0220", "a reference that names its target only by what was meant";

    UNREACHED = "N0301", "a part that nothing of the client refers to";
    NOT_CHOSEN = "N0302", "an operation that the build script did not choose";
    EXTENSION = "N0303", "an extension that is not read";
    EXAMPLE = "N0304", "an example that the documentation does not show";
    METADATA = "N0305", "what is said of the API as a whole, and has no place in the client";
    XML = "N0306", "what a schema says of XML";
    UNDOCUMENTED = "N0307", "documentation of what has no item in the client";
    UNCHECKED = "N0308", "a constraint that is neither checked nor documented";
    RESTATED = "N0309", "a value that says what holds without it";
    DIALECT = "N0310", "a comment, or the name of a dialect";
    NOT_READ_INCOMING = "N0311", "a part of a webhook or callback beside its body";
    REPLACED = "N0312", "a schema in whose place the build script puts a type";
    AS_IT_IS = "N0313", "a schema of what is handed over as it is: text, XML, bytes, events";
    ONE_WAY = "N0314", "a property that only goes the other way";
    PRESENT = "N0315", "a value that counts by being there, whatever it is";
}
