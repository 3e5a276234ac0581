//! The screens of the window.

use crate::t;
use crate::words::Words;

/// A screen of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The start.
    #[default]
    Home,
    /// The self-audit.
    Audit,
    /// The result.
    Result,
    /// Roles, and how they fit.
    Tracks,
    /// One skill to practise.
    Plan,
    /// All audits of the profile, and scores over time.
    History,
    /// What others see.
    Others,
    /// A page of the guide.
    Guide(GuidePage),
    /// Settings.
    Settings,
    /// The licences of what is built in; belongs to the settings.
    Licences,
    /// The print preview.
    Print,
}

/// A page of the guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GuidePage {
    /// Two sides, eight facets.
    #[default]
    Sides,
    /// Four aspects side by side.
    Aspects,
    /// Common questions.
    Questions,
    /// How to read the radar.
    Radar,
    /// How the numbers are made.
    Numbers,
}

impl GuidePage {
    /// In reading order.
    pub const ALL: [Self; 5] = [Self::Sides, Self::Aspects, Self::Questions, Self::Radar, Self::Numbers];

    /// Its title.
    pub fn title(self, words: &Words) -> String {
        match self {
            Self::Sides => t!(words, "guide-sides"),
            Self::Aspects => t!(words, "guide-aspects"),
            Self::Questions => t!(words, "guide-questions"),
            Self::Radar => t!(words, "guide-radar"),
            Self::Numbers => t!(words, "guide-numbers"),
        }
    }

    /// A shorter title, for where there is little space.
    pub fn short_title(self, words: &Words) -> String {
        match self {
            Self::Sides => t!(words, "guide-sides-short"),
            Self::Aspects => t!(words, "guide-aspects-short"),
            Self::Questions => t!(words, "guide-questions-short"),
            Self::Radar => t!(words, "guide-radar-short"),
            Self::Numbers => t!(words, "guide-numbers-short"),
        }
    }
}
