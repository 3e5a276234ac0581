//! `evenkeel new`: a profile with one audit, empty or from a CSV of answers.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use uuid::Uuid;

use super::failure::{Failure, Problem};
use super::out::Out;
use super::{open, pipe};
use crate::answers::{self, AnswerTable, New};
use crate::cli::words;
use crate::profile::{Form, Profile, limits};
use crate::storage::{self, Expect, RealFs, format};
use crate::{foreign, message, t};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile to make, or - for the standard output
    #[arg(short, long = "output", value_name = "FILE")]
    output: PathBuf,
    /// Answers as CSV with the columns item,answer and perhaps seconds, or - for the standard input
    #[arg(long, value_name = "CSV")]
    answers: Option<PathBuf>,
    /// The form of the audit [default: quick if all items in the CSV are of the quick form, else full]
    #[arg(long, value_parser = open::form_parser())]
    form: Option<Form>,
    /// The role that is audited
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    role: String,
    /// The person's name
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    person: String,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

/// Refuses names that are too long for a profile, before anything is read or made.
fn check_names(arguments: &Arguments) -> Result<(), Problem> {
    for (option, text) in [("--role", &arguments.role), ("--person", &arguments.person)] {
        limits::check_text(text).map_err(|_too_long| {
            let limit = limits::MAX_TEXT.to_string();
            Problem::new(t!(words(), "cli-text-long", option = option, length = text.len().to_string(), limit = limit))
        })?;
    }
    Ok(())
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    check_names(arguments)?;
    let instruments = open::instruments()?;
    let table = match &arguments.answers {
        Some(path) => answers::read(words(), &pipe::read(path)?, &instruments, arguments.form).map_err(|wrong| {
            let what = t!(words(), "cli-about-file", what = wrong.said(words()), file = pipe::name(path));
            Problem { summary: what, hint: wrong.hint }
        })?,
        None => AnswerTable::none(instruments.newest(), arguments.form.unwrap_or(Form::Full)),
    };
    let now = Timestamp::now();
    let (given, id) = (table.answers.items.len(), Uuid::new_v4());
    let (form, asked) = (table.form, answers::asked(&table.instrument, table.form).count());
    let new = New {
        profile: Uuid::new_v4().to_string().into(),
        audit: id.to_string().into(),
        seed: id.as_fields().0,
        // Whole seconds, as a person would write them down.
        at: Timestamp::from_second(now.as_second()).unwrap_or(now),
        role: arguments.role.clone(),
        person: arguments.person.clone(),
    };
    let at = new.at;
    let profile = answers::profile(table, new);
    if pipe::is_dash(&arguments.output) {
        out.data().write_all(&encode(&profile, &arguments.output)?)?;
        return Ok(());
    }
    save(&profile, arguments, at)?;
    let file = foreign::path(&arguments.output);
    out.line(&t!(words(), "cli-made", file = file, form = form.as_str(), given = given, asked = asked))?;
    Ok(())
}

fn encode(profile: &Profile, output: &Path) -> Result<Vec<u8>, Problem> {
    format::encode(profile).map_err(|error| {
        let what = t!(words(), "cli-about-file", what = message::format(words(), &error), file = foreign::path(output));
        Problem::new(what).hint(message::bad_file_hint(words(), &error))
    })
}

/// A file that `--force` replaces is kept among the backups, as with any other save.
fn save(profile: &Profile, arguments: &Arguments, now: Timestamp) -> Result<(), Failure> {
    let path = &arguments.output;
    let bytes = encode(profile, path)?;
    if !arguments.force {
        storage::save(&RealFs, path, &bytes, &Expect::Absent, None)?;
        return Ok(());
    }
    let replaced = open::profile(path).map_or_else(|_| profile.id.clone(), |old| old.id);
    pipe::replace(path, &bytes, &Expect::Anything, replaced.as_str(), now)
}
