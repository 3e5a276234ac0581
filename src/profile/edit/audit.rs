//! Changes inside one audit.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{EditError, set};
use crate::profile::{
    Answer, Audit, Dose, FacetId, Form, ItemId, Part, Points, Rating, SignAnswer, SignId, SituationId, Stakes,
};

/// A change inside one audit. `None` removes an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum AuditEdit {
    /// The role's title.
    SetRole(String),
    /// The parts to ask; behaviour is kept whatever is said here.
    SetParts(BTreeSet<Part>),
    /// The form, with the order of its items. Answers to items that are no longer asked are kept.
    SetForm(Form, Vec<ItemId>),
    /// An answer, with the seconds it took where they are known.
    SetAnswer(ItemId, Option<Answer>, Option<f64>),
    /// Points for the management-minded response.
    SetSituation(SituationId, Option<Points>),
    /// How much the role needs a facet.
    SetNeed(FacetId, Option<Rating>),
    /// How much depends on a facet.
    SetStakes(FacetId, Option<Stakes>),
    /// Whether the person does enough of a facet.
    SetDose(FacetId, Option<Dose>),
    /// Whether a facet drains or energises.
    SetEnergy(FacetId, Option<Rating>),
    /// How much of a sign shows.
    SetSign(SignId, Option<SignAnswer>),
    /// The audit is finished.
    Finish(Timestamp),
}

impl Audit {
    pub(super) fn apply(&mut self, change: &AuditEdit) -> Result<(), EditError> {
        match change {
            AuditEdit::SetRole(role) => self.role.clone_from(role),
            AuditEdit::SetParts(parts) => {
                self.parts.clone_from(parts);
                self.parts.insert(Part::Behaviour);
            }
            AuditEdit::SetForm(form, order) => {
                self.form = *form;
                self.order.clone_from(order);
            }
            AuditEdit::SetAnswer(item, answer, seconds) => {
                if let Some(s) = seconds.filter(|s| !s.is_finite() || *s < 0.0) {
                    return Err(EditError::BadSeconds(s.to_string()));
                }
                set(&mut self.answers.items, item, *answer);
                if answer.is_none() || seconds.is_some() {
                    set(&mut self.answers.seconds, item, *seconds);
                }
            }
            AuditEdit::SetSituation(id, points) => set(&mut self.answers.situations, id, *points),
            AuditEdit::SetNeed(facet, need) => set(&mut self.answers.needs, facet, *need),
            AuditEdit::SetStakes(facet, stakes) => set(&mut self.answers.stakes, facet, *stakes),
            AuditEdit::SetDose(facet, dose) => set(&mut self.answers.doses, facet, *dose),
            AuditEdit::SetEnergy(facet, energy) => set(&mut self.answers.energy, facet, *energy),
            AuditEdit::SetSign(sign, answer) => set(&mut self.answers.signs, sign, *answer),
            AuditEdit::Finish(at) => self.finished = Some(*at),
        }
        Ok(())
    }
}
