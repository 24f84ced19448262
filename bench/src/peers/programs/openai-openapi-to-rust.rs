use std::pin::pin;
use std::task::{Context, Waker};

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

/// Starts it: what rustc compiles is the same with a runtime that goes on.
fn run(calls: impl Future<Output = ()>) {
    let mut context = Context::from_waker(Waker::noop());
    let _ = pin!(calls).poll(&mut context);
}
