//! From answers to scores: pure functions, called anew each time, all in this module.
//!
//! # Rules
//!
//! **Facet.** Of the items of the form, k are left after those marked not applicable, a are rated, m is the mean of the
//! rated ones on the scale 1 to 5. The status is *not applicable* when k is 0, *none* when fewer than half of k are rated,
//! *ok* with at least four fifths of k and at least two, else *provisional*. An unanswered item is neither rated nor not
//! applicable: it counts in k, and in nothing else.
//!
//! **Error.** The standard error of measurement is `item_sd * sqrt((1 - r) / a)`, with the r of the facet: the classical model with
//! a parallel items, which agrees with Spearman-Brown (Spearman 1910, Brown 1910; Lord & Novick 1968). Standard deviation and
//! correlation are *assumed* ones that the instrument states: one person's answers cannot give them. A band is the mean plus or minus
//! z standard errors, cut off at 1 and 5.
//!
//! **Side.** The mean of its facets with status ok or provisional, of which there must be three. Its standard error is the
//! root of the summed squares, over their number n (facets fixed, items sampled). A facet that is missing could have been
//! anything: `(1 - n/4) facet_sd^2 / n` is added to the square (sampling from four facets).
//!
//! **Balance.** Leadership minus management. The square of its error is the sum of those of both sides and of `side_difference_sd`:
//! nobody knows that the questions of both sides are equally easy to say yes to. It leans where the difference is beyond z errors;
//! both are *about equal*, which is a finding, where difference and z errors together stay within `equivalence` (two one-sided
//! tests: Schuirmann 1987, Lakens 2017); otherwise nothing can be told, which is the absence of a finding. Management and leadership overlap and are not poles of one line (Simonet & Tett 2013): the picture names the level of
//! both first. A side is *strong* where its mean minus z errors is 3.5 or more, and *thin* where its mean plus z errors is below 2.5.
//!
//! **Edge.** A verdict is *near its edge* where one answer about what the person does, a step higher or lower or given where it is
//! open, would change it: see [`edges`].
//!
//! **Role.** The gap is what the role needs minus what the person does; its error is that of the facet and of the answer about the
//! need, the root of the summed squares. How it reads comes from two answers that know nothing of each other, the gap and the dose:
//! [`Reading`] has the table. Where nothing is missing, the scores alone would still show a gap in 10 of 100 facets with a
//! confidence of 0.90: [`expected_by_chance`].
//!
//! **Energy.** A facet drains with an answer of 1 or 2, and energises with one of 4 or 5.
//!
//! **Priority.** `stakes/3 * expected shortfall * (0.5 + 0.5 energy) * said`. Stakes and energy go from 0 to 1, 0.5 where they were
//! not answered; *said* is 1 where the person says that they do too little, 0.75 where they were not asked, 0.5 where they say
//! about right, and 0 where they say too much. The expected shortfall is `gap Phi(gap/se) + se phi(gap/se)`. Ties go to the higher
//! need, then to the order of facets. Worth practising are facets that read *asks more* or *said more*.
//!
//! **Level.** From 3.5 on something is done *often*; below 2.5 it is done *seldom*. These limits are ours. A difference of two sides is *little* below half a point, *somewhat* below a whole one, else *much*; half a point is half the way
//! from one answer to the next.
//!
//! **Aspects.** Two scenes of ten points each. A lean is reported when one side has 13 points of 20 or more, so that it would
//! remain with one point less in each scene, and neither scene points the other way. This is not statistics: two scenes are few,
//! and the words say so. With only one scene answered, nothing is reported.
//!
//! **Signs.** Counted by kind; signs that the person does not know about are counted apart. A kind shows *clearly* from two thirds
//! of what its known signs could show, where *often* counts twice as much as *sometimes*, and with two of them seen often; *little*
//! up to one third. With fewer than two known signs nothing is said. What it may mean depends on what is known of the person on
//! the same side: [`You`] and [`Origin`].
//!
//! **Too much.** Two sources that may disagree: the role asks for less than the person does, and the person's own answer that they
//! do too much of it for what is needed now.
//!
//! **Quality.** A mirror for the person: see [`Quality`]. It changes no score and excludes nobody. An item answered in less than a
//! second is worth a look, and so is a run of one answer over six items or over half of the rated ones. The even-odd consistency
//! is exported for research and not shown to the person.

mod aspects;
mod change;
mod edge;
mod energy;
mod estimate;
mod excess;
mod facet;
#[cfg(test)]
pub(crate) mod fixture;
pub mod history;
mod id;
mod json;
mod level;
mod quality;
mod role;
mod side;
mod signs;

use crate::instrument::{Assumed, ByFacet, Instrument, KnownFacet, Side};
use crate::profile::{Audit, FacetId, Form, InstrumentRef};
use crate::tally::{self, Counted};
pub use aspects::{AspectLean, LeanDirection, aspect_leans};
pub use change::{ScoreChange, change, change_needed};
pub use edge::{Edge, Edges, edges};
pub use energy::Energy;
pub use estimate::Estimate;
pub use excess::{Agreement, TooMuch, too_much};
pub use facet::{FacetScore, ScoreStatus, standard_error};
pub use id::{id, of_id};
pub use json::{RULES, ScoresJson};
pub use level::{Described, Level, Nearest, OFTEN, Often, SELDOM, nearest_level, often};
pub use quality::{Quality, is_fast, long_run};
pub use role::{Priority, Reading, RoleGap, expected_by_chance, only_said_to_be_little, to_build, written};
use serde::{Deserialize, Serialize};
pub use side::{Balance, Degree, OverallPicture, SideScore, Verdict, can_have_score};
pub use signs::{Origin, Show, SignCounts, Signs, You};

