//! Statuses: of success, of failure, redirects, and answers by status.

use restitch_autorest_tests::httpinfrastructure::Client;
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    successes(s, &client).await;
    if s.follows {
        redirects(s, &client).await;
    } else {
        redirects_that_are_answers(s, &client).await;
    }
    client_failures(s, &client).await;
    server_failures(s, &client).await;
    retries(s, &client).await;
    payloads_or_none(s, &client).await;
    payloads_by_status(s, &client).await;
    other_payloads(s, &client).await;
}

async fn successes(s: &Suite, client: &Client) {
    let c = client.http_success_operations();
    s.done(c.http_success_delete200().body(true)).await;
    s.done(c.http_success_delete202().body(true)).await;
    s.done(c.http_success_delete204().body(true)).await;
    s.reads(c.http_success_get200(), json!(true)).await;
    s.done(c.http_success_head200()).await;
    s.done(c.http_success_head204()).await;
    s.fails(c.http_success_head404(), "status 404").await;
    s.fails(
        c.http_success_options200(),
        "status 200 OK with content type `text/html; charset=utf-8`",
    )
    .await;
    s.done(c.http_success_patch200().body(true)).await;
    s.done(c.http_success_patch202().body(true)).await;
    s.done(c.http_success_patch204().body(true)).await;
    s.done(c.http_success_post200().body(true)).await;
    s.done(c.http_success_post201().body(true)).await;
    s.done(c.http_success_post202().body(true)).await;
    s.done(c.http_success_post204().body(true)).await;
    s.done(c.http_success_put200().body(true)).await;
    s.done(c.http_success_put201().body(true)).await;
    s.done(c.http_success_put202().body(true)).await;
    s.done(c.http_success_put204().body(true)).await;
}

async fn redirects(s: &Suite, client: &Client) {
    let c = client.http_operation_operations();
    s.done(c.http_redirects_get301()).await;
    s.done(c.http_redirects_get302()).await;
    let c = client.http_redirect_operations();
    s.done(c.http_redirects_delete307().body(true)).await;
    s.fails(c.http_redirects_get300(), "status 300").await;
    s.done(c.http_redirects_get307()).await;
    s.fails(c.http_redirects_head300(), "status 300").await;
    s.done(c.http_redirects_head301()).await;
    s.done(c.http_redirects_head302()).await;
    s.done(c.http_redirects_head307()).await;
    s.done(c.http_redirects_options307()).await;
    s.done(c.http_redirects_patch302().body(true)).await;
    s.done(c.http_redirects_patch307().body(true)).await;
    s.done(c.http_redirects_post303().body(true)).await;
    s.done(c.http_redirects_post307().body(true)).await;
    s.done(c.http_redirects_put301().body(true)).await;
    s.done(c.http_redirects_put307().body(true)).await;
}

async fn redirects_that_are_answers(s: &Suite, client: &Client) {
    let c = client.http_operation_operations();
    s.fails(c.http_redirects_get301(), "status 301").await;
    let c = client.http_redirect_operations();
    s.done(c.http_redirects_put301().body(true)).await;
    s.fails(c.http_redirects_post307().body(true), "status 307")
        .await;
}

