//! The texts of the review of a plan.

use std::rc::Rc;
use std::sync::Arc;

use super::under_way::{GoalRow, goal_rows};
use super::{Memo, Models, Same};
use crate::instrument::{AnswerText, Instrument};
use crate::plan::{Review, recheck_under_way, review};
use crate::profile::{Audit, ItemId, Plan, Profile};
use crate::scoring::Confidence;
use crate::summary::{goal_words, occasions_words, questions_words, review_words};
use crate::t;
use crate::tally::{self, Counted};

/// An item that is answered at the review: as it is now, or as it was then.
#[derive(Debug)]
pub struct AskedRow {
    /// Its id.
    pub item: ItemId,
    /// Its words.
    pub words: String,
    /// What screen readers say before its answers.
    pub name: String,
}

/// Where the questions stand.
#[derive(Debug)]
pub enum Recheck {
    /// They were not asked again.
    NotAsked,
    /// They are being asked, in this audit.
    UnderWay {
        /// The audit.
        audit: Arc<Audit>,
        /// Its items.
        items: Vec<AskedRow>,
        /// What the lowest and the highest answer are called.
        ends: [String; 2],
    },
    /// They were answered.
    Done {
        /// The items to look back on.
        then: Vec<AskedRow>,
        /// What the lowest and the highest answer are called.
        ends: [String; 2],
    },
}

/// The texts of the review.
#[derive(Debug)]
pub struct ReviewModel {
    /// What was found.
    pub found: Review,
    /// What all of it says together.
    pub together: String,
    /// What was counted.
    pub occasions: String,
    /// What the goal says; empty where no level was chosen.
    pub goal: String,
    /// The five levels, the highest first.
    pub levels: Vec<GoalRow>,
    /// What the questions say; empty where they cannot be compared.
    pub questions: String,
    /// Where the questions stand.
    pub recheck: Recheck,
}

/// The inputs.
type Key = (Same<Profile>, Confidence);

/// The kept values of the plan under way and of its review.
#[derive(Debug)]
pub struct PlanModels {
    pub(super) under_way: Memo<super::under_way::Key, super::UnderWayModel>,
    review: Memo<Key, ReviewModel>,
    pub(super) trial: Memo<super::trial::Key, super::TrialModel>,
    pub(super) tried: Memo<Same<Profile>, Vec<super::TriedRow>>,
}

impl Default for PlanModels {
    fn default() -> Self {
        Self { under_way: Memo::of(1), review: Memo::of(1), trial: Memo::of(1), tried: Memo::of(1) }
    }
}

impl Models {
    /// The texts of the review of a plan.
    pub fn review(&self, plan: &Plan) -> Option<Rc<ReviewModel>> {
        let (profile, current) = (self.profile()?, self.current.as_ref()?);
        let words = &self.words;
        let make = |_: &Key| {
            tally::count(Counted::Words);
            let found = review(profile, plan, &current.instruments, self.confidence);
            let none = || t!(words, "reviewing-occasions-none");
            let level = |row: GoalRow| {
                let written = if row.words.is_empty() { t!(words, "plan-goal-not-written") } else { row.words };
                GoalRow { words: written, ..row }
            };
            let here = |text: &str| {
                let text = if text.is_empty() { t!(words, "plan-goal-not-written") } else { text.to_owned() };
                t!(words, "reviewing-goal-here", text = text)
            };
            ReviewModel {
                together: review_words(words, &found),
                occasions: found.occasions.as_ref().map_or_else(none, |it| occasions_words(words, it)),
                goal: found.goal.map(|it| goal_words(words, plan, it)).unwrap_or_default(),
                levels: goal_rows(words, plan, here).into_iter().map(level).collect(),
                questions: found.questions.as_ref().map(|it| questions_words(words, it)).unwrap_or_default(),
                recheck: self.recheck(profile, plan),
                found,
            }
        };
        Some(self.plans.review.get((Same::as_this(profile), self.confidence), make))
    }

    fn recheck(&self, profile: &Profile, plan: &Plan) -> Recheck {
        let done = plan.outcome.audit.as_ref().and_then(|id| profile.audit(id)).filter(|it| it.finished.is_some());
        let then = |item: &str| t!(self.words, "reviewing-then-name", item = item);
        if let Some(audit) = done {
            return Recheck::Done { then: self.asked_again(audit, plan, then), ends: self.ends(audit) };
        }
        let Some(audit) = recheck_under_way(profile, plan) else { return Recheck::NotAsked };
        let items = self.asked_again(audit, plan, |item| t!(self.words, "reviewing-now-name", item = item));
        Recheck::UnderWay { audit: Arc::clone(audit), items, ends: self.ends(audit) }
    }

    fn instrument_of(&self, audit: &Audit) -> &Arc<Instrument> {
        let asked = self.current.as_ref().and_then(|current| current.instruments.of(&audit.instrument));
        asked.unwrap_or(&self.instrument)
    }

    /// The items of the plan's facet in the order of an audit; `name` is what screen readers say before the answers of one.
    fn asked_again(&self, audit: &Audit, plan: &Plan, name: impl Fn(&str) -> String) -> Vec<AskedRow> {
        let instrument = self.instrument_of(audit);
        let items = instrument.facet(plan.facet.as_str()).map_or(&[][..], |facet| facet.items(audit.form));
        let row = |item: &ItemId| {
            let words = instrument.texts.item(item).to_owned();
            AskedRow { item: item.clone(), name: name(&words), words }
        };
        items.iter().map(row).collect()
    }

    fn ends(&self, audit: &Audit) -> [String; 2] {
        let answers = &self.instrument_of(audit).texts.answers;
        let end = |answer: Option<&AnswerText>| answer.map(|it| it.label.to_lowercase()).unwrap_or_default();
        [end(answers.first()), end(answers.last())]
    }
}
