//! Servers that are made of variables.

use restitch_autorest_tests::{
    custom_baseurl, custom_baseurl_more_options as more, custom_baseurl_paging,
    lro_parameterized_endpoints as lro, parameterized_endpoint as endpoint,
};
use serde_json::json;

use crate::suite::Suite;

pub(super) async fn calls(s: &Suite) {
    let server = endpoint::Server::Endpoint {
        endpoint: s.url.clone(),
    };
    let c = endpoint::Client::builder()
        .server(server)
        .transport(s.transport.clone())
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
        .transport(s.transport.clone())
        .build()
        .expect("a client");
    s.done(
        client
            .path_operations()
            .paths_get_empty("test12", "key1")
            .key_version("v1"),
    )
    .await;
    accounts(s).await;
}

/// Hosts that begin with the name of an account.
async fn accounts(s: &Suite) {
    let authority = s.url.trim_start_matches("http://");
    let (account_name, host) = authority.split_at(4);
    let (account_name, host) = (account_name.to_owned(), host.to_owned());

    let (name, rest) = (account_name.clone(), host.clone());
    let server = custom_baseurl::Server::AccountNameHost {
        account_name: name,
        host: rest,
    };
    let client = custom_baseurl::Client::builder()
        .server(server)
        .transport(s.transport.clone())
        .build()
        .expect("a client");
    s.done(client.path_operations().paths_get_empty()).await;

    let (name, rest) = (account_name.clone(), host.clone());
    let server = custom_baseurl_paging::Server::AccountNameHost {
        account_name: name,
        host: rest,
    };
    let c = custom_baseurl_paging::Client::builder()
        .server(server)
        .transport(s.transport.clone())
        .build()
        .expect("a client");
    let second = || json!({"values": [{"properties": {"id": 2, "name": "Product"}}]});
    if let Some(page) = s.value(c.paging_get_pages_partial_url()).await {
        s.follow(page.next_link.as_deref(), second()).await;
    }
    if let Some(page) = s.value(c.paging_get_pages_partial_url_operation()).await {
        let next = page
            .next_link
            .map(|next| format!("/paging/customurl/{next}"));
        s.follow(next.as_deref(), second()).await;
    }

    let server = lro::Server::AccountNameHost { account_name, host };
    let c = lro::Client::builder()
        .server(server)
        .transport(s.transport.clone())
        .build()
        .expect("a client");
    s.ends(|| c.poll_with_parameterized_endpoints(), "Succeeded")
        .await;
    s.ends(
        || c.poll_with_constant_parameterized_endpoints("iAmConstant"),
        "Succeeded",
    )
    .await;
}
