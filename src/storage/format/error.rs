//! Why contents cannot be read as a profile: what is wrong, and where. As data: [`crate::message`] says it in the person's language.

/// Why a file's contents cannot be read, or a profile cannot be written. The file is left as it is in all cases.
#[derive(Debug, Clone, PartialEq)]
pub enum FormatError {
    /// There is nothing in it.
    Empty,
    /// It is not JSON, or ends too early.
    NotJson {
        /// What the reader cannot accept.
        what: String,
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// It is not a profile.
    NotOurs(NotOurs),
    /// A newer version wrote it, and says that this version must not read it.
    Newer {
        /// The version of the file.
        version: u32,
        /// The oldest version of code that may read it.
        min_reader: u32,
    },
    /// A value is missing or impossible.
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
    Contradiction {
        /// The place.
        path: String,
        /// What is wrong there.
        what: Contradiction,
    },
    /// There is more of something than any real profile has.
    TooMuch {
        /// Of what.
        what: Counted,
        /// How much there is, at least.
        found: u64,
        /// The most there may be.
        limit: u64,
        /// The place; empty for the whole file.
        path: String,
    },
    /// A profile cannot be put into JSON: a fault in our code.
    Unwritable(String),
    /// A profile would read back as another one: a fault in our code.
    RoundTrip,
}

/// What contents are that are no profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOurs {
    /// JSON of another kind than an object.
    NoObject,
    /// An object of another format; what it says that this is, as JSON.
    OtherFormat(String),
    /// An object that does not say its format.
    NoFormat,
}

/// What cannot be, although each value by itself can.
#[derive(Debug, Clone, PartialEq)]
pub enum Contradiction {
    /// An audit before it has this id as well.
    SameAudit(String),
    /// A role before it has this id as well.
    SameRole(String),
    /// A plan before it has this id as well.
    SamePlan(String),
    /// A note before it has this id as well.
    SameNote(String),
    /// This is no goal level.
    NoLevel(String),
    /// This is no day.
    NoDay(String),
    /// The review of a plan is before its start.
    ReviewBeforeStart,
    /// This role is pinned twice.
    PinnedTwice(String),
    /// This item is in the order twice.
    OrderedTwice(String),
    /// This is no number of seconds.
    NoSeconds(f64),
    /// An id is empty.
    EmptyId,
    /// The version is missing.
    NoVersion,
    /// This stands where a version belongs, as JSON.
    NotAVersion(String),
    /// The present version cannot hold a value of the version that was read: an error of ours.
    Impossible,
}

/// Of what there can be too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Bytes.
    Bytes,
    /// Values of JSON.
    Values,
    /// Audits of a profile.
    Audits,
    /// Roles of the person's own.
    Roles,
    /// Plans.
    Plans,
    /// Notes.
    Notes,
    /// Entries of a list or a map.
    Entries,
    /// Lines of a job ad.
    Lines,
    /// Items in the order of an audit.
    Items,
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
