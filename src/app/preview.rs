//! What the print preview holds: what was chosen, the pages laid out, and their pictures.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::TextureHandle;

use super::command::Screen;
use super::explorer::Fits;
use crate::message::UserMessage;
use crate::paper::Paper;
use crate::profile::{AuditId, Profile, RoleId};
use crate::report::{Pages, ReportPage, Template};
use crate::scoring::Confidence;

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

/// What waits for the pages of what is chosen now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To hand them to the system's print dialog.
    Print,
    /// To write them to this file.
    Save(PathBuf),
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
    pub profile: Option<Arc<Profile>>,
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
        let same = |a: Option<&Arc<Profile>>, b| a.map(Arc::as_ptr) == Option::map(b, Arc::as_ptr);
        same(self.profile.as_ref(), other.profile.as_ref())
            && self.fits.as_ref().map(Arc::as_ptr) == other.fits.as_ref().map(Arc::as_ptr)
            && (self.confidence, self.paper, self.greyscale) == (other.confidence, other.paper, other.greyscale)
            && self.choices == other.choices
            && self.template == other.template
    }
}

/// The print preview.
#[derive(Default)]
pub struct Preview {
    /// What was chosen.
    pub choices: Choices,
    /// Somebody's own template.
    pub template: Option<Template>,
    /// The pages, once they are laid out.
    pub pages: Option<Arc<Pages>>,
    /// Their pictures.
    pub sheets: Vec<Sheet>,
    /// What is wrong with the template, or why there are no pages.
    pub problem: Option<UserMessage>,
    /// Counts how often pages were laid out: what comes late from an earlier time is let go.
    pub(super) round: u64,
    pub(super) made: Option<Made>,
    /// The round that the pages are of: an earlier one than `round` while new ones are being laid out.
    pub(super) pages_round: u64,
    /// What is done as soon as the pages are those of what is chosen.
    pub(super) wanted: Option<Wanted>,
    /// Where one came from.
    pub(super) back: Screen,
}

impl Preview {
    /// Whether something waits for pages that are being laid out.
    pub const fn waits(&self) -> bool {
        self.wanted.is_some()
    }

    /// Pages came, for this round.
    pub(super) fn came(&mut self, pages: Pages) {
        // Old pictures stay until the new ones come, so that nothing flickers.
        self.sheets.resize_with(pages.count(), Sheet::default);
        self.sheets.iter_mut().for_each(|sheet| sheet.asked = 0.0);
        self.pages = Some(Arc::new(pages));
        self.pages_round = self.round;
    }

    /// The thread crashed: there are no pages for what is chosen now. The next change tries again.
    pub(super) fn gave_up(&mut self) {
        self.wanted = None;
        if self.pages.is_none() {
            self.problem = Some(crate::message::crashed());
        }
    }

    /// Pages for a round that is over are let go.
    pub(super) const fn is_now(&self, round: u64) -> bool {
        self.round == round
    }
}
