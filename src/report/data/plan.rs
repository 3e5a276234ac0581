//! The page about a plan and what came of it, and the card to carry along.

use serde::Serialize;

use super::PlanMaking;
use super::pieces::Drawing;
use crate::chart::legend::{Sample, sample};
use crate::instrument::{KnownFacet, Side};
use crate::plan::{Week, WeekState, before_audit, counted, review, weeks};
use crate::profile::{GoalLevel, Plan, WeekCount};
use crate::scoring::{Scores, score};
use crate::summary::{
    colleague_words, ended_words, goal_words, level_number, needed_lines, occasions_words, plan_days, plan_obstacle,
    plan_sentence, plan_title, questions_words, review_words, turn_words, week_words, witness_lines,
};
use crate::t;

/// The plan, and what came of it.
#[derive(Clone, Debug, Serialize)]
pub struct PlanPage {
    /// What is practised.
    pub skill: PlanSkill,
    /// Why this one, in the person's words; may be empty.
    pub reason: String,
    /// Week by week; absent before the start.
    pub weeks: Option<PlanWeeks>,
    /// The goal levels; absent where none was written.
    pub goal: Option<PlanGoal>,
    /// How the plan was changed when it did not move; mostly without lines.
    pub turns: TitledLines,
    /// What came of it; before anything is known, what the review will need.
    pub came: PlanOutcome,
    /// What the person takes from it, and how it ended; mostly without lines before the review.
    pub own: TitledLines,
}

/// What is practised, as it stands at the head of a page or card.
#[derive(Clone, Debug, Serialize)]
pub struct PlanSkill {
    /// "Practise: Risk mitigation".
    pub title: String,
    /// The facet's side.
    pub side: Side,
    /// The mark of that side.
    pub mark: Drawing,
    /// The facet.
    pub facet: String,
    /// The exercise that it was taken from, and how long it takes; may be empty.
    pub below: String,
    /// The if-then sentence.
    pub sentence: String,
    /// The sentence for what gets in the way; may be empty.
    pub obstacle: String,
    /// From when, until when; empty where that is not decided.
    pub days: String,
}

/// The weeks of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct PlanWeeks {
    /// The heading.
    pub title: String,
    /// How to read them, or how to fill them in.
    pub below: String,
    /// The heads of a table with a row for each week: week, came up, done.
    pub heads: [String; 3],
    /// The weeks, oldest first.
    pub rows: Vec<PlanWeek>,
}

/// One week.
#[derive(Clone, Debug, Serialize)]
pub struct PlanWeek {
    /// Its first day, short.
    pub day: String,
    /// `coming`, `now`, `open`, `skip` or `counted`.
    pub state: &'static str,
    /// Whether it is before the start.
    pub before: bool,
    /// What is written in its box: "2 of 4", "open"; empty for a week to come.
    pub said: String,
    /// Whether that was counted or estimated, or belongs to the time before; may be empty.
    pub below: String,
    /// How often the occasion came up; absent where nothing was counted.
    pub came: Option<u16>,
    /// How often it was done.
    pub did: Option<u16>,
    /// The week in a sentence.
    pub sentence: String,
}

/// The goal levels.
#[derive(Clone, Debug, Serialize)]
pub struct PlanGoal {
    /// The heading.
    pub title: String,
    /// When they were written, and where the person stood.
    pub below: String,
    /// The levels that were written, the highest first.
    pub rows: Vec<PlanLevel>,
}

/// One goal level.
#[derive(Clone, Debug, Serialize)]
pub struct PlanLevel {
    /// Its number with a sign.
    pub level: String,
    /// What it looks like.
    pub words: String,
    /// That the person stood here at the start, or reached it; mostly empty.
    pub mark: String,
}

/// Lines with a heading.
#[derive(Clone, Debug, Serialize)]
pub struct TitledLines {
    /// The heading.
    pub title: String,
    /// The lines; without any, there is nothing to show.
    pub lines: Vec<String>,
}

/// What came of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct PlanOutcome {
    /// The heading.
    pub title: String,
    /// What can be said and what cannot, in a sentence or two.
    pub together: String,
    /// The four kinds of evidence, side by side; empty before anything is known.
    pub kinds: Vec<PlanEvidence>,
}

