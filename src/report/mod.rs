//! Drawings to files, and what a report says: [`Scene`](crate::chart::Scene)s as SVG and PNG; an audit as the data that
//! [`typeset`](crate::typeset) lays out.

mod chart;
mod data;
mod path;
mod png;
mod svg;

pub use chart::{ChartKind, picture};
pub use data::{
    Audited, ExercisesSource, PageNeeds, PlanSource, ReportData, ReportOptions, ReportPage, ReportSource, RolesSource,
    report_data,
};
pub use path::{PathSource, path_chart, path_picture};
pub use png::{PngError, to_pixels, to_png};
pub use svg::to_svg;
