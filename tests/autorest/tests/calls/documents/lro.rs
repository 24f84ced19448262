//! Operations that go on after their answer, to each of the ends they can come to.

use restitch_autorest_tests::lro::Client;

use crate::suite::{Suite, client};

const ID: &str = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0";

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    puts(s, &client).await;
    deletes(s, &client).await;
    posts(s, &client).await;
    resources(s, &client).await;
    retries(s, &client).await;
    failures(s, &client).await;
    failures_of_puts(s, &client).await;
}

async fn puts(s: &Suite, client: &Client) {
    let c = client.lro_operations();
    s.ends(
        || {
            c.lros_custom_header_put201_creating_succeeded200()
                .with_header("x-ms-client-request-id", ID)
        },
        "Succeeded",
    )
    .await;
    s.ends(
        || {
            c.lros_custom_header_put_async_retry_succeeded()
                .with_header("x-ms-client-request-id", ID)
        },
        "Succeeded",
    )
    .await;
    s.ends(|| c.lros_put200_acceptedcanceled200(), "Canceled")
        .await;
    s.ends(|| c.lros_put200_succeeded(), "Succeeded").await;
    s.ends(|| c.lros_put200_succeeded_no_state(), "Succeeded")
        .await;
    s.ends(|| c.lros_put200_updating_succeeded204(), "Succeeded")
        .await;
    s.ends(|| c.lros_put201_creating_failed200(), "Failed")
        .await;
    s.ends(|| c.lros_put201_creating_succeeded200(), "Succeeded")
        .await;
    s.ends(|| c.lros_put201_succeeded(), "Succeeded").await;
    s.ends(|| c.lros_put202_retry200(), "Succeeded").await;
    s.ends(|| c.lros_put_async_no_retry_succeeded(), "Succeeded")
        .await;
    s.ends(|| c.lros_put_async_no_retrycanceled(), "Canceled")
        .await;
    s.ends(|| c.lros_put_async_retry_failed(), "Failed").await;
    s.ends(|| c.lros_put_async_retry_succeeded(), "Succeeded")
        .await;
}

async fn deletes(s: &Suite, client: &Client) {
    let c = client.lro_operations();
    s.ends(|| c.lros_delete202_no_retry204(), "Succeeded").await;
    s.ends(|| c.lros_delete202_retry200(), "Succeeded").await;
    s.ends(|| c.lros_delete204_succeeded(), "Succeeded").await;
    s.ends(|| c.lros_delete_async_no_header_in_retry(), "Succeeded")
        .await;
    s.ends(|| c.lros_delete_async_no_retry_succeeded(), "Succeeded")
        .await;
    s.ends(|| c.lros_delete_async_retry_failed(), "Failed")
        .await;
    s.ends(|| c.lros_delete_async_retry_succeeded(), "Succeeded")
        .await;
    s.ends(|| c.lros_delete_async_retrycanceled(), "Canceled")
        .await;
    s.ends(|| c.lros_delete_no_header_in_retry(), "Succeeded")
        .await;
    s.ends(
        || c.lros_delete_provisioning202_accepted200_succeeded(),
        "Succeeded",
    )
    .await;
    s.ends(
        || c.lros_delete_provisioning202_deleting_failed200(),
        "Failed",
    )
    .await;
    s.ends(
        || c.lros_delete_provisioning202_deletingcanceled200(),
        "Canceled",
    )
    .await;
    s.ends(|| c.lrosads_delete204_succeeded(), "Succeeded")
        .await;
}

async fn posts(s: &Suite, client: &Client) {
    let c = client.lro_operations();
    s.ends(
        || {
            c.lros_custom_header_post202_retry200()
                .with_header("x-ms-client-request-id", ID)
        },
        "Succeeded",
    )
    .await;
    s.ends(
        || {
            c.lros_custom_header_post_async_retry_succeeded()
                .with_header("x-ms-client-request-id", ID)
        },
        "Succeeded",
    )
    .await;
    s.ends(|| c.lros_post200_with_payload(), "Succeeded").await;
    s.ends(|| c.lros_post202_list(), "Succeeded").await;
    s.ends(|| c.lros_post202_no_retry204(), "Succeeded").await;
    s.ends(|| c.lros_post202_retry200(), "Succeeded").await;
    s.ends(|| c.lros_post_async_no_retry_succeeded(), "Succeeded")
        .await;
    s.ends(|| c.lros_post_async_retry_failed(), "Failed").await;
    s.ends(|| c.lros_post_async_retry_succeeded(), "Succeeded")
        .await;
    s.ends(|| c.lros_post_async_retrycanceled(), "Canceled")
        .await;
    s.ends(
        || c.lros_post_double_headers_final_azure_header_get(),
        "succeeded",
    )
    .await;
    s.ends(
        || c.lros_post_double_headers_final_azure_header_get_default(),
        "succeeded",
    )
    .await;
    s.ends(
        || c.lros_post_double_headers_final_location_get(),
        "succeeded",
    )
    .await;
}

