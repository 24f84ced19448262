//! The client of our API.

restitch::include_client!();
