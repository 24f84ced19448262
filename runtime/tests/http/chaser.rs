//! What the generator writes for the Chaser document, by hand.

use restitch::transport::InMemory;

use self::types::{
    CreateServiceAccountKeyRequest, CreateServiceAccountKeyResponseRequired, ServiceAccountInfo,
};

#[allow(clippy::pedantic, missing_docs, unreachable_pub, dead_code)]
mod generated {
    use ::restitch::__v1 as rt;

    /// Client of the Chaser Core API, version 1.0.0.
    #[derive(Clone, Debug)]
    pub struct Client(rt::Client);

    impl Client {
        /// Starts a builder. Without more, calls go to `https://api.chaser.sh`.
        #[inline]
        pub fn builder() -> ClientBuilder {
            ClientBuilder(rt::ClientBuilder::new(&API))
        }
        /// The operations tagged `subpackage_accounts`.
        #[inline]
        pub fn accounts(&self) -> accounts::Accounts {
            accounts::Accounts(self.0.clone())
        }
    }

    /// Builds a [`Client`].
    #[derive(Clone, Debug)]
    pub struct ClientBuilder(rt::ClientBuilder);

    impl ClientBuilder {
        /// The credential of the security scheme `BearerAuth`.
        #[inline]
        pub fn bearer_auth(self, token: impl Into<rt::Token>) -> Self {
            Self(self.0.credential(0, token.into()))
        }
        /// Chooses one of the document's servers.
        #[inline]
        pub fn server(self, server: Server) -> Self {
            Self(self.0.server(server as usize))
        }
    }
    rt::client!(Client, ClientBuilder);

    /// The servers that the document names.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Server {
        /// `https://api.chaser.sh`
        ApiChaserSh,
        /// `http://localhost:8000`
        Localhost,
    }

    static API: rt::Api = rt::Api {
        title: "Chaser Core API",
        version: "1.0.0",
        servers: &["https://api.chaser.sh", "http://localhost:8000"],
        schemes: &[rt::Scheme::bearer("BearerAuth")],
    };

    /// The operations tagged `subpackage_accounts`.
    pub mod accounts {
        use super::{rt, types};

        /// The operations tagged `subpackage_accounts`.
        #[derive(Clone, Debug)]
        pub struct Accounts(pub(super) rt::Client);

        impl Accounts {
            /// Create Current Service Account Key
            #[inline]
            pub fn create_current_service_account_key(
                &self,
                service_account_id: impl Into<String>,
            ) -> CreateCurrentServiceAccountKey {
                CreateCurrentServiceAccountKey(
                    rt::Call::new(&self.0, &CREATE_CURRENT_SERVICE_ACCOUNT_KEY)
                        .arg(0, &service_account_id.into() as &String),
                )
            }
        }

        /// A call of [`Accounts::create_current_service_account_key`].
        #[must_use = "a call is made when it is awaited or sent"]
        pub struct CreateCurrentServiceAccountKey(rt::Call);

        impl CreateCurrentServiceAccountKey {
            /// The request body.
            #[inline]
            pub fn body(
                self,
                body: impl rt::IntoSet<types::CreateServiceAccountKeyRequest>,
            ) -> Self {
                Self(self.0.opt_body(&body.into_set()))
            }
        }
        rt::operation!(
            CreateCurrentServiceAccountKey,
            CREATE_CURRENT_SERVICE_ACCOUNT_KEY,
            json types::CreateServiceAccountKeyResponse
        );

        static CREATE_CURRENT_SERVICE_ACCOUNT_KEY: rt::OperationInfo = rt::OperationInfo {
            id: "create-current-service-account-key",
            params: &[rt::path("service_account_id")],
            body: &[rt::Media::JSON],
            answers: &[rt::json(&[200])],
            security: &[&[0], &[]],
            ..rt::post("/v1/accounts/current/service-accounts/{service_account_id}/keys")
        };
    }

    /// The types of the document's schemas.
    pub mod types {
        use super::rt;

        #[derive(rt::Record)]
        #[non_exhaustive]
        pub struct CreateServiceAccountKeyRequest {
            pub name: Option<Option<String>>,
            pub scopes: Option<Option<Vec<String>>>,
        }

        #[derive(rt::Record)]
        #[wire(required = CreateServiceAccountKeyResponseRequired)]
        #[non_exhaustive]
        pub struct CreateServiceAccountKeyResponse {
            pub full_access: bool,
            pub id: String,
            pub key: String,
            pub key_prefix: String,
            pub name: Option<Option<String>>,
            pub scopes: Vec<String>,
            pub service_account: ServiceAccountInfo,
        }

        #[derive(rt::Record)]
        #[non_exhaustive]
        pub struct ServiceAccountInfo {
            pub id: String,
            pub name: String,
        }
    }
}
pub(crate) use generated::*;

