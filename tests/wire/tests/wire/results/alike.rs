use restitch_wire_tests::answers_alike as api;

use api::job::{DeleteJobError, GetJobError, StartJobError};
use api::jobs::ListJobsError;
use api::operations::GetError;
use api::types::{DeleteJobConflictResponse, Holder};

/// Each operation's error by its own name, though there is one enum.
#[tokio::test]
async fn one_enum_has_the_names_of_all_operations() {
    let (server, builder) = client!(answers_alike);
    let client = builder.build().unwrap();
    server.reply(409, r#"{"holder":"me"}"#);
    let error = client.jobs().list_jobs().await.unwrap_err();
    let listed: Option<&ListJobsError> = error.documented();
    assert_eq!(listed, Some(&ListJobsError::Conflict(Holder::new("me"))));
    server.reply(409, r#"{"holder":"you"}"#);
    let error = client.job().delete_job().await.unwrap_err();
    let held = DeleteJobConflictResponse::new("you");
    assert_eq!(error.documented(), Some(&DeleteJobError::Conflict(held)));
    server.reply(404, r#"{"title":"no"}"#);
    let error = client.job().get_job().await.unwrap_err();
    let got: Option<&GetJobError> = error.documented();
    match got {
        Some(GetError::NotFound(problem)) => assert_eq!(problem.title, "no"),
        other => panic!("{other:?}"),
    }
}

/// What is said to be another error is one, so the two are told apart.
#[test]
fn other_docs_are_another_enum() {
    use std::any::TypeId;
    let shared = TypeId::of::<GetError>();
    assert_eq!(TypeId::of::<ListJobsError>(), shared);
    assert_eq!(TypeId::of::<DeleteJobError>(), shared);
    assert_ne!(TypeId::of::<StartJobError>(), shared);
}
