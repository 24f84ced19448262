//! Files as answers.

use restitch_autorest_tests::body_file::Client;

use crate::suite::{Suite, client};

/// Of the largest file.
const MEGABYTES: usize = 3000;

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client.files();
    s.gives(c.get_file(), |file| file.starts_with(b"\x89PNG"))
        .await;
    s.gives(c.get_empty_file(), |file| file.is_empty()).await;
    // Once is enough of so much.
    if s.follows {
        let call = c.get_file_large().stream();
        s.streams(call, MEGABYTES << 20).await;
    }
}
