use client_nomad_v1_openapi_yaml::Client;

fn main() {
    run(async {
        let client = Client::builder()
            .base_url("https://api.example")
            .build()
            .unwrap();
        println!("{}", client.acl().get_acl_policies().send().await.is_ok());
        println!("{}", client.acl().get_acl_policy("a").send().await.is_ok());
        println!("{}", client.acl().get_acl_tokens().send().await.is_ok());
        println!(
            "{}",
            client.allocations().get_allocations().send().await.is_ok()
        );
        println!(
            "{}",
            client
                .allocations()
                .get_allocation("a")
                .send()
                .await
                .is_ok()
        );
        println!(
            "{}",
            client.deployments().get_deployments().send().await.is_ok()
        );
        println!(
            "{}",
            client
                .deployments()
                .get_deployment("a")
                .send()
                .await
                .is_ok()
        );
        println!(
            "{}",
            client.evaluations().get_evaluations().send().await.is_ok()
        );
        println!(
            "{}",
            client.namespaces().get_namespaces().send().await.is_ok()
        );
        println!("{}", client.nodes().get_nodes().send().await.is_ok());
    });
}
