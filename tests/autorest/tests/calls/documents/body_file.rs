//! Files as answers.

use restitch_autorest_tests::body_file::Client;

use crate::suite::Suite;

/// Of the largest file.
const MEGABYTES: usize = 3000;

pub(super) async fn calls(s: &Suite) {
    let client = Client::builder()
        .base_url(&s.url)
        .build()
        .expect("a client");
    let c = client.files();
    s.gives(c.get_file(), |file| file.starts_with(b"\x89PNG"))
        .await;
    s.gives(c.get_empty_file(), |file| file.is_empty()).await;
    s.streams(c.get_file_large().stream(), MEGABYTES << 20)
        .await;
}
