use reqwest::header::ACCEPT;
use serde::{Deserialize, Serialize};

use super::Caller;
use crate::Result;

/// What a careful person writes for this one call.
pub(super) struct ByHand {
    client: reqwest::Client,
    url: String,
}

#[derive(Serialize)]
struct KeyRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scopes: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "they are read from the answer, as in any client")]
struct Created {
    full_access: bool,
    id: String,
    key: String,
    key_prefix: String,
    name: Option<String>,
    scopes: Vec<String>,
    service_account: ServiceAccount,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "they are read from the answer, as in any client")]
struct ServiceAccount {
    created_at: String,
    created_by_user_id: String,
    disabled: bool,
    id: String,
    name: String,
    updated_at: String,
}

impl ByHand {
    pub(super) fn at(url: &str) -> Self {
        let client = reqwest::Client::new();
        let url = url.to_owned();
        Self { client, url }
    }
}

impl Caller for ByHand {
    async fn call(&self) -> Result<usize> {
        let account = "sa_42";
        let url = format!(
            "{}/v1/accounts/current/service-accounts/{account}/keys",
            self.url
        );
        let body = KeyRequest {
            name: Some("deploy".to_owned()),
            scopes: Some(vec!["keys:read".to_owned(), "keys:write".to_owned()]),
        };
        let response = self
            .client
            .post(url)
            .bearer_auth("token")
            .header(ACCEPT, "application/json")
            .json(&body)
            .send()
            .await?
            .error_for_status()?;
        let created: Created = response.json().await?;
        Ok(created.key.len() + created.service_account.name.len())
    }
}
