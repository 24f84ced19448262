use client_openai_openapi_yaml::generated::client::HttpClient;

fn main() {
    run(async {
        let client = HttpClient::new();
        println!("{}", client.list_models().await.is_ok());
        println!("{}", client.retrieve_model("a").await.is_ok());
        println!(
            "{}",
            client
                .list_files(None::<&str>, None, None, None::<&str>)
                .await
                .is_ok()
        );
        println!("{}", client.retrieve_file("a").await.is_ok());
        println!(
            "{}",
            client
                .list_assistants(None, None, None::<&str>, None::<&str>)
                .await
                .is_ok()
        );
        println!("{}", client.get_assistant("a").await.is_ok());
        println!("{}", client.list_batches(None::<&str>, None).await.is_ok());
        println!("{}", client.retrieve_batch("a").await.is_ok());
        println!(
            "{}",
            client
                .list_vector_stores(None, None, None::<&str>, None::<&str>)
                .await
                .is_ok()
        );
        println!("{}", client.get_vector_store("a").await.is_ok());
    });
}
