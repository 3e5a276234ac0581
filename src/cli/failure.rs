//! What a subcommand says when it cannot go on.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use super::dash;
use crate::cli::words;
use crate::storage::DiskError;
use crate::storage::format::FormatError;
use crate::{foreign, message, t};

/// Why a subcommand stopped.
#[derive(Debug)]
pub(super) enum Failure {
    /// Nobody reads our output any more.
    ClosedPipe,
    /// It was called wrongly.
    Usage(Problem),
    /// Something did not work.
    Problems(Vec<Problem>),
}

/// An error to report.
#[derive(Debug)]
pub(super) struct Problem {
    /// What happened, with the path at the end.
    pub summary: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Failure {
    /// Reports what happened, and returns the exit status.
    pub(super) fn report(&self) -> ExitCode {
        match self {
            Self::ClosedPipe => ExitCode::SUCCESS,
            Self::Usage(problem) => {
                problem.report();
                ExitCode::from(2)
            }
            Self::Problems(problems) => {
                problems.iter().for_each(Problem::report);
                ExitCode::FAILURE
            }
        }
    }
}

impl Problem {
    /// A problem without a hint.
    pub(super) fn new(summary: String) -> Self {
        Self { summary, hint: None }
    }

    /// The problem with a hint.
    pub(super) fn hint(self, hint: String) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// The contents of a file are not a profile.
    pub(super) fn format(error: &FormatError, path: &Path) -> Self {
        let summary = t!(words(), "cli-about-file", what = message::format(words(), error), file = dash::name(path));
        Self::new(summary).hint(message::bad_file_hint(words(), error))
    }

    fn report(&self) {
        say("error", &self.summary);
        if let Some(hint) = &self.hint {
            say("hint", hint);
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problems(vec![problem])
    }
}

impl From<DiskError> for Problem {
    fn from(error: DiskError) -> Self {
        let hint = match &error {
            DiskError::AlreadyExists { .. } => Some(t!(words(), "cli-hint-force")),
            DiskError::IsProfile { .. } => Some(t!(words(), "cli-hint-other-name")),
            DiskError::NoSpace { .. } => Some(t!(words(), "save-hint-space")),
            DiskError::FolderMissing { .. } => Some(t!(words(), "save-hint-folder")),
            DiskError::TooLarge { .. } => Some(t!(words(), "cli-hint-large")),
            _ => None,
        };
        Self { summary: message::disk(words(), &error), hint }
    }
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Self {
        Problem::from(error).into()
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Problem::new(t!(words(), "cli-output-failed", what = error.to_string())).into(),
        }
    }
}

/// One line on the error output. A failure to write it is ignored, since there is nobody to tell.
pub(super) fn say(kind: &str, what: &str) {
    writeln!(io::stderr(), "{kind}: {}", foreign::terminal(&foreign::shown(what))).unwrap_or_default();
}
