//! What screens show, kept until it is another.
//!
//! egui draws a screen anew with every movement of the mouse. Scores, words and charts are the same then, so they are kept here.
//!
//! - What something was made from is its key. A profile, an audit, the fits of roles are the same where they are the very same one:
//!   every edit gives another, so that nobody has to say that something changed. Sizes are part of the key of what is drawn for them.
//! - It is made when the screen that shows it asks for it, and not before.
//! - Nothing that is asked for in each frame walks all audits.

mod asked;
mod memo;
mod result;
mod tracks;

use std::rc::Rc;
use std::sync::Arc;

pub use asked::{Asked, Extent, Extents};
pub use memo::Memo;
use memo::Same;
pub use result::{FacetRow, LeanRow, ResultModel, ResultModels, Says};
pub use tracks::{Detail, RoleRow, TracksModel, TracksModels};

use crate::chart::{BalanceSize, Lean, Scene, balance};
use crate::figures::{ChartWords, chart_words};
use crate::instrument::Instrument;
use crate::profile::{Audit, AuditId, Profile};
use crate::scoring::{Confidence, Scores, score};
use crate::storage::MAX_RECENT;
use crate::t;
use crate::words::Words;

/// What is kept for the screens.
#[derive(Debug)]
pub struct Models {
    words: Words,
    instrument: Arc<Instrument>,
    profile: Option<Arc<Profile>>,
    confidence: Confidence,
    scores: Memo<(Same<Audit>, Confidence), Scores>,
    asked: Memo<Same<Audit>, Asked>,
    earlier: Memo<(Same<Profile>, AuditId), Option<usize>>,
    extents: Memo<(), Extents>,
    chart_words: Memo<Confidence, ChartWords>,
    balances: Memo<Option<Lean>, Scene>,
    languages: Memo<(), Vec<(Arc<str>, String)>>,
    /// For the result.
    pub result: ResultModels,
    /// For the explorer of tracks.
    pub tracks: TracksModels,
}

impl Models {
    /// Nothing made yet.
    pub fn new(words: &Words, instrument: &Arc<Instrument>) -> Self {
        Self {
            words: words.clone(),
            instrument: Arc::clone(instrument),
            profile: None,
            confidence: Confidence::default(),
            scores: Memo::of(2),
            asked: Memo::of(1),
            earlier: Memo::of(2),
            extents: Memo::of(1),
            chart_words: Memo::of(1),
            balances: Memo::of(MAX_RECENT),
            languages: Memo::of(1),
            result: ResultModels::default(),
            tracks: TracksModels::default(),
        }
    }

    /// What the next frame is about.
    pub fn look_at(&mut self, words: &Words, profile: Option<&Arc<Profile>>, confidence: Confidence) {
        let left = self.profile.as_ref().is_some_and(|before| profile.is_none_or(|now| now.id != before.id));
        if left || self.words != *words {
            // Nothing of a profile that was put away is kept, and nothing in another language.
            *self = Self::new(words, &self.instrument);
        }
        self.profile = profile.cloned();
        self.confidence = confidence;
    }

    /// The audit that screens show: the newest one.
    fn audit(&self) -> Option<&Arc<Audit>> {
        self.profile.as_deref().and_then(Profile::latest)
    }

    /// The audits before it, oldest first.
    pub fn before(&self) -> &[Arc<Audit>] {
        let audits = self.profile.as_ref().map_or(&[][..], |profile| &profile.audits);
        audits.split_last().map_or(&[][..], |(_, before)| before)
    }

    /// Where this audit stands among those before the one that is shown.
    pub fn place_before(&self, id: &AuditId) -> Option<usize> {
        let profile = self.profile.as_ref()?;
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

    /// What the audit that is shown asks; nothing without one.
    pub fn asked(&self) -> Rc<Asked> {
        let Some(audit) = self.audit() else { return Rc::default() };
        self.asked.get(Same::as_this(audit), |audit| Asked::new(&self.instrument, audit))
    }

    /// How much each form asks.
    pub fn extents(&self) -> Rc<Extents> {
        self.extents.get((), |()| Extents::new(&self.instrument))
    }

    /// The words of the charts.
    pub fn chart_words(&self) -> Rc<ChartWords> {
        self.chart_words.get(self.confidence, |confidence| chart_words(&self.words, *confidence))
    }

    /// The languages that there are, by identifier and by their own names.
    pub fn languages(&self) -> Rc<Vec<(Arc<str>, String)>> {
        let named = |id: String| {
            let name = t!(self.words.chosen(&id), "language-name");
            (id.into(), name)
        };
        self.languages.get((), |()| Words::available().into_iter().map(named).collect())
    }

    /// The small glyph of a balance.
    pub fn small_balance(&self, lean: Option<Lean>) -> Rc<Scene> {
        self.balances.get(lean, |lean| balance(lean.as_ref(), BalanceSize::Small))
    }
}
