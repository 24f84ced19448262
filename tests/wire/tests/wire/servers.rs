//! Servers: chosen by name, with their variables, and those of operations.

use api::servers::{Client, ClientBuilder, Server, ServerPort, ServerRegion};
use restitch::transport::InMemory;
use restitch_wire_tests as api;

fn client(change: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<Client, String> {
    let builder = change(Client::builder().key("k")).transport(InMemory::new());
    builder.build().map_err(|error| error.to_string())
}

#[test]
fn chosen_by_name() {
    let at = |server| client(|builder| builder.server(server)).map(|c| request!(c.ping().ping()));
    for (server, expect) in [
        (Server::ApiExampleV1, "https://api.example/v1"),
        (Server::ApiExampleV2, "https://api.example/v2"),
        (
            Server::RegionExample {
                region: ServerRegion::default(),
            },
            "https://eu.example",
        ),
        (
            Server::TenantRegionExamplePortBasePath {
                tenant: "acme".into(),
                region: ServerRegion::UsEast,
                port: ServerPort::N8443,
                base_path: "a/b".into(),
            },
            "https://acme.us-east.example:8443/a/b",
        ),
        (
            Server::HttpCellTwinExample { cell: "a".into() },
            "http://a.twin.example",
        ),
        (
            Server::HttpsCellTwinExample { cell: "b".into() },
            "https://b.twin.example",
        ),
    ] {
        assert_eq!(at(server).unwrap(), format!("GET {expect}/ping"));
    }
    let error = at(Server::Relative).unwrap_err();
    assert!(error.contains("base_url"), "{error}");
    let evil = at(Server::TenantRegionExamplePortBasePath {
        tenant: "evil.test/".into(),
        region: ServerRegion::Eu,
        port: ServerPort::N443,
        base_path: String::new(),
    });
    let error = evil.unwrap_err();
    assert!(error.contains("would end the host"), "{error}");
}

#[test]
fn relative_to_the_document() {
    let url = "https://docs.example/x/openapi.yaml";
    let client = client(|builder| builder.server(Server::Relative).document_url(url)).unwrap();
    assert_eq!(
        request!(client.ping().ping()),
        "GET https://docs.example/relative/ping"
    );
}

#[test]
fn operations_go_to_their_own() {
    let usual = client(|builder| builder).unwrap();
    let files = usual.files();
    assert_eq!(request!(files.get()), "GET https://files.example/files");
    assert_eq!(request!(files.head()), "HEAD https://files.example/files");
    assert_eq!(
        request!(files.put()),
        "PUT https://a.upload.example/v1/files"
    );
    assert_eq!(
        request!(files.delete()),
        "DELETE https://api.example:443/v3/files"
    );
    let elsewhere = files.get().with_base_url("https://m1.files.example");
    assert_eq!(request!(elsewhere), "GET https://m1.files.example/files");
    let given = client(|builder| builder.base_url("http://localhost:1")).unwrap();
    assert_eq!(
        request!(given.files().put()),
        "PUT http://localhost:1/files"
    );
}

#[test]
fn variables_of_their_own_are_set_on_the_builder() {
    use api::servers::ServerZone;

    let usual = client(|builder| builder).unwrap();
    let post = request!(usual.files().post());
    assert_eq!(post, "POST https://main.a.upload.example/files");
    // One that several servers have alike is one.
    let set = client(|builder| builder.server_zone(ServerZone::B).server_bucket("x")).unwrap();
    let post = request!(set.files().post());
    assert_eq!(post, "POST https://x.b.upload.example/files");
    let put = request!(set.files().put());
    assert_eq!(put, "PUT https://b.upload.example/v1/files");
    let get = request!(set.files().get());
    assert_eq!(get, "GET https://files.example/files");
    let evil = client(|builder| builder.server_bucket("evil.test/")).unwrap();
    let error = evil.files().post().request().unwrap_err().to_string();
    assert!(
        error.contains("`bucket`") && error.contains("would end the host"),
        "{error}"
    );
    // A base URL stands for all servers.
    let given = client(|builder| builder.server_bucket("x").base_url("http://localhost:1"));
    let post = request!(given.unwrap().files().post());
    assert_eq!(post, "POST http://localhost:1/files");
}

#[test]
fn operations_go_to_the_one_that_is_chosen() {
    use api::servers::{OperationServer, ServerZone};

    let at = |change: fn(ClientBuilder) -> ClientBuilder| {
        let client = client(change).unwrap();
        let files = client.files();
        let get = request!(files.get());
        // Others have no other.
        let put = request!(files.put());
        assert!(put.ends_with(".upload.example/v1/files"), "{put}");
        [get, request!(files.head()), request!(files.options())]
    };
    assert_eq!(
        at(|builder| builder.server_zone(ServerZone::B)),
        [
            "GET https://files.example/files",
            "HEAD https://files.example/files",
            "OPTIONS https://b.options.example/files"
        ]
    );
    let chosen = at(|builder| builder.operation_server(OperationServer::MirrorFilesExample));
    // Each with its own default.
    assert_eq!(
        chosen,
        [
            "GET https://m1.files.example/files",
            "HEAD https://m1.files.example/files",
            "OPTIONS https://m2.files.example/files"
        ]
    );
    let [get, _, options] = at(|builder| {
        let builder = builder.operation_server(OperationServer::FilesExample);
        let builder = builder.operation_server(OperationServer::MirrorFilesExample);
        builder.server_mirror_m1("eu")
    });
    assert_eq!(get, "GET https://eu.files.example/files");
    assert_eq!(options, "OPTIONS https://m2.files.example/files");
    let [get, _, options] = at(|builder| {
        let builder = builder.operation_server(OperationServer::MirrorFilesExample);
        builder.operation_server(OperationServer::FilesExample)
    });
    assert_eq!(get, "GET https://files.example/files");
    assert_eq!(options, "OPTIONS https://files.example/files");
    let [get, _, options] =
        at(|builder| builder.operation_server(OperationServer::ZoneOptionsExample));
    assert_eq!(get, "GET https://files.example/files");
    assert_eq!(options, "OPTIONS https://a.options.example/files");
}

#[test]
fn credentials_stay_at_home() {
    let usual = client(|builder| builder).unwrap();
    let with = |call: restitch_wire_tests::servers::files::Delete| {
        call.request().unwrap().headers().contains_key("x-key")
    };
    assert!(with(usual.files().delete()));
    let far = || {
        usual
            .files()
            .delete()
            .with_base_url("https://files.example")
    };
    assert!(!with(far()));
    let trusting = client(|builder| builder.trusted_origin("https://files.example")).unwrap();
    assert!(with(
        trusting
            .files()
            .delete()
            .with_base_url("https://files.example")
    ));
}

#[test]
fn hostile_text_stays_text() {
    use api::hostile_servers as hostile;
    let (_, builder) = client!(hostile_servers);
    let client = builder.key_x("Scheme value").build().unwrap();
    let request = client.a().request().unwrap();
    assert_eq!(request.uri(), "http://test.example/base/a");
    assert_eq!(request.headers()["authorization"], "Scheme value");
    assert!(hostile::incoming::new_x(br#"{"a\"": "x"}"#).is_ok());
    assert!(hostile::incoming::a_on_x(b"1").is_ok());
    // Quotes are no part of a host.
    let usual = hostile::Client::builder()
        .transport(InMemory::new())
        .build();
    assert!(usual.is_err());
}
