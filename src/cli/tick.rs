//! `evenkeel tick`: counts a week of the plan in the file itself, which is saved like any other change.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;

use super::failure::{Failure, Problem, say};
use super::out::Out;
use super::{open, pipe, plan};
use crate::cli::words;
use crate::plan::{Week, WeekState, week_of, weeks};
use crate::profile::{Edit, Plan, PlanEdit, PlanKind, Profile, WeekCount};
use crate::scoring::Confidence;
use crate::storage::{self, DocumentLock, Expect, Folders, LockError, RealFs, format};
use crate::summary::week_words;
use crate::{foreign, message, t};

#[derive(Debug, Args)]
#[expect(clippy::option_option, reason = "an option can be missing, be there without a number, or with one")]
pub(super) struct Arguments {
    /// The profile
    file: PathBuf,
    /// How often it came up; without a number: once more, and it was not done
    #[arg(long, value_name = "N")]
    came: Option<Option<u16>>,
    /// How often it was done; without a number: it came up once more and was done
    #[arg(long, value_name = "N")]
    did: Option<Option<u16>>,
    /// It did not come up
    #[arg(long, conflicts_with_all = ["came", "did"])]
    skip: bool,
    /// The week that this day is in [default: this week]
    #[arg(long, value_name = "DAY", value_parser = day)]
    week: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    words().read_day(text).ok_or_else(|| t!(words(), "cli-tick-day"))
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let path = &arguments.file;
    if pipe::is_dash(path) {
        return Err(Failure::Usage(Problem::new(t!(words(), "cli-tick-file"))));
    }
    let asked = arguments.asked()?;
    let now = Timestamp::now();
    let today = words().local_day(now);
    // Held until the save is done.
    let _lock = lock(path, now)?;
    let loaded = storage::read(&RealFs, path)?;
    let profile = format::open(&loaded.bytes).map_err(|error| Problem::format(&error, path))?.profile;
    let plan = practised(&profile, path)?;
    let week = week(plan, arguments.week.unwrap_or(today), today, path)?;
    let Some(asked) = asked else { return tell(&profile, plan, week.first, today, out) };
    let count = asked.count(week.count)?;
    let edit = Edit::Plan(plan.id.clone(), PlanEdit::SetWeek(week.first, Some(count)));
    let changed = profile.apply(&edit).map_err(|error| Problem::new(message::no_room(words(), &error).summary))?;
    if changed != profile {
        let bytes = format::encode(&changed).map_err(|error| Problem::format(&error, path))?;
        pipe::replace(path, &bytes, &Expect::Unchanged(loaded.fingerprint), profile.id.as_str(), now)?;
    }
    let plan = practised(&changed, path)?;
    tell(&changed, plan, week.first, today, out)
}

/// No window may have the file open: what it shows would not be what is in the file.
fn lock(path: &Path, now: Timestamp) -> Result<Option<DocumentLock>, Failure> {
    let real = storage::resolve(&RealFs, path)?;
    let Some(folders) = Folders::of_this_machine() else { return Ok(None) };
    folders.create(&RealFs)?;
    match DocumentLock::acquire(&folders, &real, now) {
        Ok(lock) => Ok(Some(lock)),
        Err(LockError::Held(_)) => {
            let problem = Problem::new(t!(words(), "cli-tick-held", file = foreign::path(path)));
            Err(problem.hint(t!(words(), "cli-hint-tick-held")).into())
        }
        Err(error @ LockError::Unavailable(_)) => {
            say("warning", &error.to_string());
            Ok(None)
        }
    }
}

/// The plan that is under way.
fn practised<'a>(profile: &'a Profile, path: &Path) -> Result<&'a Plan, Problem> {
    let file = || foreign::path(path);
    match profile.current_plan() {
        Some(plan) if plan.kind() == PlanKind::Trial => Err(Problem::new(t!(words(), "cli-tick-trial", file = file()))),
        Some(plan) if plan.is_under_way() => Ok(plan),
        Some(_) => Err(Problem::new(t!(words(), "cli-tick-draft", file = file()))),
        None if profile.plans.is_empty() => Err(plan::none(path)),
        None => Err(Problem::new(t!(words(), "cli-tick-ended", file = file()))),
    }
}

/// The week of a day, which must have begun and be one of the plan's.
fn week(plan: &Plan, day: Date, today: Date, path: &Path) -> Result<Week, Problem> {
    let first = week_of(day, plan.week_start);
    let all = weeks(plan, today);
    if let Some(week) = all.iter().find(|week| week.first == first && week.state != WeekState::Coming) {
        return Ok(*week);
    }
    let problem = Problem::new(t!(words(), "cli-tick-week", day = words().day(first), file = foreign::path(path)));
    let [from, to] = [all.first(), all.last()].map(|week| week.map_or_else(String::new, |it| words().day(it.first)));
    Err(problem.hint(t!(words(), "cli-hint-tick-week", first = from, last = to)))
}

fn tell(profile: &Profile, plan: &Plan, first: Date, today: Date, out: &mut Out) -> Result<(), Failure> {
    let week = weeks(plan, today).into_iter().find(|week| week.first == first);
    let said = week.map(|week| week_words(words(), &week));
    let standing = plan::standing(profile, plan, &*open::instruments()?, today, Confidence::default());
    for line in said.into_iter().chain(standing) {
        out.line(&line)?;
    }
    Ok(())
}

/// What is to be done with a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// These numbers take the place of those that are there.
    Set { came: u16, did: u16 },
    /// It came up once more, and was done or was not.
    Add { did: bool },
}

impl Arguments {
    /// `None` where nothing is to be changed.
    fn asked(&self) -> Result<Option<Asked>, Failure> {
        match (self.came, self.did) {
            (None, None) => Ok(self.skip.then_some(Asked::Set { came: 0, did: 0 })),
            (Some(Some(came)), Some(Some(did))) => Ok(Some(Asked::Set { came, did })),
            (None | Some(None), Some(None)) => Ok(Some(Asked::Add { did: true })),
            (Some(None), None) => Ok(Some(Asked::Add { did: false })),
            _ => {
                let problem = Problem::new(t!(words(), "cli-tick-numbers"));
                Err(Failure::Usage(problem.hint(t!(words(), "cli-hint-tick"))))
            }
        }
    }
}

impl Asked {
    fn count(self, before: Option<WeekCount>) -> Result<WeekCount, Failure> {
        let count = match self {
            Self::Set { came, did } => WeekCount::new(came, did, false),
            Self::Add { did } => {
                let before = before.unwrap_or_default();
                let (came, done) = (before.came() + 1, before.did() + u16::from(did));
                WeekCount::new(came, done, before.is_estimated())
            }
        };
        count.ok_or_else(|| {
            let most = WeekCount::MOST.to_string();
            Failure::Usage(Problem::new(t!(words(), "cli-tick-more", most = most)))
        })
    }
}
