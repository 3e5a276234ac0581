//! `evenkeel plan`: what is practised and what was counted, as text, as JSON, as a card to print or as a calendar file.

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
use super::pages::{self, paper_parser};
use super::pipe::{self, Target};
use crate::cli::words;
use crate::export;
use crate::instrument::Instruments;
use crate::paper::Paper;
use crate::plan::{Counted, Due, Track, Week, WeekState, counted, due, review, track, weeks};
use crate::profile::{Aim, ColleagueView, GoalLevel, Plan, Profile, Rating, RoleId, TrialId, TrialOf, WeekCount};
use crate::report::{PlanSource, ReportOptions, ReportPage, ReportSource, report_data};
use crate::scoring::Confidence;
use crate::scoring::history::Occasions;
use crate::summary::{
    RoleNames, ended_words, occasions_words, plan_days, plan_obstacle, plan_sentence, plan_title, trial_energy_words,
    week_words,
};
use crate::{foreign, t};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, or - for the standard input
    file: PathBuf,
    /// As JSON
    #[arg(long, conflicts_with = "output")]
    json: bool,
    /// The file to write: OUT.pdf, a card to print; OUT.ics, a calendar with a weekly reminder and the review; or - for the standard
    /// output, which gets the calendar
    #[arg(short, long = "output", value_name = "OUT")]
    output: Option<PathBuf>,
    /// The card as four of A6 on a sheet, to cut: three for the person, one for a colleague
    #[arg(long, requires = "output")]
    four: bool,
    /// The size of the paper of a card
    #[arg(long, value_parser = paper_parser(), default_value = "a4")]
    paper: Paper,
    /// Without colours
    #[arg(long, requires = "output")]
    greyscale: bool,
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
    let lines = match &plan.trial {
        Some(of) => tried(&profile, plan, of, today)?,
        None => text(&profile, plan, &instruments, today, arguments.confidence),
    };
    for line in lines {
        out.line(&line)?;
    }
    Ok(())
}

fn write(arguments: &Arguments, output: &Path, out: &mut Out) -> Result<(), Failure> {
    let path = &arguments.file;
    let is_card = ending(output).as_deref() == Some("pdf");
    if !is_card && !pipe::is_dash(output) && ending(output).as_deref() != Some("ics") {
        let what = t!(words(), "cli-ending", endings = ".pdf, .ics", file = foreign::path(output));
        return Err(Failure::Usage(Problem::new(what)));
    }
    let target = Target::of(output, [path.as_path()].into_iter())?;
    let profile = open::profile(path)?;
    let plan = shown(&profile, path)?;
    if is_card && plan.trial.is_some() {
        return Err(only_trial(path).into());
    }
    let made = if is_card {
        card(arguments, &profile, plan)?
    } else {
        export::to_calendar(words(), open::instruments()?.newest(), plan)
            .map_err(|_no_days| Problem::new(t!(words(), "cli-plan-no-days", file = pipe::name(path))))?
            .into_bytes()
    };
    target.put(&made, &t!(words(), "cli-plan-written", file = foreign::path(output)), out)
}

/// The card as PDF.
fn card(arguments: &Arguments, profile: &Profile, plan: &Plan) -> Result<Vec<u8>, Failure> {
    let (instruments, actions, day) = (open::instruments()?, open::actions()?, words().local_day(Timestamp::now()));
    let page = if arguments.four { ReportPage::Cards } else { ReportPage::Card };
    let options =
        ReportOptions { paper: arguments.paper, greyscale: arguments.greyscale, name: false, pages: [page].into() };
    let source = PlanSource {
        plan,
        profile,
        instruments: &instruments,
        actions: &actions,
        today: day,
        confidence: arguments.confidence,
    };
    let data = report_data(
        ReportSource {
            words: words(),
            instrument: instruments.newest(),
            person: "",
            audited: None,
            day,
            roles: None,
            plan: Some(source),
            others: None,
            notes: &[],
            exercises: None,
        },
        &options,
    );
    pages::warn_of_replaced(&data);
    Ok(pages::built_in(&data)?)
}

/// The plan that has not ended, or else the last one.
fn shown<'a>(profile: &'a Profile, path: &Path) -> Result<&'a Arc<Plan>, Problem> {
    profile.shown_plan().ok_or_else(|| none(path))
}

/// That there is no plan.
pub(super) fn none(path: &Path) -> Problem {
    Problem::new(t!(words(), "cli-no-plan", file = pipe::name(path))).hint(t!(words(), "cli-hint-no-plan"))
}

