//! The built-in roles with what each asks of every facet, and one of them with its texts and trials.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::cli::failure::Failure;
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{open, words};
use crate::export;
use crate::instrument::{ByFacet, Instrument, KnownFacet};
use crate::profile::{RoleId, TrialId};
use crate::summary::{entry_list, trial_conditions};
use crate::t;
use crate::tracks::trials::{Leave, Trial, TrialLibrary};
use crate::tracks::{Accountable, BuiltIn, Catalogue, Entry, Track};

#[derive(Serialize)]
struct RoleJson<'a> {
    id: &'a str,
    track: Track,
    name: &'a str,
    accountable: Vec<Accountable>,
    entry: &'a BTreeSet<Entry>,
    demand: ByFacet<u8>,
    weight: ByFacet<u8>,
    hours: ByFacet<f64>,
    own_work: f64,
    texts: TextJson<'a>,
    trials: Vec<TrialJson<'a>>,
}

/// The words that help to decide.
#[derive(Serialize)]
struct TextJson<'a> {
    summary: &'a str,
    gains: &'a [String],
    gives_up: &'a [String],
    entry: &'a str,
    way_in: &'a str,
    way_back: &'a str,
    questions: &'a [String],
    mismatch: &'a [String],
}

#[derive(Serialize)]
struct TrialJson<'a> {
    id: &'a TrialId,
    roles: &'a [RoleId],
    weeks: u8,
    hours: u8,
    reports: bool,
    ask: Leave,
    name: &'a str,
    what: &'a str,
    leave: &'a str,
    shows: &'a str,
    look: &'a [String],
    go_on: &'a str,
    stop: &'a str,
}

/// All roles, or only this one.
pub(super) fn run(only: Option<&RoleId>, json: bool, out: &mut Out) -> Result<(), Failure> {
    let (catalogue, trials) = (open::catalogue()?, open::trials()?);
    let is_meant = |role: &&BuiltIn| only.is_none_or(|only| role.role.id == *only);
    if json {
        let roles: Vec<RoleJson<'_>> =
            catalogue.roles.iter().filter(is_meant).map(|role| role_json(&catalogue, &trials, role)).collect();
        return Ok(export::write_value(&roles, out.data())?);
    }
    let lines = match only.and_then(|only| catalogue.role(only)) {
        Some(role) => role_text(&catalogue, &trials, role),
        None => text(&catalogue, &*open::instrument()?),
    };
    for line in lines {
        out.line(&line)?;
    }
    Ok(())
}

fn role_json<'a>(catalogue: &'a Catalogue, trials: &'a TrialLibrary, built_in: &'a BuiltIn) -> RoleJson<'a> {
    let role = &built_in.role;
    let text = catalogue.texts.role(&role.id);
    RoleJson {
        id: role.id.as_str(),
        track: built_in.track,
        name: &text.name,
        accountable: built_in.accountable.iter().copied().collect(),
        entry: &built_in.entry,
        demand: role.demands.map(u8::from),
        weight: role.weights.map(u8::from),
        hours: built_in.week,
        own_work: built_in.own_work,
        texts: TextJson {
            summary: &text.summary,
            gains: &text.gains,
            gives_up: &text.gives_up,
            entry: &text.entry,
            way_in: &text.way_in,
            way_back: &text.way_back,
            questions: &text.questions,
            mismatch: &text.mismatch,
        },
        trials: trials.of(&role.id).into_iter().map(|trial| trial_json(trials, trial)).collect(),
    }
}

fn trial_json<'a>(trials: &'a TrialLibrary, trial: &'a Trial) -> TrialJson<'a> {
    let text = trials.text(&trial.id);
    TrialJson {
        id: &trial.id,
        roles: &trial.roles,
        weeks: trial.weeks,
        hours: trial.hours,
        reports: trial.reports,
        ask: trial.leave,
        name: &text.name,
        what: &text.what,
        leave: &text.leave,
        shows: &text.shows,
        look: &text.look,
        go_on: &text.go_on,
        stop: &text.stop,
    }
}

