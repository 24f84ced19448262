use client_swagger_petstore_src_main_resources_openapi_yaml::client::default::parameters::{
    FindPetsByStatusQuery, FindPetsByTagsQuery, LoginUserQuery,
};

fn main() {
    run(async {
        let client = client_swagger_petstore_src_main_resources_openapi_yaml::Client::new(
            "https://api.example",
        )
        .unwrap();
        println!(
            "{}",
            client
                .find_pets_by_status(&FindPetsByStatusQuery::default())
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .find_pets_by_tags(&FindPetsByTagsQuery::default())
                .await
                .is_ok()
        );
        println!("{}", client.get_pet_by_id("1").await.is_ok());
        println!("{}", client.delete_pet("1").await.is_ok());
        println!("{}", client.get_inventory().await.is_ok());
        println!("{}", client.get_order_by_id("1").await.is_ok());
        println!("{}", client.delete_order("1").await.is_ok());
        println!("{}", client.get_user_by_name("a").await.is_ok());
        println!(
            "{}",
            client.login_user(&LoginUserQuery::default()).await.is_ok()
        );
        println!("{}", client.logout_user().await.is_ok());
    });
}
