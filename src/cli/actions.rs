//! `evenkeel actions`: the exercises of the library, as text, as JSON or as PDF.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use serde::Serialize;

use super::export::ending;
use super::failure::{Failure, Problem};
use super::open;
use super::out::Out;
use super::pages::{self, paper_parser};
use super::pipe::{self, Target};
use crate::actions::{Action, ActionKind, ActionLibrary, ActionNeed, ForReports};
use crate::cli::words;
use crate::export;
use crate::instrument::{Instrument, KnownFacet};
use crate::paper::Paper;
use crate::report::{ExercisesSource, ReportOptions, ReportPage, ReportSource, report_data};
use crate::summary::{action_conditions, action_obstacle, action_sentence};
use crate::{foreign, t};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Only those of this facet, by its id
    #[arg(long)]
    facet: Option<String>,
    /// Only those of at most this many minutes
    #[arg(long, value_name = "N")]
    minutes: Option<u8>,
    /// Only those that somebody can do to whom nobody reports
    #[arg(long)]
    without_reports: bool,
    /// Only those in which all of these words are found
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    /// As JSON
    #[arg(long, conflicts_with = "output")]
    json: bool,
    /// The file to write: OUT.pdf; or - for the standard output
    #[arg(short, long = "output", value_name = "OUT")]
    output: Option<PathBuf>,
    /// The size of the paper
    #[arg(long, value_parser = paper_parser(), default_value = "a4")]
    paper: Paper,
}

fn write(
    arguments: &Arguments,
    output: &Path,
    instrument: &Instrument,
    exercises: ExercisesSource<'_>,
    out: &mut Out,
) -> Result<(), Failure> {
    if !pipe::is_dash(output) && ending(output).as_deref() != Some("pdf") {
        let what = t!(words(), "cli-ending", endings = ".pdf", file = foreign::path(output));
        return Err(Failure::Usage(Problem::new(what)));
    }
    let target = Target::of(output, std::iter::empty())?;
    target.check_not_terminal("PDF")?;
    let options =
        ReportOptions { paper: arguments.paper, pages: [ReportPage::Exercises].into(), ..ReportOptions::default() };
    let source = ReportSource {
        words: words(),
        instrument,
        person: "",
        audited: None,
        day: words().local_day(Timestamp::now()),
        roles: None,
        plan: None,
        others: None,
        notes: &[],
        exercises: Some(exercises),
    };
    let made = pages::built_in(&report_data(source, &options))?;
    target.put(&made, &t!(words(), "cli-exercises-written", file = foreign::path(output)), out)
}

#[derive(Serialize)]
struct ActionJson<'a> {
    id: &'a str,
    facet: &'a str,
    kind: ActionKind,
    minutes: u8,
    reports: ForReports,
    needs: &'a BTreeSet<ActionNeed>,
    name: &'a str,
    occasion: &'a str,
    deed: &'a str,
    shown: &'a str,
    stop: &'a str,
    wrong: &'a str,
    obstacle: &'a str,
    instead: &'a str,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let (library, instrument) = (open::actions()?, open::instrument()?);
    let facet = arguments.facet.as_deref().map(|name| facet(&instrument, name)).transpose()?;
    let kept = |action: &&Action| {
        facet.is_none_or(|facet| action.facet == facet)
            && arguments.minutes.is_none_or(|most| action.minutes <= most)
            && (!arguments.without_reports || action.suits(false))
            && arguments.search.as_deref().is_none_or(|search| library.is_found(&action.id, search))
    };
    let found: Vec<&Action> = library.actions.iter().filter(kept).collect();
    if arguments.json {
        let all: Vec<ActionJson<'_>> = found.into_iter().map(|action| action_json(&library, action)).collect();
        return Ok(export::write_value(&all, out.data())?);
    }
    if found.is_empty() {
        return Ok(out.line(&t!(words(), "cli-no-actions"))?);
    }
    if let Some(output) = &arguments.output {
        return write(arguments, output, &instrument, ExercisesSource { library: &library, chosen: &found }, out);
    }
    let mut head = None;
    for action in found {
        let now = (action.facet, action.kind);
        if head != Some(now) {
            if head.is_some() {
                out.line("")?;
            }
            let name = instrument.texts.facet(&action.facet.id()).name.as_str();
            out.line(&match action.kind {
                ActionKind::Build => t!(words(), "actions-build", facet = name),
                ActionKind::CutBack => t!(words(), "actions-cut-back", facet = name),
            })?;
            head = Some(now);
        }
        for line in lines(&library, action) {
            out.line(&line)?;
        }
    }
    Ok(())
}

/// The facet of this name; with a hint where there is none.
fn facet(instrument: &Instrument, name: &str) -> Result<KnownFacet, Failure> {
    if let Some(facet) = KnownFacet::of(name) {
        return Ok(facet);
    }
    let ids: Vec<String> = instrument.facets.iter().map(|facet| facet.id.to_string()).collect();
    let problem = Problem::new(t!(words(), "cli-no-facet", facet = name));
    Err(problem.hint(t!(words(), "cli-hint-facets", facets = words().list(&ids))).into())
}

fn lines(library: &ActionLibrary, action: &Action) -> Vec<String> {
    let text = library.text(&action.id);
    vec![
        String::new(),
        format!("  {} ({})", text.name, action_conditions(words(), action)),
        format!("    {}", action_sentence(words(), text)),
        format!("    {}", t!(words(), "action-shown", what = text.shown.as_str())),
        format!("    {} {}", text.stop, text.wrong),
        format!("    {}", action_obstacle(words(), text)),
    ]
}

fn action_json<'a>(library: &'a ActionLibrary, action: &'a Action) -> ActionJson<'a> {
    let text = library.text(&action.id);
    ActionJson {
        id: action.id.as_str(),
        facet: action.facet.as_str(),
        kind: action.kind,
        minutes: action.minutes,
        reports: action.reports,
        needs: &action.needs,
        name: &text.name,
        occasion: &text.occasion,
        deed: &text.deed,
        shown: &text.shown,
        stop: &text.stop,
        wrong: &text.wrong,
        obstacle: &text.obstacle,
        instead: &text.instead,
    }
}
