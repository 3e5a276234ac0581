//! What screens show, kept until it changes.
//!
//! egui draws a screen again for every movement of the mouse. Scores, words and charts are the same then, so they are kept here.
//!
//! - Each value is kept with its inputs as the key. Profiles, audits and fits are compared as objects: every edit makes a new one,
//!   so no code has to report a change. The key of a drawing contains its size.
//! - A value is made when the screen that shows it asks for it, and not before.
//! - Nothing that is needed in each frame goes through all audits.

mod asked;
mod history;
mod home;
mod memo;
mod others;
mod plan;
mod result;
mod review;
mod tracks;
mod trial;
mod under_way;

use std::rc::Rc;
use std::sync::Arc;

pub use asked::{AskedQuestions, PartLength, PartLengths};
pub use history::{AuditRow, AuditState, Comparison, HistoryModel, HistoryModels, PAGE, PointWords, TrendLine};
pub use home::HomeModels;
pub use memo::Memo;
use memo::Same;
pub use others::{OthersModel, OthersModels, Written};
pub use plan::{PlanAhead, PlanChoice, SkillModels, SkillRow};
pub use result::{FacetRow, LeanRow, ResultModel, ResultModels, SMALL, Says};
pub use review::{AskedRow, PlanModels, Recheck, ReviewModel};
pub use tracks::{BAND, Change, Detail, GroupRows, RoleRow, TracksModel, TracksModels, TrialRow};
pub use trial::{TrialModel, TrialSources, TriedRow};
pub use under_way::{NoteRow, UnderWayModel};

use crate::app::current::Current;
use crate::chart::{BalanceInput, BalanceSize, Scene, balance};
use crate::figures::{ChartWords, chart_words};
use crate::instrument::Instrument;
use crate::profile::{Audit, AuditId, Profile};
use crate::scoring::{Confidence, Scores, score};
use crate::storage::MAX_RECENT;
use crate::t;
use crate::words::Words;

/// The kept values of all screens.
#[derive(Debug)]
pub struct Models {
    words: Words,
    instrument: Arc<Instrument>,
    current: Option<Current>,
    audits: Memo<Same<Profile>, Vec<Arc<Audit>>>,
    before: Memo<Same<Profile>, Vec<Arc<Audit>>>,
    confidence: Confidence,
    scores: Memo<(Same<Audit>, Confidence), Scores>,
    asked: Memo<Same<Audit>, AskedQuestions>,
    earlier: Memo<(Same<Profile>, AuditId), Option<usize>>,
    extents: Memo<(), PartLengths>,
    chart_words: Memo<Confidence, ChartWords>,
    balances: Memo<Option<BalanceInput>, Scene>,
    languages: Memo<(), Vec<(Arc<str>, String)>>,
    /// For the start.
    pub home: HomeModels,
    /// For the result.
    pub result: ResultModels,
    /// For the explorer of tracks.
    pub tracks: TracksModels,
    /// For the plan under way and its review.
    pub plans: PlanModels,
    /// For choosing a skill, and what will count as change.
    pub skills: SkillModels,
    /// For the history.
    pub history: HistoryModels,
    /// For what others see.
    pub others: OthersModels,
}

impl Models {
    /// Models without any value yet.
    pub fn new(words: &Words, instrument: &Arc<Instrument>) -> Self {
        Self {
            words: words.clone(),
            instrument: Arc::clone(instrument),
            current: None,
            audits: Memo::of(1),
            before: Memo::of(1),
            confidence: Confidence::default(),
            scores: Memo::of(2),
            asked: Memo::of(1),
            earlier: Memo::of(2),
            extents: Memo::of(1),
            chart_words: Memo::of(1),
            balances: Memo::of(MAX_RECENT),
            languages: Memo::of(1),
            home: HomeModels::default(),
            result: ResultModels::default(),
            tracks: TracksModels::default(),
            plans: PlanModels::default(),
            skills: SkillModels::default(),
            history: HistoryModels::default(),
            others: OthersModels::default(),
        }
    }

