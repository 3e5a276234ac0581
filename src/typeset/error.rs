//! Why there are no pages.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::t;
use crate::words::Words;

/// What Typst says about a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{place}: {message}")]
pub struct TemplateError {
    /// File, line and column, the latter two counted from 1: "own.typ, line 12, column 3".
    pub place: String,
    /// What is wrong, in Typst's words.
    pub message: String,
    /// What to do, in Typst's words; empty where it says nothing.
    pub hint: String,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// The template is broken.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// Somebody's own template exceeded a limit, or its process failed.
    #[error(transparent)]
    Apart(#[from] ApartError),
    /// The data cannot be given to the template.
    #[error("the data of the report cannot be written: {0}")]
    Data(#[from] serde_json::Error),
    /// The PDF that was made cannot be read.
    #[error("the report cannot be read back")]
    Unread,
    /// There are no pages.
    #[error("the report has no pages")]
    Empty,
    /// A fault in the code that typesets.
    #[error("the typesetting failed: {0}")]
    Panic(String),
}

/// Why a separate process gave no pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApartError {
    /// It took too long.
    Slow(Duration),
    /// It wanted more memory than this, in bytes.
    Large(u64),
    /// It made too many pages.
    Pages {
        /// How many.
        count: usize,
        /// How many it may make.
        most: usize,
    },
    /// It made a page that is too large, or next to nothing.
    Size,
    /// It made a PDF that is too large.
    Pdf,
    /// It crashed; with what the system said.
    Crashed(String),
    /// It could not be started; with what the system said.
    NotStarted(String),
    /// It was cancelled.
    Left,
}

impl ApartError {
    /// What happened, for people.
    pub fn said(&self, words: &Words) -> String {
        match self {
            Self::Slow(limit) => t!(words, "apart-slow", seconds = limit.as_secs()),
            Self::Large(limit) => t!(words, "apart-large", size = memory(words, *limit)),
            Self::Pages { count, most } => {
                t!(words, "apart-pages", count = count.to_string(), most = most.to_string())
            }
            Self::Size => t!(words, "apart-size"),
            Self::Pdf => t!(words, "apart-pdf"),
            Self::Crashed(what) => t!(words, "apart-crashed", what = what.as_str()),
            Self::NotStarted(what) => t!(words, "apart-not-started", what = what.as_str()),
            Self::Left => t!(words, "apart-left"),
        }
    }
}

/// In English, for logs.
impl fmt::Display for ApartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(&Words::english()))
    }
}

impl std::error::Error for ApartError {}

/// "1 GB", "256 MB".
fn memory(words: &Words, bytes: u64) -> String {
    let (mega, giga) = (bytes >> 20, bytes >> 30);
    if giga > 0 { t!(words, "gigabytes", count = giga) } else { t!(words, "megabytes", count = mega) }
}
