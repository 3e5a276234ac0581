//! `evenkeel new`: a profile with one audit, empty or from a CSV of answers.
//!
//! An audit whose items are all answered, rated or not applicable, is finished now. Any other is under way: the window goes on
//! with it at its first open question.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use uuid::Uuid;

use super::answers::{self, Answers};
use super::failure::{Failure, Problem, name, say};
use super::open;
use crate::instrument::{Instrument, item_order};
use crate::profile::{Audit, AuditId, Form, Part, Profile, ProfileId};
use crate::storage::{self, Expect, Folders, Keep, RealFs, format};
use crate::t;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile to make
    #[arg(short, long = "output", value_name = "FILE")]
    output: PathBuf,
    /// Answers as CSV with the columns item,answer and perhaps seconds
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

pub(super) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<(), Failure> {
    let instrument = open::instrument()?;
    let answers = match &arguments.answers {
        Some(path) => answers::read(&storage::read(&RealFs, path)?.bytes, path, &instrument, arguments.form)?,
        None => Answers::none(arguments.form.unwrap_or(Form::Full)),
    };
    let now = Timestamp::now();
    // Whole seconds are what a person would write down.
    let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
    let audit = audit(&instrument, answers, &arguments.role, now);
    let (form, given) = (audit.form, given(&instrument, &audit));
    let mut profile = Profile::new(ProfileId::from(Uuid::new_v4().to_string()));
    profile.person.clone_from(&arguments.person);
    profile.audits.push(Arc::new(audit));
    save(&profile, arguments, now)?;
    let asked = asked(&instrument, form);
    writeln!(
        out,
        "{}",
        t!("cli-made", file = name(&arguments.output), form = form.as_str(), given = given, asked = asked)
    )?;
    Ok(())
}

fn audit(instrument: &Instrument, answers: Answers, role: &str, now: Timestamp) -> Audit {
    let id = Uuid::new_v4();
    // Any number will do, as long as two audits rarely have the same.
    let seed = id.as_fields().0;
    let mut order = answers.order;
    let rest: Vec<_> = item_order(instrument, answers.form, seed).into_iter().filter(|i| !order.contains(i)).collect();
    order.extend(rest);
    let mut audit = Audit {
        id: AuditId::from(id.to_string()),
        parts: answers.parts,
        started: now,
        role: role.to_owned(),
        seed,
        order,
        answers: answers.items,
        seconds: answers.seconds,
        situations: answers.situations,
        needs: answers.needs,
        doses: answers.doses,
        energy: answers.energy,
        signs: answers.signs,
        ..Audit::blank(instrument.reference(), answers.form)
    };
    audit.parts.insert(Part::Behaviour);
    audit.finished = (given(instrument, &audit) == asked(instrument, audit.form)).then_some(now);
    audit
}

/// Items of the form.
fn asked(instrument: &Instrument, form: Form) -> usize {
    instrument.facets.iter().map(|f| f.items(form).len()).sum()
}

/// Items of the form that have an answer.
fn given(instrument: &Instrument, audit: &Audit) -> usize {
    let items = instrument.facets.iter().flat_map(|f| f.items(audit.form));
    items.filter(|item| audit.answers.contains_key(*item)).count()
}

/// A file that `--force` replaces is kept among the backups, as with any other save.
fn save(profile: &Profile, arguments: &Arguments, now: Timestamp) -> Result<(), Failure> {
    let path = &arguments.output;
    let bytes = format::encode(profile).map_err(|error| Problem::format(&error, path))?;
    if !arguments.force {
        storage::save(&RealFs, path, &bytes, &Expect::Absent, None)?;
        return Ok(());
    }
    let folders = Folders::of_this_machine();
    if let Some(folders) = &folders {
        folders.create(&RealFs)?;
    }
    let backups = folders.as_ref().map(Folders::backup_store);
    let replaced = open::profile(path).map_or_else(|_| profile.id.clone(), |old| old.id);
    let keep = backups.as_ref().map(|backups| Keep { backups, document: replaced.as_str(), now });
    let saved = storage::save(&RealFs, path, &bytes, &Expect::Anything, keep)?;
    if let Some(problem) = saved.backup_problem {
        say("warning", &problem.to_string());
    }
    Ok(())
}
