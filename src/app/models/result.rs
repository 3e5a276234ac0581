//! The texts and charts of the result.

use std::rc::Rc;
use std::sync::Arc;

use egui::Align;

use super::{Memo, Models, Same};
use crate::app::widgets::{Cell, Column};
use crate::chart::scene::Size;
use crate::chart::{BalanceInput, BalanceSize, Dots, Radar, RadarStyle, Scene, balance, dots, radar, split, strip};
use crate::figures::{ChartData, ShownSeries};
use crate::instrument::{Instrument, Side};
use crate::plan::{Evidence, EvidenceMark, evidence, fades_before};
use crate::profile::{Audit, FacetId, Profile};
use crate::scoring::{
    AspectLean, Confidence, Edges, FacetScore, Often, Reading, RoleGap, Scores, TooMuch, aspect_leans, edges, often,
    only_said_to_be_little, to_build, too_much,
};
use crate::summary::{
    Summary, chance_words, edge_words, facet_name, facet_title, gap_numbers, gap_words, level_words, made_rows,
    more_words, much_words, only_word_little, reading_words, role_news, score_words, status_words, too_little_words,
};
use crate::t;
use crate::words::Words;

/// What a card says: names with values, or a sentence.
#[derive(Debug)]
pub enum Says {
    /// Names with values.
    Facets(Vec<(String, String)>),
    /// A sentence.
    Words(String),
}

/// A facet with its value, and a remark about it.
#[derive(Debug)]
pub struct FacetRow {
    /// Its side.
    pub side: Side,
    /// Its name.
    pub name: String,
    /// Its value, in words.
    pub value: String,
    /// The remark below.
    pub lines: Vec<String>,
    /// Its score and its need on the scale, [`SMALL`] large; nothing where there is neither.
    pub chart: Option<Scene>,
}

/// The size of the small chart of a facet.
pub const SMALL: Size = Size { width: 176.0, height: 24.0 };

/// An aspect, and which way it leans.
#[derive(Debug)]
pub struct LeanRow {
    /// Its name.
    pub name: String,
    /// Which way, in words.
    pub words: String,
    /// The consequence; may be empty.
    pub line: String,
    /// How its points were split, [`SMALL`] large; nothing where no scene of it was answered.
    pub chart: Option<Scene>,
}

/// The signs around the person.
#[derive(Debug)]
pub struct SignRows {
    /// What can be said.
    pub words: String,
    /// Of what may be missing, of what may be too much: what each kind shows.
    pub kinds: [Vec<String>; 2],
}

/// The texts of the result.
#[derive(Debug)]
pub struct ResultModel {
    /// Person, role, day.
    pub whose: String,
    /// What the role asks, which comes first; `None` where that was not asked.
    pub news: Option<String>,
    /// What follows it: how sure it is, which side is done more, and whether one answer would change that.
    pub then: String,
    /// Which side is done more, and how sure that is.
    pub summary: Summary,
    /// The balance glyph, and its words.
    pub balance: (Scene, String),
    /// The four cards.
    pub cards: [Says; 4],
    /// What is done often.
    pub often: Vec<FacetRow>,
    /// What may be too little.
    pub more: Vec<FacetRow>,
    /// Which gaps one answer more would show; empty where there are none.
    pub near: String,
    /// How many gaps chance alone would give; empty where no facet was compared with the role.
    pub chance: String,
    /// What may be too much.
    pub much: Vec<FacetRow>,
    /// The four aspects; none where no scene was answered.
    pub leans: Vec<LeanRow>,
    /// The signs; `None` where none was answered.
    pub signs: Option<SignRows>,
    /// How the numbers are made.
    pub numbers: Vec<(String, String)>,
    /// The facet that is most worth practising, by name.
    pub first: Option<String>,
}

/// A table: its columns, and its rows.
pub type Table = (Vec<Column>, Vec<Vec<Cell>>);
/// The inputs of most values.
type Key = (Same<Profile>, Confidence);
/// The inputs of a radar besides the profile: what is on it, which earlier audit, and its style.
type RadarKey = (Same<Profile>, Confidence, (ShownSeries, Option<usize>), RadarStyle);

