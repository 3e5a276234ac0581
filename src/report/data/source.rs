//! What a report is made from, and what the person chose for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::actions::{Action, ActionLibrary};
use crate::instrument::{Instrument, Instruments};
use crate::others::Merged;
use crate::paper::Paper;
use crate::profile::{Audit, FacetId, Hours, Note, Part, Plan, Profile};
use crate::scoring::{Confidence, Scores};
use crate::summary::RoleNames;
use crate::t;
use crate::tracks::trials::TrialLibrary;
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
    /// What has changed since an earlier audit.
    Changes,
    /// What others see.
    Others,
    /// The plan, and what came of it.
    Plan,
    /// The card of the plan, as a page.
    Card,
    /// The card of the plan as four cards on a sheet, one of them for a colleague.
    Cards,
    /// The person's notes of evidence.
    Notes,
    /// Exercises of the library.
    Exercises,
    /// The chosen roles, one by one and side by side.
    Roles,
    /// What a job ad asks.
    Ad,
}

/// What there has to be for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageNeeds {
    /// An audit.
    Audit,
    /// An audit, and an earlier one.
    Earlier,
    /// An audit, and a merged result.
    Others,
    /// Roles.
    Roles,
    /// A plan.
    Plan,
    /// Notes of evidence.
    Notes,
    /// Exercises.
    Exercises,
}

impl ReportPage {
    /// In their order.
    pub const ALL: [Self; 15] = [
        Self::Summary,
        Self::Facets,
        Self::Aspects,
        Self::Numbers,
        Self::Answers,
        Self::Chart,
        Self::Changes,
        Self::Others,
        Self::Plan,
        Self::Card,
        Self::Cards,
        Self::Notes,
        Self::Exercises,
        Self::Roles,
        Self::Ad,
    ];
    /// The pages about one audit alone.
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
            Self::Changes => "changes",
            Self::Others => "others",
            Self::Plan => "plan",
            Self::Card => "card",
            Self::Cards => "cards",
            Self::Notes => "notes",
            Self::Exercises => "exercises",
        }
    }

    /// What there has to be for it.
    pub const fn needs(self) -> PageNeeds {
        match self {
            Self::Summary | Self::Facets | Self::Aspects | Self::Numbers | Self::Answers | Self::Chart => {
                PageNeeds::Audit
            }
            Self::Changes => PageNeeds::Earlier,
            Self::Others => PageNeeds::Others,
            Self::Roles | Self::Ad => PageNeeds::Roles,
            Self::Plan | Self::Card | Self::Cards => PageNeeds::Plan,
            Self::Notes => PageNeeds::Notes,
            Self::Exercises => PageNeeds::Exercises,
        }
    }

    /// Whether it is about an audit.
    pub const fn needs_audit(self) -> bool {
        matches!(self.needs(), PageNeeds::Audit | PageNeeds::Earlier | PageNeeds::Others)
    }

    /// Whether it is about roles.
    pub const fn needs_roles(self) -> bool {
        matches!(self.needs(), PageNeeds::Roles)
    }

    /// Whether it is about practice, and so of the day on which it is made.
    pub const fn is_of_practice(self) -> bool {
        matches!(self.needs(), PageNeeds::Plan | PageNeeds::Notes | PageNeeds::Exercises)
    }

    /// Whether it is printed by itself from a screen that is about it, and not as a part of the usual report.
    pub const fn is_shown_alone(self) -> bool {
        matches!(self, Self::Chart | Self::Others) || !self.needs_audit()
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
            Self::Changes => t!(words, "report-page-changes"),
            Self::Others => t!(words, "report-page-others"),
            Self::Plan => t!(words, "report-page-plan"),
            Self::Card => t!(words, "report-page-card"),
            Self::Cards => t!(words, "report-page-cards"),
            Self::Notes => t!(words, "report-page-notes"),
            Self::Exercises => t!(words, "report-page-exercises"),
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
    /// The day on which the report is made. A report about an audit has the audit's day.
    pub day: Date,
    /// The roles; without them there are no pages about roles.
    pub roles: Option<RolesSource<'a>>,
    /// The plan; without it there are no pages about a plan.
    pub plan: Option<PlanSource<'a>>,
    /// What others see; without it there is no page of it.
    pub others: Option<&'a Merged>,
    /// The notes of evidence.
    pub notes: &'a [Arc<Note>],
    /// The exercises; without them there is no page of them.
    pub exercises: Option<ExercisesSource<'a>>,
}

/// The plan that is reported on, with what its review has to go by.
#[derive(Clone, Copy, Debug)]
pub struct PlanSource<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Whose it is, with the audits before and after.
    pub profile: &'a Profile,
    /// All instruments, for these audits.
    pub instruments: &'a Instruments,
    /// The exercises, for the name of the one that it was taken from.
    pub actions: &'a ActionLibrary,
    /// The day on which the report is made.
    pub today: Date,
    /// How sure bands and intervals are.
    pub confidence: Confidence,
}

/// The exercises that are printed.
#[derive(Clone, Copy, Debug)]
pub struct ExercisesSource<'a> {
    /// The library, for their words.
    pub library: &'a ActionLibrary,
    /// The chosen ones, in their order.
    pub chosen: &'a [&'a Action],
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
    /// What can be tried before a role is taken.
    pub trials: &'a TrialLibrary,
    /// Whether anyone reports to the person, where they said so.
    pub reports: Option<bool>,
}
