//! The invented person on the page about the radar. The example has everything that the page explains: a lean, gaps to the role, a
//! facet with too few answers, an earlier audit.

use crate::instrument::Instrument;
use crate::profile::{Answer, Answers, Audit, Form, Rating};

/// Answers to the five questions of each facet, in the instrument's order; 0 is an open question.
const ANSWERS: [[usize; 5]; 8] = [
    [3, 2, 3, 3, 3],
    [4, 3, 4, 4, 3],
    [3, 4, 3, 3, 3],
    [3, 0, 0, 4, 0],
    [4, 4, 5, 4, 4],
    [3, 2, 4, 3, 3],
    [4, 4, 4, 3, 5],
    [5, 4, 4, 5, 4],
];

/// The same, half a year before.
const EARLIER: [[usize; 5]; 8] = [
    [2, 2, 3, 2, 3],
    [3, 3, 4, 3, 3],
    [3, 3, 3, 2, 3],
    [3, 3, 2, 3, 3],
    [3, 4, 4, 3, 4],
    [3, 2, 3, 3, 3],
    [3, 3, 4, 3, 3],
    [4, 4, 4, 4, 4],
];

/// What the role needs of each facet.
const NEEDS: [usize; 8] = [4, 3, 4, 3, 4, 4, 3, 4];

/// The audit that is shown.
pub fn audit(instrument: &Instrument) -> Audit {
    let needs = instrument.facets.iter().zip(NEEDS);
    let needs = needs.filter_map(|(facet, need)| Some((facet.id.clone(), *Rating::ALL.get(need.checked_sub(1)?)?)));
    let mut audit = answered(instrument, &ANSWERS);
    audit.answers.needs = needs.collect();
    audit
}

/// The one before it.
pub fn earlier(instrument: &Instrument) -> Audit {
    answered(instrument, &EARLIER)
}

fn answered(instrument: &Instrument, answers: &[[usize; 5]; 8]) -> Audit {
    let facets = instrument.facets.iter().zip(answers);
    let answers = facets.flat_map(|(facet, given)| facet.items.iter().zip(given));
    let rated = answers.filter_map(|(item, given)| {
        let rating = *Rating::ALL.get(given.checked_sub(1)?)?;
        Some((item.clone(), Answer::Rated(rating)))
    });
    let answers = Answers { items: rated.collect(), ..Answers::default() };
    Audit { answers, ..Audit::blank(instrument.reference(), Form::Full) }
}
