//! Why contents cannot be read as a profile: what is wrong, where, and what can be done.

use super::VERSION;
use crate::foreign::{quoted, sentence};
use thiserror::Error;

/// Why a file's contents cannot be read, or a profile cannot be written. The file is left as it is in all cases.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FormatError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is not JSON, or ends too early.
    #[error("the file is not whole JSON: {} (line {line}, column {column})", sentence(what))]
    NotJson {
        /// What the reader cannot accept.
        what: String,
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// It is not a profile.
    #[error("this is not an Evenkeel profile: {}", sentence(found))]
    NotOurs {
        /// What it is, as far as that can be told.
        found: String,
    },
    /// A newer version wrote it, and says that this version must not read it.
    #[error(
        "a newer version of Evenkeel wrote this file (version {version}, needs a reader of version {min_reader}; this one is {VERSION})"
    )]
    Newer {
        /// The version of the file.
        version: u32,
        /// The oldest version of code that may read it.
        min_reader: u32,
    },
    /// A value is missing or impossible.
    #[error("{}{} (line {line}, column {column})", at(path), sentence(what))]
    Value {
        /// The place, as `audits[0].answers.risk-mitigation-2`; empty for the whole.
        path: String,
        /// What is wrong there.
        what: String,
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1, right after the value.
        column: usize,
    },
    /// The values are possible one by one but not together.
    #[error("{}{}", at(path), sentence(what))]
    Contradiction {
        /// The place.
        path: String,
        /// What is wrong there.
        what: String,
    },
    /// There is more of something than any real profile has.
    #[error("{}too many {what} ({found}, at most {limit})", at(path))]
    TooMuch {
        /// Of what.
        what: &'static str,
        /// How much there is, at least.
        found: u64,
        /// The most there may be.
        limit: u64,
        /// The place; empty for the whole file.
        path: String,
    },
    /// A profile cannot be put into JSON: a fault in our code.
    #[error("the profile cannot be written: {0}")]
    Unwritable(String),
    /// A profile would read back as another one: a fault in our code.
    #[error("the profile would not read back as it is")]
    RoundTrip,
}

fn at(path: &str) -> String {
    if path.is_empty() { String::new() } else { format!("{}: ", quoted(path)) }
}

impl FormatError {
    /// An error of serde, without a place in the data.
    pub(super) fn of_json(error: &serde_json::Error) -> Self {
        Self::of_value(error, String::new())
    }

    /// An error of serde at a place in the data.
    pub(super) fn of_value(error: &serde_json::Error, path: String) -> Self {
        let (line, column) = (error.line(), error.column());
        let whole = error.to_string();
        let what = whole.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&whole).to_owned();
        if error.is_data() { Self::Value { path, what, line, column } } else { Self::NotJson { what, line, column } }
    }
}
