//! Servers that are made of variables.

use restitch_autorest_tests::{
    custom_baseurl_more_options as more, parameterized_endpoint as endpoint,
};

use crate::suite::Suite;

pub(super) async fn calls(s: &Suite) {
    let server = endpoint::Server::Endpoint {
        endpoint: s.url.clone(),
    };
    let c = endpoint::Client::builder()
        .server(server)
        .build()
        .expect("a client");
    s.done(c.get()).await;

    let (vault, rest) = s.url.split_at(9);
    let (secret, dns_suffix) = rest.split_at(4);
    let server = more::Server::VaultSecretDnsSuffix {
        vault: vault.to_owned(),
        secret: secret.to_owned(),
        dns_suffix: dns_suffix.to_owned(),
    };
    let client = more::Client::builder()
        .server(server)
        .build()
        .expect("a client");
    s.done(
        client
            .path_operations()
            .paths_get_empty("test12", "key1")
            .key_version("v1"),
    )
    .await;
}
