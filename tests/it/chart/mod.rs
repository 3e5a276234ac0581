//! The charts: where things lie, what is missing, and that all of it stays within the drawing.

mod pictures;
mod sample;