pub(crate) const KEY: &str = r#"{"id":"k1","key":"sk_live","key_prefix":"sk","name":null,
    "scopes":["keys:read"],"full_access":false,"service_account":{"id":"sa_42","name":"ci"}}"#;

#[tokio::test(flavor = "current_thread")]
async fn the_three_lines_of_a_program() -> Result<(), restitch::AnyError> {
    let server = InMemory::new();
    server.reply(200, KEY);
    let client = Client::builder()
        .bearer_auth("tok")
        .transport(server.clone())
        .build()
        .unwrap();
    let created = client
        .accounts()
        .create_current_service_account_key("sa_42")
        .body(
            CreateServiceAccountKeyRequest::new()
                .name("deploy")
                .scopes(["keys:read"]),
        )
        .await?;

    let expected =
        types::CreateServiceAccountKeyResponse::new(CreateServiceAccountKeyResponseRequired {
            full_access: false,
            id: "k1".into(),
            key: "sk_live".into(),
            key_prefix: "sk".into(),
            scopes: vec!["keys:read".into()],
            service_account: ServiceAccountInfo::new("sa_42", "ci"),
        });
    assert_eq!(
        types::CreateServiceAccountKeyResponse {
            name: None,
            ..(*created).clone()
        },
        expected
    );
    assert_eq!(created.name, Some(None), "null is not the same as nothing");
    assert_eq!(created.status(), 200);

    let sent = &server.requests()[0];
    let url = "https://api.chaser.sh/v1/accounts/current/service-accounts/sa_42/keys";
    assert_eq!(
        (sent.method.as_str(), sent.uri.to_string().as_str()),
        ("POST", url)
    );
    assert_eq!(sent.body, r#"{"name":"deploy","scopes":["keys:read"]}"#);
    Ok(())
}

#[test]
fn a_call_can_be_spawned() {
    fn spawn<F: Future<Output: Send> + Send + 'static>(_: F) {}
    let client = Client::builder()
        .transport(InMemory::new())
        .build()
        .unwrap();
    spawn(
        client
            .accounts()
            .create_current_service_account_key("a")
            .send(),
    );
    spawn(async move {
        let accounts = client.accounts();
        let first = accounts.create_current_service_account_key("a").await;
        let second = accounts.create_current_service_account_key("b").await;
        first.and(second)
    });
}

#[tokio::test(flavor = "current_thread")]
async fn errors_go_by_question_mark() {
    async fn boxed(client: Client) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        client
            .accounts()
            .create_current_service_account_key("a")
            .await?;
        Ok(())
    }
    async fn any(client: Client) -> Result<(), restitch::AnyError> {
        client
            .accounts()
            .create_current_service_account_key("..")
            .send()
            .await?;
        Ok(())
    }
    let client = Client::builder()
        .transport(InMemory::new())
        .build()
        .unwrap();
    assert!(
        boxed(client.clone())
            .await
            .unwrap_err()
            .to_string()
            .contains("no answer is queued")
    );
    assert!(
        any(client)
            .await
            .unwrap_err()
            .to_string()
            .contains("service_account_id")
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_call_is_a_value() {
    use restitch::Operation;

    fn made<O: Operation>(call: O) -> http::Request<restitch::Body> {
        call.request().unwrap_or_else(|error| panic!("{error}"))
    }
    let client = Client::builder()
        .transport(InMemory::new())
        .build()
        .unwrap();
    let request = made(client.accounts().create_current_service_account_key("a"));
    assert_eq!(request.method(), "POST");

    let (parts, ()) = http::Response::new(()).into_parts();
    let read = accounts::CreateCurrentServiceAccountKey::decode(parts, KEY.into()).unwrap();
    assert_eq!(read.key, "sk_live");
}
