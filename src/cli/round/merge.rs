//! `evenkeel round merge`: the merged result. The round file is saved first: what was published has to be known before anybody sees it.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::arrived::{self, CountJson, NamedJson};
use super::{RoundArguments, new, secret};
use crate::cli::failure::{Failure, Problem};
use crate::cli::out::Out;
use crate::cli::{pipe, words};
use crate::export;
use crate::message;
use crate::others::{Merged, RaterQuestions, Round, Who, merge};
use crate::round::{Differs, LineProblem, RoundFile, Sheet, Sorted, add, differences, read};
use crate::storage::format::others;
use crate::storage::{FileSystem, RealFs};
use crate::{foreign, t};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    round: RoundArguments,
    /// Files with replies, or folders of them: all that came so far, also those of an earlier result
    #[arg(value_name = "REPLIES")]
    replies: Vec<PathBuf>,
    /// The merged result to make, NAME.evenkeel-others
    #[arg(short, long = "output", value_name = "FILE")]
    output: PathBuf,
    /// Replies that came on paper, keyed in
    #[arg(long, value_name = "FILE", requires = "paper_again")]
    paper: Option<PathBuf>,
    /// The same, keyed in a second time
    #[arg(long, value_name = "FILE", requires = "paper")]
    paper_again: Option<PathBuf>,
    /// Close the round: replies that come after this are late
    #[arg(long)]
    close: bool,
    /// What was made, as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Output<'a> {
    release: u32,
    shown: Vec<Who>,
    replies: Vec<CountJson>,
    left_out: Vec<NamedJson<'a>>,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let mut opened = secret::open(&arguments.round)?;
    let questions = secret::questions(&opened.round)?.questions;
    let mut sorted = arrived::sorted(&opened.round, &questions, &arguments.replies)?;
    if let (Some(first), Some(second)) = (&arguments.paper, &arguments.paper_again) {
        let sheets = keyed_in(first, second, &questions)?;
        check_room(&add(&sheets, &opened.round, &questions, &mut sorted))?;
    }
    if sorted.replies.is_empty() {
        arrived::tell(&sorted, out)?;
        return Err(Problem::new(t!(words(), "cli-round-nothing")).into());
    }
    let merged = release(&mut opened.round, &questions, &sorted);
    opened.round.is_closed |= arguments.close;
    let path = &arguments.output;
    let bytes = others::encode(&merged).map_err(|error| {
        Problem::new(message::format(words(), &error)).hint(message::bad_file_hint(words(), &error))
    })?;
    if RealFs.metadata(path).is_ok() {
        return Err(secret::already_there(path));
    }
    opened.save(&arguments.round.round)?;
    secret::save_new(path, &bytes)?;
    let shown = shown(&merged);
    if arguments.json {
        let (replies, left_out) = (arrived::counts(&sorted), arrived::left_out(&sorted));
        let output = Output { release: merged.release, shown, replies, left_out };
        return Ok(export::write_value(&output, out.data())?);
    }
    arrived::tell(&sorted, out)?;
    tell(&shown, &sorted, out)?;
    Ok(out.line(&t!(words(), "cli-round-merged", file = foreign::path(path)))?)
}

/// Makes the result, and keeps in the round what it published.
fn release(round: &mut RoundFile, questions: &RaterQuestions, sorted: &Sorted) -> Merged {
    let chance = new::chance();
    let of = Round { id: &round.id, questions, replies: &sorted.replies, before: &round.history, seed: chance };
    let (merged, history) = merge(of);
    round.history = history;
    round.counted.extend(sorted.fingerprints.clone());
    merged
}

/// Whom the result shows in at least one facet.
fn shown(merged: &Merged) -> Vec<Who> {
    let all = || merged.facets.iter().flat_map(|facet| &facet.seen).map(|seen| seen.who);
    Who::EVERY.into_iter().filter(|who| all().any(|other| other == *who)).collect()
}

fn tell(shown: &[Who], sorted: &Sorted, out: &mut Out) -> Result<(), Failure> {
    for one in crate::others::Group::ALL {
        if shown.contains(&Who::Group(one)) {
            out.line(&t!(words(), "cli-round-shown", group = arrived::group(one)))?;
        } else if sorted.replies.iter().any(|reply| reply.group == one) {
            out.line(&t!(words(), "cli-round-hidden", group = arrived::group(one)))?;
        }
    }
    let all = if shown.contains(&Who::All) { t!(words(), "cli-round-all") } else { t!(words(), "cli-round-no-all") };
    Ok(out.line(&all)?)
}

/// Paper replies that were keyed in twice and are the same.
fn keyed_in(first: &Path, second: &Path, questions: &RaterQuestions) -> Result<Vec<Sheet>, Failure> {
    let [one, two] = [sheets(first, questions)?, sheets(second, questions)?];
    let found = differences(&one, &two);
    if found.is_empty() {
        return Ok(one);
    }
    let mut problems: Vec<Problem> = found.iter().map(|one| Problem::new(differs(*one))).collect();
    if let Some(last) = problems.pop() {
        problems.push(last.hint(t!(words(), "cli-hint-paper-differs")));
    }
    Err(Failure::Problems(problems))
}

fn sheets(path: &Path, questions: &RaterQuestions) -> Result<Vec<Sheet>, Failure> {
    let bytes = pipe::read(path)?;
    read(&String::from_utf8_lossy(&bytes), questions).map_err(|error| {
        let what = match error.what {
            LineProblem::NoGroup => t!(words(), "cli-paper-group"),
            LineProblem::NoDigit => t!(words(), "cli-paper-digit"),
            LineProblem::Count { found, needed } => t!(words(), "cli-paper-count", found = found, needed = needed),
            LineProblem::NoSheet => t!(words(), "cli-paper-no-sheet"),
        };
        let summary = t!(words(), "cli-paper-line", line = error.line, what = what, file = pipe::name(path));
        Problem::new(summary).hint(t!(words(), "cli-hint-paper")).into()
    })
}

fn differs(one: Differs) -> String {
    match one {
        Differs::Sheets { first, second } => t!(words(), "cli-paper-sheets", first = first, second = second),
        Differs::Group { sheet } => t!(words(), "cli-paper-other-group", sheet = sheet),
        Differs::Answer { sheet, question, first, second } => t!(
            words(),
            "cli-paper-other-answer",
            sheet = sheet,
            question = question,
            first = first.to_string(),
            second = second.to_string()
        ),
        Differs::Comment { sheet } => t!(words(), "cli-paper-other-comment", sheet = sheet),
    }
}

fn check_room(too_many: &[usize]) -> Result<(), Failure> {
    let problem = |sheet: &usize| {
        let sheet = sheet.to_string();
        Problem::new(t!(words(), "cli-paper-too-many", sheet = sheet))
    };
    if too_many.is_empty() { Ok(()) } else { Err(Failure::Problems(too_many.iter().map(problem).collect())) }
}
