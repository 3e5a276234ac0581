//! `evenkeel tracks`: the built-in roles with what each asks of every facet, as text or as JSON.

use std::collections::BTreeSet;

use clap::Args;
use serde::Serialize;

use super::failure::Failure;
use super::open;
use super::out::Out;
use super::table::Table;
use crate::cli::words;
use crate::export;
use crate::instrument::{ByFacet, Instrument, KnownFacet};
use crate::summary::entry_list;
use crate::t;
use crate::tracks::{Accountable, BuiltIn, Catalogue, Entry, Track};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// As JSON, with the hours of a typical week
    #[arg(long)]
    json: bool,
}

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
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let catalogue = open::catalogue()?;
    if arguments.json {
        let roles: Vec<RoleJson<'_>> = catalogue.roles.iter().map(|role| role_json(&catalogue, role)).collect();
        return Ok(export::write_value(&roles, out.data())?);
    }
    for line in text(&catalogue, &*open::instrument()?) {
        out.line(&line)?;
    }
    Ok(())
}

fn role_json<'a>(catalogue: &'a Catalogue, built_in: &'a BuiltIn) -> RoleJson<'a> {
    let role = &built_in.role;
    RoleJson {
        id: role.id.as_str(),
        track: built_in.track,
        name: &catalogue.texts.role(&role.id).name,
        accountable: built_in.accountable.iter().copied().collect(),
        entry: &built_in.entry,
        demand: role.demands.map(u8::from),
        weight: role.weights.map(u8::from),
        hours: built_in.week,
        own_work: built_in.own_work,
    }
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
