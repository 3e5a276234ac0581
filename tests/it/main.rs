//! The integration tests, as one program.

#[cfg(test)]
mod chart;
