//! `evenkeel score`: the scores of one audit, as text or as JSON.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::failure::Failure;
use super::open::{self, Which};
use super::out::Out;
use super::seen;
use super::table::Table;
use crate::cli::words;
use crate::export;
use crate::instrument::{Instrument, Side};
use crate::others::{OthersJson, compare};
use crate::profile::{Audit, Profile};
use crate::scoring::{self, Confidence, Estimate, FacetScore, ScoreStatus, Scores, ScoresJson, SideScore};
use crate::summary::{Summary, gap_words, side_name, status_words};
use crate::t;
use crate::tracks::{self, FlipJson, Mix, Person, TrackJson, tracks_json};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, or - for the standard input
    file: PathBuf,
    /// As JSON, with nine decimals at most
    #[arg(long)]
    json: bool,
    /// Which audit: a number from 1, the oldest first, or latest
    #[arg(long, value_name = "N|latest", value_parser = Which::parse, default_value = "latest")]
    audit: Which,
    /// How sure the bands are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
    /// The merged result of a round, to lay beside the scores
    #[arg(long, value_name = "FILE")]
    others: Option<PathBuf>,
}

/// The scores in the documented shape, with the built-in roles. The person's own roles are left out, so that the numbers of two
/// files can be compared.
#[derive(Serialize)]
struct Output<'a> {
    #[serde(flatten)]
    scores: ScoresJson<'a>,
    tracks: Option<Vec<TrackJson<'a>>>,
    flip: Option<FlipJson<'a>>,
    /// Only where a merged result was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    others: Option<OthersJson<'a>>,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let path = &arguments.file;
    let profile = open::profile(path)?;
    let (number, audit) = arguments.audit.of(&profile, path)?;
    let instrument = open::instrument_of(audit, path)?;
    let scores = scoring::score(&instrument, audit, arguments.confidence);
    let merged = arguments.others.as_deref().map(seen::read).transpose()?;
    let comparison = merged.as_ref().map(|merged| compare(&scores, merged));
    if arguments.json {
        let others = merged.as_ref().zip(comparison.as_ref()).map(|(merged, found)| OthersJson::new(merged, found));
        let person = Person::new(&instrument, audit, &scores);
        let assessment = tracks::assess(open::catalogue()?.demands(), &person, Mix::default());
        let flip = assessment.flip.as_ref().map(FlipJson::from);
        let output = Output { scores: ScoresJson::from(&scores), tracks: tracks_json(&assessment), flip, others };
        return Ok(export::write_value(&output, out.data())?);
    }
    for line in head(&profile, audit, number).into_iter().chain(text(&instrument, &scores)) {
        out.line(&line)?;
    }
    for line in comparison.iter().flat_map(|found| seen::lines(&instrument, found)) {
        out.line(&line)?;
    }
    Ok(())
}

/// Whose audit it is, and which.
fn head(profile: &Profile, audit: &Audit, number: usize) -> Vec<String> {
    let (number, count) = (number.to_string(), profile.audits.len().to_string());
    let which = t!(words(), "cli-score-head", form = audit.form.as_str(), number = number, count = count);
    vec![open::heading(profile, audit), which, String::new()]
}

fn text(instrument: &Instrument, scores: &Scores) -> Vec<String> {
    let mut lines = summary(instrument, scores);
    lines.push(String::new());
    lines.extend(table(instrument, scores).lines());
    lines.push(String::new());
    if scores.facets.iter().any(|f| f.status == ScoreStatus::Provisional) {
        lines.push(t!(words(), "cli-note-provisional"));
    }
    let confidence = format!("{:.0}", 100.0 * scores.confidence.share());
    lines.push(t!(words(), "cli-note-assumed", confidence = confidence));
    lines
}

/// The overall picture in words, with its own uncertainty.
fn summary(instrument: &Instrument, scores: &Scores) -> Vec<String> {
    let summary = Summary::new(words(), instrument, scores);
    let mut lines = vec![summary.sentence.clone(), summary.second_line()];
    if let Some(balance) = &scores.balance {
        let (difference, error) =
            (words().points(balance.difference), words().points(scores.confidence.z() * balance.se));
        lines.push(t!(words(), "cli-balance", difference = difference, error = error));
    }
    lines
}

fn table(instrument: &Instrument, scores: &Scores) -> Table {
    let headings = vec![
        String::new(),
        t!(words(), "cli-mean"),
        t!(words(), "cli-error"),
        t!(words(), "cli-band"),
        t!(words(), "cli-status"),
        t!(words(), "cli-need"),
        t!(words(), "cli-reading"),
    ];
    let mut table = Table::new(headings, 1..3);
    for side in [Side::Management, Side::Leadership] {
        table.push(side_row(scores.side(side), scores.confidence));
        for facet in scores.facets.iter().filter(|f| f.side == side) {
            table.push(facet_row(instrument, scores, facet));
        }
    }
    table
}

fn side_row(side: &SideScore, confidence: Confidence) -> Vec<String> {
    let [mean, error, band] = numbers(side.estimate, confidence);
    vec![side_name(words(), side.side), mean, error, band, status(side.status)]
}

fn facet_row(instrument: &Instrument, scores: &Scores, facet: &FacetScore) -> Vec<String> {
    let [mean, error, band] = numbers(facet.estimate, scores.confidence);
    let gap = scores.gap(&facet.id);
    vec![
        format!("  {}", instrument.texts.facet(&facet.id).name),
        mean,
        error,
        band,
        status(facet.status),
        gap.map_or_else(String::new, |gap| gap.need.value().to_string()),
        gap.map(|it| gap_words(words(), it)).unwrap_or_default(),
    ]
}

/// Mean, half the width of its band before it is cut off at the ends of the scale, and the band.
fn numbers(estimate: Option<Estimate>, confidence: Confidence) -> [String; 3] {
    let Some(Estimate { mean, sem, low, high }) = estimate else { return Default::default() };
    let band = t!(words(), "chart-band", low = words().points(low), high = words().points(high));
    [words().points(mean), words().points(confidence.z() * sem), band]
}

fn status(status: ScoreStatus) -> String {
    if status == ScoreStatus::Ok { t!(words(), "cli-status-ok") } else { status_words(words(), status) }
}
