//! `evenkeel score`: the scores of one audit, as text or as JSON.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::failure::Failure;
use super::open::{self, Which};
use super::table::Table;
use crate::instrument::{Instrument, Side};
use crate::profile::{Audit, Profile};
use crate::scoring::{self, Confidence, FacetScore, Picture, Reading, Scores, ScoresJson, SideScore, Status, Verdict};
use crate::t;
use crate::text::points;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile
    file: PathBuf,
    /// As JSON, with all digits
    #[arg(long)]
    json: bool,
    /// Which audit: a number from 1, the oldest first, or latest
    #[arg(long, value_name = "N|latest", value_parser = Which::parse, default_value = "latest")]
    audit: Which,
    /// How sure the bands are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
}

/// The scores in the documented shape, with what later parts will fill in.
#[derive(Serialize)]
struct Output<'a> {
    #[serde(flatten)]
    scores: ScoresJson<'a>,
    tracks: Option<()>,
    flip: Option<()>,
}

pub(super) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<(), Failure> {
    let path = &arguments.file;
    let profile = open::profile(path)?;
    let (number, audit) = arguments.audit.of(&profile, path)?;
    let instrument = open::instrument()?;
    open::check_instrument(&instrument, audit, path)?;
    let scores = scoring::score(&instrument, audit, arguments.confidence);
    if arguments.json {
        let output = Output { scores: ScoresJson::from(&scores), tracks: None, flip: None };
        serde_json::to_writer_pretty(&mut *out, &output).map_err(std::io::Error::from)?;
        writeln!(out)?;
        return Ok(());
    }
    for line in head(&profile, audit, number).into_iter().chain(text(&instrument, &scores)) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Whose audit it is, and which.
fn head(profile: &Profile, audit: &Audit, number: usize) -> Vec<String> {
    let (number, count) = (number.to_string(), profile.audits.len().to_string());
    let which = t!("cli-score-head", form = audit.form.as_str(), number = number, count = count);
    vec![open::heading(profile, audit), which, String::new()]
}

fn text(instrument: &Instrument, scores: &Scores) -> Vec<String> {
    let mut lines = summary(scores);
    lines.push(String::new());
    lines.extend(table(instrument, scores).lines());
    lines.push(String::new());
    if scores.facets.iter().any(|f| f.status == Status::Provisional) {
        lines.push(t!("cli-note-provisional"));
    }
    let confidence = format!("{:.0}", 100.0 * scores.confidence.share());
    lines.push(t!("cli-note-assumed", confidence = confidence));
    lines
}

/// The picture in words, with its own uncertainty.
fn summary(scores: &Scores) -> Vec<String> {
    let level = match scores.picture {
        Some(Picture::BothStrong) => Some(t!("cli-picture-strong")),
        Some(Picture::BothThin) => Some(t!("cli-picture-thin")),
        _ => None,
    };
    let Some(balance) = &scores.balance else { return vec![t!("cli-verdict-none")] };
    let verdict = match balance.verdict {
        Verdict::LeansToLeadership => t!("cli-verdict-leadership"),
        Verdict::LeansToManagement => t!("cli-verdict-management"),
        Verdict::CannotTell => t!("cli-verdict-even"),
    };
    let z = scores.confidence.z();
    let side = |s: &SideScore| {
        s.mean.zip(s.sem).map_or_else(String::new, |(m, e)| format!("{} ± {}", points(m), points(z * e)))
    };
    let numbers = t!(
        "cli-balance",
        leadership = side(&scores.leadership),
        management = side(&scores.management),
        difference = points(balance.difference),
        error = points(z * balance.se)
    );
    level.into_iter().chain([verdict, numbers]).collect()
}

fn table(instrument: &Instrument, scores: &Scores) -> Table {
    let headings = vec![
        String::new(),
        t!("cli-mean"),
        t!("cli-error"),
        t!("cli-band"),
        t!("cli-status"),
        t!("cli-need"),
        t!("cli-reading"),
    ];
    let mut table = Table::new(headings, 1..3);
    for (side, name) in [(Side::Management, t!("cli-side-management")), (Side::Leadership, t!("cli-side-leadership"))] {
        table.push(side_row(scores.side(side), name, scores.confidence));
        for facet in scores.facets.iter().filter(|f| f.side == side) {
            table.push(facet_row(instrument, scores, facet));
        }
    }
    table
}

fn side_row(side: &SideScore, name: String, confidence: Confidence) -> Vec<String> {
    let [mean, error, band] = numbers((side.mean, side.sem, side.low, side.high), confidence);
    vec![name, mean, error, band, status(side.status)]
}

fn facet_row(instrument: &Instrument, scores: &Scores, facet: &FacetScore) -> Vec<String> {
    let [mean, error, band] = numbers((facet.mean, facet.sem, facet.low, facet.high), scores.confidence);
    let gap = scores.gap(&facet.id);
    let reading = gap.map(|gap| match gap.reading {
        Reading::AsksMore => t!("cli-reading-more"),
        Reading::WithinError => t!("cli-reading-within"),
        Reading::AsksLess => t!("cli-reading-less"),
    });
    vec![
        format!("  {}", instrument.texts.facet(&facet.id).name),
        mean,
        error,
        band,
        status(facet.status),
        gap.map_or_else(String::new, |gap| gap.need.value().to_string()),
        reading.unwrap_or_default(),
    ]
}

type Numbers = (Option<f64>, Option<f64>, Option<f64>, Option<f64>);

/// Mean, half the width of its band before it is cut off at the ends of the scale, and the band.
fn numbers((mean, sem, low, high): Numbers, confidence: Confidence) -> [String; 3] {
    let number = |value: Option<f64>| value.map(points).unwrap_or_default();
    let band = low.zip(high).map(|(low, high)| t!("cli-range", low = points(low), high = points(high)));
    [number(mean), number(sem.map(|sem| confidence.z() * sem)), band.unwrap_or_default()]
}

fn status(status: Status) -> String {
    match status {
        Status::Ok => t!("cli-status-ok"),
        Status::Provisional => t!("cli-status-provisional"),
        Status::None => t!("cli-status-none"),
        Status::NotApplicable => t!("cli-status-not-applicable"),
    }
}
