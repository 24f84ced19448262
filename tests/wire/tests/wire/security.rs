//! Credentials of all schemes, and how operations are called.

use restitch::transport::{BoxError, BoxFuture};
use restitch::{Secret, TokenSource};

#[test]
fn each_scheme_as_the_document_says() {
    let (_, builder) = client!(security_schemes);
    let get = |client: &restitch_wire_tests::security_schemes::Client, name: &str| {
        let request = client.security().digest().request().unwrap();
        request.headers()[name].to_str().unwrap().to_owned()
    };
    let digest = r#"Digest username="u", response="6629""#;
    let client = builder.clone().digest(digest).build().unwrap();
    assert_eq!(get(&client, "authorization"), digest);
    let error = client.security().hoba().request().unwrap_err();
    assert_eq!(
        error.to_string(),
        "security/hoba: a credential is missing: `hoba`; the client was built without"
    );
    let client = builder.clone().openid("o").build().unwrap();
    let request = client.security().token().request().unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer o");
    // A certificate is the transport's business, so the client can not miss it.
    assert!(client.security().certificate().request().is_ok());
    let error = client.security().certified().request().unwrap_err();
    assert!(error.to_string().contains("`jwt`"), "{error}");
}

#[test]
fn all_of_an_alternative_or_none() {
    let (_, builder) = client!(security_schemes);
    let sent = |builder: restitch_wire_tests::security_schemes::ClientBuilder| {
        let request = builder.build().unwrap().security().all().request().unwrap();
        let header = |name| {
            request
                .headers()
                .get(name)
                .map(|value| value.to_str().unwrap())
        };
        format!(
            "{:?} {:?} {}",
            header("authorization"),
            header("cookie"),
            request.uri().query().unwrap_or("-")
        )
    };
    let builder = builder.tenant("a b");
    assert_eq!(sent(builder.clone()), "None None -");
    assert_eq!(sent(builder.clone().session("s")), "None None -");
    let hoba = builder.clone().hoba("HOBA x");
    assert_eq!(
        sent(hoba.clone()),
        "Some(\"HOBA x\") None tenant%20id=a%20b"
    );
    let both = hoba.jwt("j").session("s");
    assert_eq!(
        sent(both),
        "Some(\"Bearer j\") Some(\"sid=s\") tenant%20id=a%20b"
    );
}

#[test]
fn without_a_credential_for_a_scheme_that_nobody_describes_nothing_is_sent() {
    let (server, builder) = client!(security_schemes);
    let client = builder.clone().build().unwrap();
    let error = client.security().undescribed().request().unwrap_err();
    let error = error.to_string();
    assert!(
        error.starts_with("security/undescribed: a credential is missing: `nowhere`"),
        "{error}"
    );
    assert!(client.security().open().request().is_ok());
    let sent = |builder: restitch_wire_tests::security_schemes::ClientBuilder| {
        let client = builder.build().unwrap();
        let request = client.security().undescribed().request().unwrap();
        request.headers()["authorization"]
            .to_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(sent(builder.clone().nowhere("Own x")), "Own x");
    // Where the document does not say which, any other credential may be the one.
    assert_eq!(sent(builder.clone().jwt("j")), "Bearer j");
    let given = client.security().undescribed();
    let given = given.with_header("Authorization", "Mine").request();
    assert_eq!(given.unwrap().headers()["authorization"], "Mine");
    assert!(server.requests().is_empty());
}

struct Refreshed;

impl TokenSource for Refreshed {
    fn token(&self) -> BoxFuture<'_, Result<Secret, BoxError>> {
        Box::pin(async { Ok("fresh".into()) })
    }
}

#[tokio::test]
async fn a_source_is_asked_when_the_call_is_sent() {
    let (server, builder) = client!(security_schemes);
    let client = builder.oauth(Refreshed).build().unwrap();
    server.reply(204, "");
    client.security().token().await.unwrap();
    let sent = &server.requests()[0];
    assert_eq!(sent.headers["authorization"], "Bearer fresh");
    let error = client.security().token().request().unwrap_err();
    assert!(
        error.to_string().contains("`oauth`: it has a source"),
        "{error}"
    );
}

#[test]
fn operations_are_called_without_their_tag() {
    let (_, builder) = client!(operation_names);
    let client = builder.build().unwrap();
    let issues = client.issues();
    let base = "http://test.example/base";
    assert_eq!(request!(issues.create()), format!("POST {base}/issues"));
    assert_eq!(
        request!(issues.delete_issues()),
        format!("DELETE {base}/issues")
    );
    assert_eq!(request!(issues.n2fa("a")), format!("PUT {base}/issues/a"));
    assert_eq!(
        request!(issues.self_("a")),
        format!("DELETE {base}/issues/a/lock")
    );
    assert_eq!(
        request!(client.twice().post_twice()),
        format!("POST {base}/twice")
    );
    assert_eq!(
        request!(client.again().twice()),
        format!("GET {base}/again")
    );
    let reports = client.reports();
    assert_eq!(request!(reports.read("a")), format!("GET {base}/reports/a"));
    // Two of one tag that would be `change` keep the whole id.
    assert_eq!(
        request!(reports.change_reports_report_id_put("a")),
        format!("PUT {base}/reports/a")
    );
    assert_eq!(
        request!(reports.change_changes_post()),
        format!("POST {base}/changes")
    );
    assert_eq!(
        request!(client.untagged_get()),
        format!("GET {base}/untagged")
    );
}

#[test]
fn chosen_operations_are_sent() {
    let (_, builder) = client!(choosing);
    let client = builder.build().unwrap();
    let base = "http://test.example/base";
    assert_eq!(
        request!(client.pets().remove("1")),
        format!("DELETE {base}/pets/1")
    );
    assert_eq!(
        request!(client.get_report("1")),
        format!("GET {base}/v1/reports/1")
    );
    assert_eq!(
        request!(client.shops().get_shop()),
        format!("GET {base}/shops")
    );
}
