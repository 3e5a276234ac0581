//! Why an edit is refused.

use crate::profile::{AuditId, ItemId, NoteId, PlanId, RoleId};

/// Why an edit was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The audit is not in this profile.
    #[error("there is no audit {0} in this profile")]
    NoSuchAudit(AuditId),
    /// Two audits would have one id.
    #[error("there is an audit {0} in this profile already")]
    AuditExists(AuditId),
    /// Seconds must be a finite number, not below zero.
    #[error("{0} is not a number of seconds")]
    BadSeconds(String),
    /// The role is not one of the person's own.
    #[error("there is no role {0} in this profile")]
    NoSuchRole(RoleId),
    /// Two roles would have one id.
    #[error("there is a role {0} in this profile already")]
    RoleExists(RoleId),
    /// The plan is not in this profile.
    #[error("there is no plan {0} in this profile")]
    NoSuchPlan(PlanId),
    /// Two plans would have one id.
    #[error("there is a plan {0} in this profile already")]
    PlanExists(PlanId),
    /// One skill at a time.
    #[error("another plan has not ended")]
    PlanUnderWay,
    /// A plan is reviewed after it has begun.
    #[error("the review would be before the start")]
    ReviewBeforeStart,
    /// Only a trial has it.
    #[error("the plan is no trial of a role")]
    NoTrial,
    /// The note is not in this profile.
    #[error("there is no note {0} in this profile")]
    NoSuchNote(NoteId),
    /// Two notes would have one id.
    #[error("there is a note {0} in this profile already")]
    NoteExists(NoteId),
    /// There is a limit to them.
    #[error("there are as many plans in this profile as can be kept")]
    TooManyPlans,
    /// There is a limit to them.
    #[error("there are as many notes in this profile as can be kept")]
    TooManyNotes,
    /// There is a limit to them.
    #[error("there are as many roles in this profile as can be kept")]
    TooManyRoles,
    /// There is a limit to them.
    #[error("there are as many audits in this profile as can be kept")]
    TooManyAudits,
    /// There is a limit to them.
    #[error("as many roles are pinned as can be kept")]
    TooManyPins,
    /// A list would have too many entries.
    #[error("there are as many entries in one list as can be kept")]
    TooManyEntries,
    /// The name is too long.
    #[error("the name is longer than can be kept")]
    TextTooLong,
    /// The id is empty or too long.
    #[error("an id is empty or longer than can be kept")]
    BadId,
    /// An item is twice in an order.
    #[error("the item {0} is in the order twice")]
    OrderedTwice(ItemId),
    /// The file would become too large to be read again.
    #[error("the profile would be larger than a file can be")]
    FileFull,
    /// The job ad is too long. The caller should have cut it.
    #[error("the job ad is longer than can be kept")]
    AdTooLong,
    /// The job ad has no such line.
    #[error("the job ad has no line {0}, counted from 0")]
    NoSuchLine(usize),
}

impl EditError {
    /// Whether a limit of the profile is the reason, which a person can reach. All others are faults in our code.
    pub const fn is_limit(&self) -> bool {
        matches!(
            self,
            Self::TooManyRoles
                | Self::TooManyAudits
                | Self::TooManyPins
                | Self::TooManyPlans
                | Self::TooManyNotes
                | Self::TooManyEntries
                | Self::TextTooLong
                | Self::AdTooLong
                | Self::FileFull
        )
    }
}
