/// A parameter: where it goes, and how its value is written there.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    pub(crate) style: Style,
    pub(crate) explode: bool,
    pub(crate) reserved: bool,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// How a value is written (OpenAPI, Parameter Object, `style`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Simple,
    Label,
    Matrix,
    Form,
    Space,
    Pipe,
    Deep,
    /// No style: the parameter has `content`, and its value is sent as JSON.
    Json,
}

impl Param {
    const fn new(name: &'static str, place: Place, style: Style) -> Self {
        Self {
            name,
            place,
            style,
            explode: false,
            reserved: false,
        }
    }

    /// `in: path`, style `simple`: `a,b`.
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Place::Path, Style::Simple)
    }

    /// `in: query`, style `form`: `name=a,b`.
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Place::Query, Style::Form)
    }

    /// `in: query`, style `form`, exploded: `name=a&name=b`.
    pub const fn query_exploded(name: &'static str) -> Self {
        Self::query(name).exploded()
    }

    /// `in: header`, style `simple`: `name: a,b`.
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Place::Header, Style::Simple)
    }

    /// `in: cookie`, style `form`: `Cookie: name=a,b`.
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(name, Place::Cookie, Style::Form)
    }

    /// With `explode: true`: lists become several pairs, members of objects `key=value`.
    #[must_use]
    pub const fn exploded(mut self) -> Self {
        self.explode = true;
        self
    }

    /// Style `label`, of paths: `.a,b`.
    #[must_use]
    pub const fn label(self) -> Self {
        self.style(Style::Label)
    }

    /// Style `matrix`, of paths: `;name=a,b`.
    #[must_use]
    pub const fn matrix(self) -> Self {
        self.style(Style::Matrix)
    }

    /// Style `spaceDelimited`, of queries: `name=a%20b`.
    #[must_use]
    pub const fn space_delimited(self) -> Self {
        self.style(Style::Space)
    }

    /// Style `pipeDelimited`, of queries: `name=a%7Cb`.
    #[must_use]
    pub const fn pipe_delimited(self) -> Self {
        self.style(Style::Pipe)
    }

    /// Style `deepObject`, of queries: `name%5Bkey%5D=value`.
    #[must_use]
    pub const fn deep_object(self) -> Self {
        self.style(Style::Deep)
    }

    /// With `content: { application/json: ... }`: the value's JSON text.
    #[must_use]
    pub const fn json(self) -> Self {
        self.style(Style::Json)
    }

    /// With `allowReserved: true`, of queries: the reserved characters of a URL stay as they are.
    #[must_use]
    pub const fn reserved(mut self) -> Self {
        self.reserved = true;
        self
    }

    const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }
}
