//! The texts of the plan: what may be worth practising, and what will count as change.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Memo, Models, Same};
use crate::instrument::{Instrument, KnownFacet, Side};
use crate::others::{Merged, compare};
use crate::plan::{
    Reason, Suggestion, Suggestions, before_audit, counted, needed, occasions_needed, seen_by_others, suggestions,
    weeks,
};
use crate::profile::{Aim, Audit, FacetId, Plan, Profile, SignAnswer};
use crate::scoring::history::Occasions;
use crate::scoring::{Confidence, Estimate, Reading, Scores, score};
use crate::summary::{against_words, aim_words, needed_words, place_words, reasons_words};
use crate::t;
use crate::words::Words;

/// A skill that can be chosen.
#[derive(Debug)]
pub struct SkillRow {
    /// Which facet.
    pub facet: FacetId,
    /// Its side.
    pub side: Side,
    /// Its name.
    pub name: String,
    /// To do more of it, or less.
    pub aim: Aim,
    /// What speaks for it.
    pub reasons: String,
    /// What speaks against it; may be empty.
    pub against: String,
    /// What the button to choose it says to screen readers.
    pub spoken: String,
}

/// What can be chosen.
#[derive(Debug, Default)]
pub struct PlanChoice {
    /// To do more of.
    pub build: Vec<SkillRow>,
    /// To do less of.
    pub cut_back: Vec<SkillRow>,
    /// Strengths, where there is neither.
    pub deepen: Vec<SkillRow>,
    /// All other facets.
    pub others: Vec<SkillRow>,
    /// That signs point to the place; mostly empty.
    pub place: String,
    /// Words for raising that with whoever decides.
    pub raise: String,
}

/// What will count as change, and what waits.
#[derive(Debug, Default)]
pub struct PlanAhead {
    /// The score at the start.
    pub estimate: Option<Estimate>,
    /// The score from which on a change is larger than the error; absent where none on the scale is.
    pub from: Option<f64>,
    /// The score and what the role asks, in a short sentence; empty without a score.
    pub now: String,
    /// What the questions have to show.
    pub questions: String,
    /// The words at the mark, for instance "from 3.6".
    pub mark: String,
    /// What has to be counted.
    pub occasions: String,
    /// The skills that wait, each with its reason.
    pub waiting: Vec<(String, String)>,
}

/// The inputs: what is looked at, what others see, confidence.
type Key<T> = (Same<T>, Option<Same<Merged>>, Confidence);

/// The kept values of choosing a skill.
#[derive(Debug)]
pub struct SkillModels {
    choice: Memo<Key<Audit>, PlanChoice>,
    ahead: Memo<Key<Profile>, PlanAhead>,
}

impl Default for SkillModels {
    fn default() -> Self {
        Self { choice: Memo::of(1), ahead: Memo::of(1) }
    }
}

impl Models {
    /// What can be chosen to practise, by the audit that is shown; nothing without one.
    pub fn plan_choice(&self) -> Rc<PlanChoice> {
        let Some((audit, scores)) = self.audit().zip(self.scores()) else { return Rc::default() };
        let (others, instrument) = (self.merged(), &*self.instrument);
        let make = |(audit, ..): &(Same<Audit>, _, _)| {
            let merged = others.map(|merged| &**merged);
            Choice { words: &self.words, instrument, audit, scores: &scores, merged }.all()
        };
        self.skills.choice.get((Same::as_this(audit), others.map(Same::as_this), self.confidence), make)
    }

    /// What will count as change at the review of the plan that has not ended, and what waits until then.
    pub fn plan_ahead(&self) -> Rc<PlanAhead> {
        let Some(profile) = self.profile() else { return Rc::default() };
        let make = |(profile, ..): &(Same<Profile>, _, _)| match profile.current_plan() {
            Some(plan) => self.ahead_of(profile, plan),
            None => PlanAhead::default(),
        };
        let others = self.merged().map(Same::as_this);
        self.skills.ahead.get((Same::as_this(profile), others, self.confidence), make)
    }

