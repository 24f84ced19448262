use chaser::Client;
use chaser::types::CreateServiceAccountKeyRequest;
use restitch::transport::BoxFuture;
use restitch::{Body, Transport, TransportError, http};

use super::Caller;
use super::server::ANSWER;
use crate::Result;

/// The generated client.
pub(super) struct Ours(Client);

impl Ours {
    /// Over the network, by reqwest.
    pub(super) fn at(url: &str) -> Result<Self> {
        Ok(Self(
            Client::builder()
                .base_url(url)
                .bearer_auth("token")
                .build()?,
        ))
    }

    /// Without a network: what is left is the work of the client alone.
    pub(super) fn canned() -> Result<Self> {
        let client = Client::builder().bearer_auth("token").transport(Canned);
        Ok(Self(client.build()?))
    }
}

impl Caller for Ours {
    async fn call(&self) -> Result<usize> {
        let created = self
            .0
            .accounts()
            .create_current_service_account_key("sa_42")
            .body(
                CreateServiceAccountKeyRequest::new()
                    .name("deploy")
                    .scopes(["keys:read", "keys:write"]),
            )
            .await?;
        Ok(created.key.len() + created.service_account.name.len())
    }
}

/// Answers as the server does.
struct Canned;

impl Transport for Canned {
    fn send(
        &self,
        _: http::Request<Body>,
    ) -> BoxFuture<'static, std::result::Result<http::Response<Body>, TransportError>> {
        let mut response = http::Response::new(Body::from(ANSWER));
        let json = http::HeaderValue::from_static("application/json");
        response
            .headers_mut()
            .insert(http::header::CONTENT_TYPE, json);
        Box::pin(async { Ok(response) })
    }
}
