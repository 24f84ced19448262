//! Client of the Chaser Core API.