    /// Sets what the next frame shows.
    pub fn look_at(&mut self, words: &Words, current: &Current, confidence: Confidence) {
        let same = |before: &Current| {
            let profiles = [before, current].map(|it| it.profile.as_ref().map(|profile| &profile.id));
            let audits = [before, current].map(|it| it.audit.as_ref().map(|audit| &audit.id));
            profiles[0] == profiles[1] && audits[0] == audits[1]
        };
        let left = self.current.as_ref().is_some_and(|before| !same(before));
        if left || self.words != *words || !Arc::ptr_eq(&self.instrument, &current.instrument) {
            // Values of a closed profile, of another audit or in another language are dropped.
            *self = Self::new(words, &current.instrument);
        }
        self.current = Some(current.clone());
        self.confidence = confidence;
    }

    fn profile(&self) -> Option<&Arc<Profile>> {
        self.current.as_ref()?.profile.as_ref()
    }

    /// The audit that screens show.
    fn audit(&self) -> Option<&Arc<Audit>> {
        self.current.as_ref()?.audit.as_ref()
    }

    /// All audits that can be shown, the newest first.
    pub fn audits(&self) -> Rc<Vec<Arc<Audit>>> {
        self.list(&self.audits, Current::all)
    }

    /// The earlier audits that the shown one can be compared with, oldest first.
    pub fn before(&self) -> Rc<Vec<Arc<Audit>>> {
        self.list(&self.before, Current::before)
    }

    /// How many earlier audits cannot be compared with the shown one, since they were asked otherwise.
    pub fn asked_otherwise(&self) -> usize {
        self.current.as_ref().map_or(0, Current::asked_otherwise)
    }

    fn list(
        &self,
        memo: &Memo<Same<Profile>, Vec<Arc<Audit>>>,
        make: impl FnOnce(&Current) -> Vec<Arc<Audit>>,
    ) -> Rc<Vec<Arc<Audit>>> {
        let Some((current, profile)) = self.current.as_ref().zip(self.profile()) else { return Rc::default() };
        memo.get(Same::as_this(profile), |_| make(current))
    }

    /// The index of this audit among the earlier ones.
    pub fn place_before(&self, id: &AuditId) -> Option<usize> {
        let profile = self.profile()?;
        let find = |_: &_| self.before().iter().rposition(|audit| audit.id == *id);
        *self.earlier.get((Same::as_this(profile), id.clone()), find)
    }

    /// The scores of the audit that is shown.
    pub fn scores(&self) -> Option<Rc<Scores>> {
        self.audit().map(|audit| self.scores_of(audit))
    }

    /// The scores of an audit.
    pub fn scores_of(&self, audit: &Arc<Audit>) -> Rc<Scores> {
        let make = |(audit, confidence): &(Same<Audit>, _)| score(&self.instrument, audit, *confidence);
        self.scores.get((Same::as_this(audit), self.confidence), make)
    }

    /// The questions of the audit that is shown; empty without one.
    pub fn asked(&self) -> Rc<AskedQuestions> {
        let Some(audit) = self.audit() else { return Rc::default() };
        self.asked.get(Same::as_this(audit), |audit| AskedQuestions::new(&self.instrument, audit))
    }

    /// How much each form asks.
    pub fn extents(&self) -> Rc<PartLengths> {
        self.extents.get((), |()| PartLengths::new(&self.instrument))
    }

    /// The words of the charts.
    pub fn chart_words(&self) -> Rc<ChartWords> {
        self.chart_words.get(self.confidence, |confidence| chart_words(&self.words, *confidence))
    }

    /// The languages, by identifier and with their own names.
    pub fn languages(&self) -> Rc<Vec<(Arc<str>, String)>> {
        let named = |id: String| {
            let name = t!(self.words.chosen(&id), "language-name");
            (id.into(), name)
        };
        self.languages.get((), |()| Words::available().into_iter().map(named).collect())
    }

    /// The small glyph of a balance.
    pub fn small_balance(&self, lean: Option<BalanceInput>) -> Rc<Scene> {
        self.balances.get(lean, |lean| balance(lean.as_ref(), BalanceSize::Small))
    }
}
