//! `evenkeel round form`: a page for each rater. Before the first ones, two rows of the key sheet are typed back, so that it is known to
//! be on paper: without it, a lost passphrase loses the replies.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::{RoundArguments, new, rows, secret};
use crate::cli::failure::{Failure, Problem};
use crate::cli::out::Out;
use crate::cli::words;
use crate::export;
use crate::random::SplitMix;
use crate::round::{RoundFile, page};
use crate::scoring::id;
use crate::t;

/// How many rows are typed back.
const ROWS: usize = 2;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    round: RoundArguments,
    /// The folder for the forms, which has to be there
    #[arg(short, long = "output", value_name = "FOLDER")]
    output: PathBuf,
    /// Two rows of the key sheet as they were typed back, each with its number first [default: asked for on the terminal]
    #[arg(long, value_name = "FILE")]
    typed: Option<PathBuf>,
    /// The names of the forms, as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Output {
    forms: Vec<String>,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let mut opened = secret::open(&arguments.round)?;
    let form = secret::questions(&opened.round)?;
    if !opened.round.is_sheet_typed {
        type_back(arguments, &opened.round)?;
        opened.round.is_sheet_typed = true;
        opened.save(&arguments.round.round)?;
    }
    let mut forms = Vec::new();
    let mut numbers = BTreeMap::new();
    for rater in &opened.round.tokens {
        let number = numbers.entry(rater.group).and_modify(|number| *number += 1).or_insert(1_usize);
        let name = format!("{}-{number}.html", id(&rater.group));
        let page = page(&opened.round, &form, *rater).ok_or_else(secret::no_key)?;
        let path = arguments.output.join(&name);
        secret::save_new(&path, page.as_bytes())?;
        forms.push(name);
    }
    if arguments.json {
        return Ok(export::write_value(&Output { forms }, out.data())?);
    }
    let folder = new::shown(&arguments.output);
    out.line(&t!(words(), "cli-round-forms", count = forms.len(), folder = folder))?;
    Ok(out.line(&t!(words(), "cli-round-forms-how"))?)
}

fn type_back(arguments: &Arguments, round: &RoundFile) -> Result<(), Failure> {
    let sheet = round.sheet();
    let typed = match &arguments.typed {
        Some(file) => rows::of_file(file)?,
        None if !io::stdin().is_terminal() => return Err(too_few()),
        None => {
            let mut random = SplitMix::new(new::chance());
            let first = random.below(sheet.len());
            let second = (first + 1 + random.below(sheet.len() - 1)) % sheet.len();
            vec![rows::ask(first + 1)?, rows::ask(second + 1)?]
        }
    };
    if let Some(other) = typed.iter().find(|row| !sheet.contains(row)) {
        let problem = Problem::new(t!(words(), "cli-round-row-other", number = other.number));
        return Err(problem.hint(t!(words(), "cli-hint-round-sheet")).into());
    }
    let different: BTreeSet<usize> = typed.iter().map(|row| row.number).collect();
    if different.len() >= ROWS { Ok(()) } else { Err(too_few()) }
}

fn too_few() -> Failure {
    Problem::new(t!(words(), "cli-round-sheet-first", count = ROWS)).hint(t!(words(), "cli-hint-round-sheet")).into()
}
