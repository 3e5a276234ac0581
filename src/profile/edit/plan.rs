//! Changes inside one plan.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

use super::{EditError, set};
use crate::profile::{
    ActionId, Answer, AuditId, ColleagueView, Ended, GoalLevel, ItemId, Minutes, Plan, Rating, TrialOf, Turn, WeekCount,
};

/// Which text of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanText {
    /// Why this skill.
    Reason,
    /// The occasion.
    Cue,
    /// What is done then.
    Deed,
    /// What may get in the way.
    Obstacle,
    /// What is done instead.
    Instead,
    /// What a goal level looks like.
    Goal(GoalLevel),
    /// What one colleague says at the review.
    ColleagueWords,
    /// What the person says at the review.
    Words,
    /// What surprised them in a trial.
    Surprise,
}

/// An exercise as it is taken over into a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenAction {
    /// The exercise.
    pub action: Option<ActionId>,
    /// The occasion.
    pub cue: String,
    /// What is done then.
    pub deed: String,
    /// How long it takes.
    pub minutes: Option<Minutes>,
    /// What may get in the way.
    pub obstacle: String,
    /// What is done then.
    pub instead: String,
}

/// A change inside one plan. `None` takes a value back.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEdit {
    /// A text.
    SetText(PlanText, String),
    /// The exercise, with its sentences.
    TakeAction(Box<TakenAction>),
    /// How long the deed takes.
    SetMinutes(Option<Minutes>),
    /// All goal levels at once.
    SetGoal(BTreeMap<GoalLevel, String>),
    /// Where the person stands at the start.
    SetPresent(Option<GoalLevel>),
    /// The first day and that of the review, with the first day of a week.
    SetDates(Date, Date, Weekday),
    /// The sentence was said once with the occasion hidden, or it was not.
    SetRehearsed(bool),
    /// From now on it is practised.
    Begin(Timestamp),
    /// What was counted in the week that begins on this day.
    SetWeek(Date, Option<WeekCount>),
    /// The plan did not move, and gets another occasion and deed.
    Turn(Box<Turn>, Box<TakenAction>),
    /// The goal level that was reached.
    SetReached(Option<GoalLevel>),
    /// The audit in which the facet's items were answered again.
    SetRecheck(Option<AuditId>),
    /// How it was then, as seen from now.
    SetThen(ItemId, Option<Answer>),
    /// What one colleague says.
    SetColleague(Option<ColleagueView>),
    /// What the person expects a trial to do to them.
    SetBefore(Option<Rating>),
    /// What a trial did to them.
    SetAfter(Option<Rating>),
    /// The plan ends.
    End(Box<Ended>),
}

impl Plan {
    pub(super) fn apply(&mut self, change: &PlanEdit) -> Result<(), EditError> {
        match change {
            PlanEdit::SetText(PlanText::Surprise, text) => text.clone_into(&mut self.tried()?.surprise),
            PlanEdit::SetText(which, text) => self.set_text(*which, text),
            PlanEdit::TakeAction(taken) => self.take(taken),
            PlanEdit::SetMinutes(minutes) => self.minutes = *minutes,
            PlanEdit::SetGoal(goal) => self.goal.clone_from(goal),
            PlanEdit::SetPresent(level) => self.present = *level,
            PlanEdit::SetDates(start, review, week_start) => {
                if review < start {
                    return Err(EditError::ReviewBeforeStart);
                }
                (self.start, self.review, self.week_start) = (*start, *review, *week_start);
            }
            PlanEdit::SetRehearsed(rehearsed) => self.rehearsed = *rehearsed,
            PlanEdit::Begin(at) => self.begun = Some(*at),
            PlanEdit::SetWeek(week, count) => set(&mut self.weeks, week, *count),
            PlanEdit::Turn(turn, taken) => {
                self.turns.push(turn.as_ref().clone());
                self.take(taken);
            }
            PlanEdit::SetReached(level) => self.outcome.reached = *level,
            PlanEdit::SetRecheck(audit) => self.outcome.audit.clone_from(audit),
            PlanEdit::SetThen(item, answer) => set(&mut self.outcome.then, item, *answer),
            PlanEdit::SetColleague(view) => self.outcome.colleague = *view,
            PlanEdit::SetBefore(energy) => self.tried()?.before = *energy,
            PlanEdit::SetAfter(energy) => self.tried()?.after = *energy,
            PlanEdit::End(ended) => self.ended = Some(ended.as_ref().clone()),
        }
        Ok(())
    }

    fn tried(&mut self) -> Result<&mut TrialOf, EditError> {
        self.trial.as_mut().ok_or(EditError::NoTrial)
    }

    fn take(&mut self, taken: &TakenAction) {
        let TakenAction { action, cue, deed, minutes, obstacle, instead } = taken.clone();
        (self.action, self.cue, self.deed, self.minutes) = (action, cue, deed, minutes);
        (self.obstacle, self.instead, self.rehearsed) = (obstacle, instead, false);
    }

    fn set_text(&mut self, which: PlanText, text: &str) {
        let place = match which {
            PlanText::Reason => &mut self.reason,
            PlanText::Cue => &mut self.cue,
            PlanText::Deed => &mut self.deed,
            PlanText::Obstacle => &mut self.obstacle,
            PlanText::Instead => &mut self.instead,
            PlanText::ColleagueWords => &mut self.outcome.colleague_words,
            PlanText::Words => &mut self.outcome.words,
            // Only a trial has it, which is seen to before.
            PlanText::Surprise => return,
            PlanText::Goal(level) => {
                return set(&mut self.goal, &level, (!text.is_empty()).then(|| text.to_owned()));
            }
        };
        text.clone_into(place);
    }
}
