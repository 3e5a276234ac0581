//! What others see, beside the scores: as lines of text.

use std::path::Path;

use super::failure::Problem;
use super::table::Table;
use super::{pipe, round};
use crate::cli::words;
use crate::instrument::Instrument;
use crate::others::{Comparison, Finding, Merged, View, Who};
use crate::storage::format::others;
use crate::t;

/// Reads a merged result; `-` is the standard input.
pub(super) fn read(path: &Path) -> Result<Merged, Problem> {
    others::open(&pipe::read(path)?).map_err(|error| Problem::format(&error, path))
}

/// The comparison as a table, with what it cannot say below.
pub(super) fn lines(instrument: &Instrument, found: &Comparison) -> Vec<String> {
    let headings = [
        String::new(),
        t!(words(), "cli-seen-who"),
        t!(words(), "cli-mean"),
        t!(words(), "cli-error"),
        t!(words(), "cli-seen-difference"),
        t!(words(), "cli-seen-note"),
    ];
    let mut table = Table::new(headings.to_vec(), 2..5);
    for facet in &found.facets {
        let name = &instrument.texts.facet(&facet.facet).name;
        for (at, view) in facet.views.iter().enumerate() {
            let finding = facet.finding.filter(|_| Some(view.seen.who) == found.reference);
            table.push(row(if at == 0 { name } else { "" }, view, finding, found));
        }
    }
    let mut lines = vec![String::new()];
    lines.extend(table.lines());
    lines.push(String::new());
    for profile in &found.profiles {
        let icc = words().decimal(profile.icc, 2);
        lines.push(t!(words(), "cli-seen-profile", who = who(profile.who), icc = icc));
    }
    if found.reference.is_some() {
        let chance = words().points(found.expected_by_chance);
        lines.push(t!(words(), "cli-seen-chance", count = chance));
    }
    lines.push(t!(words(), "cli-seen-limits"));
    lines
}

fn row(name: &str, view: &View, finding: Option<Finding>, found: &Comparison) -> Vec<String> {
    let notes = [
        finding.map(|finding| match finding {
            Finding::BlindSpot => t!(words(), "cli-seen-blind"),
            Finding::HiddenStrength => t!(words(), "cli-seen-hidden"),
        }),
        view.is_divided.filter(|divided| *divided).map(|_| t!(words(), "cli-seen-divided")),
        Some(t!(words(), "cli-seen-assumed")).filter(|_| !view.is_measured),
    ];
    vec![
        name.to_owned(),
        who(view.seen.who),
        words().points(view.seen.mean),
        words().points(found.confidence.z() * view.se),
        view.difference.map(|difference| words().points(difference.value)).unwrap_or_default(),
        notes.into_iter().flatten().collect::<Vec<_>>().join("; "),
    ]
}

fn who(who: Who) -> String {
    match who {
        Who::All => t!(words(), "group-all"),
        Who::Group(group) => round::group(group),
    }
}
