//! What a report says: one structure for the template, with every number next to the words for it.
//!
//! The words are the same as in the window (`summary`), so that screen and paper never differ. The template only places them and
//! computes nothing. `docs/REPORT.md` documents each field; a test compares it with these types.

mod ad;
mod answers;
mod changes;
mod clean;
mod exercises;
mod facets;
mod first;
mod notes;
mod numbers;
mod others;
mod pieces;
mod plan;
mod roles;
mod running;
mod signs;
mod source;

use std::collections::{BTreeMap, BTreeSet};

#[cfg(feature = "report")]
use jiff::civil::Date;
use serde::Serialize;

use crate::figures::{ChartData, ChartWords, chart_words};
use crate::instrument::{Instrument, KnownFacet};
use crate::palette::{Ink, Palette};
use crate::paper::Paper;
use crate::scoring::Confidence;
use crate::t;
#[cfg(feature = "report")]
use crate::typeset::{Document, TypesetError};
use crate::words::Words;

pub use ad::AdPage;
pub use answers::AnswersPage;
pub use changes::ChangesPage;
use clean::Clean;
pub use exercises::ExercisesPage;
pub use facets::FacetsPage;
pub use first::{ChartPage, SummaryPage};
pub use notes::NotesPage;
pub use numbers::NumbersPage;
pub use others::OthersPage;
pub use plan::{CardPage, PlanPage};
pub use roles::RolesPage;
pub use running::Running;
pub use signs::AspectsPage;
pub use source::{
    Audited, ExercisesSource, PageNeeds, PlanSource, ReportOptions, ReportPage, ReportSource, RolesSource,
};

/// The name of a paper that the template knows.
const fn in_template(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    }
}

/// All data that a template gets.
#[derive(Clone, Debug, Serialize)]
pub struct ReportData {
    /// The version of this structure.
    pub version: u32,
    /// The language of all words, for instance `en`.
    pub language: String,
    /// The font families for text: the built-in one, then those of the system that have letters which the built-in one lacks.
    pub fonts: Vec<String>,
    /// `a4` or `us-letter`.
    pub paper: &'static str,
    /// Colours as `#RRGGBB`, by what they mean.
    pub colours: BTreeMap<&'static str, String>,
    /// The title of the document.
    pub title: String,
    /// Who made it, where they gave their name and want it in the report; else empty.
    pub person: String,
    /// The day of the audit; without one, that of the report.
    pub date: Day,
    /// Words at the head and foot of each page.
    pub running: Running,
    /// The first page, where it was chosen.
    pub summary: Option<SummaryPage>,
    /// Facet by facet.
    pub facets: Option<FacetsPage>,
    /// Aspects and signs.
    pub aspects: Option<AspectsPage>,
    /// How the numbers are made.
    pub numbers: Option<NumbersPage>,
    /// Every answer.
    pub answers: Option<AnswersPage>,
    /// The radar and its table.
    pub chart: Option<ChartPage>,
    /// The chosen roles.
    pub roles: Option<RolesPage>,
    /// What a job ad asks.
    pub ad: Option<AdPage>,
    /// What has changed since an earlier audit.
    pub changes: Option<ChangesPage>,
    /// What others see.
    pub others: Option<OthersPage>,
    /// The plan, and what came of it.
    pub plan: Option<PlanPage>,
    /// The card of the plan, as a page.
    pub card: Option<CardPage>,
    /// The same as four cards on a sheet.
    pub cards: Option<CardPage>,
    /// Notes of evidence.
    pub notes: Option<NotesPage>,
    /// Exercises.
    pub exercises: Option<ExercisesPage>,
    /// Characters that a person typed and that no document can hold. Boxes replace them, and a warning says so. Not for templates.
    #[serde(skip)]
    pub replaced: BTreeSet<char>,
}

#[cfg(feature = "report")]
impl ReportData {
    /// The same as a document for [`typeset`](crate::typeset).
    ///
    /// # Errors
    /// When it cannot be put into JSON.
    pub fn document(&self) -> Result<Document, TypesetError> {
        // It was made from a valid day.
        let Day { year, month, of_month } = self.date;
        Document::new(self, Date::new(year, month, of_month).unwrap_or_default(), self.replaced.clone())
    }
}

/// A day of the calendar, where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// For instance 2026.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    #[serde(rename = "day")]
    pub of_month: i8,
}

/// What the pages about an audit are made from.
struct Making<'a> {
    instrument: &'a Instrument,
    source: Audited<'a>,
    palette: Palette,
    words: &'a Words,
    chart_words: ChartWords,
    /// Whose audit it is.
    about: String,
}

impl<'a> Making<'a> {
    fn new(report: &ReportSource<'a>, source: Audited<'a>, palette: Palette, about: &str) -> Self {
        let ReportSource { words, instrument, .. } = *report;
        let mut chart_words = chart_words(words, source.scores.confidence);
        chart_words.role = t!(words, "report-role");
        if let Some((earlier, _)) = source.earlier {
            chart_words.earlier = t!(words, "report-earlier", date = words.date(earlier.date()));
        }
        Self { instrument, source, palette, words, chart_words, about: about.to_owned() }
    }