    fn ahead_of(&self, profile: &Profile, plan: &Plan) -> PlanAhead {
        let words = &self.words;
        let current = self.current.as_ref();
        let before = before_audit(profile, plan).or_else(|| self.audit());
        let found = before.and_then(|audit| Some((audit, current?.instruments.of(&audit.instrument)?)));
        let found = found.map(|(audit, instrument)| (audit, instrument, score(instrument, audit, self.confidence)));
        let (estimate, needed, now) = match &found {
            Some((_, _, scores)) => (
                scores.facet(&plan.facet).and_then(|it| it.estimate),
                needed(scores, &plan.facet),
                now_words(words, scores, &plan.facet),
            ),
            None => (None, None, String::new()),
        };
        let merged = self.merged().map(|merged| &**merged);
        let waiting = found.map(|(audit, instrument, scores)| {
            Choice { words, instrument, audit, scores: &scores, merged }.waiting(plan)
        });
        let goal = estimate.zip(needed).map(|(estimate, needed)| match plan.aim {
            Aim::Build => estimate.mean + needed,
            Aim::CutBack => estimate.mean - needed,
        });
        let from = goal.filter(|goal| (1.0..=5.0).contains(goal));
        let questions = match (needed, from) {
            (None, _) => t!(words, "plan-needed-no-score"),
            (Some(_), None) => t!(words, "plan-needed-off-scale"),
            (Some(needed), Some(_)) => needed_words(words, needed),
        };
        PlanAhead {
            estimate,
            from,
            now,
            questions,
            mark: from.map(|from| mark_words(words, plan.aim, from)).unwrap_or_default(),
            occasions: occasions_ahead(words, plan, self.confidence),
            waiting: waiting.unwrap_or_default(),
        }
    }
}

struct Choice<'a> {
    words: &'a Words,
    instrument: &'a Instrument,
    audit: &'a Audit,
    scores: &'a Scores,
    /// What others see, where that is open.
    merged: Option<&'a Merged>,
}

impl Choice<'_> {
    fn suggested(&self) -> Suggestions {
        let found = suggestions(self.audit, self.scores);
        match self.merged {
            Some(merged) => seen_by_others(found, self.scores, &compare(self.scores, merged)),
            None => found,
        }
    }

    /// The other skills that are suggested, in a few words each.
    fn waiting(&self, plan: &Plan) -> Vec<(String, String)> {
        let (words, found) = (self.words, self.suggested());
        let all = found.build.iter().chain(&found.cut_back).chain(&found.deepen).filter(|it| it.facet != plan.facet);
        all.map(|it| {
            let name = self.instrument.texts.facet(&it.facet).name.clone();
            let gap = self.scores.gap(&it.facet);
            let asks = gap.filter(|gap| matches!(gap.reading, Reading::AsksMore | Reading::AsksLess));
            let why = match (asks, it.aim) {
                (Some(gap), Aim::Build) => t!(words, "plan-waits-more", points = words.points(gap.written())),
                (Some(gap), Aim::CutBack) => t!(words, "plan-waits-less", points = words.points(-gap.written())),
                (None, _) if it.reasons.contains(&Reason::Strength) => t!(words, "plan-waits-strength"),
                (None, Aim::Build) if it.reasons == [Reason::OthersSee] => t!(words, "plan-waits-others"),
                (None, Aim::Build) => t!(words, "plan-waits-said-more"),
                (None, Aim::CutBack) => t!(words, "plan-waits-said-less"),
            };
            (name, why)
        })
        .collect()
    }

    fn all(&self) -> PlanChoice {
        let Suggestions { build, cut_back, deepen, place } = self.suggested();
        let rows = |list: &[Suggestion]| list.iter().map(|it| self.row(it)).collect::<Vec<_>>();
        let suggested: BTreeSet<&FacetId> =
            [&build, &cut_back, &deepen].into_iter().flatten().map(|it| &it.facet).collect();
        let other = |facet: FacetId| Suggestion { facet, aim: Aim::Build, reasons: Vec::new(), against: Vec::new() };
        let others = KnownFacet::all().map(KnownFacet::id).filter(|facet| !suggested.contains(facet));
        PlanChoice {
            build: rows(&build),
            cut_back: rows(&cut_back),
            deepen: rows(&deepen),
            others: others.map(|facet| self.row(&other(facet))).collect(),
            raise: if place.is_empty() { String::new() } else { self.raise(&place) },
            place: place_words(self.words, &place),
        }
    }

    fn row(&self, suggestion: &Suggestion) -> SkillRow {
        let Suggestion { facet, aim, .. } = suggestion;
        let name = self.instrument.texts.facet(facet).name.clone();
        let spoken = t!(self.words, "plan-practise-name", facet = name.as_str(), aim = aim_words(self.words, *aim));
        SkillRow {
            side: self.instrument.facet(facet.as_str()).map_or(Side::Management, |facet| facet.side),
            facet: facet.clone(),
            name,
            aim: *aim,
            reasons: reasons_words(self.words, suggestion),
            against: against_words(self.words, suggestion),
            spoken,
        }
    }

    /// Words for raising it: what was seen often on these sides.
    fn raise(&self, place: &[Side]) -> String {
        let often = |id: &&crate::profile::SignId| self.audit.answers.signs.get(*id) == Some(&SignAnswer::Often);
        let here = self.instrument.signs.iter().filter(|sign| place.contains(&sign.kind.side())).map(|sign| &sign.id);
        let seen: Vec<String> = here
            .filter(often)
            .map(|id| t!(self.words, "quoted", text = self.instrument.texts.sign(id).trim_end_matches('.')))
            .collect();
        t!(self.words, "plan-place-raise", signs = self.words.list(&seen))
    }
}

