//! What a report says: one structure for the template, with every number next to the words for it.
//!
//! The words are those of the window (`summary`), so that screen and paper never differ. The template places them and
//! computes nothing. `docs/REPORT.md` documents each field; a test holds the two together.

mod facets;
mod first;
mod numbers;
mod pieces;
mod signs;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::chart::{ChartData, ChartWords};
use crate::instrument::Instrument;
use crate::palette::{Ink, Palette};
use crate::paper::Paper;
use crate::profile::{Audit, Form};
use crate::report::chart_words;
use crate::scoring::Scores;
use crate::t;
use crate::text::{date, day_long, local_day};

pub use facets::FacetsPage;
pub use first::{ChartPage, SummaryPage};
pub use numbers::{AnswersPage, NumbersPage};
pub use signs::AspectsPage;

/// A page of the report, or a run of pages about one thing.
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
}

impl ReportPage {
    /// In their order.
    pub const ALL: [Self; 6] = [Self::Summary, Self::Facets, Self::Aspects, Self::Numbers, Self::Answers, Self::Chart];
    /// Those of a report for which nothing else was chosen.
    pub const USUAL: [Self; 4] = [Self::Summary, Self::Facets, Self::Aspects, Self::Numbers];

    /// The name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Facets => "facets",
            Self::Aspects => "aspects",
            Self::Numbers => "numbers",
            Self::Answers => "answers",
            Self::Chart => "chart",
        }
    }

    /// Its name for people.
    pub fn name(self) -> String {
        match self {
            Self::Summary => t!("report-page-summary"),
            Self::Facets => t!("report-page-facets"),
            Self::Aspects => t!("report-page-aspects"),
            Self::Numbers => t!("report-page-numbers"),
            Self::Answers => t!("report-page-answers"),
            Self::Chart => t!("report-page-chart"),
        }
    }
}

/// The name of a paper that the template knows.
const fn in_template(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
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

/// The audit that is reported on.
#[derive(Clone, Copy, Debug)]
pub struct ReportSource<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// The person's name; may be empty.
    pub person: &'a str,
    /// What was answered.
    pub audit: &'a Audit,
    /// Its scores.
    pub scores: &'a Scores,
    /// An earlier audit to lay over it, with its scores.
    pub earlier: Option<(&'a Audit, &'a Scores)>,
}

/// All that a template gets.
#[derive(Clone, Debug, Serialize)]
pub struct ReportData {
    /// The version of this structure.
    pub version: u32,
    /// The language of all words, for instance `en`.
    pub language: String,
    /// Families to set text in: the built-in one, then those of the system that have letters which it lacks.
    pub fonts: Vec<String>,
    /// `a4` or `us-letter`.
    pub paper: &'static str,
    /// Colours as `#RRGGBB`, by what they mean.
    pub colours: BTreeMap<&'static str, String>,
    /// The title of the document.
    pub title: String,
    /// Who made it, where they gave their name and want it in the report; else empty.
    pub person: String,
    /// The day of the audit.
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
}

/// A day of the calendar, where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// For instance 2026.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

/// Words at the head and foot of each page.
#[derive(Clone, Debug, Serialize)]
pub struct Running {
    /// What it is.
    pub name: String,
    /// Whose, for which role, in which form, of which day.
    pub about: String,
    /// "Page {page} of {pages}".
    pub page: String,
    /// What to bear in mind on any page.
    pub foot: String,
}

/// What the pages are made from.
struct Making<'a> {
    source: ReportSource<'a>,
    palette: Palette,
    words: ChartWords,
    /// Whose audit it is.
    about: String,
}

impl<'a> Making<'a> {
    fn chart(&self) -> ChartData<'_> {
        let ReportSource { instrument, audit, scores, earlier, .. } = self.source;
        ChartData { instrument, audit, scores, earlier: earlier.map(|(_, scores)| scores), words: &self.words }
    }

    /// The name of a facet.
    fn name(&self, facet: &crate::profile::FacetId) -> &'a str {
        &self.source.instrument.texts.facet(facet).name
    }

    /// Half the width of a band, before it is cut off at the ends of the scale.
    fn half(&self, sem: f64) -> f64 {
        self.source.scores.confidence.z() * sem
    }

    fn has_scores(&self) -> bool {
        self.source.scores.facets.iter().any(|f| f.mean.is_some())
    }
}

/// What a report says about an audit.
pub fn report_data(source: ReportSource<'_>, options: &ReportOptions) -> ReportData {
    let palette = if options.greyscale { Palette::PRINT.greyscale() } else { Palette::PRINT };
    let mut words = chart_words(source.scores.confidence);
    words.role = t!("report-role");
    if let Some((earlier, _)) = source.earlier {
        words.earlier = t!("report-earlier", date = date(earlier.date()));
    }
    let has = |page| options.pages.contains(&page);
    let at = local_day(source.audit.date());
    let person = if options.name { source.person.trim().to_owned() } else { String::new() };
    let about = about(source.audit, &person);
    let making = Making { source, palette, words, about: about.clone() };
    ReportData {
        version: 1,
        language: crate::text::language(),
        fonts: vec![crate::fonts::FAMILY.to_owned()],
        paper: in_template(options.paper),
        colours: colours(&palette),
        title: t!("report-title", about = about.as_str()),
        person,
        date: Day { year: at.year(), month: at.month(), day: at.day() },
        running: Running {
            name: t!("report-name"),
            about,
            page: t!("report-page", page = "{page}", pages = "{pages}"),
            foot: foot(source),
        },
        summary: has(ReportPage::Summary).then(|| first::page(&making)),
        facets: has(ReportPage::Facets).then(|| facets::page(&making)),
        aspects: has(ReportPage::Aspects).then(|| signs::page(&making)),
        numbers: has(ReportPage::Numbers).then(|| numbers::page(&making)),
        answers: has(ReportPage::Answers).then(|| numbers::answers(&making)),
        chart: has(ReportPage::Chart).then(|| first::chart_page(&making)),
    }
}

/// "Sample profile. Team lead, logistics. Full form, 19 November 2026."
fn about(audit: &Audit, person: &str) -> String {
    let day = day_long(local_day(audit.date()));
    let form = match (audit.form, audit.finished) {
        (Form::Quick, Some(_)) => t!("report-quick", date = day),
        (Form::Full, Some(_)) => t!("report-full", date = day),
        (_, None) => t!("report-unfinished", date = day),
    };
    let parts = [person.to_owned(), audit.role.trim().to_owned(), form];
    let parts = parts.iter().map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn foot(source: ReportSource<'_>) -> String {
    let asked = &source.audit.instrument;
    let percent = crate::text::decimal(100.0 * source.scores.confidence.share(), 0);
    let hash: String = asked.hash.chars().take(numbers::SHORT).collect();
    t!("report-foot", percent = percent, id = asked.id.as_str(), version = asked.version, hash = hash)
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