    fn chart(&self) -> ChartData<'_> {
        let Audited { audit, scores, earlier } = self.source;
        let (instrument, earlier) = (self.instrument, earlier.map(|(_, scores)| scores));
        ChartData { instrument, audit, scores, earlier, evidence: &[], words: &self.chart_words }
    }

    /// The name of a facet.
    fn name(&self, facet: &crate::profile::FacetId) -> &'a str {
        &self.instrument.texts.facet(facet).name
    }

    /// Half the width of a band, before it is cut off at the ends of the scale.
    fn half(&self, sem: f64) -> f64 {
        self.source.scores.confidence.z() * sem
    }

    fn has_scores(&self) -> bool {
        self.source.scores.facets.iter().any(|f| f.estimate.is_some())
    }
}

/// What the pages about roles are made from.
struct RolesMaking<'a> {
    words: &'a Words,
    instrument: &'a Instrument,
    source: RolesSource<'a>,
    audited: Option<Audited<'a>>,
    palette: Palette,
}

impl RolesMaking<'_> {
    fn confidence(&self) -> Confidence {
        self.audited.map_or_else(Confidence::default, |audited| audited.scores.confidence)
    }

    /// The name of a facet.
    fn facet(&self, facet: KnownFacet) -> String {
        self.instrument.texts.facet(&facet.id()).name.clone()
    }
}

/// What the pages about a plan are made from.
struct PlanMaking<'a> {
    words: &'a Words,
    instrument: &'a Instrument,
    source: PlanSource<'a>,
    palette: Palette,
}

/// The data of a report. A page that needs an audit or roles is left out where there are none.
pub fn report_data(source: ReportSource<'_>, options: &ReportOptions) -> ReportData {
    let clean = Clean::new(&source);
    let chosen = clean.chosen(&source);
    let data = made(clean.source(source, &chosen), options);
    ReportData { replaced: clean.replaced().clone(), ..data }
}

/// The same, from texts that were cleaned for a page.
fn made(source: ReportSource<'_>, options: &ReportOptions) -> ReportData {
    let palette = if options.greyscale { Palette::PRINT.greyscale() } else { Palette::PRINT };
    // The page about an ad is for those who write it, so nothing on it comes from an audit. Pages about practice rest on none either.
    let needs_none = |page: &ReportPage| *page == ReportPage::Ad || page.is_of_practice();
    let audited = source.audited.filter(|_| !options.pages.iter().all(needs_none));
    let source = ReportSource { audited, ..source };
    let day = audited.map_or(source.day, |audited| source.words.local_day(audited.audit.date()));
    let person = if options.name { source.person.to_owned() } else { String::new() };
    let running = Running::new(&source, &person, options);
    let making = audited.map(|audited| Making::new(&source, audited, palette, &running.about));
    let roles = source.roles.map(|roles| RolesMaking {
        words: source.words,
        instrument: source.instrument,
        source: roles,
        audited,
        palette,
    });
    let plan = source.plan.map(|plan| PlanMaking {
        words: source.words,
        instrument: plan.instruments.newest(),
        source: plan,
        palette,
    });
    let chosen = |page| options.pages.contains(&page);
    let of_plan = |page| plan.as_ref().filter(|_| chosen(page));
    let notes = Some(source.notes).filter(|_| chosen(ReportPage::Notes));
    let exercises = source.exercises.filter(|_| chosen(ReportPage::Exercises));
    let of_audit = |page| making.as_ref().filter(|_| options.pages.contains(&page));
    let of_roles = |page| roles.as_ref().filter(|_| options.pages.contains(&page));
    ReportData {
        version: 1,
        language: source.words.language(),
        fonts: vec![crate::fonts::FAMILY.to_owned()],
        paper: in_template(options.paper),
        colours: colours(&palette),
        title: running.title(source.words),
        person,
        date: Day { year: day.year(), month: day.month(), of_month: day.day() },
        running,
        summary: of_audit(ReportPage::Summary).map(first::page),
        facets: of_audit(ReportPage::Facets).map(facets::page),
        aspects: of_audit(ReportPage::Aspects).map(signs::page),
        numbers: of_audit(ReportPage::Numbers).map(numbers::page),
        answers: of_audit(ReportPage::Answers).map(answers::page),
        chart: of_audit(ReportPage::Chart).map(first::chart_page),
        roles: of_roles(ReportPage::Roles).and_then(roles::page),
        ad: of_roles(ReportPage::Ad).and_then(ad::page),
        changes: of_audit(ReportPage::Changes).and_then(changes::page),
        others: of_audit(ReportPage::Others).zip(source.others).map(|(making, merged)| others::page(making, merged)),
        plan: of_plan(ReportPage::Plan).map(plan::page),
        card: of_plan(ReportPage::Card).map(plan::card),
        cards: of_plan(ReportPage::Cards).map(plan::card),
        notes: notes.and_then(|notes| notes::page(source.words, source.instrument, &palette, notes)),
        exercises: exercises.and_then(|it| exercises::page(source.words, source.instrument, &it, &palette)),
        replaced: BTreeSet::new(),
    }
}

fn colours(palette: &Palette) -> BTreeMap<&'static str, String> {
    let all = [
        ("paper", Ink::Paper),
        ("note", Ink::Rail),
        ("ink", Ink::Ink),
        ("soft", Ink::InkSoft),
        ("line", Ink::Line),
        ("strong", Ink::LineStrong),
        ("management", Ink::Management),
        ("management-text", Ink::ManagementText),
        ("management-tint", Ink::ManagementTint),
        ("leadership", Ink::Leadership),
        ("leadership-text", Ink::LeadershipText),
        ("leadership-tint", Ink::LeadershipTint),
    ];
    all.into_iter().map(|(name, ink)| (name, palette.get(ink).to_string())).collect()
}
