//! Reading and writing JSON, by generated types and by the same with `serde_derive`.

use std::hint::black_box;

use chaser::types::CreateServiceAccountKeyResponse;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
struct Created {
    full_access: bool,
    id: String,
    key: String,
    key_prefix: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    scopes: Vec<String>,
    service_account: ServiceAccount,
}

#[derive(Deserialize, Serialize)]
struct ServiceAccount {
    created_at: String,
    created_by_user_id: String,
    disabled: bool,
    id: String,
    name: String,
    updated_at: String,
}

/// An answer of so many keys.
fn answer(count: usize) -> Vec<u8> {
    let one = serde_json::json!({
        "full_access": false, "id": "key_9", "key": "ck_live_0123456789abcdef",
        "key_prefix": "ck_live", "name": "deploy", "scopes": ["keys:read", "keys:write"],
        "service_account": {
            "created_at": "2026-01-01T00:00:00Z", "created_by_user_id": "u_1",
            "disabled": false, "id": "sa_42", "name": "deploys",
            "updated_at": "2026-01-02T00:00:00Z",
        },
    });
    serde_json::to_vec(&vec![one; count]).expect("JSON")
}

fn sizes(c: &mut Criterion) {
    for count in [1, 1_000] {
        let bytes = answer(count);
        let mut group = c.benchmark_group(format!("{count} keys"));
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        both(&mut group, &bytes);
        group.finish();
    }
}

fn both(group: &mut BenchmarkGroup<'_, criterion::measurement::WallTime>, bytes: &[u8]) {
    let own = || {
        let read = restitch::json::from_slice::<Vec<CreateServiceAccountKeyResponse>>(bytes);
        read.expect("keys")
    };
    let serde = || serde_json::from_slice::<Vec<Created>>(bytes).expect("keys");
    group.bench_function("decode", |b| b.iter(|| black_box(own())));
    group.bench_function("decode, serde_derive", |b| b.iter(|| black_box(serde())));
    let (keys, serde_keys) = (own(), serde());
    group.bench_function("encode", |b| {
        b.iter(|| restitch::json::to_vec(black_box(&keys)).expect("JSON"));
    });
    group.bench_function("encode, serde_derive", |b| {
        b.iter(|| serde_json::to_vec(black_box(&serde_keys)).expect("JSON"));
    });
}

criterion_group!(benches, sizes);
criterion_main!(benches);
