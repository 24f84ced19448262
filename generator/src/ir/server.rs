use super::{Docs, Ident, Name, Variant};

/// A server of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// The variant of the generated enum `Server`; the wire name is the URL as the document writes it:
    /// `https://{region}.example`.
    pub name: Name,
    /// Its description.
    pub docs: Docs,
    /// The URL with the default of each variable.
    pub url: String,
    /// What stands in braces in the URL, as fields of the variant.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a server.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerVariable {
    /// The field.
    pub name: Name,
    /// Its description.
    pub docs: Docs,
    /// Its default; none where the document should have one and does not.
    pub default: Option<String>,
    /// The enum of its values; any text where there is none.
    pub values: Option<ServerValues>,
}

/// The enum of the values that a variable may have; servers with the same variable share it.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerValues {
    /// Its name: `ServerRegion`.
    pub ident: Ident,
    /// The values.
    pub variants: Vec<Variant>,
    /// Which of them is the default, by its index.
    pub default: usize,
}

/// A server that a path or an operation has for itself.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnServer {
    /// The [`OwnChoice::slot`] by which it is chosen, where the operation has others too.
    pub choice: Option<usize>,
    /// The URL with the default of each variable.
    pub url: String,
    /// The URL with its variables in braces.
    pub template: String,
    /// What stands in braces.
    pub variables: Vec<OwnValue>,
    /// Its description.
    pub docs: Docs,
    /// Its JSON pointer.
    pub pointer: String,
}

/// A server that an operation has for itself beside others: a variant of `enum OperationServer`, by
/// which the builder chooses it for all operations that have it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnChoice {
    /// Which one it is.
    pub slot: usize,
    /// The variant; the wire name is the URL as the document writes it.
    pub name: Name,
    /// Its description.
    pub docs: Docs,
    /// The URL with the default of each variable.
    pub url: String,
}

/// A variable in the URL of such a server, and which value it has.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnValue {
    /// The name in the URL.
    pub name: String,
    /// The [`OwnVariable::slot`] that holds what the builder was given.
    pub slot: usize,
    /// What it has otherwise.
    pub default: Option<String>,
}

/// A variable of servers that operations have for themselves: a method of the builder. Servers that
/// have a variable of the same name, values and default share it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnVariable {
    /// Where the client keeps its value.
    pub slot: usize,
    /// It, named after the method.
    pub variable: ServerVariable,
}