async fn resources(s: &Suite, client: &Client) {
    let c = client.lros_operations();
    s.ends(|| c.lros_patch200_succeeded_ignore_headers(), "Succeeded")
        .await;
    s.ends(|| c.lros_patch201_retry_with_async_header(), "Succeeded")
        .await;
    s.ends(
        || c.lros_patch202_retry_with_async_and_location_header(),
        "Succeeded",
    )
    .await;
    s.ends(|| c.lros_put_async_no_header_in_retry(), "Succeeded")
        .await;
    s.ends(|| c.lros_put_async_non_resource(), "Succeeded")
        .await;
    s.ends(|| c.lros_put_async_sub_resource(), "Succeeded")
        .await;
    s.ends(|| c.lros_put_no_header_in_retry(), "Succeeded")
        .await;
    s.ends(|| c.lros_put_non_resource(), "Succeeded").await;
    s.ends(|| c.lros_put_sub_resource(), "Succeeded").await;
}

async fn retries(s: &Suite, client: &Client) {
    let c = client.lro_retry_operations();
    s.ends(|| c.lro_retrys_delete202_retry200(), "Succeeded")
        .await;
    s.ends(
        || c.lro_retrys_delete_async_relative_retry_succeeded(),
        "Succeeded",
    )
    .await;
    s.ends(
        || c.lro_retrys_delete_provisioning202_accepted200_succeeded(),
        "Succeeded",
    )
    .await;
    s.ends(|| c.lro_retrys_post202_retry200(), "Succeeded")
        .await;
    s.ends(
        || c.lro_retrys_post_async_relative_retry_succeeded(),
        "Succeeded",
    )
    .await;
    s.ends(|| c.lro_retrys_put201_creating_succeeded200(), "Succeeded")
        .await;
    s.ends(
        || c.lro_retrys_put_async_relative_retry_succeeded(),
        "Succeeded",
    )
    .await;
}

async fn failures(s: &Suite, client: &Client) {
    let c = client.lrosad_operations();
    s.ends(|| c.lrosads_delete202_non_retry400(), "status 400")
        .await;
    s.ends(|| c.lrosads_delete202_retry_invalid_header(), "status 404")
        .await;
    s.ends(|| c.lrosads_delete_async_relative_retry400(), "status 400")
        .await;
    s.ends(
        || c.lrosads_delete_async_relative_retry_invalid_header(),
        "status 404",
    )
    .await;
    s.ends(
        || c.lrosads_delete_async_relative_retry_invalid_json_polling(),
        "EOF while parsing an object at line 1 column 22",
    )
    .await;
    s.ends(
        || c.lrosads_delete_async_relative_retry_no_status(),
        "no state is told",
    )
    .await;
    s.ends(|| c.lrosads_delete_non_retry400(), "status 400")
        .await;
    s.ends(|| c.lrosads_post202_no_location(), "Succeeded")
        .await;
    s.ends(|| c.lrosads_post202_non_retry400(), "status 400")
        .await;
    s.ends(|| c.lrosads_post202_retry_invalid_header(), "status 404")
        .await;
    s.ends(|| c.lrosads_post_async_relative_retry400(), "status 400")
        .await;
    s.ends(
        || c.lrosads_post_async_relative_retry_invalid_header(),
        "status 404",
    )
    .await;
    s.ends(
        || c.lrosads_post_async_relative_retry_invalid_json_polling(),
        "EOF while parsing an object at line 1 column 22",
    )
    .await;
    s.ends(
        || c.lrosads_post_async_relative_retry_no_payload(),
        "no state is told",
    )
    .await;
    s.ends(|| c.lrosads_post_non_retry400(), "status 400").await;
}

async fn failures_of_puts(s: &Suite, client: &Client) {
    let c = client.lrosad_operations();
    s.ends(
        || c.lrosads_put200_invalid_json(),
        "200 OK with an unexpected body",
    )
    .await;
    s.ends(|| c.lrosads_put_async_relative_retry400(), "status 400")
        .await;
    s.ends(
        || c.lrosads_put_async_relative_retry_invalid_header(),
        "status 404",
    )
    .await;
    s.ends(
        || c.lrosads_put_async_relative_retry_invalid_json_polling(),
        "EOF while parsing an object at line 1 column 22",
    )
    .await;
    s.ends(
        || c.lrosads_put_async_relative_retry_no_status(),
        "no state is told",
    )
    .await;
    s.ends(
        || c.lrosads_put_async_relative_retry_no_status_payload(),
        "no state is told",
    )
    .await;
    s.ends(
        || c.lrosads_put_error201_no_provisioning_state_payload(),
        "Succeeded",
    )
    .await;
    s.ends(|| c.lrosads_put_non_retry201_creating400(), "status 400")
        .await;
    s.ends(
        || c.lrosads_put_non_retry201_creating400_invalid_json(),
        "expected value at line 1 column 1",
    )
    .await;
    s.ends(|| c.lrosads_put_non_retry400(), "status 400").await;
}
