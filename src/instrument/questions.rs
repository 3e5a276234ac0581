//! What is asked in an audit, question by question.

use std::fmt;

use super::Instrument;
use crate::profile::{Audit, FacetId, ItemId, Part, SignId, SituationId};
use crate::tally::{self, Counted};

/// One screen of the wizard.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// How often the person did something.
    Item(ItemId),
    /// Ten points between two responses.
    Situation(SituationId),
    /// How much the role needs a facet, and whether the person does enough of it: two answers.
    Role(FacetId),
    /// Whether a facet drains or energises.
    Energy(FacetId),
    /// How much of a sign shows.
    Sign(SignId),
}

impl Question {
    /// The part that it belongs to.
    pub const fn part(&self) -> Part {
        match self {
            Self::Item(_) => Part::Behaviour,
            Self::Situation(_) => Part::Situations,
            Self::Role(_) => Part::Role,
            Self::Energy(_) => Part::Energy,
            Self::Sign(_) => Part::Signs,
        }
    }

    /// Whether it is answered completely; *not applicable* is an answer.
    pub fn is_answered(&self, audit: &Audit) -> bool {
        match self {
            Self::Item(id) => audit.answers.items.contains_key(id),
            Self::Situation(id) => audit.answers.situations.contains_key(id),
            Self::Role(id) => audit.answers.needs.contains_key(id) && audit.answers.doses.contains_key(id),
            Self::Energy(id) => audit.answers.energy.contains_key(id),
            Self::Sign(id) => audit.answers.signs.contains_key(id),
        }
    }

    /// Whether it is answered only in part.
    pub fn is_half_answered(&self, audit: &Audit) -> bool {
        matches!(self, Self::Role(id) if audit.answers.needs.contains_key(id) != audit.answers.doses.contains_key(id))
    }

    /// Seconds that most people take for it, from trying it out. The time estimates are based on this.
    pub const fn seconds(&self) -> u32 {
        part_seconds(self.part())
    }
}

/// Seconds for one question of a part.
const fn part_seconds(part: Part) -> u32 {
    match part {
        Part::Behaviour | Part::Signs => 6,
        Part::Situations => 20,
        Part::Role => 12,
        Part::Energy => 5,
    }
}

impl fmt::Display for Question {
    /// Written as in the recovery file and in CSV: `item/…`, `situation/…`, `need/…`, `energy/…`, `sign/…`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Item(id) => write!(f, "item/{id}"),
            Self::Situation(id) => write!(f, "situation/{id}"),
            Self::Role(id) => write!(f, "need/{id}"),
            Self::Energy(id) => write!(f, "energy/{id}"),
            Self::Sign(id) => write!(f, "sign/{id}"),
        }
    }
}

/// The questions of one part of an audit, in the order in which they are asked.
pub fn part_questions(instrument: &Instrument, audit: &Audit, part: Part) -> Vec<Question> {
    tally::count(Counted::Questions);
    match part {
        Part::Behaviour => {
            let asked = |id: &&ItemId| instrument.facets.iter().any(|f| f.items(audit.form).contains(id));
            let mut shown: Vec<ItemId> = audit.order.iter().filter(asked).cloned().collect();
            let rest: Vec<ItemId> = instrument
                .facets
                .iter()
                .flat_map(|f| f.items(audit.form))
                .filter(|id| !shown.contains(id))
                .cloned()
                .collect();
            shown.extend(rest);
            shown.into_iter().map(Question::Item).collect()
        }
        Part::Situations => instrument.situations.iter().map(|s| Question::Situation(s.id.clone())).collect(),
        Part::Role => instrument.facets.iter().map(|f| Question::Role(f.id.clone())).collect(),
        Part::Energy => instrument.facets.iter().map(|f| Question::Energy(f.id.clone())).collect(),
        Part::Signs => instrument.signs.iter().map(|s| Question::Sign(s.id.clone())).collect(),
    }
}

/// All questions of an audit: behaviour first, then the chosen parts.
pub fn questions(instrument: &Instrument, audit: &Audit) -> Vec<Question> {
    Part::ALL
        .into_iter()
        .filter(|part| *part == Part::Behaviour || audit.parts.contains(part))
        .flat_map(|part| part_questions(instrument, audit, part))
        .collect()
}
