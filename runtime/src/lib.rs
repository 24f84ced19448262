//! The runtime of HTTP API clients that `restitch-build` generates from `OpenAPI` documents.
