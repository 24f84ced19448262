//! What the tests of the generator share.
