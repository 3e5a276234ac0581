//! Benchmarks of Evenkeel; see `core.rs` and `frames.rs`.
