//! The texts of the plan under way.

use jiff::civil::Date;

use super::{Models, Same};
use crate::actions::ActionLibrary;
use crate::app::widgets::{WeekBox, WeekLook};
use crate::instrument::{Instrument, KnownFacet, Side};
use crate::plan::{Track, Week, WeekState, before_audit, suggestions, track, weeks};
use crate::profile::{Audit, GoalLevel, NoteId, Plan, Profile};
use crate::scoring::{Confidence, Scores, score};
use crate::summary::{
    NoteWords, level_number, needed_lines, plan_obstacle, plan_sentence, raise_words, reasons_words, score_words,
    week_words, witness_lines,
};
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;
use std::rc::Rc;

/// A goal level, in words.
#[derive(Debug)]
pub struct GoalRow {
    /// Which.
    pub level: GoalLevel,
    /// Its number, with a sign.
    pub number: String,
    /// What it looks like, and whether the person stood there at the start.
    pub words: String,
}

/// A note of evidence, in words.
#[derive(Debug)]
pub struct NoteRow {
    /// Which.
    pub id: NoteId,
    /// What it says.
    pub said: NoteWords,
}

/// Another skill, which waits.
#[derive(Debug)]
pub struct WaitingRow {
    /// Its name.
    pub name: String,
    /// Why it was suggested.
    pub why: String,
}

/// The texts of the plan under way.
#[derive(Debug)]
pub struct UnderWayModel {
    /// The exercise, or else the facet.
    pub title: String,
    /// The side of the facet.
    pub side: Side,
    /// The facet.
    pub facet: String,
    /// Its score before the plan; empty where there is none.
    pub below: String,
    /// The sentence.
    pub sentence: String,
    /// What is done where something gets in the way; may be empty.
    pub obstacle: String,
    /// The weeks, then the review.
    pub boxes: Vec<WeekBox>,
    /// The same weeks, without the review.
    pub weeks: Vec<Week>,
    /// Whether it moves.
    pub track: Track,
    /// The goal levels that were written, the highest first.
    pub goal: Vec<GoalRow>,
    /// Where the person stood; empty where it was not noted.
    pub present: String,
    /// What will be needed at the review, a paragraph each.
    pub needed: Vec<String>,
    /// The other skills.
    pub waiting: Vec<WaitingRow>,
    /// The words for whoever decides.
    pub raise: String,
    /// What is on the card for a colleague.
    pub witness: Vec<String>,
    /// The notes of this facet, the newest first.
    pub notes: Vec<NoteRow>,
}

/// The inputs.
pub(super) type Key = (Same<Profile>, Confidence, Date);

impl Models {
    /// The texts of a plan under way.
    pub fn under_way(&self, plan: &Plan, today: Date, actions: &ActionLibrary) -> Option<Rc<UnderWayModel>> {
        let (profile, current) = (self.profile()?, self.current.as_ref()?);
        let make = |_: &Key| {
            tally::count(Counted::Words);
            let before = before_audit(profile, plan).and_then(|audit| {
                let instrument = current.instruments.of(&audit.instrument)?;
                Some(Before { audit, scores: score(instrument, audit, self.confidence) })
            });
            let instrument = &self.instrument;
            Inputs { words: &self.words, instrument, profile, plan, today, before, confidence: self.confidence }
                .all(actions)
        };
        Some(self.plans.under_way.get((Same::as_this(profile), self.confidence, today), make))
    }
}

/// The audit from before the plan.
struct Before<'a> {
    audit: &'a Audit,
    scores: Scores,
}

struct Inputs<'a> {
    words: &'a Words,
    instrument: &'a Instrument,
    profile: &'a Profile,
    plan: &'a Plan,
    today: Date,
    before: Option<Before<'a>>,
    confidence: Confidence,
}

