//! Drawings to files: from scores to [`Scene`](crate::chart::Scene)s, and from those to SVG and PNG.

pub mod chart;
mod png;
mod svg;

pub use png::{PngError, to_png};
pub use svg::to_svg;
