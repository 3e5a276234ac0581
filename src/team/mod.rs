//! A team, or any other group of people, from their audits: how they are spread, and what can be said of the questions themselves. Pure:
//! whose audits these are is decided elsewhere.
//!
//! # Rules
//!
//! **Who counts.** One audit a person, about all facets, with a score in the facet that is looked at.
//!
//! **Below five people** nothing is said but how many there are. Five is what quartiles need, and what keeps one person from being picked out by
//! the others; in a team of five, somebody who knows four sets of answers knows the fifth.
//!
//! **A facet**: quartiles of its scores (type 7 of Hyndman & Fan 1996, that of R and of spreadsheets) and how many people score above 3 or
//! not. Where nobody does, the team has nobody for it. What their roles need stands beside what they do: the quartiles of the needs that
//! were answered, and how many people's role asks for more than they do, beyond error.
//!
//! **Signs**: of each kind, for how many people the place is the likelier reason, for how many it is the person's own part, and for how
//! many nothing can be said.
//!
//! **From thirty people on**, what only a sample can tell, and nothing is ever compared with it: Cronbach's alpha of each facet with its
//! interval (Feldt, Woodruff & Salih 1987), over people who rated all items of the form; `r_wg(j)` (James, Demaree & Wolf 1984) against
//! answers that are spread evenly, set to 0 where it comes out below; the middle and the spread of the group, *your group*. A local middle says
//! where this group lies, and nothing about where it should.

#[cfg(test)]
mod golden_tests;
mod reliability;
mod statistics;

use crate::instrument::{Instrument, Side, SignKind};
use crate::profile::{Audit, FacetId};
use crate::scoring::{Reading, Scores, You};
use serde::Serialize;

pub use reliability::{Alpha, alpha, alpha_interval, within_group_agreement};
pub use statistics::{Quartiles, quartiles};

/// From so many people on, a team is shown.
pub const LIMIT_TEAM: usize = 5;

/// From so many on, a sample says something about the questions.
pub const LIMIT_SAMPLE: usize = 30;

/// A facet is covered by who scores above this.
const COVERED: f64 = 3.0;

/// One person of a team.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The latest audit that was finished.
    pub audit: &'a Audit,
    /// Its scores.
    pub scores: &'a Scores,
}

/// A team in numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Team {
    /// How many people.
    pub people: usize,
    /// What is shown of them; absent below five.
    pub shown: Option<Shown>,
}

/// What is shown of a team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shown {
    /// Each facet, in its fixed order.
    pub facets: Vec<TeamFacet>,
    /// How people's management and leadership are spread.
    pub sides: Vec<TeamSide>,
    /// What people see around them.
    pub signs: Vec<TeamSigns>,
}

/// A facet of a team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamFacet {
    /// The facet.
    pub id: FacetId,
    /// How many people have a score.
    pub people: usize,
    /// How the scores are spread; absent below five people.
    pub quartiles: Option<Quartiles>,
    /// The scores from low to high, without saying whose they are; empty below five people.
    pub scores: Vec<f64>,
    /// How many score above 3; absent below five people.
    pub above_three: Option<usize>,
    /// How the needs of their roles are spread; absent where fewer than five said them.
    pub needs: Option<Quartiles>,
    /// How many roles ask for more than the person does, beyond error; absent where fewer than five said the need.
    pub asks_more: Option<usize>,
    /// What only a sample tells; absent below thirty people.
    pub sample: Option<Sample>,
}

/// What only a sample tells of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Sample {
    /// The mean of the group.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// Cronbach's alpha; absent where too few rated all items.
    pub alpha: Option<Alpha>,
    /// `r_wg(j)`, 0 to 1.
    pub r_wg: Option<f64>,
}

/// A side of a team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamSide {
    /// Which.
    pub side: Side,
    /// How many people have a score.
    pub people: usize,
    /// How the scores are spread; absent below five people.
    pub quartiles: Option<Quartiles>,
}

/// What people see around them, of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TeamSigns {
    /// The kind.
    pub kind: SignKind,
    /// How many people know enough to say something.
    pub people: usize,
    /// For how many it shows clearly, by what it may mean; absent below five people.
    pub clear: Option<ClearSigns>,
}