/// One kind of evidence.
#[derive(Clone, Debug, Serialize)]
pub struct PlanEvidence {
    /// Its name.
    pub title: String,
    /// What it says.
    pub words: String,
}

/// What is on the card of a plan, as a page or as four cards on a sheet.
#[derive(Clone, Debug, Serialize)]
pub struct CardPage {
    /// What is practised.
    pub skill: PlanSkill,
    /// The weeks, to be filled in by hand where nothing was counted yet.
    pub weeks: PlanWeeks,
    /// The goal levels; absent where none was written.
    pub goal: Option<PlanGoal>,
    /// What the review will need.
    pub review: TitledLines,
    /// The card for a colleague: the skill, the sentence and the day, and nothing else.
    pub witness: TitledLines,
    /// How the sheet of four is cut.
    pub cut: String,
}

pub(super) fn page(making: &PlanMaking<'_>) -> PlanPage {
    let (words, plan) = (making.words, making.source.plan);
    let goal = goal(making);
    let own = [plan.outcome.words.as_str(), plan.ended.as_ref().map_or("", |ended| ended.words.as_str())];
    let mut own: Vec<String> =
        own.map(str::trim).into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    // Ending a plan at its review takes over what was written there.
    own.dedup();
    own.extend(Some(ended_words(words, plan)).filter(|line| !line.is_empty()));
    PlanPage {
        skill: skill(making),
        reason: Some(plan.reason.trim())
            .filter(|it| !it.is_empty())
            .map_or_else(String::new, |reason| format!("{} {reason}", t!(words, "plan-why"))),
        weeks: plan.begun.map(|_| {
            let below = t!(words, "under-way-weeks-below");
            PlanWeeks { below, ..the_weeks(making, making.source.today) }
        }),
        goal: (!goal.rows.is_empty()).then_some(goal),
        turns: TitledLines {
            title: t!(words, "report-plan-turns"),
            lines: plan.turns.iter().map(|turn| turn_words(words, turn)).collect(),
        },
        came: came(making),
        own: TitledLines { title: t!(words, "report-plan-own"), lines: own },
    }
}

pub(super) fn card(making: &PlanMaking<'_>) -> CardPage {
    let (words, source) = (making.words, &making.source);
    let goal = goal(making);
    CardPage {
        skill: skill(making),
        weeks: PlanWeeks { below: t!(words, "report-card-how"), ..the_weeks(making, source.today) },
        goal: (!goal.rows.is_empty()).then_some(goal),
        review: TitledLines { title: t!(words, "plan-at-review"), lines: needed(making) },
        witness: TitledLines {
            title: t!(words, "witness-title"),
            lines: witness_lines(words, making.instrument, source.plan),
        },
        cut: t!(words, "report-card-cut"),
    }
}

fn needed(making: &PlanMaking<'_>) -> Vec<String> {
    let source = &making.source;
    let before = before_audit(source.profile, source.plan).and_then(|audit| {
        let instrument = source.instruments.of(&audit.instrument)?;
        Some::<Scores>(score(instrument, audit, source.confidence))
    });
    needed_lines(making.words, source.plan, before.as_ref(), source.confidence)
}

fn skill(making: &PlanMaking<'_>) -> PlanSkill {
    let (words, plan) = (making.words, making.source.plan);
    let exercise = plan.action.as_ref().map(|id| making.source.actions.text(id).name.clone());
    let minutes = plan.minutes.map(|minutes| t!(words, "action-minutes", minutes = u8::from(minutes)));
    let below = [exercise.unwrap_or_default(), minutes.unwrap_or_default()];
    let side = KnownFacet::of(plan.facet.as_str()).map_or(Side::Management, KnownFacet::side);
    PlanSkill {
        title: plan_title(words, making.instrument, plan),
        side,
        mark: Drawing::new(sample(Sample::Side(side)), &making.palette),
        facet: making.instrument.texts.facet(&plan.facet).name.clone(),
        below: below.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        sentence: plan_sentence(words, plan),
        obstacle: plan_obstacle(words, plan),
        days: plan_days(words, plan),
    }
}

