use client_swagger_petstore_src_main_resources_openapi_yaml::Client;

fn main() {
    run(async {
        let client = Client::builder()
            .base_url("https://api.example")
            .build()
            .unwrap();
        println!(
            "{}",
            client.pet().find_pets_by_status().send().await.is_ok()
        );
        println!("{}", client.pet().find_pets_by_tags().send().await.is_ok());
        println!("{}", client.pet().get_pet_by_id(1).send().await.is_ok());
        println!("{}", client.pet().delete_pet(1).send().await.is_ok());
        println!("{}", client.store().get_inventory().send().await.is_ok());
        println!("{}", client.store().get_order_by_id(1).send().await.is_ok());
        println!("{}", client.store().delete_order(1).send().await.is_ok());
        println!(
            "{}",
            client.user().get_user_by_name("a").send().await.is_ok()
        );
        println!("{}", client.user().login_user().send().await.is_ok());
        println!("{}", client.user().logout_user().send().await.is_ok());
    });
}
