//! Whether one answer decides a verdict.
//!
//! # Rules
//!
//! A verdict is *near its edge* where one answer about what the person does would change it: an answer that was given, one step
//! higher or lower, or an open question of the form, whatever is answered to it. All such single changes are tried, and the verdict
//! is made anew for each. It is a count of what could have been answered otherwise, not a probability: a verdict that no single
//! answer changes can still be wrong, which is what its error is for.
//!
//! - The verdict of the balance is its own and the level of both sides: what the summary says first.
//! - The reading of a gap to the role changes with the answers on its own facet only. What the role needs is left as it is: one step
//!   of it is a whole point, more than most gaps reach beyond their error, so that nearly every reading would be near its edge.
//! - *Not applicable* is an answer that stays, and is not tried for others: it changes what is asked, not how much.

use super::{FacetScore, OverallPicture, Reading, Scores, Verdict, facet, role, side};
use crate::instrument::{Instrument, Side};
use crate::profile::{Answer, Audit, FacetId, Rating};
use crate::tally::{self, Counted};

/// The single answer that would change a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// One that was given, a step higher or lower.
    OneStep,
    /// One that is open; no step of a given one would.
    OneMore,
}

/// Which verdicts are near their edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edges {
    /// That of the balance, together with the level of both sides.
    pub balance: Option<Edge>,
    /// Those of gaps to the role.
    pub gaps: Vec<(FacetId, Edge)>,
}

impl Edges {
    /// That of the gap at a facet.
    pub fn gap(&self, facet: &FacetId) -> Option<Edge> {
        self.gaps.iter().find(|(id, _)| id == facet).map(|(_, edge)| *edge)
    }
}

/// What the scores were made from, while one answer after the other is another one.
struct Trial<'a> {
    instrument: &'a Instrument,
    audit: &'a Audit,
    scores: &'a Scores,
}

/// Which verdicts of these scores one answer of the audit would change.
pub fn edges(instrument: &Instrument, audit: &Audit, scores: &Scores) -> Edges {
    tally::count(Counted::Scores);
    let trial = Trial { instrument, audit, scores };
    let mut found = Edges::default();
    let mut facets = scores.facets.clone();
    let mut answers = audit.answers.clone();
    for (place, facet) in instrument.facets.iter().enumerate() {
        let mut near = None;
        for item in facet.items(audit.form) {
            let given = answers.items.get(item).copied();
            for (edge, other) in others(given) {
                answers.items.insert(item.clone(), Answer::Rated(other));
                facets[place] = facet::score(facet, audit.form, &answers, instrument.assumed, scores.confidence.z());
                if trial.balance(&facets) != trial.balance(&scores.facets) {
                    found.balance = nearer(found.balance, edge);
                }
                if trial.reading(&facets[place]) != trial.reading(&scores.facets[place]) {
                    near = nearer(near, edge);
                }
            }
            match given {
                Some(answer) => answers.items.insert(item.clone(), answer),
                None => answers.items.remove(item),
            };
        }
        facets[place] = scores.facets[place].clone();
        found.gaps.extend(near.map(|edge| (facet.id.clone(), edge)));
    }
    found
}

/// What could stand in the place of an answer.
fn others(given: Option<Answer>) -> Vec<(Edge, Rating)> {
    match given {
        Some(Answer::NotApplicable) => Vec::new(),
        Some(Answer::Rated(rating)) => {
            let beside = |other: &Rating| other.value().abs_diff(rating.value()) == 1;
            Rating::ALL.into_iter().filter(beside).map(|other| (Edge::OneStep, other)).collect()
        }
        None => Rating::ALL.map(|other| (Edge::OneMore, other)).to_vec(),
    }
}

fn nearer(found: Option<Edge>, edge: Edge) -> Option<Edge> {
    if found == Some(Edge::OneStep) { found } else { Some(edge) }
}