fn the_weeks(making: &PlanMaking<'_>, today: jiff::civil::Date) -> PlanWeeks {
    let words = making.words;
    PlanWeeks {
        title: t!(words, "under-way-weeks"),
        below: String::new(),
        heads: [t!(words, "report-card-week"), t!(words, "plan-came"), t!(words, "plan-did")],
        rows: weeks(making.source.plan, today).iter().map(|it| week(making, it)).collect(),
    }
}

fn week(making: &PlanMaking<'_>, week: &Week) -> PlanWeek {
    let words = making.words;
    let (state, said) = match (week.state, week.count) {
        (WeekState::Coming, _) => ("coming", String::new()),
        (WeekState::Now, _) => ("now", String::new()),
        (WeekState::Skip, _) => ("skip", t!(words, "under-way-skip-tag")),
        (WeekState::Counted, Some(count)) => ("counted", t!(words, "n-of-m", number = count.did(), of = count.came())),
        (WeekState::Open | WeekState::Counted, _) => ("open", t!(words, "under-way-open-tag")),
    };
    let estimated = week.count.is_some_and(WeekCount::is_estimated);
    let tags = [
        week.is_before.then(|| t!(words, "under-way-before-tag")),
        estimated.then(|| t!(words, "under-way-estimated-tag")),
    ];
    let month = t!(words, "month-short", month = week.first.month());
    PlanWeek {
        day: t!(words, "under-way-day", day = week.first.day(), month = month),
        state,
        before: week.is_before,
        said,
        below: tags.into_iter().flatten().collect::<Vec<_>>().join(", "),
        came: week.count.map(WeekCount::came),
        did: week.count.map(WeekCount::did),
        sentence: week_words(words, week),
    }
}

fn goal(making: &PlanMaking<'_>) -> PlanGoal {
    let (words, plan) = (making.words, making.source.plan);
    let row = |level: GoalLevel| {
        let marks = [
            (plan.present == Some(level)).then(|| t!(words, "report-goal-present")),
            (plan.outcome.reached == Some(level)).then(|| t!(words, "report-goal-reached")),
        ];
        PlanLevel {
            level: level_number(words, level),
            words: plan.goal(level).to_owned(),
            mark: marks.into_iter().flatten().collect::<Vec<_>>().join(", "),
        }
    };
    let written = GoalLevel::ALL.into_iter().rev().map(row).filter(|row| !row.words.is_empty());
    let rows = written.collect();
    PlanGoal { title: t!(words, "under-way-goal"), below: t!(words, "under-way-goal-below-open"), rows }
}

/// What came of it. Before anything is known there is what the review will need.
fn came(making: &PlanMaking<'_>) -> PlanOutcome {
    let (words, source) = (making.words, &making.source);
    let found = review(source.profile, source.plan, source.instruments, source.confidence);
    if !is_known(source.plan) {
        return PlanOutcome {
            title: t!(words, "plan-at-review"),
            together: needed(making).join(" "),
            kinds: Vec::new(),
        };
    }
    let said = |words: Option<String>| words.unwrap_or_else(|| t!(making.words, "report-plan-not-known"));
    let colleague = found.colleague.map(|view| {
        let own = source.plan.outcome.colleague_words.trim();
        let view = colleague_words(words, view);
        if own.is_empty() { view } else { t!(words, "report-plan-colleague-said", view = view, words = own) }
    });
    let kinds = [
        (t!(words, "reviewing-occasions"), found.occasions.as_ref().map(|it| occasions_words(words, it))),
        (t!(words, "reviewing-goal"), found.goal.map(|it| goal_words(words, source.plan, it))),
        (t!(words, "reviewing-questions"), found.questions.as_ref().map(|it| questions_words(words, it))),
        (t!(words, "reviewing-colleague"), colleague),
    ];
    PlanOutcome {
        title: t!(words, "report-plan-came"),
        together: review_words(words, &found),
        kinds: kinds.into_iter().map(|(title, words)| PlanEvidence { title, words: said(words) }).collect(),
    }
}

/// Whether anything was counted since the start, said or asked again.
fn is_known(plan: &Plan) -> bool {
    let outcome = &plan.outcome;
    counted(plan).weeks > 0 || outcome.reached.is_some() || outcome.audit.is_some() || outcome.colleague.is_some()
}
