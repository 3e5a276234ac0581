//! What screens may read.

use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;

use super::command::Screen;
use super::command::list::CommandContext;
use super::explorer::Explorer;
pub use super::keeping::{Keeping, Notice};
use super::models::{Models, TrialModel, TrialSources};
use super::phrases::edit_label;
use super::preview::Preview;
use super::tasks::Busy;
use super::work::resume::Resume;
use crate::actions::ActionLibrary;
use crate::document::Document;
use crate::figures::ChartWords;
use crate::instrument::{Facet, Instrument, Question};
use crate::others::Merged;
pub use crate::paper::Paper;
use crate::profile::{Audit, Date, Edit, Form, Plan};
use crate::scoring::{self, Scores};
pub use crate::storage::{BalanceSummary, Folders, KeptSize, RecentFile, Settings, TextSize, Usage};
use crate::tracks::trials::TrialLibrary;
use crate::words::Words;

/// Everything that a screen can read. Screens change nothing directly; they push commands. Data for one screen only is in a part of
/// its own.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The language of the window.
    pub words: &'a Words,
    /// The instrument.
    pub instrument: &'a Instrument,
    /// The open profile.
    pub document: Option<&'a Document>,
    /// The audit that is shown.
    pub audit: Option<&'a Audit>,
    /// The scores of that audit.
    pub scores: Option<&'a Scores>,
    /// The person's settings.
    pub settings: &'a Settings,
    /// Whether the next question comes by itself after the first answer.
    pub goes_on: bool,
    /// The question of the audit that is on screen.
    pub position: Option<&'a Question>,
    /// The screen.
    pub screen: Screen,
    /// Scores, words and charts, kept until they change.
    pub models: &'a Models,
    /// What others see of the person, where a merged result is open.
    pub others: Option<&'a Arc<Merged>>,
    /// Roles, and how they fit.
    pub explorer: &'a Explorer,
    /// The exercises.
    pub actions: &'a ActionLibrary,
    /// What can be tried before a role is taken.
    pub trials: &'a TrialLibrary,
    /// The print preview.
    pub preview: &'a Preview,
    /// For the bars and the foot of a question: jobs under way, and whether answers are on the disk.
    pub disk: Disk<'a>,
    /// For Home.
    pub home: Home<'a>,
    /// For Settings.
    pub own: OwnFiles<'a>,
}

/// Jobs under way, and whether answers are on the disk.
#[derive(Clone, Copy)]
pub struct Disk<'a> {
    /// What is under way off the UI thread.
    pub busy: Option<Busy>,
    /// Whether the answers are on the disk.
    pub keeping: Keeping,
    /// The notice about the disk, if any.
    pub notice: Option<&'a Notice>,
}

/// What can be continued.
#[derive(Clone, Copy)]
pub struct Home<'a> {
    /// Recent files, newest first.
    pub recent: &'a [RecentFile],
    /// What earlier windows left unsaved, newest first.
    pub resume: &'a [Resume],
    /// What time it is.
    pub now: Timestamp,
}

/// What Evenkeel keeps for itself.
#[derive(Clone, Copy)]
pub struct OwnFiles<'a> {
    /// The folders; `None` where the system has no place for them.
    pub folders: Option<&'a Folders>,
    /// How much there is.
    pub usage: Usage,
}

impl<'a> View<'a> {
    /// What decides whether a command can be used now.
    pub fn command_context(&self) -> CommandContext<'_> {
        CommandContext {
            document: self.document,
            has_audit: self.audit.is_some(),
            screen: self.screen,
            pages_awaited: self.preview.waiting.is_some(),
        }
    }

    /// The day that it is.
    pub fn today(&self) -> Date {
        self.words.local_day(self.home.now)
    }

    /// The plan that has not ended: a draft, or the one that is practised.
    pub fn plan(&self) -> Option<&'a Arc<Plan>> {
        self.document?.profile().current_plan()
    }

    /// The texts of the plan that has not ended, where it is a trial.
    pub fn trial(&self) -> Option<Rc<TrialModel>> {
        self.models.trial(&self.trial_sources(), self.today())
    }

    /// What the texts of trials are made from.
    pub fn trial_sources(&self) -> TrialSources<'a> {
        TrialSources { trials: self.trials, catalogue: &self.explorer.catalogue }
    }

    /// Half the width of the band of a facet of a form with all its items answered, at the chosen confidence, in scale points: of the
    /// facet for which it is widest.
    pub fn form_half_width(&self, form: Form) -> f64 {
        let error = |facet: &Facet| {
            scoring::standard_error(self.instrument.assumed.item_sd, facet.inter_item_r, facet.items(form).len())
        };
        self.settings.confidence.z() * self.instrument.facets.iter().map(error).fold(0.0, f64::max)
    }

    /// The confidence as a percentage.
    pub fn percent(&self) -> String {
        self.words.decimal(100.0 * self.settings.confidence.share(), 0)
    }

    /// The words of the charts.
    pub fn chart_words(&self) -> Rc<ChartWords> {
        self.models.chart_words()
    }

    /// The name of a step of undo.
    pub fn edit_label(&self, words: &Words, edit: &Edit) -> String {
        self.document.map_or_else(String::new, |d| edit_label(words, self.instrument, d.profile(), edit))
    }
}
