use client_stripe_openapi_spec3_yaml::Client;

fn main() {
    run(async {
        let client = Client::builder()
            .base_url("https://api.example")
            .build()
            .unwrap();
        println!("{}", client.get_accounts().send().await.is_ok());
        println!("{}", client.get_balance().send().await.is_ok());
        println!("{}", client.get_charges().send().await.is_ok());
        println!("{}", client.get_coupons().send().await.is_ok());
        println!("{}", client.get_customers().send().await.is_ok());
        println!("{}", client.get_disputes().send().await.is_ok());
        println!("{}", client.get_events().send().await.is_ok());
        println!("{}", client.get_invoices().send().await.is_ok());
        println!("{}", client.get_plans().send().await.is_ok());
        println!("{}", client.get_refunds().send().await.is_ok());
    });
}
