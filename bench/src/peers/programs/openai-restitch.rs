use client_openai_openapi_yaml::Client;

fn main() {
    run(async {
        let client = Client::builder()
            .base_url("https://api.example")
            .build()
            .unwrap();
        println!("{}", client.models().list_models().send().await.is_ok());
        println!(
            "{}",
            client.models().retrieve_model("a").send().await.is_ok()
        );
        println!("{}", client.files().list_files().send().await.is_ok());
        println!("{}", client.files().retrieve_file("a").send().await.is_ok());
        println!(
            "{}",
            client.assistants().list_assistants().send().await.is_ok()
        );
        println!(
            "{}",
            client.assistants().get_assistant("a").send().await.is_ok()
        );
        println!("{}", client.batch().list_batches().send().await.is_ok());
        println!(
            "{}",
            client.batch().retrieve_batch("a").send().await.is_ok()
        );
        println!(
            "{}",
            client
                .vector_stores()
                .list_vector_stores()
                .send()
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .vector_stores()
                .get_vector_store("a")
                .send()
                .await
                .is_ok()
        );
    });
}
