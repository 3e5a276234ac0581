//! `evenkeel plan`: what is practised and what was counted, as text, as JSON or as a calendar file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::export::ending;
use super::failure::{Failure, Problem};
use super::open;
use super::out::Out;
use super::pipe::{self, Target};
use crate::cli::words;
use crate::export;
use crate::instrument::Instruments;
use crate::plan::{Counted, Due, Track, Week, WeekState, counted, due, review, track, weeks};
use crate::profile::{Aim, ColleagueView, GoalLevel, Plan, Profile, WeekCount};
use crate::scoring::Confidence;
use crate::scoring::history::Occasions;
use crate::summary::{occasions_words, plan_obstacle, plan_sentence, week_words};
use crate::{foreign, t};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, or - for the standard input
    file: PathBuf,
    /// As JSON
    #[arg(long, conflicts_with = "output")]
    json: bool,
    /// The file to write: OUT.ics, a calendar with a weekly reminder and the review; or - for the standard output
    #[arg(short, long = "output", value_name = "OUT")]
    output: Option<PathBuf>,
    /// How sure the intervals are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    if let Some(output) = &arguments.output {
        return write(arguments, output, out);
    }
    let path = &arguments.file;
    let profile = open::profile(path)?;
    let plan = shown(&profile, path)?;
    let today = words().local_day(Timestamp::now());
    if arguments.json {
        return Ok(export::write_value(&plan_json(plan, today, arguments.confidence), out.data())?);
    }
    let instruments = open::instruments()?;
    for line in text(&profile, plan, &instruments, today, arguments.confidence) {
        out.line(&line)?;
    }
    Ok(())
}

fn write(arguments: &Arguments, output: &Path, out: &mut Out) -> Result<(), Failure> {
    let path = &arguments.file;
    if !pipe::is_dash(output) && ending(output).as_deref() != Some("ics") {
        let what = t!(words(), "cli-ending", endings = ".ics", file = foreign::path(output));
        return Err(Failure::Usage(Problem::new(what)));
    }
    let target = Target::of(output, [path.as_path()].into_iter())?;
    let profile = open::profile(path)?;
    let plan = shown(&profile, path)?;
    let made = export::to_calendar(words(), open::instruments()?.newest(), plan)
        .map_err(|_no_days| Problem::new(t!(words(), "cli-plan-no-days", file = pipe::name(path))))?;
    target.put(made.as_bytes(), &t!(words(), "cli-plan-written", file = foreign::path(output)), out)
}

/// The plan that has not ended, or else the last one.
fn shown<'a>(profile: &'a Profile, path: &Path) -> Result<&'a Arc<Plan>, Problem> {
    profile.current_plan().or_else(|| profile.plans.last()).ok_or_else(|| none(path))
}

/// That there is no plan.
pub(super) fn none(path: &Path) -> Problem {
    Problem::new(t!(words(), "cli-no-plan", file = pipe::name(path))).hint(t!(words(), "cli-hint-no-plan"))
}

fn text(profile: &Profile, plan: &Plan, instruments: &Instruments, today: Date, confidence: Confidence) -> Vec<String> {
    let facet = instruments.newest().texts.facet(&plan.facet).name.as_str();
    let title = match plan.aim {
        Aim::Build => t!(words(), "plan-draft-title", facet = facet),
        Aim::CutBack => t!(words(), "plan-draft-less-title", facet = facet),
    };
    let mut lines = vec![title, plan_sentence(words(), plan), plan_obstacle(words(), plan)];
    if plan.start < plan.review {
        let (start, review) = (words().day(plan.start), words().day(plan.review));
        lines.push(t!(words(), "cli-plan-days", start = start, review = review));
    }
    if plan.is_draft() {
        lines.push(t!(words(), "cli-plan-is-draft"));
    }
    if let Some(ended) = &plan.ended {
        lines.push(t!(words(), "cli-plan-has-ended", day = words().date(ended.at)));
    }
    lines.extend(plan.begun.map(|_| String::new()));
    if plan.begun.is_some() {
        lines.extend(weeks(plan, today).iter().map(|week| week_words(words(), week)));
    }
    lines.extend(standing(profile, plan, instruments, today, confidence));
    lines.into_iter().enumerate().filter(|(at, line)| *at > 2 || !line.is_empty()).map(|(_, line)| line).collect()
}

