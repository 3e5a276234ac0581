//! Why an edit is refused.

use crate::profile::{AuditId, ItemId, RoleId};

/// Why an edit cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The audit is not in this profile.
    #[error("there is no audit {0} in this profile")]
    NoSuchAudit(AuditId),
    /// Two audits would have one id.
    #[error("there is an audit {0} in this profile already")]
    AuditExists(AuditId),
    /// Seconds are a finite number, not below zero.
    #[error("{0} is not a number of seconds")]
    BadSeconds(String),
    /// The role is not one of the person's own.
    #[error("there is no role {0} in this profile")]
    NoSuchRole(RoleId),
    /// Two roles would have one id.
    #[error("there is a role {0} in this profile already")]
    RoleExists(RoleId),
    /// There is a limit to them.
    #[error("there are as many roles in this profile as can be kept")]
    TooManyRoles,
    /// There is a limit to them.
    #[error("there are as many audits in this profile as can be kept")]
    TooManyAudits,
    /// There is a limit to them.
    #[error("as many roles are pinned as can be kept")]
    TooManyPins,
    /// There is a limit to the entries of a list.
    #[error("there are as many entries in one list as can be kept")]
    TooManyEntries,
    /// Names have a length.
    #[error("the name is longer than can be kept")]
    TextTooLong,
    /// An id is not empty, and has a length.
    #[error("an id is empty or longer than can be kept")]
    BadId,
    /// An item is in an order once.
    #[error("the item {0} is in the order twice")]
    OrderedTwice(ItemId),
    /// The file would be larger than can be read again.
    #[error("the profile would be larger than a file can be")]
    FileFull,
    /// A job ad has a length; whoever pastes it cuts it.
    #[error("the job ad is longer than can be kept")]
    AdTooLong,
    /// The job ad has fewer lines.
    #[error("the job ad has no line {0}, counted from 0")]
    NoSuchLine(usize),
}

impl EditError {
    /// Whether it is about how much a profile can keep, which a person can come to. The others are errors of ours.
    pub const fn is_limit(&self) -> bool {
        matches!(
            self,
            Self::TooManyRoles
                | Self::TooManyAudits
                | Self::TooManyPins
                | Self::TooManyEntries
                | Self::TextTooLong
                | Self::AdTooLong
                | Self::FileFull
        )
    }
}
