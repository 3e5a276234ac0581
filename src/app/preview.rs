//! What the print preview holds: what was chosen, the pages laid out, and their pictures.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::TextureHandle;
use jiff::civil::Date;

use super::command::Screen;
use super::explorer::Fits;
use super::work::chart::Charted;
use crate::app::current::Current;
use crate::message::UserMessage;
use crate::paper::Paper;
use crate::profile::{AuditId, RoleId};
use crate::report::ReportPage;
use crate::scoring::Confidence;
use crate::typeset::{Pages, Stop, Template};
use crate::words::Words;

/// What the person chose for the report. Paper and colour are kept in the settings.
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
}

impl Default for Choices {
    fn default() -> Self {
        Self { pages: BTreeSet::new(), name: true, earlier: None, roles: Vec::new() }
    }
}

/// A page as a picture.
#[derive(Clone, Default)]
pub struct Sheet {
    /// The picture, with its pixels for each point of the page.
    pub picture: Option<(f32, TextureHandle)>,
    /// Pixels for each point that were asked for last.
    pub asked: f32,
}

/// What the pages were made from: when it changes, they are laid out again.
#[derive(Clone)]
pub(super) struct Made {
    /// The language of the pages.
    pub words: Words,
    /// What they are about.
    pub current: Current,
    /// The day of a report without an audit.
    pub day: Option<Date>,
    /// How roles fit, where pages are about them.
    pub fits: Option<Arc<Fits>>,
    pub confidence: Confidence,
    pub paper: Paper,
    pub greyscale: bool,
    pub choices: Choices,
    pub template: Option<Template>,
}

impl PartialEq for Made {
    /// Profiles are the same where they are one: a changed one is another.
    fn eq(&self, other: &Self) -> bool {
        self.current.is(&other.current)
            && self.fits.as_ref().map(Arc::as_ptr) == other.fits.as_ref().map(Arc::as_ptr)
            && self.words == other.words
            && (self.confidence, self.paper, self.greyscale) == (other.confidence, other.paper, other.greyscale)
            && (&self.choices, self.day) == (&other.choices, other.day)
            && self.template == other.template
    }
}

/// What was asked for, and is done as soon as the pages of the present choices are there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// They go to the system's print dialog.
    Print,
    /// They are written to this file.
    Pdf(PathBuf),
}

/// From then on it is said that pages are being laid out; mostly they are there before.
pub(super) const LONG: Duration = Duration::from_millis(500);

/// Leaves what somebody's own template is doing when nobody waits for it any more.
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
    /// The pages that were laid out last. Only [`Preview::present`] says whether they are those of the present choices.
    pub pages: Option<Arc<Pages>>,
    /// Their pictures.
    pub sheets: Vec<Sheet>,
    /// What is wrong with the template or the letters, or why there are no pages.
    pub problems: Vec<UserMessage>,
    /// What waits for the pages of the present choices.
    pub waiting: Option<Waiting>,
    /// Why the template is not used, although it was chosen: it went beyond a limit. To be chosen again, it has to be mended.
    pub(super) refused: Option<UserMessage>,
    /// Whether a file was asked for to write these pages to.
    pub(super) naming: bool,
    /// Whether a template was chosen and is still being read: until then, no pages are those of the present choices.
    pub(super) reading: bool,
    /// The chart for which a file was asked for, as it was then.
    pub(super) chart: Option<Charted>,
    /// Counts how often pages were laid out: what comes late from an earlier time is let go.
    pub(super) round: u64,
    /// The time of which there are pages, or of which there is known to be none.
    pub(super) laid: u64,
    /// What the pages of this time are made from.
    pub(super) made: Option<Made>,
    /// Since when they are laid out.
    since: Option<Instant>,
    leaving: Leaving,
    /// Where one came from.
    pub(super) back: Screen,
}

impl Preview {
    /// The thread that laid this time's pages out crashed: there are none, and nothing waits for them. The next change tries again.
    pub(super) fn gave_up(&mut self, round: u64, words: &Words) {
        if self.round == round {
            self.waiting = None;
            self.no_pages(crate::message::crashed(words));
        }
    }

    /// There are no pages of this time, and why.
    pub(super) fn no_pages(&mut self, problem: UserMessage) {
        self.laid = self.round;
        self.sheets.clear();
        self.pages = None;
        self.problems = vec![problem];
    }

    /// Another time begins, with pages from this. Gives its number, and how it is told that nobody waits for it any more.
    pub(super) fn begin(&mut self, made: Made) -> (u64, Stop) {
        self.round += 1;
        self.made = Some(made);
        self.since = Some(Instant::now());
        self.leaving = Leaving::default();
        (self.round, self.leaving.0.clone())
    }

    /// Nobody looks any more: a process that works for somebody's own template is ended, and asked again when one comes back.
    pub(super) fn leave(&mut self) {
        if self.made.as_ref().is_some_and(|made| made.template.is_some()) {
            self.round += 1;
            self.made = None;
            self.leaving = Leaving::default();
        }
    }

    /// Whether what is there is what these choices say: the pages, or that there are none.
    pub(super) fn present(&self, made: &Made) -> bool {
        self.laid == self.round && self.made.as_ref() == Some(made)
    }

    /// Whether pages are laid out for so long that it has to be said.
    pub fn takes_long(&self) -> bool {
        self.laid != self.round && self.since.is_some_and(|since| since.elapsed() >= LONG)
    }

    /// The template that is used.
    pub(super) fn template(&self) -> Option<&Template> {
        self.template.as_ref().filter(|_| self.refused.is_none())
    }
}