/// That the plan is a role that is tried, of which there is nothing on paper.
pub(super) fn only_trial(path: &Path) -> Problem {
    Problem::new(t!(words(), "cli-plan-no-card", file = pipe::name(path))).hint(t!(words(), "cli-hint-plan-no-card"))
}

fn text(profile: &Profile, plan: &Plan, instruments: &Instruments, today: Date, confidence: Confidence) -> Vec<String> {
    let mut lines = vec![
        plan_title(words(), instruments.newest(), plan),
        plan_sentence(words(), plan),
        plan_obstacle(words(), plan),
    ];
    lines.extend(Some(plan_days(words(), plan)).filter(|days| !days.is_empty()));
    if plan.is_draft() {
        lines.push(t!(words(), "cli-plan-is-draft"));
    }
    lines.extend(Some(ended_words(words(), plan)).filter(|words| !words.is_empty()));
    lines.extend(plan.begun.map(|_| String::new()));
    if plan.begun.is_some() {
        lines.extend(weeks(plan, today).iter().map(|week| week_words(words(), week)));
    }
    lines.extend(standing(profile, plan, instruments, today, confidence));
    lines.into_iter().enumerate().filter(|(at, line)| *at > 2 || !line.is_empty()).map(|(_, line)| line).collect()
}

/// A trial of a role: which, until when, and what it did beside what was expected. What surprised is private, as all that is written at a
/// review.
fn tried(profile: &Profile, plan: &Plan, of: &TrialOf, today: Date) -> Result<Vec<String>, Failure> {
    let (catalogue, trials) = (open::catalogue()?, open::trials()?);
    let role = RoleNames { catalogue: &catalogue, own: &profile.roles }.of(words(), &of.role);
    let text = trials.text(&of.trial);
    let name = if text.name.is_empty() { of.trial.to_string() } else { text.name.clone() };
    let mut lines = vec![t!(words(), "cli-plan-trial", name = name, role = role), text.what.clone()];
    lines.push(plan_days(words(), plan));
    if plan.is_draft() {
        lines.push(t!(words(), "cli-plan-is-draft"));
    }
    lines.extend([ended_words(words(), plan), trial_energy_words(words(), of)]);
    if due(plan, today) == Some(Due::Review) {
        lines.push(t!(words(), "cli-plan-due-review"));
    }
    lines.retain(|line| !line.is_empty());
    Ok(lines)
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
    trial: Option<TrialJson<'a>>,
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
    track: Option<&'static str>,
    due: Option<DueJson>,
}

#[derive(Serialize)]
struct TrialJson<'a> {
    id: &'a TrialId,
    role: &'a RoleId,
    before: Option<Rating>,
    after: Option<Rating>,
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
    // Nothing is counted in a trial, and it has no sentence.
    let is_skill = plan.trial.is_none();
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
        trial: plan.trial.as_ref().map(trial_json),
        state: match (&plan.begun, &plan.ended) {
            (_, Some(_)) => "ended",
            (Some(_), None) => "under-way",
            (None, None) => "draft",
        },
        sentence: if is_skill { plan_sentence(words(), plan) } else { String::new() },
        obstacle: if is_skill { plan_obstacle(words(), plan) } else { String::new() },
        minutes: plan.minutes.map(Into::into),
        goal: &plan.goal,
        present: plan.present,
        reached: plan.outcome.reached,
        colleague: plan.outcome.colleague,
        start: days.then(|| plan.start.to_string()),
        review: days.then(|| plan.review.to_string()),
        begun: plan.begun.map(|at| at.to_string()),
        ended: plan.ended.as_ref().map(|ended| ended.at.to_string()),
        weeks: if days && is_skill { weeks(plan, today).iter().map(week_json).collect() } else { Vec::new() },
        occasions: BothJson { before: occasions(before), now: occasions(now), estimated: is_estimated },
        track: is_skill.then(|| match track(plan, today) {
            Track::TooEarly => "too-early",
            Track::Moving => "moving",
            Track::NotMoving => "not-moving",
            Track::NeverComesUp => "never-comes-up",
        }),
        due: due(plan, today).map(|due| match due {
            Due::Count(week) => DueJson { what: "count", week: Some(week.to_string()) },
            Due::Review => DueJson { what: "review", week: None },
        }),
    }
}

fn trial_json(of: &TrialOf) -> TrialJson<'_> {
    TrialJson { id: &of.trial, role: &of.role, before: of.before, after: of.after }
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
