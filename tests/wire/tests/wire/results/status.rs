use restitch::{AnyError, ErrorKind};
use restitch_wire_tests::answers_status as api;

use super::answer;
use api::jobs::{PutJobError, PutJobOk};
use api::types::{Job, Problem, PutJobAcceptedResponse, PutJobConflictResponse};

const PROBLEM: &str = "application/problem+json";

#[tokio::test]
async fn one_type_of_result_and_error_needs_no_enum() {
    let (server, builder) = client!(answers_status);
    let jobs = builder.build().unwrap().jobs();
    for status in [200, 201] {
        server.reply(status, r#"{"id":"1"}"#);
        let job = jobs.get_job("1").await.unwrap();
        assert_eq!((job.status().as_u16(), &*job), (status, &Job::new("1")));
    }
    for status in [404, 302, 500] {
        server.respond(answer(status, PROBLEM, r#"{"title":"no","status":7}"#));
        let error = jobs.get_job("1").await.unwrap_err();
        let problem = Problem::new().title("no").status(7);
        assert_eq!(error.documented(), Some(&problem));
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.body().unwrap(), r#"{"title":"no","status":7}"#);
        let any = AnyError::from(error);
        assert_eq!(any.documented(), Some(&problem));
    }
    let sent = server.requests();
    assert_eq!(sent[0].headers["accept"], "application/json");
}

#[tokio::test]
async fn an_error_that_can_not_be_read_is_kept() {
    let (server, builder) = client!(answers_status);
    let jobs = builder.build().unwrap().jobs();
    server.respond(answer(404, PROBLEM, r#"{"title":1}"#));
    let error = jobs.get_job("1").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error}");
    assert_eq!(error.path().as_deref(), Some("$.title"));
    assert_eq!(
        (error.status().unwrap().as_u16(), error.documented()),
        (404, None)
    );
    assert_eq!(error.body().unwrap(), r#"{"title":1}"#);
    server.respond(answer(404, "text/html", "<h1>no</h1>"));
    let error = jobs.get_job("1").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::ContentType), "{error}");
    assert_eq!(error.body().unwrap(), "<h1>no</h1>");
    // Success that is not described is not taken for what `default` describes.
    server.respond(answer(202, PROBLEM, r#"{"title":"later"}"#));
    let error = jobs.get_job("1").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Undocumented), "{error}");
    assert_eq!(error.body().unwrap(), r#"{"title":"later"}"#);
}

#[tokio::test]
async fn several_results() {
    let (server, builder) = client!(answers_status);
    let jobs = builder.build().unwrap().jobs();
    let check = async |status, body: &'static str, expect: PutJobOk| {
        server.reply(status, body);
        let given = jobs.put_job("1").await.unwrap();
        assert_eq!((given.status().as_u16(), &*given), (status, &expect));
    };
    check(200, r#"{"id":"1"}"#, PutJobOk::Ok(Job::new("1"))).await;
    let accepted = PutJobOk::Accepted(PutJobAcceptedResponse::new("t"));
    check(202, r#"{"ticket":"t"}"#, accepted).await;
    check(204, "", PutJobOk::NoContent).await;
    check(299, "", PutJobOk::Status299).await;
}

#[tokio::test]
async fn several_errors() {
    let (server, builder) = client!(answers_status);
    let jobs = builder.build().unwrap().jobs();
    let check = async |status, kind: &str, body: &'static str, expect: PutJobError| {
        server.respond(answer(status, kind, body));
        let error = jobs.put_job("1").await.unwrap_err();
        assert_eq!(error.documented(), Some(&expect), "{error}");
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.body().unwrap(), body);
    };
    check(304, "", "", PutJobError::NotModified).await;
    let problem = PutJobError::NotFound(Problem::new().title("no"));
    check(404, PROBLEM, r#"{"title":"no"}"#, problem).await;
    let conflict = PutJobError::Conflict(PutJobConflictResponse::new("me"));
    check(409, "application/json", r#"{"holder":"me"}"#, conflict).await;
    let other = PutJobError::ClientError("slow down".to_owned());
    check(429, "text/plain", "slow down", other).await;
    check(500, "text/html", "<h1>", PutJobError::Default).await;
}

#[tokio::test]
async fn nothing_in_an_answer_is_read_where_there_can_be_none() {
    let (server, builder) = client!(answers_status);
    let jobs = builder.build().unwrap().jobs();
    server.respond(answer(200, "application/json", ""));
    jobs.head_job("1").await.unwrap();
    server.respond(answer(404, PROBLEM, ""));
    let error = jobs.head_job("1").await.unwrap_err();
    assert_eq!(
        (error.documented(), error.status().unwrap().as_u16()),
        (Some(&()), 404)
    );
    server.respond(answer(204, "application/json", ""));
    jobs.patch_job("1").await.unwrap();
    server
        .respond(answer(204, "", ""))
        .respond(answer(410, "", "gone"));
    jobs.delete_job("1").await.unwrap();
    let error = jobs.delete_job("1").await.unwrap_err();
    assert_eq!(error.documented(), Some(&()));
    let sent = server.requests();
    assert!(sent.iter().all(|sent| !sent.headers.contains_key("accept")));
    assert_eq!(sent[0].method, "HEAD");
}

#[tokio::test]
async fn redirections_defaults_and_what_is_not_described() {
    let (server, builder) = client!(answers_status);
    let jobs = builder.build().unwrap().jobs();
    let mut moved = answer(302, "", "");
    let target = "https://elsewhere.test/log".parse().unwrap();
    moved.headers_mut().insert("Location", target);
    server.respond(moved);
    let log = jobs.get_log("1").await.unwrap();
    assert_eq!(log.headers()["location"], "https://elsewhere.test/log");

    server
        .reply(201, r#"{"id":"1"}"#)
        .reply(400, r#"{"id":"1"}"#);
    assert_eq!(*jobs.rotate_log("1").await.unwrap(), Job::new("1"));
    let error = jobs.rotate_log("1").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Undocumented), "{error}");

    server
        .respond(answer(200, "image/png", "png"))
        .reply(204, "");
    assert_eq!(*jobs.start_job("1").await.unwrap(), "png");
    assert_eq!(*jobs.start_job("1").await.unwrap(), "");
    server.respond(answer(404, PROBLEM, "{}"));
    let error = jobs.start_job("1").await.unwrap_err();
    assert_eq!(error.documented(), Some(&Problem::new()));
}
