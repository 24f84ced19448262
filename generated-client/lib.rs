//! Client of the Chaser Core API.

restitch::include_client!();
