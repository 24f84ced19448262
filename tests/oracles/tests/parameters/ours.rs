//! What Restitch sends.

use std::sync::Arc;

use restitch::__v1 as rt;
use restitch::Json;
use restitch::transport::InMemory;
use restitch_oracle_tests::Value;

/// Where a parameter goes and how it is written: the cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) place: &'static str,
    pub(crate) style: &'static str,
    pub(crate) explode: bool,
    pub(crate) reserved: bool,
}

impl Cell {
    pub(crate) const fn new(place: &'static str, style: &'static str, explode: bool) -> Self {
        Self {
            place,
            style,
            explode,
            reserved: false,
        }
    }

    fn param(self) -> rt::Param {
        let param = match self.place {
            "path" => rt::path("v"),
            "query" => rt::query("v").joined(),
            "header" => rt::header("v"),
            _ => rt::cookie("v").joined(),
        };
        let param = match self.style {
            "label" => param.label(),
            "matrix" => param.matrix(),
            "spaceDelimited" => param.space_delimited(),
            "pipeDelimited" => param.pipe_delimited(),
            "deepObject" => param.deep_object(),
            "json" => param.json(),
            _ => param,
        };
        let param = if self.explode {
            param.exploded()
        } else {
            param
        };
        if self.reserved {
            param.reserved()
        } else {
            param
        }
    }
}

/// What is sent of a value: `None` where there is nothing, an error where it is refused.
pub(crate) type Sent = Result<Option<String>, String>;

static API: rt::Api = rt::Api {
    title: "",
    version: "1",
    servers: &[],
    schemes: &[],
};

/// A client with one parameter.
pub(crate) struct Ours {
    client: rt::Client,
    info: &'static rt::OperationInfo,
    place: &'static str,
}

impl Ours {
    pub(crate) fn new(cell: Cell) -> Self {
        let builder = rt::ClientBuilder::new(&API).base_url("http://h.test".to_owned());
        let client = builder.transport(Arc::new(InMemory::new())).build();
        let info = rt::OperationInfo {
            id: "op",
            params: vec![cell.param()].leak(),
            ..rt::get(if cell.place == "path" { "/x/{v}" } else { "/x" })
        };
        Self {
            client: client.unwrap(),
            info: Box::leak(Box::new(info)),
            place: cell.place,
        }
    }

    /// Of a path what follows `/x/`, the query, or the value of the header.
    pub(crate) fn send(&self, value: &Value) -> Sent {
        let json = Json::new(value.json()).unwrap();
        let call = rt::Call::new(&self.client, self.info).arg(0, &json);
        let request = call
            .request()
            .map_err(|error: restitch::Error| error.to_string())?;
        let header = |name| {
            let value = request.headers().get(name)?;
            Some(value.to_str().unwrap().to_owned())
        };
        Ok(match self.place {
            "path" => Some(request.uri().path()["/x/".len()..].to_owned()),
            "query" => request.uri().query().map(str::to_owned),
            "header" => header("v"),
            _ => header("cookie"),
        })
    }
}
