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

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident = $place:ident, $style:ident, $explode:literal;)*) => {
        $(
            $(#[$doc])*
            pub const fn $name(name: &'static str) -> Param {
                let (place, style) = (Place::$place, Style::$style);
                Param { name, place, style, explode: $explode, reserved: false }
            }
        )*
    };
}

places! {
    /// `in: path`, style `simple`: `a,b`.
    path = Path, Simple, false;
    /// `in: query`, style `form`, exploded: `name=a&name=b`.
    query = Query, Form, true;
    /// `in: header`, style `simple`: `name: a,b`.
    header = Header, Simple, false;
    /// `in: cookie`, style `form`, exploded: `Cookie: name=a; name=b`.
    cookie = Cookie, Form, true;
}

impl Param {
    /// With `explode: false`: lists are one value, `name=a,b`.
    #[must_use]
    pub const fn joined(mut self) -> Self {
        self.explode = false;
        self
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

    /// Of the styles that are named none is exploded unless it is said.
    const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self.explode = false;
        self
    }
}
