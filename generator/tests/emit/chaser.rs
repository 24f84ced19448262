//! The IR of `specs/chaser.yaml`, by hand.

use restitch_build::ir::{
    Api, Docs, Handle, Location, Name, Operation, Presence, Scheme, SchemeKind, Server, Status,
    TypeDef,
};
use restitch_build::naming::Scope;

use crate::build::{
    BOOL, STRING, array, docs, field, ident, json_answer, json_body, name, named, operation,
    parameter, record, results,
};

pub(crate) fn chaser() -> Api {
    Api {
        title: "Chaser Core API".to_owned(),
        version: "1.0.0".to_owned(),
        docs: Docs::default(),
        servers: vec![
            server("ApiChaserSh", "https://api.chaser.sh", 0),
            server("Localhost", "http://localhost:8000", 1),
        ],
        schemes: vec![Scheme {
            name: name(
                Scope::Builder,
                "BearerAuth",
                "#/components/securitySchemes/BearerAuth",
            ),
            docs: Docs::default(),
            kind: SchemeKind::Bearer,
        }],
        own_servers: Vec::new(),
        own_variables: Vec::new(),
        operations: Vec::new(),
        incoming: Vec::new(),
        headers: Vec::new(),
        handles: vec![accounts()],
        types: types(),
    }
}

fn server(variant: &str, url: &str, index: usize) -> Server {
    Server {
        name: Name {
            ident: ident(Scope::Variant, variant),
            wire: url.to_owned(),
            pointer: format!("#/servers/{index}"),
        },
        docs: Docs::default(),
        url: url.to_owned(),
        variables: Vec::new(),
    }
}

fn accounts() -> Handle {
    Handle {
        name: Name {
            ident: ident(Scope::Handle, "accounts"),
            wire: "subpackage_accounts".to_owned(),
            pointer: "#/paths/~1v1~1accounts~1current~1service-accounts~1{service_account_id}~1keys/post/tags/0".to_owned(),
        },
        struct_ident: ident(Scope::Call, "accounts"),
        docs: Docs::default(),
        operations: vec![create_key()],
    }
}

fn create_key() -> Operation {
    let path = "/v1/accounts/current/service-accounts/{service_account_id}/keys";
    let mut create = operation("create-current-service-account-key", "POST", path);
    create.docs = docs("Create Current Service Account Key");
    let mut id = parameter(Location::Path, "service_account_id", STRING);
    id.docs = docs("Service account identifier");
    id.name.pointer = format!("{}/parameters/0", create.name.pointer);
    create.parameters = vec![id];
    let mut body = json_body(false, named("CreateServiceAccountKeyRequest"));
    body.pointer = format!("{}/requestBody", create.name.pointer);
    create.body = Some(body);
    let mut answer = json_answer(Status::Exact(200), named("CreateServiceAccountKeyResponse"));
    answer.docs = docs("Service account API key created");
    answer.pointer = format!("{}/responses/200", create.name.pointer);
    create.answers = vec![answer];
    create.results = results(&create.answers);
    create.security = vec![vec![0], vec![]];
    create
}

fn types() -> Vec<TypeDef> {
    use Presence::{OptionalNullable, Required};
    let of = |record: &'static str| move |wire, presence, ty| field(record, wire, presence, ty);
    let request = of("CreateServiceAccountKeyRequest");
    let response = of("CreateServiceAccountKeyResponse");
    let info = of("ServiceAccountInfo");
    vec![
        record(
            "CreateServiceAccountKeyRequest",
            vec![
                request("name", OptionalNullable, STRING),
                request("scopes", OptionalNullable, array(STRING)),
            ],
        ),
        record(
            "CreateServiceAccountKeyResponse",
            vec![
                response("full_access", Required, BOOL),
                response("id", Required, STRING),
                response("key", Required, STRING),
                response("key_prefix", Required, STRING),
                response("name", OptionalNullable, STRING),
                response("scopes", Required, array(STRING)),
                response("service_account", Required, named("ServiceAccountInfo")),
            ],
        ),
        record(
            "ServiceAccountInfo",
            vec![
                info("created_at", Required, STRING),
                info("created_by_user_id", Required, STRING),
                info("disabled", Required, BOOL),
                info("id", Required, STRING),
                info("name", Required, STRING),
                info("updated_at", Required, STRING),
            ],
        ),
    ]
}