/// One role: what it is, what to know before saying yes, and what to try first.
fn role_text(catalogue: &Catalogue, trials: &TrialLibrary, built_in: &BuiltIn) -> Vec<String> {
    let text = catalogue.texts.role(&built_in.role.id);
    let mut lines = vec![text.name.clone(), text.summary.clone(), String::new(), text.work.clone()];
    let mut part = |title: String, points: &[&str]| {
        lines.extend([String::new(), title]);
        lines.extend(points.iter().map(|point| format!("  {point}")));
    };
    let list = |texts: &[String]| -> Vec<String> { texts.to_vec() };
    let all = [
        (t!(words(), "role-part-gains"), list(&text.gains)),
        (t!(words(), "role-part-gives-up"), list(&text.gives_up)),
        (t!(words(), "role-part-questions"), list(&text.questions)),
        (t!(words(), "role-part-mismatch"), list(&text.mismatch)),
        (t!(words(), "role-part-entry"), vec![text.entry.clone(), text.way_in.clone()]),
        (t!(words(), "role-part-way-back"), vec![text.way_back.clone()]),
    ];
    for (title, points) in all {
        part(title, &points.iter().map(String::as_str).collect::<Vec<_>>());
    }
    lines.extend([String::new(), t!(words(), "trial-title")]);
    for trial in trials.of(&built_in.role.id) {
        lines.extend(trial_text(trials, trial));
    }
    lines
}

fn trial_text(trials: &TrialLibrary, trial: &Trial) -> Vec<String> {
    let text = trials.text(&trial.id);
    let named = |name: String, what: &str| format!("    {name}: {what}");
    vec![
        String::new(),
        format!("  {} ({})", text.name, trial_conditions(words(), trial)),
        format!("    {}", text.what),
        named(t!(words(), "trial-part-leave"), &t!(words(), "trial-quoted", text = text.leave.as_str())),
        named(t!(words(), "trial-part-shows"), &text.shows),
        named(t!(words(), "trial-part-look"), &text.look.join(" ")),
        named(t!(words(), "trial-part-go-on"), &text.go_on),
        named(t!(words(), "trial-part-stop"), &text.stop),
    ]
}

/// A table with a column for each facet, named by a letter that is explained below it, and the note about all roles.
fn text(catalogue: &Catalogue, instrument: &Instrument) -> Vec<String> {
    let letters = ["A", "B", "C", "D", "E", "F", "G", "H"];
    let mut headings = vec![t!(words(), "cli-tracks-role"), "id".to_owned()];
    headings.extend(letters.map(str::to_owned));
    headings.push(t!(words(), "cli-tracks-entry"));
    let mut table = Table::new(headings, 2..2 + letters.len());
    for track in Track::ALL {
        table.push(vec![catalogue.texts.track(track).name.clone()]);
        for BuiltIn { role, entry, .. } in catalogue.of_track(track) {
            let mut row = vec![format!("  {}", catalogue.texts.role(&role.id).name), role.id.to_string()];
            let values = role.demands.values().zip(role.weights.values());
            row.extend(values.map(|(demand, weight)| {
                t!(words(), "cli-tracks-value", demand = demand.value(), weight = weight.value())
            }));
            row.push(entry_list(words(), entry));
            table.push(row);
        }
    }
    let mut lines = table.lines();
    lines.push(String::new());
    lines.push(t!(words(), "cli-tracks-legend"));
    for (letter, facet) in letters.iter().zip(KnownFacet::all()) {
        let name = instrument.texts.facet(&facet.id()).name.as_str();
        lines.push(t!(words(), "cli-tracks-facet", letter = (*letter).to_owned(), facet = name));
    }
    lines.push(String::new());
    lines.push(catalogue.texts.note.clone());
    lines
}
