//! Clients of the documents in `specs/features/`, compiled.
