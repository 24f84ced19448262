//! What Prism found fault with in a request.

use serde_json::Value;

/// How a call ended.
pub(crate) enum Answer {
    /// It was not sent, and why.
    Unsent(String),
    /// It was answered by a status; with what is wrong with the request, a line each.
    Sent(u64, Vec<String>),
}

/// Reads a line of the program.
pub(crate) fn answer(line: &Value) -> Answer {
    let Some(status) = line["status"].as_u64() else {
        let error = line["error"].as_str().unwrap_or_default();
        return Answer::Unsent(error.to_owned());
    };
    let mut wrong = Vec::new();
    // Beside an answer that the document describes.
    if let Some(text) = line["violations"].as_str() {
        match serde_json::from_str::<Value>(text) {
            Ok(list) => wrong.extend(violations(&list, "request")),
            Err(_) => wrong.push(text.to_owned()),
        }
    }
    // As an answer that Prism made.
    let body = line["body"].as_str().unwrap_or_default();
    let body: Value = serde_json::from_str(body).unwrap_or_default();
    let kind = body["type"].as_str();
    let kind = kind.and_then(|kind| kind.strip_prefix("https://stoplight.io/prism/errors#"));
    if let Some(kind) = kind.filter(|_| status < 500 && wrong.is_empty()) {
        let found = violations(&body["validation"], "");
        wrong.extend(found.map(|found| format!("request.{found}")));
        if wrong.is_empty() {
            let detail = body["detail"].as_str().unwrap_or_default();
            wrong.push(format!("{kind}: {detail}"));
        }
    }
    // No valid request is answered by these unless it is asked for.
    if wrong.is_empty() && matches!(status, 400 | 401 | 404 | 405 | 406 | 415 | 422) {
        wrong.push(format!("status {status}"));
    }
    Answer::Sent(status, wrong)
}

/// The errors of a list that begin at a place.
fn violations(list: &Value, place: &str) -> impl Iterator<Item = String> {
    let list = list.as_array().map_or(&[] as &[_], Vec::as_slice);
    let errors = list
        .iter()
        .filter(|found| found["severity"].as_str() == Some("Error"));
    let lines = errors.map(|found| {
        let location = found["location"]
            .as_array()
            .map_or(&[] as &[_], Vec::as_slice);
        let location: Vec<&str> = location.iter().filter_map(Value::as_str).collect();
        let message = found["message"].as_str().unwrap_or_default();
        format!("{}: {message}", location.join("."))
    });
    let lines: Vec<String> = lines.filter(|line| line.starts_with(place)).collect();
    lines.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: &[&str]) {
        let line = serde_json::from_str(line).expect("JSON");
        match answer(&line) {
            Answer::Sent(_, found) => assert_eq!(found, expect),
            Answer::Unsent(why) => panic!("{why}"),
        }
    }

    #[test]
    fn each_way_prism_complains() {
        check(r#"{"status": 200, "violations": null}"#, &[]);
        let beside = r#"{"status": 200, "violations":
            "[{\"location\":[\"request\",\"body\",\"a\"],\"severity\":\"Error\",\"message\":\"m\"},
              {\"location\":[\"request\"],\"severity\":\"Warning\",\"message\":\"deprecated\"},
              {\"location\":[\"response\"],\"severity\":\"Error\",\"message\":\"example\"}]"}"#;
        check(&beside.replace('\n', " "), &["request.body.a: m"]);
        let problem = r#"{"status": 422, "body":
            "{\"type\":\"https://stoplight.io/prism/errors#UNPROCESSABLE_ENTITY\",\"validation\":
              [{\"location\":[\"query\"],\"severity\":\"Error\",\"message\":\"m\"}]}"}"#;
        check(&problem.replace('\n', " "), &["request.query: m"]);
        let route = r#"{"status": 404, "body":
            "{\"type\":\"https://stoplight.io/prism/errors#NO_PATH_MATCHED_ERROR\",\"detail\":\"d\"}"}"#;
        check(&route.replace('\n', " "), &["NO_PATH_MATCHED_ERROR: d"]);
        check(r#"{"status": 401, "body": "{}"}"#, &["status 401"]);
        // Its own trouble with the answer.
        check(r#"{"status": 500, "body": ""}"#, &[]);
        let unsent = serde_json::json!({ "error": "why" });
        assert!(matches!(answer(&unsent), Answer::Unsent(why) if why == "why"));
    }
}
