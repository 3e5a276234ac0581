//! The history as text: the audits with the scores of their sides, then of their facets, then what changed from one to another.

use super::{Entry, History, Pair};
use crate::cli::table::Table;
use crate::cli::words;
use crate::instrument::{Instrument, KnownFacet, Side};
use crate::scoring::{Confidence, Estimate, ScoreStatus};
use crate::summary::{ChangeSummary, change_lines, changes_between, side_name};
use crate::t;

/// The columns of facets; what each is stands below the table.
const LETTERS: [&str; 8] = ["A", "B", "C", "D", "E", "F", "G", "H"];

/// `newest` has the names of the facets.
pub(super) fn lines(history: &History<'_>, newest: &Instrument, confidence: Confidence) -> Vec<String> {
    let mut lines = vec![history.heading()];
    if !history.entries.is_empty() {
        lines.push(String::new());
        lines.extend(audits(&history.entries, confidence).lines());
        lines.push(String::new());
        lines.extend(facets(&history.entries, newest, confidence));
    }
    lines.push(String::new());
    if history.pairs.is_empty() {
        lines.push(t!(words(), "cli-history-one"));
        return lines;
    }
    for pair in &history.pairs {
        lines.extend(changes(history, pair));
        lines.push(String::new());
    }
    lines.push(t!(words(), "changes-outside"));
    let percent = words().decimal(100.0 * confidence.share(), 0);
    lines.push(t!(words(), "cli-note-assumed", confidence = percent));
    lines
}

/// The audits with the scores of their sides and the balance.
fn audits(entries: &[Entry<'_>], confidence: Confidence) -> Table {
    let headings = [
        t!(words(), "cli-history-audit"),
        t!(words(), "cli-history-day"),
        t!(words(), "cli-history-form"),
        t!(words(), "cli-history-about"),
        t!(words(), "cli-history-questions"),
        side_name(words(), Side::Leadership),
        side_name(words(), Side::Management),
        t!(words(), "cli-history-balance"),
    ];
    let mut table = Table::new(headings.into(), 5..8);
    for entry in entries {
        let side = |side| {
            let score = entry.scores().map(|it| it.side(side));
            score.and_then(|it| Some(value(it.estimate?, it.status, confidence))).unwrap_or_default()
        };
        let balance = entry.scores().and_then(|it| it.balance);
        let error = |se: f64| words().points(confidence.z() * se);
        let version = entry.audit.instrument.version.to_string();
        table.push(vec![
            entry.number.to_string(),
            day(entry),
            entry.form(),
            entry.about().unwrap_or_default(),
            t!(words(), "cli-history-version", version = version),
            side(Side::Leadership),
            side(Side::Management),
            balance.map(|it| format!("{} ± {}", words().points(it.difference), error(it.se))).unwrap_or_default(),
        ]);
    }
    table
}

/// The same audits with a column for each facet, named by a letter that is explained below it.
fn facets(entries: &[Entry<'_>], newest: &Instrument, confidence: Confidence) -> Vec<String> {
    let mut headings = vec![t!(words(), "cli-history-audit")];
    headings.extend(LETTERS.map(str::to_owned));
    let mut table = Table::new(headings, 1..1 + LETTERS.len());
    let mut is_provisional = false;
    for entry in entries {
        let mut row = vec![entry.number.to_string()];
        row.extend(KnownFacet::all().map(|facet| {
            let score = entry.scores().and_then(|it| it.facet(&facet.id()));
            let Some((score, estimate)) = score.and_then(|it| Some((it, it.estimate?))) else { return String::new() };
            is_provisional |= score.status == ScoreStatus::Provisional;
            value(estimate, score.status, confidence)
        }));
        table.push(row);
    }
    let mut lines = table.lines();
    lines.push(String::new());
    for (letter, facet) in LETTERS.into_iter().zip(KnownFacet::all()) {
        let name = newest.texts.facet(&facet.id()).name.as_str();
        lines.push(t!(words(), "cli-history-facet", letter = letter, facet = name));
    }
    if is_provisional {
        lines.push(t!(words(), "cli-history-provisional"));
    }
    lines
}

/// A score with half the width of its band before it is cut off at the ends of the scale; a star where it is provisional.
fn value(estimate: Estimate, status: ScoreStatus, confidence: Confidence) -> String {
    let star = if status == ScoreStatus::Provisional { "*" } else { "" };
    format!("{}{star} ± {}", words().points(estimate.mean), words().points(confidence.z() * estimate.sem))
}

fn day(entry: &Entry<'_>) -> String {
    let day = words().date(entry.audit.date());
    if entry.audit.finished.is_some() { day } else { t!(words(), "result-under-way", date = day) }
}

/// What changed between two audits: facets first, then sides.
fn changes(history: &History<'_>, pair: &Pair) -> Vec<String> {
    let [from, to] = [pair.from, pair.to].map(|place| history.entries[place].audited());
    let Some((from, to)) = from.zip(to) else { return Vec::new() };
    let summary = ChangeSummary::new(words(), from, to, &pair.changes);
    let mut lines = vec![changes_between(words(), from.audit, to.audit)];
    lines.extend([summary.sentence, summary.below].into_iter().filter(|it| !it.is_empty()).map(|it| format!("  {it}")));
    let headings = [
        "  ".to_owned(),
        t!(words(), "cli-history-before"),
        t!(words(), "cli-history-now"),
        t!(words(), "cli-history-change"),
        String::new(),
    ];
    let mut table = Table::new(headings.into(), 1..4);
    for line in change_lines(words(), from, to, &pair.changes) {
        table.push(vec![format!("  {}", line.name), line.from, line.to, line.difference, line.reading]);
    }
    lines.extend(table.lines());
    lines.extend([summary.chance].into_iter().filter(|it| !it.is_empty()).map(|it| format!("  {it}")));
    lines
}