/// What stands now: the occasions, and what is due.
pub(super) fn standing(
    profile: &Profile,
    plan: &Plan,
    instruments: &Instruments,
    today: Date,
    confidence: Confidence,
) -> Vec<String> {
    let found = review(profile, plan, instruments, confidence);
    let occasions = found.occasions.map(|found| occasions_words(words(), &found));
    let due = due(plan, today).map(|due| match due {
        Due::Count(week) => t!(words(), "cli-plan-due-count", day = words().day(week)),
        Due::Review => t!(words(), "cli-plan-due-review"),
    });
    occasions.into_iter().chain(due).collect()
}

#[derive(Serialize)]
struct PlanJson<'a> {
    id: &'a str,
    facet: &'a str,
    aim: Aim,
    state: &'static str,
    sentence: String,
    obstacle: String,
    minutes: Option<u8>,
    goal: &'a BTreeMap<GoalLevel, String>,
    present: Option<GoalLevel>,
    reached: Option<GoalLevel>,
    colleague: Option<ColleagueView>,
    start: Option<String>,
    review: Option<String>,
    begun: Option<String>,
    ended: Option<String>,
    weeks: Vec<WeekJson>,
    occasions: BothJson,
    track: &'static str,
    due: Option<DueJson>,
}

#[derive(Serialize)]
struct WeekJson {
    first: String,
    before: bool,
    state: &'static str,
    came: Option<u16>,
    did: Option<u16>,
    estimated: bool,
}

#[derive(Serialize)]
struct BothJson {
    before: OccasionsJson,
    now: OccasionsJson,
    estimated: bool,
}

#[derive(Serialize)]
struct OccasionsJson {
    came: u32,
    did: u32,
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct DueJson {
    what: &'static str,
    week: Option<String>,
}

fn plan_json(plan: &Plan, today: Date, confidence: Confidence) -> PlanJson<'_> {
    let days = plan.start <= plan.review && plan.start > Date::ZERO;
    let Counted { before, now, is_estimated, .. } = counted(plan);
    let occasions = |it: Occasions| {
        let share = it.share(confidence);
        OccasionsJson {
            came: it.came(),
            did: it.took(),
            share: share.map(|it| it.share),
            low: share.map(|it| it.low),
            high: share.map(|it| it.high),
        }
    };
    PlanJson {
        id: plan.id.as_str(),
        facet: plan.facet.as_str(),
        aim: plan.aim,
        state: match (&plan.begun, &plan.ended) {
            (_, Some(_)) => "ended",
            (Some(_), None) => "under-way",
            (None, None) => "draft",
        },
        sentence: plan_sentence(words(), plan),
        obstacle: plan_obstacle(words(), plan),
        minutes: plan.minutes.map(Into::into),
        goal: &plan.goal,
        present: plan.present,
        reached: plan.outcome.reached,
        colleague: plan.outcome.colleague,
        start: days.then(|| plan.start.to_string()),
        review: days.then(|| plan.review.to_string()),
        begun: plan.begun.map(|at| at.to_string()),
        ended: plan.ended.as_ref().map(|ended| ended.at.to_string()),
        weeks: if days { weeks(plan, today).iter().map(week_json).collect() } else { Vec::new() },
        occasions: BothJson { before: occasions(before), now: occasions(now), estimated: is_estimated },
        track: match track(plan, today) {
            Track::TooEarly => "too-early",
            Track::Moving => "moving",
            Track::NotMoving => "not-moving",
            Track::NeverComesUp => "never-comes-up",
        },
        due: due(plan, today).map(|due| match due {
            Due::Count(week) => DueJson { what: "count", week: Some(week.to_string()) },
            Due::Review => DueJson { what: "review", week: None },
        }),
    }
}

fn week_json(week: &Week) -> WeekJson {
    WeekJson {
        first: week.first.to_string(),
        before: week.is_before,
        state: match week.state {
            WeekState::Coming => "coming",
            WeekState::Now => "now",
            WeekState::Open => "open",
            WeekState::Skip => "skip",
            WeekState::Counted => "counted",
        },
        came: week.count.map(WeekCount::came),
        did: week.count.map(WeekCount::did),
        estimated: week.count.is_some_and(WeekCount::is_estimated),
    }
}