async fn client_failures(s: &Suite, client: &Client) {
    let c = client.http_client_failure_operations();
    s.fails(c.http_client_failure_delete400().body(true), "status 400")
        .await;
    s.fails(c.http_client_failure_delete407().body(true), "status 407")
        .await;
    s.fails(c.http_client_failure_delete417().body(true), "status 417")
        .await;
    s.fails(c.http_client_failure_get400(), "status 400").await;
    s.fails(c.http_client_failure_get402(), "status 402").await;
    s.fails(c.http_client_failure_get403(), "status 403").await;
    s.fails(c.http_client_failure_get411(), "status 411").await;
    s.fails(c.http_client_failure_get412(), "status 412").await;
    s.fails(c.http_client_failure_get416(), "status 416").await;
    s.fails(c.http_client_failure_head400(), "status 400").await;
    s.fails(c.http_client_failure_head401(), "status 401").await;
    s.fails(c.http_client_failure_head410(), "status 410").await;
    s.fails(c.http_client_failure_head429(), "status 429").await;
    s.fails(c.http_client_failure_options400(), "status 400")
        .await;
    s.fails(c.http_client_failure_options403(), "status 403")
        .await;
    s.fails(c.http_client_failure_options412(), "status 412")
        .await;
    s.fails(c.http_client_failure_patch400().body(true), "status 400")
        .await;
    s.fails(c.http_client_failure_patch405().body(true), "status 405")
        .await;
    s.fails(c.http_client_failure_patch414().body(true), "status 414")
        .await;
    s.fails(c.http_client_failure_post400().body(true), "status 400")
        .await;
    s.fails(c.http_client_failure_post406().body(true), "status 406")
        .await;
    s.fails(c.http_client_failure_post415().body(true), "status 415")
        .await;
    s.fails(c.http_client_failure_put400().body(true), "status 400")
        .await;
    s.fails(c.http_client_failure_put404().body(true), "status 404")
        .await;
    s.fails(c.http_client_failure_put409().body(true), "status 409")
        .await;
    s.fails(c.http_client_failure_put413().body(true), "status 413")
        .await;
    let c = client.http_failure_operations();
    s.fails(c.http_failure_get_empty_error(), "status 400")
        .await;
    s.fails(c.http_failure_get_no_model_empty(), "status 400")
        .await;
    s.fails(c.http_failure_get_no_model_error(), "status 400")
        .await;
}

async fn server_failures(s: &Suite, client: &Client) {
    let c = client.http_server_failure_operations();
    s.fails(c.http_server_failure_delete505().body(true), "status 505")
        .await;
    s.fails(c.http_server_failure_get501(), "status 501").await;
    s.fails(c.http_server_failure_head501(), "status 501").await;
    s.fails(c.http_server_failure_post505().body(true), "status 505")
        .await;
}

async fn retries(s: &Suite, client: &Client) {
    let c = client.http_retry_operations();
    s.fails(c.http_retry_delete503().body(true), "status 503")
        .await;
    s.done(
        c.http_retry_delete503()
            .body(true)
            .with_header("cookie", "tries=503_delete"),
    )
    .await;
    s.fails(c.http_retry_get502(), "status 502").await;
    s.done(c.http_retry_get502().with_header("cookie", "tries=502_get"))
        .await;
    s.fails(c.http_retry_head408(), "status 408").await;
    s.done(
        c.http_retry_head408()
            .with_header("cookie", "tries=408_head"),
    )
    .await;
    s.fails(c.http_retry_options502(), "status 502").await;
    s.fails(
        c.http_retry_options502()
            .with_header("cookie", "tries=502_options"),
        "200 OK with no content",
    )
    .await;
    s.fails(c.http_retry_patch500().body(true), "status 500")
        .await;
    s.done(
        c.http_retry_patch500()
            .body(true)
            .with_header("cookie", "tries=500_patch"),
    )
    .await;
    s.fails(c.http_retry_patch504().body(true), "status 504")
        .await;
    s.done(
        c.http_retry_patch504()
            .body(true)
            .with_header("cookie", "tries=504_patch"),
    )
    .await;
    s.fails(c.http_retry_post503().body(true), "status 503")
        .await;
    s.done(
        c.http_retry_post503()
            .body(true)
            .with_header("cookie", "tries=503_post"),
    )
    .await;
    s.fails(c.http_retry_put500().body(true), "status 500")
        .await;
    s.done(
        c.http_retry_put500()
            .body(true)
            .with_header("cookie", "tries=500_put"),
    )
    .await;
    s.fails(c.http_retry_put504().body(true), "status 504")
        .await;
    s.done(
        c.http_retry_put504()
            .body(true)
            .with_header("cookie", "tries=504_put"),
    )
    .await;
}

