//! Commands of the print preview: what is on the report's pages.

use std::path::PathBuf;

use crate::paper::Paper;
use crate::profile::{ActionId, AuditId, RoleId};
pub use crate::report::{PageNeeds, ReportPage};

/// What can be done with the report on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportCommand {
    /// Show the report as it prints.
    Show,
    /// Show the radar and its table as they print.
    ShowChart,
    /// Show what a job ad really asks, as it prints.
    ShowAd(RoleId),
    /// Show roles as they print.
    ShowRoles(Vec<RoleId>),
    /// Show a page of the plan, of the notes or of what others see, as it prints.
    ShowPlan(ReportPage),
    /// Show exercises as they print.
    ShowExercises(Vec<ActionId>),
    /// Leave the preview.
    Leave,
    /// Change the report.
    Change(ReportChange),
    /// Paint a page, with this many pixels for each of its points.
    Paint(usize, f32),
    /// Ask for a template.
    AskTemplate,
    /// Use this template.
    UseTemplate(PathBuf),
}

/// Something to change about the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportChange {
    /// The paper.
    Paper(Paper),
    /// Without colours or with them.
    Greyscale(bool),
    /// With the person's name or without.
    Name(bool),
    /// With this page or without.
    Page(ReportPage, bool),
    /// The earlier audit to lay over the radar.
    Earlier(Option<AuditId>),
    /// Back to the built-in template.
    BuiltIn,
}
