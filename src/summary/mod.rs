//! Scores in words: what the window, the command line and the report say about an audit, each with its own uncertainty.
//!
//! # Rules
//!
//! What is so is decided in `scoring` and `tracks`; here it is said.
//!
//! **Summary.** The level of both sides comes first where both are strong or both thin, then the difference, and how much it is.
//! Every comparison ends with the difference against its error, and within it the two cannot be told apart. A missing or
//! provisional score says which facet it is for.
//!
//! **Roles.** *Can* is told as the mean shortfall on the scale, *want* by what the role leans on, *how sure* in draws.
//!
//! **Roles of the person's own.** One that cannot well be compared with others says why. It is never refused.

mod aspects;
mod gaps;
mod made;
mod roles;
mod sentence;
mod signs;
mod too_much;

pub use gaps::{gap_numbers, gap_sentence, gap_words, level_words, reading_words, score_words, status_words};
pub use made::made_rows;
pub use roles::{
    RoleNames, burnout_words, can_words, flip_words, hours_in_all, hours_words, order_note, order_sentence, own_name,
    remark_words, sides_words, sure_words, want_words,
};
pub use sentence::{Piece, Summary, Tone, facet_name, side_name, verdict_words};
