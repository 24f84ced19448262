/// A value of JSON, its members in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// A number or a boolean, as JSON has it.
    Bare(String),
    /// A string.
    Text(String),
    /// `[...]`
    List(Vec<Value>),
    /// `{...}`
    Object(Vec<(String, Value)>),
}

impl Value {
    /// As JSON.
    pub fn json(&self) -> String {
        self.written(false)
    }

    /// As JSON with numbers and booleans as strings: how a language prints them is not asked.
    pub fn json_of_texts(&self) -> String {
        self.written(true)
    }

    fn written(&self, texts: bool) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bare(text) if !texts => text.clone(),
            Self::Bare(text) | Self::Text(text) => quoted(text),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.written(texts)).collect();
                format!("[{}]", items.join(","))
            }
            Self::Object(members) => {
                let member = |(key, value): &(String, Self)| {
                    format!("{}:{}", quoted(key), value.written(texts))
                };
                let members: Vec<String> = members.iter().map(member).collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }

    /// The values in a list or object; itself of a scalar.
    pub fn members(&self) -> Vec<&Self> {
        match self {
            Self::List(items) => items.iter().collect(),
            Self::Object(members) => members.iter().map(|(_, value)| value).collect(),
            scalar => vec![scalar],
        }
    }

    /// The keys of an object.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Self::Object(members) => members.iter().map(|(key, _)| key.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// The text of a scalar that is not `null`.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Bare(text) | Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The texts of scalars and keys.
    pub fn texts(&self) -> Vec<&str> {
        let values = self.members().into_iter().filter_map(Self::text);
        values.chain(self.keys()).collect()
    }

    /// Whether it is a list or an object.
    pub fn is_composite(&self) -> bool {
        matches!(self, Self::List(_) | Self::Object(_))
    }

    /// Whether RFC 6570, section 2.3, calls it undefined.
    pub fn is_undefined(&self) -> bool {
        self.members().iter().all(|member| **member == Self::Null)
    }

    /// Whether it has a member that is `null`.
    pub fn has_null(&self) -> bool {
        self.is_composite() && self.members().contains(&&Self::Null)
    }

    /// Whether it is an empty string, or has a member that is one.
    pub fn has_empty(&self) -> bool {
        self.members()
            .iter()
            .any(|member| member.text() == Some(""))
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
