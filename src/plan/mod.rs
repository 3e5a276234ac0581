//! One skill to practise: which ones are worth it, what was counted week by week, whether it moves, and what a review can say.
//!
//! # Rules
//!
//! **Suggested.** To build: facets of which the role asks for more, or of which the person says that they do too little, the most
//! worthwhile first ([`crate::scoring`], *Priority*). To cut back: those of which it asks for less, the largest difference first, then
//! those of which the person says that they do too much. Where there is neither, strengths to deepen: facets whose whole band lies at
//! *often*, those that give energy first. Each has its reasons and what speaks against it. What others see
//! is a second source next to what the person says: it is held against the need, too, with the error of both, and a facet that only others
//! see below it comes last. Where signs point to the place and not to
//! the person, practice may not be what helps; that is said first.
//!
//! **Weeks.** Weeks of a calendar, by the first day that the plan keeps. The two weeks before that of the start are the baseline; the
//! weeks from that of the start to that of the review are practised. A week without a count is *open*, which is not zero. A week in
//! which the occasion did not come up is a *skip*: it counts neither way.
//!
//! **Occasions.** All baseline weeks that were counted or estimated, against all practised weeks that were counted since the plan was
//! last changed: after a change of occasion or deed, earlier weeks are about something else.
//!
//! **Moving.** Looked at are the last three weeks that are over, since the start and since the last change, without skips. With two
//! or more of them counted, the plan moves if the share that was done is above that of the baseline, or above zero where there is
//! none. Three skips in a row say that the occasion does not come up. Three open weeks say nothing, so nothing is said of them.
//! The limits are ours.
//!
//! **Review.** Four kinds of evidence stand side by side and are never averaged: occasions, the goal level reached (Kiresuk & Sherman
//! 1968), the questions now and as seen back (response shift: Howard & Dailey 1979), and one colleague. Each says *better*,
//! *no change beyond error or chance*, *worse*, or nothing.
//!
//! **Trial.** A plan may be a role that is tried. Nothing is counted then, and it neither moves nor stands still. Asked before is what the
//! person expects it to do to them, from drains to energises; at the review what it did, and what surprised them. From two steps on
//! the two differ: one lies within the error of two such answers.
//!
//! **Evidence.** Notes of a facet stand behind its mark on the result. Those from before the last finished audit but one have faded:
//! they tell of a time that the last comparison no longer looks at.

mod evidence;
mod review;
mod seen;
mod suggest;
mod track;
mod trial;
mod weeks;

pub use evidence::{Evidence, EvidenceMark, evidence, fades_before};
pub use review::{
    Direction, GoalEvidence, OccasionEvidence, QuestionEvidence, Review, before_audit, recheck_under_way, review,
};
pub use seen::seen_by_others;
pub use suggest::{Against, Reason, Suggestion, Suggestions, needed, suggestions};
pub use track::{Due, Remedy, Track, due, remedy, track};
pub use trial::{
    TRIAL_WEEKS, TrialEnergy, is_empty_draft, is_trial_reviewed, trial_energy, trial_review_day, trial_weeks,
};
pub use weeks::{
    BASELINE_WEEKS, Counted, PROPOSED_WEEKS, REVIEW_WEEKS, Week, WeekState, counted, occasions_needed, review_day,
    week_of, weeks,
};
