use super::Encode;
use super::value::Flat;

/// How an expression of RFC 6570 expands its variable: the table of its appendix A, without
/// prefixes, which OpenAPI has no use for.
pub(crate) struct Operator {
    /// Before the first piece.
    first: &'static str,
    /// Between pieces.
    separator: &'static str,
    /// Whether each piece begins with the name.
    named: bool,
    /// Between a name and a value that is empty; it is `=` before any other.
    if_empty: &'static str,
}

/// `{name}`: style `simple`.
pub(crate) const SIMPLE: Operator = Operator {
    first: "",
    separator: ",",
    named: false,
    if_empty: "",
};

/// `{.name}`: style `label`.
pub(crate) const LABEL: Operator = Operator {
    first: ".",
    separator: ".",
    named: false,
    if_empty: "",
};

/// `{;name}`: style `matrix`.
pub(crate) const MATRIX: Operator = Operator {
    first: ";",
    separator: ";",
    named: true,
    if_empty: "",
};

/// `{&name}`: style `form`, without the first `&`.
pub(crate) const FORM: Operator = Operator {
    first: "",
    separator: "&",
    named: true,
    if_empty: "=",
};

impl Operator {
    /// The expansion as one text.
    pub(crate) fn text(&self, name: &str, value: Flat, explode: bool, encode: Encode) -> String {
        if let (Flat::Scalar(text), "", false) = (&value, self.first, self.named) {
            return encode.value(text);
        }
        let pieces = self.pieces(name, value, explode, encode);
        format!("{}{}", self.first, pieces.join(self.separator))
    }

    /// The expansion's pieces (RFC 6570, section 3.2.1). Names and keys are encoded whole, though the
    /// RFC lets reserved characters of keys pass: a `&` in one would begin another parameter.
    pub(crate) fn pieces(
        &self,
        name: &str,
        value: Flat,
        explode: bool,
        encode: Encode,
    ) -> Vec<String> {
        match value {
            Flat::Scalar(text) => vec![self.piece(name, &encode.value(&text))],
            Flat::List(items) if explode => {
                let piece = |item: &String| self.piece(name, &encode.value(item));
                items.iter().map(piece).collect()
            }
            Flat::Object(members) if explode => {
                let piece = |(key, text): &(String, String)| self.member(key, text, encode);
                members.iter().map(piece).collect()
            }
            value => vec![self.list(name, &joined(value, ",", encode))],
        }
    }

    fn piece(&self, name: &str, value: &str) -> String {
        match self.named {
            true if value.is_empty() => format!("{}{}", super::encoded(name), self.if_empty),
            true => format!("{}={value}", super::encoded(name)),
            false => value.to_owned(),
        }
    }

    /// A list that is not exploded. Even of one empty item it is no empty value.
    fn list(&self, name: &str, items: &str) -> String {
        if self.named {
            format!("{}={items}", super::encoded(name))
        } else {
            items.to_owned()
        }
    }

    /// A member of an object that is exploded. Only a named one leaves out its `=`.
    fn member(&self, key: &str, text: &str, encode: Encode) -> String {
        let between = match (self.named, text) {
            (true, "") => self.if_empty,
            _ => "=",
        };
        format!("{}{between}{}", encode.key(key), encode.value(text))
    }
}

/// The values in one text. Of an object, keys and values take turns.
pub(crate) fn joined(value: Flat, separator: &str, encode: Encode) -> String {
    let texts: Vec<String> = match value {
        Flat::Scalar(text) => vec![encode.value(&text)],
        Flat::List(items) => items.iter().map(|item| encode.value(item)).collect(),
        Flat::Object(members) => {
            let both = |(key, text): &(String, String)| [encode.key(key), encode.value(text)];
            members.iter().flat_map(both).collect()
        }
    };
    texts.join(separator)
}
