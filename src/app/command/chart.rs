//! Commands on charts.

use std::path::PathBuf;

pub use crate::report::ChartKind;

/// What can be done with a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartCommand {
    /// Ask for a file and write the chart to it.
    Save(ChartChoice),
    /// Write the chart that a file was asked for to this one.
    SaveTo(PathBuf),
    /// Put the chart on the clipboard.
    Copy(ChartChoice),
    /// Ask for a file and write the way to the role that is shown to it.
    SaveWay,
    /// Put that way on the clipboard.
    CopyWay,
}

/// A chart as it is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartChoice {
    /// Which chart.
    pub kind: ChartKind,
    /// Whether the person's own scores are on it.
    pub me: bool,
    /// Whether what the role needs is on it.
    pub role: bool,
    /// The index of the earlier audit that is on it.
    pub earlier: Option<usize>,
}
