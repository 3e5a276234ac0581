//! Drawings to files: [`Scene`](crate::chart::Scene)s as SVG and PNG.

mod chart;
mod png;
mod svg;

pub use chart::{chart_words, picture};
pub use png::{PngError, to_png};
pub use svg::to_svg;