/// The lowest and the highest point of the scale.
pub const SCALE: (f64, f64) = (1.0, 5.0);

/// Differences this small are rounding, not findings.
pub const ROUNDING: f64 = 1e-9;

/// How wide a band is: the share of such bands that would contain the true score, if the assumed numbers are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// 80 in 100.
    #[serde(rename = "0.80")]
    P80,
    /// 90 in 100.
    #[default]
    #[serde(rename = "0.90")]
    P90,
    /// 95 in 100.
    #[serde(rename = "0.95")]
    P95,
}

impl Confidence {
    /// The levels that can be chosen.
    pub const ALL: [Self; 3] = [Self::P80, Self::P90, Self::P95];

    /// As a share, 0 to 1.
    pub const fn share(self) -> f64 {
        match self {
            Self::P80 => 0.80,
            Self::P90 => 0.90,
            Self::P95 => 0.95,
        }
    }

    /// The two-sided quantile of the normal distribution: a band reaches this many standard errors to each side.
    pub const fn z(self) -> f64 {
        match self {
            Self::P80 => 1.281_551_565_544_600_4,
            Self::P90 => 1.644_853_626_951_472_2,
            Self::P95 => 1.959_963_984_540_054,
        }
    }
}

/// All scores of one audit.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// The instrument that was used.
    pub instrument: InstrumentRef,
    /// Quick or full.
    pub form: Form,
    /// The confidence of all bands and readings.
    pub confidence: Confidence,
    /// One for each facet, in their fixed order.
    pub facets: Vec<FacetScore>,
    /// The management side.
    pub management: SideScore,
    /// The leadership side.
    pub leadership: SideScore,
    /// Absent when a side has no score.
    pub balance: Option<Balance>,
    /// Absent when a side has no score.
    pub picture: Option<OverallPicture>,
    /// One for each facet that has a score and a need; absent when the role was not asked about at all.
    pub role: Option<Vec<RoleGap>>,
    /// The role's facets, the most worthwhile first; absent when the role was not asked about at all.
    pub priorities: Option<Vec<Priority>>,
    /// The signs around the person, held against the scores.
    pub signs: Signs,
    /// How the answers were given.
    pub quality: Quality,
}

impl Scores {
    /// The score of a facet.
    pub fn facet(&self, id: &FacetId) -> Option<&FacetScore> {
        self.facets.iter().find(|f| f.id == *id)
    }

    /// The score of a side.
    pub const fn side(&self, side: Side) -> &SideScore {
        match side {
            Side::Management => &self.management,
            Side::Leadership => &self.leadership,
        }
    }

    /// The role's gaps with this reading, the largest first.
    pub fn gaps(&self, reading: Reading) -> Vec<&RoleGap> {
        let mut gaps: Vec<&RoleGap> = self.role.iter().flatten().filter(|gap| gap.reading == reading).collect();
        gaps.sort_by(|a, b| b.gap.abs().total_cmp(&a.gap.abs()));
        gaps
    }

    /// The role's gap at a facet.
    pub fn gap(&self, id: &FacetId) -> Option<&RoleGap> {
        self.role.iter().flatten().find(|g| g.facet == *id)
    }
}

/// The scores of an audit.
pub fn score(instrument: &Instrument, audit: &Audit, confidence: Confidence) -> Scores {
    score_with(instrument, audit, &Given { assumed: instrument.assumed, supposed: None }, confidence)
}

/// What is taken for given, beside the answers.
struct Given<'a> {
    assumed: Assumed,
    /// Means that take the place of those that follow from the answers.
    supposed: Option<&'a ByFacet<Option<f64>>>,
}

fn score_with(instrument: &Instrument, audit: &Audit, given: &Given<'_>, confidence: Confidence) -> Scores {
    tally::count(Counted::Scores);
    let (z, answers, assumed) = (confidence.z(), &audit.answers, given.assumed);
    let score = |asked| {
        let score = facet::score(asked, audit.form, answers, assumed, z);
        let mean = given.supposed.and_then(|supposed| supposed[KnownFacet::of(score.id.as_str())?]);
        mean.map_or(score.clone(), |mean| facet::supposed(asked, &score, mean, assumed, z))
    };
    let facets: Vec<FacetScore> = instrument.facets.iter().map(score).collect();
    let management = side::score(&facets, Side::Management, assumed, z);
    let leadership = side::score(&facets, Side::Leadership, assumed, z);
    let balance = side::balance(&management, &leadership, assumed, z);
    let role = role::gaps(&facets, answers, assumed, z);
    let priorities = role.as_ref().map(|gaps| role::priorities(gaps, answers));
    let known = signs::Known { answers, facets: &facets, gaps: role.as_deref().unwrap_or_default() };
    Scores {
        instrument: audit.instrument.clone(),
        form: audit.form,
        confidence,
        picture: side::picture([&management, &leadership], balance.as_ref(), z),
        signs: signs::signs(instrument, known),
        quality: quality::quality(instrument, audit),
        facets,
        management,
        leadership,
        balance,
        role,
        priorities,
    }
}

/// The scores of an audit against the demands of a role of the catalogue, which are known less well than the person's own role.
///
/// `supposed` holds means that take the place of those that follow from the answers, with their error: a what-if.
pub fn score_in_role(
    instrument: &Instrument,
    audit: &Audit,
    supposed: &ByFacet<Option<f64>>,
    confidence: Confidence,
) -> Scores {
    let assumed = Assumed { need_error: instrument.assumed.demand_error, ..instrument.assumed };
    score_with(instrument, audit, &Given { assumed, supposed: Some(supposed) }, confidence)
}

/// A mean on the scale 1 to 5 as 0 to 100, for display only.
pub fn score100(mean: f64) -> f64 {
    25.0 * (mean - 1.0)
}
