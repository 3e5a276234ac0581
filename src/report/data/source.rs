//! What a report is made from, and what the person chose for it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::instrument::Instrument;
use crate::paper::Paper;
use crate::profile::{Audit, FacetId, Hours, Part};
use crate::scoring::Scores;
use crate::summary::RoleNames;
use crate::t;
use crate::tracks::{Assessment, ChosenRole};
use crate::words::Words;

/// A page of the report, or several pages about one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportPage {
    /// What can be said first, and the radar.
    Summary,
    /// Facet by facet, against the role.
    Facets,
    /// The four aspects and the signs.
    Aspects,
    /// How the numbers are made.
    Numbers,
    /// Every answer.
    Answers,
    /// The radar and its table alone, on one page.
    Chart,
    /// The chosen roles, one by one and side by side.
    Roles,
    /// What a job ad asks.
    Ad,
}

impl ReportPage {
    /// In their order.
    pub const ALL: [Self; 8] =
        [Self::Summary, Self::Facets, Self::Aspects, Self::Numbers, Self::Answers, Self::Chart, Self::Roles, Self::Ad];
    /// The pages about an audit, which need one.
    pub const AUDIT: [Self; 6] =
        [Self::Summary, Self::Facets, Self::Aspects, Self::Numbers, Self::Answers, Self::Chart];
    /// The pages of a report when none were chosen.
    pub const USUAL: [Self; 4] = [Self::Summary, Self::Facets, Self::Aspects, Self::Numbers];

    /// The usual pages for an audit. The page about aspects and signs is left out where the audit asked about neither, since it would
    /// have nothing else to say.
    pub fn usual_for(audit: &Audit) -> BTreeSet<Self> {
        let asked = audit.parts.contains(&Part::Situations) || audit.parts.contains(&Part::Signs);
        Self::USUAL.into_iter().filter(|page| *page != Self::Aspects || asked).collect()
    }

    /// The name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Facets => "facets",
            Self::Aspects => "aspects",
            Self::Numbers => "numbers",
            Self::Answers => "answers",
            Self::Chart => "chart",
            Self::Roles => "roles",
            Self::Ad => "ad",
        }
    }

    /// Whether it is about the audit.
    pub fn needs_audit(self) -> bool {
        Self::AUDIT.contains(&self)
    }

    /// Its name for people.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Summary => t!(words, "report-page-summary"),
            Self::Facets => t!(words, "report-page-facets"),
            Self::Aspects => t!(words, "report-page-aspects"),
            Self::Numbers => t!(words, "report-page-numbers"),
            Self::Answers => t!(words, "report-page-answers"),
            Self::Chart => t!(words, "report-page-chart"),
            Self::Roles => t!(words, "report-page-roles"),
            Self::Ad => t!(words, "report-page-ad"),
        }
    }
}

/// What the person chose for a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportOptions {
    /// The paper.
    pub paper: Paper,
    /// Without colours.
    pub greyscale: bool,
    /// With the person's name, where they gave one.
    pub name: bool,
    /// The pages.
    pub pages: BTreeSet<ReportPage>,
}

impl Default for ReportOptions {
    /// The usual pages, in colour, with the name.
    fn default() -> Self {
        Self { paper: Paper::default(), greyscale: false, name: true, pages: ReportPage::USUAL.into() }
    }
}

/// What a report is about.
#[derive(Clone, Copy, Debug)]
pub struct ReportSource<'a> {
    /// The language of the report.
    pub words: &'a Words,
    /// What was asked.
    pub instrument: &'a Instrument,
    /// The person's name; may be empty.
    pub person: &'a str,
    /// The audit; without one there are only pages about roles.
    pub audited: Option<Audited<'a>>,
    /// The day on a report without an audit. A report about an audit has the audit's day.
    pub day: Date,
    /// The roles; without them there are no pages about roles.
    pub roles: Option<RolesSource<'a>>,
}

/// An audit with its scores.
#[derive(Clone, Copy, Debug)]
pub struct Audited<'a> {
    /// What was answered.
    pub audit: &'a Audit,
    /// Its scores.
    pub scores: &'a Scores,
    /// An earlier audit to lay over it, with its scores.
    pub earlier: Option<(&'a Audit, &'a Scores)>,
}

/// The roles that are reported on.
#[derive(Clone, Copy, Debug)]
pub struct RolesSource<'a> {
    /// The built-in roles and the person's own.
    pub names: RoleNames<'a>,
    /// The chosen roles, in their order. Only three fit side by side on a page, so further ones are left out.
    pub chosen: &'a [ChosenRole<'a>],
    /// How well roles fit the person of the audit. For a role that is missing in it, the report does not mention the fit.
    pub assessment: Option<&'a Assessment>,
    /// Hours of the person's present week.
    pub hours: &'a BTreeMap<FacetId, Hours>,
}
