//! What is chosen with a command.

use std::path::PathBuf;

use crate::answers::Table;
use crate::paper::Paper;
use crate::profile::{AuditId, Form, Part, RoleId};
use crate::report::{ChartKind, ReportPage};

/// What is needed to start an audit.
#[derive(Clone, Debug, PartialEq)]
pub struct NewAudit {
    /// Quick or full.
    pub form: Form,
    /// The parts besides behaviour.
    pub parts: Vec<Part>,
    /// The role's title; may be empty.
    pub role: String,
    /// The person's name; may be empty.
    pub person: String,
    /// In a profile of its own, not in the open one.
    pub fresh: bool,
}

/// A profile to make of a table of answers.
#[derive(Clone, Debug, PartialEq)]
pub struct FromAnswers {
    /// The file of the table.
    pub path: PathBuf,
    /// What was in it.
    pub table: Box<Table>,
    /// The role's title; may be empty.
    pub role: String,
    /// The person's name; may be empty.
    pub person: String,
}

/// How a role of the person's own begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewRole {
    /// Nothing is set.
    Empty,
    /// As this role is.
    Copy(RoleId),
    /// From a job ad.
    FromAd {
        /// The name of the role; may be empty.
        name: String,
        /// The ad as it was pasted.
        text: String,
    },
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
    /// The built-in template again.
    BuiltIn,
}

/// A chart of the newest audit, as it is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartChoice {
    /// Which chart.
    pub kind: ChartKind,
    /// Whether the person's own scores are on it.
    pub me: bool,
    /// Whether what the role needs is.
    pub role: bool,
    /// The place of the earlier audit that is on it.
    pub earlier: Option<usize>,
}

/// A kind of files that Evenkeel keeps for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Journals of unsaved work.
    Recovery,
    /// Earlier versions of saved files.
    Backups,
    /// PDFs that a viewer was given.
    Prints,
    /// Settings and recent files.
    Settings,
}

impl Kept {
    /// In the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Recovery, Self::Backups, Self::Prints, Self::Settings];
}
