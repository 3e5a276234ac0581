//! The state of the print preview: the choices, the laid-out pages, and their pictures.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::TextureHandle;
use jiff::civil::Date;

use super::command::Screen;
use super::explorer::Fits;
use super::work::chart::Charted;
use crate::app::current::Current;
use crate::message::UserMessage;
use crate::paper::Paper;
use crate::profile::{ActionId, AuditId, RoleId};
use crate::report::ReportPage;
use crate::scoring::Confidence;
use crate::typeset::{Pages, Stop, Template};
use crate::words::Words;

/// The person's choices for the report. Paper and colour are in the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The pages; none before the preview was shown for the first time.
    pub pages: BTreeSet<ReportPage>,
    /// With the person's name.
    pub name: bool,
    /// The earlier audit to lay over the radar.
    pub earlier: Option<AuditId>,
    /// The roles on the pages about roles, three at most.
    pub roles: Vec<RoleId>,
    /// The exercises on the page of exercises.
    pub exercises: Vec<ActionId>,
}

impl Default for Choices {
    fn default() -> Self {
        Self { pages: BTreeSet::new(), name: true, earlier: None, roles: Vec::new(), exercises: Vec::new() }
    }
}

/// A page as a picture.
#[derive(Clone, Default)]
pub struct PagePicture {
    /// The picture, with its pixels for each point of the page.
    pub picture: Option<(f32, TextureHandle)>,
    /// The last requested number of pixels for each point.
    pub asked: f32,
}

/// The inputs of the pages: when they change, the pages are laid out again.
#[derive(Clone)]
pub(super) struct PagesInput {
    /// The language of the pages.
    pub words: Words,
    /// What they are about.
    pub current: Current,
    /// The day, for a report without an audit or about practice.
    pub day: Option<Date>,
    /// How roles fit, where pages are about them.
    pub fits: Option<Arc<Fits>>,
    pub confidence: Confidence,
    pub paper: Paper,
    pub greyscale: bool,
    pub choices: Choices,
    pub template: Option<Template>,
}

impl PartialEq for PagesInput {
    /// Profiles are compared as objects, since a changed one is a new object.
    fn eq(&self, other: &Self) -> bool {
        self.current.is(&other.current)
            && self.fits.as_ref().map(Arc::as_ptr) == other.fits.as_ref().map(Arc::as_ptr)
            && self.words == other.words
            && (self.confidence, self.paper, self.greyscale) == (other.confidence, other.paper, other.greyscale)
            && (&self.choices, self.day) == (&other.choices, other.day)
            && self.template == other.template
    }
}

/// An action that waits for the pages of the present choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Hand them to the system's print dialog.
    Print,
    /// Write them to this file.
    Pdf(PathBuf),
}

/// After this time the window says that pages are being laid out. Mostly they are ready sooner.
pub(super) const LONG: Duration = Duration::from_millis(500);

/// Cancels the process of somebody's own template when nobody waits for it any more.
#[derive(Default)]
pub(super) struct Leaving(Stop);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.stop();
    }
}

/// The print preview.
#[derive(Default)]
pub struct Preview {
    /// What was chosen.
    pub choices: Choices,
    /// Somebody's own template.
    pub template: Option<Template>,
    /// The pages that were laid out last. [`Preview::present`] tells whether they are those of the present choices.
    pub pages: Option<Arc<Pages>>,
    /// Their pictures.
    pub sheets: Vec<PagePicture>,
    /// What is wrong with the template or the letters, or why there are no pages.
    pub problems: Vec<UserMessage>,
    /// What waits for the pages of the present choices.
    pub waiting: Option<Waiting>,
    /// Why the chosen template is not used: it exceeded a limit. It has to be repaired before it can be chosen again.
    pub(super) refused: Option<UserMessage>,
    /// Whether the person is choosing a file for these pages.
    pub(super) naming: bool,
    /// Whether a chosen template is still being read. Until it is, no pages belong to the present choices.
    pub(super) reading: bool,
    /// The chart for which the person is choosing a file, as it was when they were asked.
    pub(super) chart: Option<Charted>,
    /// The number of the newest layout. Late results of an earlier one are ignored.
    pub(super) round: u64,
    /// The number of the last layout that has ended, with or without pages.
    pub(super) laid: u64,
    /// The inputs of the newest layout.
    pub(super) made: Option<PagesInput>,
    /// Since when pages are being laid out.
    since: Option<Instant>,
    leaving: Leaving,
    /// The screen from which the preview was opened.
    pub(super) back: Screen,
}

impl Preview {
    /// The thread of this layout crashed: there are no pages, and nothing waits for them. The next change tries again.
    pub(super) fn gave_up(&mut self, round: u64, words: &Words) {
        if self.round == round {
            self.waiting = None;
            self.no_pages(crate::message::crashed(words));
        }
    }

    /// This layout has ended without pages, for this reason.
    pub(super) fn no_pages(&mut self, problem: UserMessage) {
        self.laid = self.round;
        self.sheets.clear();
        self.pages = None;
        self.problems = vec![problem];
    }

    /// Begins another layout, with these inputs. Returns its number, and the means to cancel it.
    pub(super) fn begin(&mut self, made: PagesInput) -> (u64, Stop) {
        self.round += 1;
        self.made = Some(made);
        self.since = Some(Instant::now());
        self.leaving = Leaving::default();
        (self.round, self.leaving.0.clone())
    }

    /// The preview was left: the process of somebody's own template is cancelled, and started again when the person comes back.
    pub(super) fn leave(&mut self) {
        if self.made.as_ref().is_some_and(|made| made.template.is_some()) {
            self.round += 1;
            self.made = None;
            self.leaving = Leaving::default();
        }
    }

    /// Whether the newest layout belongs to these inputs and has ended, with or without pages.
    pub(super) fn present(&self, made: &PagesInput) -> bool {
        self.laid == self.round && self.made.as_ref() == Some(made)
    }

    /// Whether laying out takes so long that the window has to say so.
    pub fn takes_long(&self) -> bool {
        self.laid != self.round && self.since.is_some_and(|since| since.elapsed() >= LONG)
    }

    /// The template that is used.
    pub(super) fn template(&self) -> Option<&Template> {
        self.template.as_ref().filter(|_| self.refused.is_none())
    }
}