impl Inputs<'_> {
    fn all(&self, actions: &ActionLibrary) -> UnderWayModel {
        let (words, plan) = (self.words, self.plan);
        let facet = self.instrument.texts.facet(&plan.facet).name.clone();
        let exercise = plan.action.as_ref().map(|id| actions.text(id).name.clone());
        let weeks = weeks(plan, self.today);
        UnderWayModel {
            title: exercise.filter(|name| !name.is_empty()).unwrap_or_else(|| facet.clone()),
            side: KnownFacet::of(plan.facet.as_str()).map_or(Side::Management, KnownFacet::side),
            below: self.score_before(&facet),
            sentence: plan_sentence(words, plan),
            obstacle: plan_obstacle(words, plan),
            boxes: weeks.iter().map(|week| self.week(week)).chain([self.review_box()]).collect(),
            weeks,
            track: track(plan, self.today),
            goal: goal_rows(words, plan, |text| t!(words, "under-way-goal-present", text = text)),
            present: plan.present.map(|level| level_number(words, level)).unwrap_or_default(),
            needed: needed_lines(words, plan, self.before.as_ref().map(|before| &before.scores), self.confidence),
            waiting: self.waiting(),
            raise: raise_words(words, self.instrument, plan),
            witness: witness_lines(words, self.instrument, plan),
            notes: self.notes(),
            facet,
        }
    }

    fn score_before(&self, facet: &str) -> String {
        let score = self.before.as_ref().map(|before| score_words(self.words, &before.scores, &self.plan.facet));
        let score = score.filter(|score| !score.is_empty());
        score.map_or_else(String::new, |score| t!(self.words, "under-way-before", facet = facet, score = score))
    }

    fn day(&self, day: Date) -> String {
        let month = t!(self.words, "month-short", month = day.month());
        t!(self.words, "under-way-day", day = day.day(), month = month)
    }

    fn week(&self, week: &Week) -> WeekBox {
        let words = self.words;
        let (look, said) = match (week.state, week.count) {
            (WeekState::Counted, Some(count)) => {
                (WeekLook::Counted(count), t!(words, "n-of-m", number = count.did(), of = count.came()))
            }
            (WeekState::Skip, _) => (WeekLook::Skip, t!(words, "under-way-skip-tag")),
            (WeekState::Coming, _) => (WeekLook::Coming, String::new()),
            (WeekState::Now, _) => (WeekLook::Open, String::new()),
            (WeekState::Open | WeekState::Counted, _) => (WeekLook::Open, t!(words, "under-way-open-tag")),
        };
        let day = if week.is_this { t!(words, "under-way-this") } else { self.day(week.first) };
        let before = week.is_before.then(|| t!(words, "under-way-before-tag"));
        let estimated = week.count.filter(|count| count.is_estimated()).map(|_| t!(words, "under-way-estimated-tag"));
        let lines = [Some(day), Some(said), before, estimated].into_iter().flatten().filter(|line| !line.is_empty());
        WeekBox {
            look,
            is_before: week.is_before,
            is_this: week.is_this,
            lines: lines.collect(),
            name: week_words(words, week),
        }
    }

    fn review_box(&self) -> WeekBox {
        let day = self.plan.review;
        WeekBox {
            look: WeekLook::Review,
            is_before: false,
            is_this: false,
            lines: vec![self.day(day), t!(self.words, "under-way-review-tag")],
            name: t!(self.words, "under-way-review-name", day = self.words.day(day)),
        }
    }

    fn waiting(&self) -> Vec<WaitingRow> {
        const MOST: usize = 3;
        let Some(before) = &self.before else { return Vec::new() };
        let found = suggestions(before.audit, &before.scores);
        let others = found.build.iter().chain(&found.cut_back).chain(&found.deepen);
        let others = others.filter(|one| one.facet != self.plan.facet).take(MOST);
        others
            .map(|one| WaitingRow {
                name: self.instrument.texts.facet(&one.facet).name.clone(),
                why: reasons_words(self.words, one),
            })
            .collect()
    }

    fn notes(&self) -> Vec<NoteRow> {
        let mut notes: Vec<_> = self.profile.notes.iter().filter(|note| note.facet == self.plan.facet).collect();
        notes.reverse();
        notes.sort_by_key(|note| std::cmp::Reverse(note.on));
        let row = |note: &crate::profile::Note| NoteRow { id: note.id.clone(), said: NoteWords::new(self.words, note) };
        notes.into_iter().map(|note| row(note)).collect()
    }
}

/// The goal levels that were written, the highest first; `here` says of the text of one that the person stood there at the start.
pub(super) fn goal_rows(words: &Words, plan: &Plan, here: impl Fn(&str) -> String) -> Vec<GoalRow> {
    let row = |level: GoalLevel| {
        let text = plan.goal(level);
        let said = if plan.present == Some(level) { here(text) } else { text.to_owned() };
        GoalRow { level, number: level_number(words, level), words: said }
    };
    GoalLevel::ALL.into_iter().rev().map(row).collect()
}
