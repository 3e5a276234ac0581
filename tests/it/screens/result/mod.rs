//! The result: what is said, what can be pressed, what a keyboard and a screen reader find.

mod pictures;
pub mod sample;