impl Trial<'_> {
    /// What the balance of these facets says. One that is missing does not become another one: it only appears.
    fn balance(&self, facets: &[FacetScore]) -> Option<(Verdict, OverallPicture)> {
        self.scores.balance.as_ref()?;
        let (assumed, z) = (self.instrument.assumed, self.scores.confidence.z());
        let sides = [Side::Management, Side::Leadership].map(|it| side::score(facets, it, assumed, z));
        let balance = side::balance(&sides[0], &sides[1], assumed, z)?;
        Some((balance.verdict, side::picture([&sides[0], &sides[1]], Some(&balance), z)?))
    }

    /// How the gap at this facet reads; `None` where there was none to begin with.
    fn reading(&self, facet: &FacetScore) -> Option<Reading> {
        self.scores.gap(&facet.id)?;
        let (answers, z) = (&self.audit.answers, self.scores.confidence.z());
        let gaps = role::gaps(std::slice::from_ref(facet), answers, self.instrument.assumed, z)?;
        gaps.first().map(|gap| gap.reading)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{audit, scored};
    use super::*;

    const ALL: [usize; 8] = [0, 1, 2, 3, 4, 5, 6, 7];

    fn found(audit: &Audit, instrument: &Instrument) -> Edges {
        edges(instrument, audit, &scored(instrument, audit))
    }

    /// All facets at 3, and the leadership items raised by one, as many as asked for.
    fn raised(by: usize) -> (std::sync::Arc<Instrument>, Audit) {
        let (instrument, mut audit) = audit(&ALL.map(|facet| (facet, 3)));
        let items = instrument.facets[4..].iter().flat_map(|facet| &facet.items);
        for item in items.take(by) {
            audit.answers.items.insert(item.clone(), Answer::Rated(Rating::try_from(4).unwrap()));
        }
        (instrument, audit)
    }

    #[test]
    fn one_answer_changes_the_verdict_just_beside_its_limit_and_nowhere_else() {
        let verdicts: Vec<(Verdict, bool)> = (0..=20)
            .map(|by| {
                let (instrument, audit) = raised(by);
                let scores = scored(&instrument, &audit);
                (scores.balance.unwrap().verdict, found(&audit, &instrument).balance.is_some())
            })
            .collect();
        for (at, (verdict, near)) in verdicts.iter().enumerate() {
            // Each step raises the difference by the same twentieth of a point, so a neighbour is one answer away.
            let changes = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|it| verdicts.get(it));
            let expected = changes.into_iter().any(|(other, _)| other != verdict);
            if at > 0 && at < 20 {
                assert_eq!(*near, expected, "{at} of 20 raised: {verdict:?}");
            }
        }
        assert!(verdicts.iter().any(|(_, near)| *near) && verdicts.iter().any(|(_, near)| !near));
    }

    #[test]
    fn an_open_question_can_decide_where_no_step_does() {
        let (instrument, mut audit) = audit(&ALL.map(|facet| (facet, 3)));
        let first = &instrument.facets[0];
        let rated = |value: u8| Rating::try_from(value).unwrap();
        audit.answers.needs.insert(first.id.clone(), rated(4));
        // 3, 3, 3, 4 and an open one: a step makes a gap of 1.0 at most, the open one at its lowest 1.2.
        audit.answers.items.insert(first.items[3].clone(), Answer::Rated(rated(4)));
        audit.answers.items.remove(&first.items[4]);
        assert_eq!(found(&audit, &instrument).gaps, [(first.id.clone(), Edge::OneMore)]);
        audit.answers.items.insert(first.items[3].clone(), Answer::Rated(rated(3)));
        assert_eq!(found(&audit, &instrument).gaps, [(first.id.clone(), Edge::OneStep)], "a step is enough here");
    }

    #[test]
    fn what_is_far_from_every_limit_is_not_near_one() {
        let (instrument, mut audit) = audit(&[(0, 1), (1, 1), (2, 1), (3, 1), (4, 5), (5, 5), (6, 5), (7, 5)]);
        audit.answers.needs.insert(instrument.facets[0].id.clone(), Rating::try_from(5).unwrap());
        assert_eq!(found(&audit, &instrument), Edges::default());
    }

    #[test]
    fn without_a_verdict_there_is_no_edge() {
        let (instrument, mut audit) = audit(&[(0, 3), (1, 3)]);
        assert_eq!(found(&audit, &instrument), Edges::default(), "no side has a score");
        audit.answers.needs.insert(instrument.facets[5].id.clone(), Rating::try_from(5).unwrap());
        assert_eq!(found(&audit, &instrument), Edges::default(), "a need without a score has no reading");
    }

    #[test]
    fn the_audit_is_left_as_it_was_and_not_applicable_stays() {
        let (instrument, mut audit) = audit(&ALL.map(|facet| (facet, 3)));
        for item in &instrument.facets[0].items[..2] {
            audit.answers.items.insert(item.clone(), Answer::NotApplicable);
        }
        let before = audit.clone();
        let _found = found(&audit, &instrument);
        assert_eq!(audit, before);
        assert!(others(Some(Answer::NotApplicable)).is_empty());
        let steps = |value: u8| others(Some(Answer::Rated(Rating::try_from(value).unwrap()))).len();
        assert_eq!([steps(1), steps(3), steps(5)], [1, 2, 1]);
    }
}
