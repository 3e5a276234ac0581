//! Drawings to files, and the typeset report: [`Scene`](crate::chart::Scene)s as SVG and PNG; an audit as a PDF.

mod chart;
mod data;
mod png;
mod svg;
mod theirs;
#[cfg(feature = "report")]
mod typeset;

pub use chart::{ChartKind, picture};
pub use data::{Audited, ReportData, ReportOptions, ReportPage, ReportSource, RolesSource, report_data};
pub use png::{Pixels, PngError, to_pixels, to_png};
pub use svg::to_svg;
pub use theirs::{Theirs, by_number, theirs};
#[cfg(feature = "report")]
pub use typeset::{
    Apart, ApartError, BUILT_IN, FontChoice, Limits, Pages, Stop, Template, TemplateError, TypesetError, serve, typeset,
};
