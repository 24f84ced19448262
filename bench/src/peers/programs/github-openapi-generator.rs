use client_github_api_github_com_json::apis::configuration::Configuration;
use client_github_api_github_com_json::apis::{
    actions_api, gists_api, issues_api, orgs_api, pulls_api, repos_api, users_api,
};

fn main() {
    run(async {
        let configuration = Configuration::new();
        of_a_repository(&configuration).await;
        of_others(&configuration).await;
    });
}

async fn of_a_repository(configuration: &Configuration) {
    println!(
        "{}",
        repos_api::repos_slash_get(configuration, "o", "r")
            .await
            .is_ok()
    );
    println!(
        "{}",
        repos_api::repos_slash_list_branches(configuration, "o", "r", None, None, None)
            .await
            .is_ok()
    );
    println!(
        "{}",
        issues_api::issues_slash_list_for_repo(
            configuration,
            "o",
            "r",
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None
        )
        .await
        .is_ok()
    );
    println!(
        "{}",
        issues_api::issues_slash_get(configuration, "o", "r", 1)
            .await
            .is_ok()
    );
}

async fn of_others(configuration: &Configuration) {
    println!(
        "{}",
        pulls_api::pulls_slash_list(
            configuration,
            "o",
            "r",
            None,
            None,
            None,
            None,
            None,
            None,
            None
        )
        .await
        .is_ok()
    );
    println!(
        "{}",
        pulls_api::pulls_slash_get(configuration, "o", "r", 1)
            .await
            .is_ok()
    );
    println!(
        "{}",
        users_api::users_slash_get_by_username(configuration, "u")
            .await
            .is_ok()
    );
    println!(
        "{}",
        orgs_api::orgs_slash_get(configuration, "o").await.is_ok()
    );
    println!(
        "{}",
        gists_api::gists_slash_list(configuration, None, None, None)
            .await
            .is_ok()
    );
    println!(
        "{}",
        actions_api::actions_slash_list_workflow_runs_for_repo(
            configuration,
            "o",
            "r",
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None
        )
        .await
        .is_ok()
    );
}
