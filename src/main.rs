//! Evenkeel's program: a window, or a subcommand.
fn main() {}
