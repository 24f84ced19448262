//! Operations and parameters called like words of a language or of a library. The server's answers
//! have no body, against the document.

use restitch::File;
use restitch_autorest_tests::reserved_words::Client;
use restitch_autorest_tests::reserved_words::types::{
    OperationWithDataParamForm, OperationWithFilesParamParts, ReservedEnumEnumParameter,
};
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let c = client!(s, Client);
    let none = "200 OK with no content";
    s.fails(c.import_operation_one("foo"), none).await;
    s.fails(c.operation_with_content_param("hello, world"), none)
        .await;
    s.fails(
        c.operation_with_json_param(from(json!({"hello": "world"}))),
        none,
    )
    .await;
    s.fails(
        c.operation_with_data_param(OperationWithDataParamForm::new("hello", "world")),
        none,
    )
    .await;
    let parts = OperationWithFilesParamParts::new("my.txt", File::bytes("hello").name("my.txt"));
    s.fails(c.operation_with_files_param(parts), none).await;
    let queries = ["one", "two"].map(str::to_owned);
    s.fails(
        c.operation_with_url("foo", "x-ms-header")
            .query_parameters(queries),
        none,
    )
    .await;
    s.fails(c.reserved_enum(ReservedEnumEnumParameter::Import), none)
        .await;
}