/// "You 2.8 ± 0.5, your role asks 4."
fn now_words(words: &Words, scores: &Scores, facet: &FacetId) -> String {
    let Some(estimate) = scores.facet(facet).and_then(|it| it.estimate) else { return t!(words, "plan-now-none") };
    let (mean, error) = (words.points(estimate.mean), words.points(scores.confidence.z() * estimate.sem));
    match scores.gap(facet) {
        Some(gap) => t!(words, "plan-now-role", mean = mean, error = error, need = u8::from(gap.need)),
        None => t!(words, "plan-now", mean = mean, error = error),
    }
}

fn mark_words(words: &Words, aim: Aim, from: f64) -> String {
    match aim {
        Aim::Build => t!(words, "plan-mark-from", points = words.points(from)),
        Aim::CutBack => t!(words, "plan-mark-to", points = words.points(from)),
    }
}

/// An example of what has to be counted: as often a week as before the start, until the review.
fn occasions_ahead(words: &Words, plan: &Plan, confidence: Confidence) -> String {
    let counted = counted(plan);
    let before = counted.before;
    let (given, ahead) = (plan.weeks.len(), weeks(plan, plan.start).iter().filter(|week| !week.is_before).count());
    let rate = |came: u32| {
        let (given, ahead) = (u32::try_from(given.max(1)).unwrap_or(1), u32::try_from(ahead).unwrap_or(1));
        came.saturating_mul(ahead).div_ceil(given)
    };
    if before.came() == 0 {
        return example(words, confidence);
    }
    let came = rate(before.came()).clamp(1, 999);
    let (did, of) = (before.took(), before.came());
    match occasions_needed(before, came, confidence) {
        Some(needed) => t!(words, "plan-ahead-occasions", did = did, of = of, came = came, needed = needed),
        None => t!(words, "plan-ahead-occasions-few", did = did, of = of, came = came),
    }
}

/// The same for two of eight, while nothing was counted.
fn example(words: &Words, confidence: Confidence) -> String {
    let before = Occasions::new(8, 2).unwrap_or_default();
    let needed = (8..=99).find_map(|came| Some((came, occasions_needed(before, came, confidence)?)));
    let (came, needed) = needed.unwrap_or((24, 24));
    t!(words, "plan-ahead-example", came = came, needed = needed)
}
