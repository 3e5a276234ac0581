//! `evenkeel round new`: the round file, and the key sheet.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use uuid::Uuid;

use super::secret;
use crate::cli::failure::{Failure, Problem};
use crate::cli::out::Out;
use crate::cli::{open, pipe, words};
use crate::export;
use crate::others::{Group, LIMIT_MEAN, Prospect, prospect};
use crate::profile::Form;
use crate::round::{Collector, Invited, MOST_RATERS, NewRound, NewRoundError, RoundFile};
use crate::scoring::Confidence;
use crate::{foreign, t};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The round file to make
    #[arg(short, long = "output", value_name = "FILE")]
    output: PathBuf,
    /// The key sheet to make, a text to print and then delete, or - for the standard output
    #[arg(long, value_name = "FILE")]
    sheet: PathBuf,
    /// The name of the person, as it stands in the questions
    #[arg(long, value_name = "TEXT")]
    person: String,
    /// Who opens the replies
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    collector: String,
    /// Where replies are to be sent, as raters are told
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    send: String,
    /// Until when, as raters are told
    #[arg(long, value_name = "YYYY-MM-DD")]
    until: Option<String>,
    /// How many managers are invited
    #[arg(long, value_name = "N", default_value_t = 0)]
    manager: usize,
    /// How many peers
    #[arg(long, value_name = "N", default_value_t = 0)]
    peers: usize,
    /// How many people who report to the person
    #[arg(long, value_name = "N", default_value_t = 0)]
    reports: usize,
    /// How many others
    #[arg(long, value_name = "N", default_value_t = 0)]
    others: usize,
    /// A file whose first line is the passphrase, or - for the standard input [default: asked for on the terminal]
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// What was made, and what so many raters can show, as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Output<'a> {
    round: &'a str,
    recipient: String,
    raters: Vec<RatersJson>,
}

#[derive(Serialize)]
struct RatersJson {
    group: Group,
    invited: usize,
    /// The smallest gap that is beyond error, and the one that is found 8 times in 10; absent where the group cannot be shown.
    gap: Option<f64>,
    mostly: Option<f64>,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let questions = secret::built_in()?.questions;
    let round = RoundFile::new(arguments.round(), &questions).map_err(refused)?;
    let key = round.secret().ok_or_else(secret::no_key)?;
    let passphrase = secret::new(arguments.passphrase_file.as_deref())?;
    let bytes = secret::locked(&round, &passphrase)?;
    if pipe::is_dash(&arguments.sheet) && arguments.json {
        return Err(Failure::Usage(Problem::new(t!(words(), "cli-round-sheet-json"))));
    }
    secret::save_new_private(&arguments.output, &bytes)?;
    if pipe::is_dash(&arguments.sheet) {
        out.data().write_all(sheet(&round).as_bytes())?;
        return Ok(());
    }
    secret::save_new_private(&arguments.sheet, sheet(&round).as_bytes())?;
    let raters = round.groups.iter().map(|one| prospects(*one)).collect::<Result<Vec<_>, Failure>>()?;
    if arguments.json {
        let raters = raters.iter().map(|(one, prospect)| RatersJson {
            group: one.group,
            invited: one.invited,
            gap: prospect.map(|it| it.gap),
            mostly: prospect.map(|it| it.mostly),
        });
        let output = Output { round: &round.id, recipient: key.recipient(), raters: raters.collect() };
        return Ok(export::write_value(&output, out.data())?);
    }
    let (file, sheet) = (foreign::path(&arguments.output), foreign::path(&arguments.sheet));
    out.line(&t!(words(), "cli-round-made", file = file, sheet = sheet))?;
    out.line("")?;
    for (one, prospect) in &raters {
        out.line(&said(*one, *prospect))?;
    }
    out.line("")?;
    Ok(out.line(&t!(words(), "cli-round-next", file = foreign::path(&arguments.output)))?)
}

impl Arguments {
    fn round(&self) -> NewRound {
        let counts = [self.manager, self.peers, self.reports, self.others];
        let groups: Vec<Invited> = Group::ALL
            .into_iter()
            .zip(counts)
            .map(|(group, invited)| Invited { group, invited })
            .filter(|one| one.invited > 0)
            .collect();
        // No more chance than a round may need, whatever was asked for.
        let count = counts.iter().fold(1_usize, |sum, count| sum.saturating_add(*count)).min(MOST_RATERS + 1);
        NewRound {
            person: self.person.clone(),
            collector: Collector { name: self.collector.clone(), send: self.send.clone() },
            until: self.until.clone(),
            groups,
            chance: (0..count).map(|_| chance()).collect(),
        }
    }
}

/// 64 bits of chance. A random UUID has 122, with six fixed ones in between.
pub(super) fn chance() -> u64 {
    let (high, low) = Uuid::new_v4().as_u64_pair();
    high ^ low.rotate_left(32)
}

fn refused(error: NewRoundError) -> Failure {
    let summary = match error {
        NewRoundError::Name => t!(words(), "cli-round-name"),
        NewRoundError::Collector => t!(words(), "cli-round-collector"),
        NewRoundError::Date => t!(words(), "cli-round-date"),
        NewRoundError::Count => t!(words(), "cli-round-count", most = MOST_RATERS),
    };
    Failure::Usage(Problem::new(summary))
}

fn prospects(one: Invited) -> Result<(Invited, Option<Prospect>), Failure> {
    let instrument = open::instrument()?;
    let found = prospect(&instrument, Form::Full, one.invited, Confidence::default().z());
    Ok((one, found.filter(|_| !one.group.is_identifiable())))
}

/// What so many raters of a group can show.
fn said(one: Invited, prospect: Option<Prospect>) -> String {
    let (group, count) = (super::arrived::group(one.group), one.invited);
    match prospect {
        _ if one.group.is_identifiable() => t!(words(), "cli-round-can-manager", group = group, count = count),
        None => t!(words(), "cli-round-can-none", group = group, count = count, limit = LIMIT_MEAN),
        Some(it) => t!(
            words(),
            "cli-round-can",
            group = group,
            count = count,
            gap = words().points(it.gap),
            mostly = words().points(it.mostly)
        ),
    }
}

/// The key sheet as a text.
fn sheet(round: &RoundFile) -> String {
    let rows = round.sheet().into_iter().map(|row| {
        let (text, check) = row.text.split_at(row.text.len().saturating_sub(1));
        format!("  {:>2}   {}  {check}", row.number, text.chars().map(String::from).collect::<Vec<_>>().join(" "))
    });
    let head = t!(words(), "cli-round-sheet", person = foreign::line(&round.person), round = round.id.as_str());
    let lines: Vec<String> = [head, String::new()].into_iter().chain(rows).collect();
    lines.join("\n") + "\n\n" + &t!(words(), "cli-round-sheet-how") + "\n"
}

/// The folder that a file is in, for messages.
pub(super) fn shown(path: &Path) -> String {
    foreign::path(path)
}