/// The kept values of the result.
#[derive(Debug)]
pub struct ResultModels {
    result: Memo<Key, ResultModel>,
    radar: Memo<RadarKey, Radar>,
    dots: Memo<(Same<Profile>, Confidence, f64), Dots>,
    table: Memo<Key, Table>,
    evidence: Memo<Same<Profile>, Vec<EvidenceMark>>,
}

impl Default for ResultModels {
    fn default() -> Self {
        Self { result: Memo::of(1), radar: Memo::of(2), dots: Memo::of(2), table: Memo::of(1), evidence: Memo::of(1) }
    }
}

impl Models {
    /// The texts of the result; `None` without an audit.
    pub fn result(&self) -> Option<Rc<ResultModel>> {
        let (key, audit, scores) = self.result_key()?;
        let person = self.profile().map_or("", |profile| &profile.person);
        let noted = self.noted();
        let made = || {
            let (instrument, scores, words) = (&*self.instrument, &*scores, &self.chart_words());
            let evidence = &self.evidence_marks();
            let charts = ChartData { instrument, audit, scores, earlier: None, evidence, words };
            let edges = edges(instrument, audit, scores);
            Inputs { instrument, audit, scores, noted, row: Some(RowInputs { charts, edges }) }
                .result(&self.words, person)
        };
        Some(self.result.result.get(key, |_| made()))
    }

    /// The radar, with an earlier audit where one is shown.
    pub fn radar(&self, show: ShownSeries, earlier: Option<usize>, style: RadarStyle) -> Option<Rc<Radar>> {
        let ((profile, confidence), audit, scores) = self.result_key()?;
        let made = || {
            let (words, earlier) = (self.chart_words(), self.earlier_scores(earlier));
            let (instrument, earlier) = (&*self.instrument, earlier.as_deref());
            let evidence = &self.evidence_marks();
            radar(
                &ChartData { instrument, audit, scores: &scores, earlier, evidence, words: &words }.radar(show),
                &style,
            )
        };
        Some(self.result.radar.get((profile, confidence, (show, earlier), style), |_| made()))
    }

    /// The scores of an earlier audit, by its index.
    pub fn earlier_scores(&self, place: Option<usize>) -> Option<Rc<Scores>> {
        self.before().get(place?).map(|audit| self.scores_of(audit))
    }

    /// What notes of evidence stand behind each facet, in the order of the instrument; empty where the person keeps none.
    pub fn evidence_marks(&self) -> Rc<Vec<EvidenceMark>> {
        let noted = self.profile().filter(|profile| !profile.notes.is_empty());
        let Some(noted) = noted else { return Rc::default() };
        let make = |_: &Same<Profile>| {
            let since = fades_before(noted, |at| self.words.local_day(at));
            self.instrument.facets.iter().map(|facet| evidence(noted, &facet.id, since).mark()).collect()
        };
        self.result.evidence.get(Same::as_this(noted), make)
    }

    /// The dot chart in this width.
    pub fn dots(&self, width: f64) -> Option<Rc<Dots>> {
        let ((profile, confidence), audit, scores) = self.result_key()?;
        let made = || {
            let (instrument, words) = (&*self.instrument, self.chart_words());
            let evidence = &self.evidence_marks();
            let data = ChartData { instrument, audit, scores: &scores, earlier: None, evidence, words: &words };
            dots(&data.dots(), width)
        };
        Some(self.result.dots.get((profile, confidence, width), |_| made()))
    }

    /// The numbers of both charts, in the order of the dot chart.
    pub fn facet_table(&self) -> Option<Rc<Table>> {
        let (key, audit, scores) = self.result_key()?;
        let made = || {
            // The order is the same for any width.
            let dots = self.dots(0.0);
            let order = dots.iter().flat_map(|dots| &dots.places).map(|place| place.facet);
            Inputs { instrument: &self.instrument, audit, scores: &scores, noted: self.noted(), row: None }
                .table(&self.words, order)
        };
        Some(self.result.table.get(key, |_| made()))
    }

    /// The profile, where it has notes of evidence.
    fn noted(&self) -> Option<&Profile> {
        self.profile().map(|profile| &**profile).filter(|profile| !profile.notes.is_empty())
    }

    fn result_key(&self) -> Option<(Key, &Arc<Audit>, Rc<Scores>)> {
        let profile = self.profile()?;
        Some(((Same::as_this(profile), self.confidence), self.audit()?, self.scores()?))
    }
}

