//! A plan: one skill to practise until a review, and what was counted on the way; or a role that is tried for some weeks.
//!
//! A plan is a draft until it is begun, then it is under way until it ends. Only one plan of a profile has not ended.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::{ActionId, Answer, AuditId, Extra, FacetId, ItemId, Minutes, PlanId, Rating, RoleId, TrialId};

/// Which way practice goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aim {
    /// To do more of a facet.
    #[default]
    Build,
    /// To do less of it.
    CutBack,
}

/// A level of goal attainment (Kiresuk & Sherman 1968), from -2, much less than expected, over 0, what is expected, to +2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum GoalLevel {
    /// Much less than expected.
    #[serde(rename = "-2")]
    MuchLess,
    /// Less than expected.
    #[serde(rename = "-1")]
    Less,
    /// What is expected.
    #[serde(rename = "0")]
    Expected,
    /// More than expected.
    #[serde(rename = "1")]
    More,
    /// Much more than expected.
    #[serde(rename = "2")]
    MuchMore,
}

impl GoalLevel {
    /// All five, lowest first.
    pub const ALL: [Self; 5] = [Self::MuchLess, Self::Less, Self::Expected, Self::More, Self::MuchMore];

    /// The level as a number from -2 to 2.
    pub const fn value(self) -> i8 {
        match self {
            Self::MuchLess => -2,
            Self::Less => -1,
            Self::Expected => 0,
            Self::More => 1,
            Self::MuchMore => 2,
        }
    }
}

/// What was counted in one week. What was done is never more than what came up, by construction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekCount {
    came: u16,
    did: u16,
    estimated: bool,
}

impl WeekCount {
    /// The most that one week holds.
    pub const MOST: u16 = 999;

    /// It came up `came` times and was done `did` times; `estimated` where nobody counted. `None` where more was done than came up, or
    /// where it is more than [`Self::MOST`].
    pub const fn new(came: u16, did: u16, estimated: bool) -> Option<Self> {
        if did <= came && came <= Self::MOST { Some(Self { came, did, estimated }) } else { None }
    }

    /// How often the occasion came up.
    pub const fn came(self) -> u16 {
        self.came
    }

    /// How often it was done.
    pub const fn did(self) -> u16 {
        self.did
    }

    /// Whether it was estimated afterwards and not counted.
    pub const fn is_estimated(self) -> bool {
        self.estimated
    }
}

/// Why a plan does not move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// The occasion comes, and is noticed too late.
    Cue,
    /// The step is too big.
    Size,
    /// It is not the person's to do.
    NotMine,
    /// It no longer matters.
    NoLonger,
}

/// A change of a plan that did not move.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The day.
    pub on: Date,
    /// What was in the way.
    pub trouble: Trouble,
    /// The occasion as it was before.
    pub cue: String,
    /// The deed as it was before.
    pub deed: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// What one colleague says at the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColleagueView {
    /// Changed for the better.
    Better,
    /// Not noticeably changed.
    Same,
    /// Changed for the worse.
    Worse,
}

/// What the review found. All of it may stay open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The goal level that was reached.
    pub reached: Option<GoalLevel>,
    /// The audit in which the facet's items were answered again.
    pub audit: Option<AuditId>,
    /// How it was then, as seen from now, by item.
    pub then: BTreeMap<ItemId, Answer>,
    /// What one colleague says.
    pub colleague: Option<ColleagueView>,
    /// In the colleague's words.
    pub colleague_words: String,
    /// In the person's own words.
    pub words: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// Why a plan ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndReason {
    /// The review was held.
    Reviewed,
    /// The occasion was noticed too late.
    Cue,
    /// The step was too big.
    Size,
    /// It was not the person's to do.
    NotMine,
    /// It no longer mattered.
    NoLonger,
    /// Another reason.
    Other,
}

impl EndReason {
    /// The reasons for ending before the review, in the order in which they are offered.
    pub const EARLY: [Self; 5] = [Self::Cue, Self::Size, Self::NotMine, Self::NoLonger, Self::Other];
}

impl From<Trouble> for EndReason {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Cue => Self::Cue,
            Trouble::Size => Self::Size,
            Trouble::NotMine => Self::NotMine,
            Trouble::NoLonger => Self::NoLonger,
        }
    }
}

/// The end of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub why: EndReason,
    /// In the person's words; may be empty.
    pub words: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// What a plan is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanKind {
    /// A skill to practise.
    Skill,
    /// A role to try.
    Trial,
}