/// Where a kind of sign shows clearly, for how many people it may mean what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ClearSigns {
    /// Nothing is missing on the person's side: more likely the place.
    pub place: usize,
    /// Something is, so that it may be the person's own part, the place, or both.
    pub own_part: usize,
    /// Not enough is known of the person.
    pub unknown: usize,
}

/// The numbers of a team. All audits were asked with this instrument.
pub fn team(instrument: &Instrument, members: &[Member]) -> Team {
    let shown = (members.len() >= LIMIT_TEAM).then(|| Shown {
        facets: instrument.facets.iter().map(|facet| team_facet(facet, members)).collect(),
        sides: [Side::Management, Side::Leadership].map(|side| team_side(side, members)).to_vec(),
        signs: SignKind::ALL.map(|kind| team_signs(kind, members)).to_vec(),
    });
    Team { people: members.len(), shown }
}

fn team_facet(facet: &crate::instrument::Facet, members: &[Member]) -> TeamFacet {
    let score = |member: &Member| Some(member.scores.facet(&facet.id)?.estimate?.mean);
    let mut scores: Vec<f64> = members.iter().filter_map(score).collect();
    scores.sort_by(f64::total_cmp);
    let people = scores.len();
    let gaps: Vec<_> = members.iter().filter_map(|member| member.scores.gap(&facet.id)).collect();
    let needs: Vec<f64> = gaps.iter().map(|gap| f64::from(gap.need)).collect();
    let asks_more = gaps.iter().filter(|gap| gap.reading == Reading::AsksMore).count();
    let is_shown = people >= LIMIT_TEAM;
    let above = scores.iter().filter(|score| **score > COVERED).count();
    let quartiles = of_enough(&scores);
    let sample = (people >= LIMIT_SAMPLE).then(|| sample(facet, members, &scores)).flatten();
    TeamFacet {
        id: facet.id.clone(),
        people,
        quartiles,
        above_three: is_shown.then_some(above),
        scores: if is_shown { scores } else { Vec::new() },
        needs: of_enough(&needs),
        asks_more: (needs.len() >= LIMIT_TEAM).then_some(asks_more),
        sample,
    }
}

fn of_enough(values: &[f64]) -> Option<Quartiles> {
    quartiles(values).filter(|_| values.len() >= LIMIT_TEAM)
}

fn sample(facet: &crate::instrument::Facet, members: &[Member], scores: &[f64]) -> Option<Sample> {
    let row = |member: &Member| -> Option<Vec<f64>> {
        facet.items(member.audit.form).iter().map(|item| rating(member.audit, item)).collect()
    };
    // Both forms have other items, and alpha is about a fixed number of them: the form that more people filled in counts.
    let mut rows: Vec<Vec<f64>> = members.iter().filter_map(row).collect();
    let most = [facet.items.len(), facet.quick.len()]
        .into_iter()
        .max_by_key(|n| rows.iter().filter(|row| row.len() == *n).count())?;
    rows.retain(|row| row.len() == most);
    let enough = rows.len() >= LIMIT_SAMPLE;
    Some(Sample {
        mean: statistics::mean(scores)?,
        sd: statistics::variance(scores)?.sqrt(),
        alpha: alpha(&rows).filter(|_| enough),
        r_wg: within_group_agreement(&rows).filter(|_| enough),
    })
}

fn rating(audit: &Audit, item: &crate::profile::ItemId) -> Option<f64> {
    match audit.answers.items.get(item) {
        Some(crate::profile::Answer::Rated(rating)) => Some(f64::from(*rating)),
        _ => None,
    }
}

fn team_side(side: Side, members: &[Member]) -> TeamSide {
    let scores: Vec<f64> = members.iter().filter_map(|member| Some(member.scores.side(side).estimate?.mean)).collect();
    TeamSide { side, people: scores.len(), quartiles: of_enough(&scores) }
}

fn team_signs(kind: SignKind, members: &[Member]) -> TeamSigns {
    let mut people = 0;
    let mut clear = ClearSigns::default();
    for of in members.iter().flat_map(|member| &member.scores.signs.kinds).filter(|of| of.kind == kind) {
        let Some(show) = of.show() else { continue };
        people += 1;
        if show == crate::scoring::Show::Clear {
            match of.you {
                You::Fine => clear.place += 1,
                You::Unknown => clear.unknown += 1,
                _ => clear.own_part += 1,
            }
        }
    }
    TeamSigns { kind, people, clear: (people >= LIMIT_TEAM).then_some(clear) }
}
