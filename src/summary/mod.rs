//! Scores in words: what the window, the command line and the report say about an audit, each with its own uncertainty.
//!
//! # Rules
//!
//! The verdicts are made in `scoring` and `tracks`; this module puts them into words.
//!
//! **Summary.** Scores are shares of the occasions, so the summary speaks of chances taken, not of amounts. Where both sides are
//! strong or both are thin, their level comes first; then the difference, and how large it is. Every comparison ends with the
//! difference and its error. That both are about equal is a finding; that these answers cannot show which is more is none, and
//! is said otherwise. For a missing or provisional score, the summary says which facet is the reason.
//!
//! **News.** What the role asks beyond what the person does comes before the balance: it says what to do. See [`role_news`].
//!
//! **Roles.** *Can* is called *do already*, and given as the mean shortfall on the scale; *want* as what the role asks does to the
//! person; *how sure* as a number of draws.
//!
//! **Changes.** Facets come before sides, and opposite movements before both: a side is an average and can hide them. That nothing has
//! changed by more than the error is a finding. The word is *larger than the error*, never *real*: mood and memory are not in it.
//!
//! **The person's own roles.** For a role that is hard to compare with others, the reason is given. It is never refused.

mod actions;
mod aspects;
mod changes;
mod explorer;
mod gaps;
mod made;
mod news;
mod others;
mod plan;
mod plan_lines;
mod roles;
mod sentence;
mod signs;
mod sources;

pub use actions::{action_conditions, action_obstacle, action_sentence};
pub use changes::{ChangeLine, ChangeSummary, change_lines, change_value, changes_between};
pub use explorer::{
    against_lines, change_words, group_title, group_words, near_words, stop_words, through_words, track_lines,
    track_often, track_words, trial_conditions, trial_energy_words, week_line_words,
};
pub use gaps::{
    chance_words, gap_numbers, gap_sentence, gap_words, level_words, more_words, reading_words, score_words,
    status_words,
};
pub use made::{asked_how_often, asked_remarks, correlations, made_rows};
pub use news::{RoleNews, edge_words, role_news};
pub use others::{
    OthersFinding, OthersSummary, divided_note, finding_short, mean_words, others_summary, reference, who_words,
};
pub use plan::{
    WrittenPiece, against_words, aim_words, colleague_words, goal_words, needed_words, obstacle_pieces,
    occasions_words, place_words, plan_obstacle, plan_pieces, plan_sentence, questions_words, raise_words,
    reasons_words, review_words, trouble_words, week_words,
};
pub use plan_lines::{
    NoteWords, ended_words, level_number, needed_lines, plan_days, plan_title, turn_words, witness_lines,
};
pub use roles::{
    RoleNames, burnout_words, can_words, entry_list, entry_name, entry_note, flip_words, hours_in_all, hours_words,
    idle_words, order_note, order_sentence, own_name, remark_words, sides_words, sure_words, want_words,
};
pub use sentence::{Piece, Summary, Tone, facet_name, facet_title, side_name, verdict_words};
pub use sources::{much_words, only_word_little, too_little_words};
