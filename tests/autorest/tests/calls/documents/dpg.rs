//! Two versions of a service, the second with parameters and media types more.

use restitch::Body;
use restitch_autorest_tests::dpg_customization::types::Input;
use restitch_autorest_tests::dpg_update1::operations::ParamsPostParametersBody;
use restitch_autorest_tests::dpg_update1::types::PostInput;
use restitch_autorest_tests::{dpg_customization, dpg_initial, dpg_update1};
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    initial(s).await;
    updated(s).await;
    let c = client!(s, dpg_customization::Client);
    for mode in ["raw", "model"] {
        s.reads(c.get_model(mode), json!({"received": mode})).await;
        s.reads(
            c.post_model(mode, Input::new("world!")),
            json!({"received": mode}),
        )
        .await;
        s.reads(
            c.lro(mode),
            json!({"provisioningState": "Succeeded", "received": mode}),
        )
        .await;
        if let Some(page) = s.value(c.get_pages(mode)).await {
            s.follow(
                page.next_link.as_deref(),
                json!({"values": [{"received": mode}]}),
            )
            .await;
        }
    }
}

async fn initial(s: &Suite) {
    let c = client!(s, dpg_initial::Client);
    let object = || json!({"message": "An object was successfully returned"});
    s.done(c.params_head_no_params()).await;
    s.reads(c.params_get_required("foo"), object()).await;
    s.reads(
        c.params_put_required_optional("foo").optional_param("bar"),
        object(),
    )
    .await;
    s.reads(c.params_get_optional().optional_param("bar"), object())
        .await;
}

async fn updated(s: &Suite) {
    let c = client!(s, dpg_update1::Client);
    // The answer is empty, against the document.
    let none = "200 OK with no content";
    let image = PostInput::new("http://example.org/myimage.jpeg");
    s.fails(c.params_post_parameters(image), none).await;
    let image = ParamsPostParametersBody::ImageJpeg(Body::from(vec![0xff, 0xd8]));
    s.fails(c.params_post_parameters(image), none).await;
    s.done(c.params_delete_parameters()).await;
    s.reads(
        c.params_get_new_operation(),
        json!({"message": "An object was successfully returned"}),
    )
    .await;
    s.done(c.params_head_no_params().new_parameter("baz")).await;
}
