//! What is asked in an audit, question by question.

use std::fmt;

use super::Instrument;
use crate::profile::{Audit, FacetId, Form, ItemId, Part, SignId, SituationId};
use crate::tally::{self, Counted};

/// One screen of the wizard.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// How often the person did something.
    Item(ItemId),
    /// Ten points between two responses.
    Situation(SituationId),
    /// What the role needs of a facet, and whether the person does enough of it: an answer for each [`RoleAnswer`].
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
    pub fn is_answered(&self, instrument: &Instrument, audit: &Audit) -> bool {
        let (given, asked) = self.given(instrument, audit);
        given == asked
    }

    /// How many answers it has, and how many it asks for: one, or for the role up to three.
    pub fn given(&self, instrument: &Instrument, audit: &Audit) -> (usize, usize) {
        let answers = &audit.answers;
        let one = match self {
            Self::Item(id) => answers.items.contains_key(id),
            Self::Situation(id) => answers.situations.contains_key(id),
            Self::Role(facet) => {
                let asked = RoleAnswer::of(instrument, audit);
                let given = asked.clone().filter(|answer| answer.is_given(audit, facet)).count();
                return (given, asked.count());
            }
            Self::Energy(id) => answers.energy.contains_key(id),
            Self::Sign(id) => answers.signs.contains_key(id),
        };
        (usize::from(one), 1)
    }

    /// Seconds that it is estimated to take in this audit. The minutes on screen are made of these.
    pub fn seconds(&self, instrument: &Instrument, audit: &Audit) -> u32 {
        match self.part() {
            Part::Behaviour | Part::Signs => 6,
            Part::Situations => 20,
            Part::Role if RoleAnswer::of(instrument, audit).count() > 2 => 15,
            Part::Role => 12,
            Part::Energy => 5,
        }
    }
}

/// One of the answers about a facet in the person's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleAnswer {
    /// On how many of the occasions the role needs it.
    Need,
    /// How much depends on it. Version 1 of the instrument does not ask this, and neither does the quick form.
    Stakes,
    /// Whether the person does too little of it, enough or too much.
    Dose,
}

impl RoleAnswer {
    /// Those that an audit asks for, in the order in which they stand on screen. The quick form leaves the stakes out, unless they were
    /// answered before it did.
    pub fn of(instrument: &Instrument, audit: &Audit) -> impl Iterator<Item = Self> + Clone + use<> {
        let asks = audit.form == Form::Full || !audit.answers.stakes.is_empty();
        let asks_stakes = asks && instrument.texts.stakes.is_some();
        [Self::Need, Self::Stakes, Self::Dose].into_iter().filter(move |it| *it != Self::Stakes || asks_stakes)
    }

    /// Whether an audit has it for a facet.
    pub fn is_given(self, audit: &Audit, facet: &FacetId) -> bool {
        match self {
            Self::Need => audit.answers.needs.contains_key(facet),
            Self::Stakes => audit.answers.stakes.contains_key(facet),
            Self::Dose => audit.answers.doses.contains_key(facet),
        }
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
            let facets = || instrument.facets.iter().filter(|facet| audit.scope.holds(&facet.id));
            let asked = |id: &&ItemId| facets().any(|f| f.items(audit.form).contains(id));
            let mut shown: Vec<ItemId> = audit.order.iter().filter(asked).cloned().collect();
            let items = facets().flat_map(|f| f.items(audit.form));
            let rest: Vec<ItemId> = items.filter(|id| !shown.contains(id)).cloned().collect();
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::instrument::{Instruments, Side};
    use crate::profile::{Dose, Form, Points, Rating, Stakes};

    /// The first version and the newest.
    fn versions() -> [Arc<Instrument>; 2] {
        let all = Instruments::built_in("en").unwrap();
        let first = crate::profile::InstrumentRef { version: 1, texts: None, ..all.newest().reference() };
        [all.of(&first).unwrap(), all.newest()].map(Arc::clone)
    }

    #[test]
    fn a_facet_of_the_role_is_answered_when_all_that_is_asked_of_it_is() {
        let [first, newest] = versions();
        let question = Question::Role("risk-mitigation".into());
        let mut audit = Audit::blank(newest.reference(), Form::Full);
        let count = |audit: &Audit| (question.given(&first, audit), question.given(&newest, audit));
        assert_eq!(count(&audit), ((0, 2), (0, 3)));
        audit.answers.needs.insert("risk-mitigation".into(), Rating::ALL[0]);
        assert_eq!(count(&audit), ((1, 2), (1, 3)));
        audit.answers.doses.insert("risk-mitigation".into(), Dose::Right);
        assert_eq!(count(&audit), ((2, 2), (2, 3)));
        assert!(question.is_answered(&first, &audit) && !question.is_answered(&newest, &audit));
        audit.answers.stakes.insert("risk-mitigation".into(), Stakes::ALL[0]);
        assert!(question.is_answered(&first, &audit) && question.is_answered(&newest, &audit));
        let seconds = |instrument| question.seconds(instrument, &audit);
        assert!(seconds(&first) < seconds(&newest), "three answers take longer than two");
    }

    #[test]
    fn the_quick_form_asks_two_answers_of_a_facet() {
        let [_, newest] = versions();
        let asked = |audit: &Audit| RoleAnswer::of(&newest, audit).collect::<Vec<_>>();
        let mut audit = Audit::blank(newest.reference(), Form::Quick);
        assert_eq!(asked(&audit), [RoleAnswer::Need, RoleAnswer::Dose]);
        audit.answers.stakes.insert("risk-mitigation".into(), Stakes::ALL[1]);
        assert_eq!(asked(&audit).len(), 3, "an audit that was asked them stays as it was");
    }

    #[test]
    fn the_points_of_both_sides_are_ten_whichever_stands_left() {
        for side in [Side::Management, Side::Leadership] {
            for share in 0..=Points::TOTAL {
                let points = side.points_of(share).unwrap();
                assert_eq!((side.points(points), side.other().points(points)), (share, Points::TOTAL - share));
            }
            assert_eq!(side.points_of(Points::TOTAL + 1), None);
        }
        assert_eq!(Side::Leadership.points_of(8).map(Points::management), Some(2));
    }
}