/// The inputs of the texts.
struct Inputs<'a> {
    instrument: &'a Instrument,
    audit: &'a Audit,
    scores: &'a Scores,
    /// The profile, where it has notes of evidence. Without any, nothing is said of them.
    noted: Option<&'a Profile>,
    /// What rows of facets show besides; a table has none of it.
    row: Option<RowInputs<'a>>,
}

/// What rows of facets show besides words.
struct RowInputs<'a> {
    charts: ChartData<'a>,
    edges: Edges,
}

impl Inputs<'_> {
    /// What notes stand behind a facet; `None` where the person keeps none at all.
    fn evidence(&self, words: &Words, facet: &FacetId) -> Option<Evidence> {
        let profile = self.noted?;
        Some(evidence(profile, facet, fades_before(profile, |at| words.local_day(at))))
    }

    fn result(&self, words: &Words, person: &str) -> ResultModel {
        let (often, more, much) = (often(self.scores), to_build(self.scores), too_much(self.audit, self.scores));
        let lean = self.scores.balance.as_ref().map(|b| BalanceInput::new(b, self.scores.confidence.z()));
        let said = match lean {
            Some(lean) => {
                t!(words, "result-balance", difference = words.points(lean.difference), error = words.points(lean.half))
            }
            None => t!(words, "result-no-balance"),
        };
        let news = role_news(words, self.instrument, self.scores);
        let summary = Summary::new(words, self.instrument, self.scores);
        let close = self.row.as_ref().and_then(|row| row.edges.balance).map(|edge| edge_words(words, edge));
        ResultModel {
            whose: self.whose(words, person),
            then: [news.as_ref().map(|news| news.sure.clone()), news.as_ref().map(|_| summary.sentence.clone()), close]
                .into_iter()
                .flatten()
                .filter(|sentence| !sentence.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
            news: news.map(|news| news.sentence),
            summary,
            balance: (balance(lean.as_ref(), BalanceSize::Big), said),
            cards: [
                self.more_card(words, &more),
                self.much_card(words, &much),
                self.often_card(words, &often),
                self.around_card(words),
            ],
            often: often.iter().map(|one| self.often_row(words, one)).collect(),
            more: {
                let said = only_said_to_be_little(self.audit, self.scores).into_iter();
                let said =
                    said.map(|id| self.row(words, id, t!(words, "result-you-say"), vec![only_word_little(words)]));
                more.iter().map(|gap| self.more_row(words, gap)).chain(said).collect()
            },
            near: self.near(words),
            chance: chance_words(words, self.scores),
            much: much.iter().map(|one| self.much_row(words, one)).collect(),
            leans: self.leans(words),
            signs: self.signs(words),
            numbers: made_rows(words, self.instrument, self.audit, self.scores),
            first: more.first().map(|gap| self.name(&gap.facet).to_owned()),
        }
    }

    fn name(&self, facet: &FacetId) -> &str {
        &self.instrument.texts.facet(facet).name
    }

    fn side(&self, facet: &FacetId) -> Side {
        self.scores.facet(facet).map_or(Side::Management, |f| f.side)
    }

    fn has_scores(&self) -> bool {
        self.scores.facets.iter().any(|f| f.estimate.is_some())
    }

    /// Person, role and day, as far as they are known.
    fn whose(&self, words: &Words, person: &str) -> String {
        let day = words.date(self.audit.date());
        let day = if self.audit.finished.is_some() { day } else { t!(words, "result-under-way", date = day) };
        let parts = [person, self.audit.role.as_str(), day.as_str()];
        let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    fn often_card(&self, words: &Words, often: &[Often]) -> Says {
        let none = if self.has_scores() { t!(words, "result-often-none") } else { t!(words, "result-too-few") };
        facets(often.iter().map(|o| (self.name(&o.facet).to_owned(), words.points(o.mean))), none)
    }

    fn more_card(&self, words: &Words, more: &[&RoleGap]) -> Says {
        let none = if self.audit.answers.needs.is_empty() {
            t!(words, "result-role-missing")
        } else if self.has_scores() {
            t!(words, "result-more-none")
        } else {
            t!(words, "result-too-few")
        };
        // In the order of the chart above. The section sorts them by how worthwhile practice is.
        let mut list = more.to_vec();
        list.sort_by(|a, b| b.gap.total_cmp(&a.gap));
        let said = only_said_to_be_little(self.audit, self.scores).into_iter();
        let said = said.map(|id| (self.name(id).to_owned(), t!(words, "result-you-say")));
        facets(list.iter().map(|g| (self.name(&g.facet).to_owned(), more_words(words, g))).chain(said), none)
    }

    fn much_card(&self, words: &Words, much: &[TooMuch]) -> Says {
        let asked = !self.audit.answers.needs.is_empty() || !self.audit.answers.doses.is_empty();
        let none = if asked { t!(words, "result-much-none") } else { t!(words, "result-role-missing") };
        facets(much.iter().map(|m| (self.name(&m.facet).to_owned(), much_words(words, m))), none)
    }

    fn around_card(&self, words: &Words) -> Says {
        let signs = &self.scores.signs;
        Says::Words(if !signs.is_answered() {
            t!(words, "result-signs-missing")
        } else if let Some(kind) = signs.most() {
            kind.sentence(words)
        } else {
            signs.words(words)
        })
    }

    fn row(&self, words: &Words, facet: &FacetId, value: String, mut lines: Vec<String>) -> FacetRow {
        lines.extend(self.evidence(words, facet).map(|found| evidence_words(words, found)));
        let name = facet_title(words, self.instrument.texts.facet(facet));
        let chart = self.row.as_ref().and_then(|row| row.charts.strip(facet)).map(|it| strip::cell(Some(&it), SMALL));
        FacetRow { side: self.side(facet), name, value, lines, chart }
    }

    /// That one answer would change how a gap reads; nothing where none would.
    fn close(&self, words: &Words, facet: &FacetId) -> Option<String> {
        Some(edge_words(words, self.row.as_ref()?.edges.gap(facet)?))
    }

    /// The facets that do not read as too little, and would by one answer.
    fn near(&self, words: &Words) -> String {
        let edge = |gap: &&RoleGap| self.row.as_ref().is_some_and(|row| row.edges.gap(&gap.facet).is_some());
        let within = self.scores.gaps(Reading::WithinError).into_iter().filter(|gap| gap.gap > 0.0).filter(edge);
        let names: Vec<String> = within.map(|gap| facet_name(self.instrument, &gap.facet)).collect();
        if names.is_empty() { String::new() } else { t!(words, "result-more-near", facets = words.list(&names)) }
    }

    fn often_row(&self, words: &Words, one: &Often) -> FacetRow {
        let mut line = level_words(words, self.instrument.texts.facet(&one.facet), one.mean);
        if !one.sure {
            line = format!("{line} {}", t!(words, "result-often-unsure"));
        }
        self.row(words, &one.facet, score_words(words, self.scores, &one.facet), vec![line])
    }

    fn more_row(&self, words: &Words, gap: &RoleGap) -> FacetRow {
        let texts = self.instrument.texts.facet(&gap.facet);
        let label = self.instrument.texts.need_labels.get(gap.need.index()).map(|l| l.to_lowercase());
        let numbers = gap_numbers(words, self.scores, gap, &label.unwrap_or_default());
        let said = too_little_words(words, gap, self.scores.confidence.z());
        let mut lines = vec![said, numbers, level_words(words, texts, f64::from(gap.need))];
        lines.extend(self.close(words, &gap.facet));
        self.row(words, &gap.facet, gap_words(words, gap), lines)
    }

    fn much_row(&self, words: &Words, one: &TooMuch) -> FacetRow {
        let value = self.scores.gap(&one.facet).map_or_else(|| t!(words, "result-you-say"), |it| gap_words(words, it));
        let lines = [one.words(words)].into_iter().chain(self.close(words, &one.facet)).collect();
        self.row(words, &one.facet, value, lines)
    }

    fn leans(&self, words: &Words) -> Vec<LeanRow> {
        let leans = aspect_leans(self.instrument, &self.audit.answers);
        if leans.iter().all(|lean| lean.total == 0) {
            return Vec::new();
        }
        leans.into_iter().map(|lean| self.lean(words, lean)).collect()
    }

    fn lean(&self, words: &Words, lean: AspectLean) -> LeanRow {
        let texts = self.instrument.texts.aspect(lean.aspect);
        let points = lean.points(words);
        let line = match lean.consequence(texts) {
            Some(consequence) => t!(words, "result-lean-consequence", points = points, consequence = consequence),
            None if points.is_empty() => String::new(),
            None => t!(words, "result-lean-points", points = points),
        };
        let chart = (lean.total > 0).then(|| split(lean, SMALL));
        LeanRow { name: format!("{}:", texts.name), words: lean.words(words), line, chart }
    }

    fn signs(&self, words: &Words) -> Option<SignRows> {
        let signs = &self.scores.signs;
        let kinds = |much: bool| {
            signs.kinds.iter().filter(|it| it.kind.is_too_much() == much).map(|it| it.words(words)).collect()
        };
        signs.is_answered().then(|| SignRows { words: signs.words(words), kinds: [kinds(false), kinds(true)] })
    }

    fn table(&self, words: &Words, order: impl Iterator<Item = usize>) -> Table {
        let asked = !self.audit.answers.needs.is_empty();
        let heads = [
            (t!(words, "result-facet"), true, Align::Min),
            (t!(words, "result-you"), false, Align::Max),
            (t!(words, "result-band"), false, Align::Max),
            (t!(words, "result-role"), false, Align::Max),
            (t!(words, "result-reading"), true, Align::Max),
            (t!(words, "result-answered"), false, Align::Max),
            (t!(words, "evidence-head"), false, Align::Max),
        ];
        let columns = heads.into_iter().map(|(head, wraps, align)| Column { head, wraps, align });
        let shown = |i: usize| (asked || i != 3) && (self.noted.is_some() || i != 6);
        let keep =
            |cells: Vec<Cell>| cells.into_iter().enumerate().filter(|(i, _)| shown(*i)).map(|(_, c)| c).collect();
        let rows = order.filter_map(|i| self.scores.facets.get(i)).map(|f| keep(self.cells(words, f))).collect();
        (columns.enumerate().filter(|(i, _)| shown(*i)).map(|(_, c)| c).collect(), rows)
    }

    fn cells(&self, words: &Words, facet: &FacetScore) -> Vec<Cell> {
        let band =
            facet.estimate.map(|e| t!(words, "chart-band", low = words.points(e.low), high = words.points(e.high)));
        let need = self.audit.answers.needs.get(&facet.id).map(|need| need.value().to_string()).unwrap_or_default();
        let reading = self.scores.gap(&facet.id).map(|gap| gap.reading);
        let mut reads = reading_words(words, self.audit, self.scores, facet);
        if reads.is_empty() {
            reads = status_words(words, facet.status);
        }
        let strong = reading.is_some_and(Reading::is_finding);
        vec![
            Cell::new(self.name(&facet.id).to_owned()),
            Cell::new(facet.estimate.map(|e| words.points(e.mean)).unwrap_or_default()),
            Cell { soft: true, ..Cell::new(band.unwrap_or_default()) },
            Cell::new(need),
            Cell { strong, soft: !strong, words: reads },
            Cell { soft: true, ..Cell::new(t!(words, "n-of-m", number = facet.answered, of = facet.applicable)) },
            self.evidence_cell(words, &facet.id),
        ]
    }
}

impl Inputs<'_> {
    fn evidence_cell(&self, words: &Words, facet: &FacetId) -> Cell {
        let found = self.evidence(words, facet).unwrap_or_default();
        let said = match found.mark() {
            EvidenceMark::Written => t!(words, "evidence-cell-written", count = found.fresh),
            EvidenceMark::Faded => t!(words, "evidence-cell-faded"),
            EvidenceMark::Nothing => t!(words, "evidence-cell-nothing"),
        };
        Cell { soft: found.mark() != EvidenceMark::Written, ..Cell::new(said) }
    }
}

/// What notes stand behind a facet, in words.
fn evidence_words(words: &Words, found: Evidence) -> String {
    match found.mark() {
        EvidenceMark::Written => t!(words, "evidence-mark-written", count = found.fresh),
        EvidenceMark::Faded => t!(words, "evidence-mark-faded", count = found.faded),
        EvidenceMark::Nothing => t!(words, "evidence-mark-nothing"),
    }
}

/// How many facets a card lists.
const LINES: usize = 3;

fn facets(list: impl Iterator<Item = (String, String)>, none: String) -> Says {
    let list: Vec<_> = list.take(LINES).collect();
    if list.is_empty() { Says::Words(none) } else { Says::Facets(list) }
}
