use std::pin::pin;
use std::task::{Context, Waker};

use client_stripe_openapi_spec3_yaml::*;

fn main() {
    run(async {
        let client = StripeApiClient::with_base_url("https://api.example").unwrap();
        println!(
            "{}",
            client
                .get_accounts(GetAccountsRequest::default())
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_balance(GetBalanceRequest::default())
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_charges(GetChargesRequest::default())
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_coupons(GetCouponsRequest::default())
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_customers(GetCustomersRequest::default())
                .await
                .is_ok()
        );
        println!(
            "{}",
            client
                .get_disputes(GetDisputesRequest::default())
                .await
                .is_ok()
        );
        println!(
            "{}",
            client.get_events(GetEventsRequest::default()).await.is_ok()
        );
        println!(
            "{}",
            client
                .get_invoices(GetInvoicesRequest::default())
                .await
                .is_ok()
        );
        println!(
            "{}",
            client.get_plans(GetPlansRequest::default()).await.is_ok()
        );
        println!(
            "{}",
            client
                .get_refunds(GetRefundsRequest::default())
                .await
                .is_ok()
        );
    });
}

/// Starts it: what rustc compiles is the same with a runtime that goes on.
fn run(calls: impl Future<Output = ()>) {
    let mut context = Context::from_waker(Waker::noop());
    let _ = pin!(calls).poll(&mut context);
}
