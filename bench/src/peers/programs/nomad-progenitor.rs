use client_nomad_v1_openapi_yaml::Client;

fn main() {
    run(async {
        let client = Client::new("https://api.example");
        println!(
            "{}",
            client
                .get_acl_policies(None, None, None, None, None, None, None, None, None)
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_acl_policy("a", None, None, None, None, None, None, None, None, None)
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_acl_tokens(None, None, None, None, None, None, None, None, None)
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_allocations(
                    None, None, None, None, None, None, None, None, None, None, None
                )
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_allocation("a", None, None, None, None, None, None, None, None, None)
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_deployments(None, None, None, None, None, None, None, None, None)
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_deployment("a", None, None, None, None, None, None, None, None, None)
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_evaluations(None, None, None, None, None, None, None, None, None)
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_namespaces(None, None, None, None, None, None, None, None, None)
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_nodes(None, None, None, None, None, None, None, None, None, None)
                .await
                .is_ok()
        );
    });
}
