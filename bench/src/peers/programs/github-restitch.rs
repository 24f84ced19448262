use client_github_api_github_com_json::Client;

fn main() {
    run(async {
        let client = Client::builder()
            .base_url("https://api.example")
            .build()
            .unwrap();
        println!("{}", client.repos().get("o", "r").send().await.is_ok());
        println!(
            "{}",
            client.repos().list_branches("o", "r").send().await.is_ok()
        );
        println!(
            "{}",
            client.issues().list_for_repo("o", "r").send().await.is_ok()
        );
        println!("{}", client.issues().get("o", "r", 1).send().await.is_ok());
        println!("{}", client.pulls().list("o", "r").send().await.is_ok());
        println!("{}", client.pulls().get("o", "r", 1).send().await.is_ok());
        println!(
            "{}",
            client.users().get_by_username("u").send().await.is_ok()
        );
        println!("{}", client.orgs().get("o").send().await.is_ok());
        println!("{}", client.gists().list().send().await.is_ok());
        println!(
            "{}",
            client
                .actions()
                .list_workflow_runs_for_repo("o", "r")
                .send()
                .await
                .is_ok()
        );
    });
}
