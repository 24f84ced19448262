//! Hosts that are made of parameters. They are an extension of Azure's, of which swagger2openapi
//! makes servers with variables; the documents themselves have another server or none, and then the
//! whole URL is said.

use restitch_autorest_tests::{
    custom_baseurl, custom_baseurl_more_options, custom_baseurl_paging,
    lro_parameterized_endpoints, multiapi_v1_custom_base_url, multiapi_v2_custom_base_url,
    parameterized_endpoint,
};
use serde_json::json;

use crate::suite::Suite;

/// A client at such a host: by the server's variables, else by the URL, to which a path belongs.
macro_rules! at {
    ($suite:expr, $path:literal, $api:ident, $server:ident { $($name:ident: $value:expr),* }) => {{
        #[cfg(converted)]
        let builder = $api::Client::builder().server($api::Server::$server { $($name: $value.to_owned()),* });
        #[cfg(not(converted))]
        let builder = $api::Client::builder().base_url(format!("{}{}", $suite.url, $path));
        let builder = builder.transport($suite.transport.clone());
        builder.build().expect("a client")
    }};
}

pub(super) async fn calls(s: &Suite) {
    let c = at!(s, "", parameterized_endpoint, Endpoint { endpoint: s.url });
    s.done(c.get()).await;

    let more = at!(
        s,
        "",
        custom_baseurl_more_options,
        VaultSecretDnsSuffix {
            vault: s.url[..9],
            secret: s.url[9..12],
            dns_suffix: s.url[12..]
        }
    );
    let c = more.path_operations();
    s.done(c.paths_get_empty("test12", "key1").key_version("v1"))
        .await;

    let c = at!(
        s,
        "/multiapiCustomBaseUrl/v1",
        multiapi_v1_custom_base_url,
        EndpointMultiapiCustomBaseUrlV1 { endpoint: s.url }
    );
    s.done(c.test("1.0.0", 1)).await;
    let c = at!(
        s,
        "/multiapiCustomBaseUrl/v2",
        multiapi_v2_custom_base_url,
        EndpointMultiapiCustomBaseUrlV2 { endpoint: s.url }
    );
    s.done(c.test("2.0.0", 2)).await;
    accounts(s).await;
}

/// Hosts that begin with the name of an account.
async fn accounts(s: &Suite) {
    let client = at!(
        s,
        "",
        custom_baseurl,
        AccountNameHost {
            account_name: s.url[7..11],
            host: s.url[11..]
        }
    );
    s.done(client.path_operations().paths_get_empty()).await;

    let c = at!(
        s,
        "",
        custom_baseurl_paging,
        AccountNameHost {
            account_name: s.url[7..11],
            host: s.url[11..]
        }
    );
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

    let c = at!(
        s,
        "",
        lro_parameterized_endpoints,
        AccountNameHost {
            account_name: s.url[7..11],
            host: s.url[11..]
        }
    );
    s.ends(|| c.poll_with_parameterized_endpoints(), "Succeeded")
        .await;
    s.ends(
        || c.poll_with_constant_parameterized_endpoints("iAmConstant"),
        "Succeeded",
    )
    .await;
}