async fn payloads_or_none(s: &Suite, client: &Client) {
    let c = client.multiple_response_operations();
    s.done(c.multiple_responses_get200_model204_no_model_default_error200_valid())
        .await;
    s.fails(
        c.multiple_responses_get200_model204_no_model_default_error201_invalid(),
        "status 201 Created, which the document does not describe",
    )
    .await;
    s.fails(
        c.multiple_responses_get200_model204_no_model_default_error202_none(),
        "status 202 Accepted, which the document does not describe",
    )
    .await;
    s.done(c.multiple_responses_get200_model204_no_model_default_error204_valid())
        .await;
    s.fails(
        c.multiple_responses_get200_model204_no_model_default_error400_valid(),
        "status 400",
    )
    .await;
    s.done(c.multiple_responses_get202_none204_none_default_error202_none())
        .await;
    s.done(c.multiple_responses_get202_none204_none_default_error204_none())
        .await;
    s.fails(
        c.multiple_responses_get202_none204_none_default_error400_valid(),
        "status 400",
    )
    .await;
    s.done(c.multiple_responses_get202_none204_none_default_none202_invalid())
        .await;
    s.done(c.multiple_responses_get202_none204_none_default_none204_none())
        .await;
    s.fails(
        c.multiple_responses_get202_none204_none_default_none400_invalid(),
        "status 400",
    )
    .await;
    s.fails(
        c.multiple_responses_get202_none204_none_default_none400_none(),
        "status 400",
    )
    .await;
}

async fn payloads_by_status(s: &Suite, client: &Client) {
    let c = client.multiple_response_operations();
    s.done(c.multiple_responses_get200_model201_model_default_error200_valid())
        .await;
    s.done(c.multiple_responses_get200_model201_model_default_error201_valid())
        .await;
    s.fails(
        c.multiple_responses_get200_model201_model_default_error400_valid(),
        "status 400",
    )
    .await;
}

async fn other_payloads(s: &Suite, client: &Client) {
    let c = client.multiple_response_operations();
    s.done(c.multiple_responses_get200_model_a200_invalid())
        .await;
    s.fails(
        c.multiple_responses_get200_model_a200_none(),
        "200 OK with no content",
    )
    .await;
    s.done(c.multiple_responses_get200_model_a200_valid()).await;
    s.done(c.multiple_responses_get200_model_a201_model_c404_model_d_default_error200_valid())
        .await;
    s.done(c.multiple_responses_get200_model_a201_model_c404_model_d_default_error201_valid())
        .await;
    s.fails(
        c.multiple_responses_get200_model_a201_model_c404_model_d_default_error400_valid(),
        "status 400",
    )
    .await;
    s.fails(
        c.multiple_responses_get200_model_a201_model_c404_model_d_default_error404_valid(),
        "status 404",
    )
    .await;
    s.fails(
        c.multiple_responses_get200_model_a202_valid(),
        "status 202 Accepted, which the document does not describe",
    )
    .await;
    s.fails(
        c.multiple_responses_get200_model_a400_invalid(),
        "status 400",
    )
    .await;
    s.fails(c.multiple_responses_get200_model_a400_none(), "status 400")
        .await;
    s.fails(c.multiple_responses_get200_model_a400_valid(), "status 400")
        .await;
    s.fails(
        c.multiple_responses_get_default_model_a200_none(),
        "200 OK with no content",
    )
    .await;
    s.done(c.multiple_responses_get_default_model_a200_valid())
        .await;
    s.fails(
        c.multiple_responses_get_default_model_a400_none(),
        "status 400",
    )
    .await;
    s.fails(
        c.multiple_responses_get_default_model_a400_valid(),
        "status 400",
    )
    .await;
    s.done(c.multiple_responses_get_default_none200_invalid())
        .await;
    s.done(c.multiple_responses_get_default_none200_none())
        .await;
    s.fails(
        c.multiple_responses_get_default_none400_invalid(),
        "status 400",
    )
    .await;
    s.fails(
        c.multiple_responses_get_default_none400_none(),
        "status 400",
    )
    .await;
}
