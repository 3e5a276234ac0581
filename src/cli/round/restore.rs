//! `evenkeel round restore`: a round file again, from the key sheet and the forms, for the day on which file or passphrase is lost.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;

use super::{arrived, new, rows, secret};
use crate::cli::failure::{Failure, Problem};
use crate::cli::out::Out;
use crate::cli::{pipe, words};
use crate::round::sheet::{self, Row};
use crate::round::{RestoreError, SecretKey, restore};
use crate::{foreign, t};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The forms of the round, or folders of them: all that are still there. A reply counts only where its form is among them
    #[arg(required = true, value_name = "FORMS")]
    forms: Vec<PathBuf>,
    /// The round file to make
    #[arg(short, long = "output", value_name = "FILE")]
    output: PathBuf,
    /// All rows of the key sheet, each with its number first [default: asked for on the terminal]
    #[arg(long, value_name = "FILE")]
    typed: Option<PathBuf>,
    /// A file whose first line is the new passphrase, or - for the standard input [default: asked for on the terminal]
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let questions = secret::built_in()?.questions;
    let key = key(arguments)?;
    let mut pages = Vec::new();
    for path in arguments.forms.iter().map(|name| arrived::files(name)).collect::<Result<Vec<_>, _>>()?.concat() {
        pages.push(pipe::read(&path)?);
    }
    let round = restore(&pages, &key, &questions, &mut new::chance).map_err(refused)?;
    let passphrase = secret::new(arguments.passphrase_file.as_deref())?;
    secret::save_new_private(&arguments.output, &secret::locked(&round.file, &passphrase)?)?;
    let file = foreign::path(&arguments.output);
    out.line(&t!(words(), "cli-round-restored", file = file, known = round.known, count = round.file.tokens.len()))?;
    Ok(out.line(&t!(words(), "cli-round-restored-history"))?)
}

/// The key of all rows.
fn key(arguments: &Arguments) -> Result<SecretKey, Failure> {
    let typed = match &arguments.typed {
        Some(file) => rows::of_file(file)?,
        None if io::stdin().is_terminal() => (1..=sheet::ROWS).map(rows::ask).collect::<Result<_, _>>()?,
        None => Vec::new(),
    };
    let rows: BTreeMap<usize, Row> = typed.into_iter().map(|row| (row.number, row)).collect();
    if !(1..=sheet::ROWS).all(|number| rows.contains_key(&number)) {
        let problem = Problem::new(t!(words(), "cli-round-restore-rows", count = sheet::ROWS));
        return Err(problem.hint(t!(words(), "cli-hint-round-sheet")).into());
    }
    let rows: Vec<Row> = rows.into_values().collect();
    SecretKey::parse(&sheet::secret(&rows)).ok_or_else(|| Problem::new(t!(words(), "cli-round-restore-key")).into())
}

fn refused(error: RestoreError) -> Failure {
    let summary = match error {
        RestoreError::NoForm => t!(words(), "cli-round-restore-no-form"),
        RestoreError::Rounds => t!(words(), "cli-round-restore-rounds"),
        RestoreError::Key => t!(words(), "cli-round-restore-other-key"),
        RestoreError::Questions => t!(words(), "cli-round-restore-questions"),
    };
    Problem::new(summary).into()
}