/// A role that is tried, and what it did to the person.
#[derive(Clone, Debug, PartialEq)]
pub struct TrialOf {
    /// Which trial.
    pub trial: TrialId,
    /// Of which role.
    pub role: RoleId,
    /// What the person expects it to do to them, 1 (drains) to 5 (energises); asked before.
    pub before: Option<Rating>,
    /// What it did to them, asked at the review.
    pub after: Option<Rating>,
    /// What surprised them; may be empty.
    pub surprise: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// One skill to practise, or one role to try.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Its own id.
    pub id: PlanId,
    /// What is practised; where a role is tried, the facet that it asks most.
    pub facet: FacetId,
    /// Which way.
    pub aim: Aim,
    /// The role that is tried; `None` where a skill is practised.
    pub trial: Option<TrialOf>,
    /// The audit from whose result it was chosen.
    pub audit: Option<AuditId>,
    /// Why this one, in the person's words; may be empty.
    pub reason: String,
    /// The exercise that it was taken from, if it was.
    pub action: Option<ActionId>,
    /// The occasion; completes "If …".
    pub cue: String,
    /// What is done then; completes "then I …".
    pub deed: String,
    /// How long the deed takes.
    pub minutes: Option<Minutes>,
    /// What may get in the way; completes "If … gets in the way".
    pub obstacle: String,
    /// What is done then; completes "then I …".
    pub instead: String,
    /// What each goal level looks like.
    pub goal: BTreeMap<GoalLevel, String>,
    /// Where the person stands at the start.
    pub present: Option<GoalLevel>,
    /// The first day.
    pub start: Date,
    /// The day of the review.
    pub review: Date,
    /// The first day of the weeks that are counted. It is kept, so that the weeks stay the same on another machine.
    pub week_start: Weekday,
    /// When it was begun; `None` while it is a draft.
    pub begun: Option<Timestamp>,
    /// Whether the sentence was said once with the occasion hidden.
    pub rehearsed: bool,
    /// What was counted, by the first day of the week. A week without an entry is open, which is not zero.
    pub weeks: BTreeMap<Date, WeekCount>,
    /// Changes of the plan when it did not move, oldest first.
    pub turns: Vec<Turn>,
    /// What the review found.
    pub outcome: Outcome,
    /// Its end; `None` for a draft and while it is under way.
    pub ended: Option<Ended>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Plan {
    /// A draft in which nothing but the facet is chosen.
    pub fn draft(id: PlanId, facet: FacetId, aim: Aim) -> Self {
        Self {
            id,
            facet,
            aim,
            trial: None,
            audit: None,
            reason: String::new(),
            action: None,
            cue: String::new(),
            deed: String::new(),
            minutes: None,
            obstacle: String::new(),
            instead: String::new(),
            goal: BTreeMap::new(),
            present: None,
            start: Date::ZERO,
            review: Date::ZERO,
            week_start: Weekday::Monday,
            begun: None,
            rehearsed: false,
            weeks: BTreeMap::new(),
            turns: Vec::new(),
            outcome: Outcome::default(),
            ended: None,
            extra: Extra::new(),
        }
    }

    /// A draft of a trial of a role that asks most of this facet.
    pub fn trial(id: PlanId, facet: FacetId, trial: TrialId, role: RoleId) -> Self {
        let (surprise, extra) = (String::new(), Extra::new());
        let of = TrialOf { trial, role, before: None, after: None, surprise, extra };
        Self { trial: Some(of), ..Self::draft(id, facet, Aim::Build) }
    }

    /// What it is about.
    pub const fn kind(&self) -> PlanKind {
        if self.trial.is_some() { PlanKind::Trial } else { PlanKind::Skill }
    }

    /// The plan that follows on this one after its review: the same skill and sentence, from `start` on. It begins anew: nothing of the
    /// weeks since and of the review is in it, only what was counted before the first start, so that "before" stays before all practice.
    /// Where the person stands is the level that was reached. A trial that goes on expects what it was. A draft until it is begun.
    #[must_use]
    pub fn following(&self, id: PlanId, start: Date, review: Date) -> Self {
        let mut next = self.clone();
        next.id = id;
        let into_week = i64::from(self.start.weekday().since(self.week_start));
        let begins = self.start.saturating_sub(into_week.days());
        next.weeks.retain(|first, _| *first < begins);
        next.present = self.outcome.reached.or(self.present);
        (next.start, next.review, next.begun, next.ended) = (start, review, None, None);
        if let Some(of) = &mut next.trial {
            (of.before, of.after, of.surprise) = (of.after.or(of.before), None, String::new());
            of.extra = Extra::new();
        }
        (next.turns, next.outcome, next.extra) = (Vec::new(), Outcome::default(), Extra::new());
        next
    }

    /// Whether it is being written.
    pub const fn is_draft(&self) -> bool {
        self.begun.is_none() && self.ended.is_none()
    }

    /// Whether it is practised now.
    pub const fn is_under_way(&self) -> bool {
        self.begun.is_some() && self.ended.is_none()
    }

    /// What a goal level looks like; empty where it was not written.
    pub fn goal(&self, level: GoalLevel) -> &str {
        self.goal.get(&level).map_or("", String::as_str)
    }
}
