//! Commands of the self-audit.

use crate::instrument::Question;
use crate::profile::{AuditId, FacetId, Form, Part};

/// What can be done with the audit.
#[derive(Clone, Debug, PartialEq)]
pub enum AuditCommand {
    /// Show the set-up of a new audit with this form chosen.
    SetUp(Form),
    /// Start an audit.
    Start(NewAudit),
    /// Show this question.
    Ask(Question),
    /// Rest before this question, which begins a part.
    Rest(Question),
    /// Ask the open questions alone, of one part or of all, and then come back.
    AskOpen(Option<Part>),
    /// Come back from the open questions.
    EndOpen,
    /// Ask the questions about energy.
    AskEnergy,
    /// Show the review.
    Review,
    /// Finish the audit and show its result.
    Finish(AuditId),
    /// Show this audit of the open profile, and continue it if it is not finished.
    LookAt(AuditId),
    /// Continue an audit that is not finished, at its first open question.
    GoOn(AuditId),
    /// Ask the questions about one facet again.
    Recheck(FacetId),
    /// Ask what to do with an audit that is not finished: keep it as it is, or delete it.
    AskPutAway(AuditId),
    /// End an audit as it is, without going to its result.
    PutAway(AuditId),
    /// Ask for the role of an audit and for the person's name, to correct them.
    AskNames(AuditId),
    /// Ask whether to delete an audit.
    AskDelete(AuditId),
}

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
