//! `evenkeel round form`: a page for each rater. Before the first ones, two rows of the key sheet are typed back, so that it is known to
//! be on paper: without it, a lost passphrase loses the replies.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::{RoundArguments, new, secret};
use crate::cli::failure::{Failure, Problem};
use crate::cli::out::Out;
use crate::cli::{pipe, words};
use crate::export;
use crate::random::SplitMix;
use crate::round::{RoundFile, page, sheet};
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
    let mut numbers = std::collections::BTreeMap::new();
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
    let rows = round.sheet();
    if let Some(file) = &arguments.typed {
        let bytes = pipe::read(file)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut seen = std::collections::BTreeSet::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (number, rest) = line.split_once([' ', ':', '\t', '.']).unwrap_or((line, ""));
            let number: usize = number.parse().map_err(|_none| Problem::new(t!(words(), "cli-round-row-number")))?;
            check(&rows, number, rest)?;
            seen.insert(number);
        }
        return if seen.len() >= ROWS { Ok(()) } else { Err(too_few()) };
    }
    if !io::stdin().is_terminal() {
        return Err(too_few());
    }
    let mut random = SplitMix::new(new::chance());
    let first = 1 + random.below(rows.len());
    let second = 1 + (first + random.below(rows.len() - 1)) % rows.len();
    for number in [first, second] {
        let question = t!(words(), "cli-round-row", number = number);
        write!(io::stderr(), "{question} ").unwrap_or_default();
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line)?;
        check(&rows, number, &line)?;
    }
    Ok(())
}

fn too_few() -> Failure {
    Problem::new(t!(words(), "cli-round-sheet-first", count = ROWS)).hint(t!(words(), "cli-hint-round-sheet")).into()
}

/// A row has to be right in itself and that of this round.
fn check(rows: &[sheet::Row], number: usize, text: &str) -> Result<(), Failure> {
    let right = sheet::typed(number, text).map_err(|_wrong| {
        let problem = Problem::new(t!(words(), "cli-round-row-mistyped", number = number));
        problem.hint(t!(words(), "cli-hint-round-row"))
    })?;
    if rows.contains(&right) {
        return Ok(());
    }
    let problem = Problem::new(t!(words(), "cli-round-row-other", number = number));
    Err(problem.hint(t!(words(), "cli-hint-round-sheet")).into())
}
