//! Scores in words: what the window, the command line and the report say about an audit, each with its own uncertainty.
//!
//! # Rules
//!
//! **Summary.** The level of both sides comes first where both are strong or both thin, then the difference. How much more
//! is said in words by its size: *a little* below half a point, *somewhat* below a whole one, else *much*; half a point is
//! half the way from one answer to the next. Every comparison ends with the difference against its error, and within it the
//! two cannot be told apart. A missing or provisional score says which facet it is for.
//!
//! **Aspects.** Two scenes of ten points each. A lean is called when it would outlive one point less in each scene (13 points
//! of 20 or more), and neither scene points the other way. That is no statistics: two scenes are few, and the words say so.
//! With one scene answered nothing is called.
//!
//! **Signs.** Counted by kind, what the person does not know apart. A kind shows *clearly* with two thirds of what its known
//! signs could show, *often* counting twice as much as *sometimes*, and *little* with one third or less. With fewer than
//! two known signs nothing is said of it. Two kinds are about the place, two about the person.
//!
//! **Too much.** Two sources that may disagree: the role asks for less than the person does, beyond the error; and the
//! person's own word that it is too much for what is needed now.
//!
//! **Roles.** *Can* is told as the mean shortfall on the scale, *want* by what the role leans on, *how sure* in draws. The
//! order names the role that fits best now, and with it those, up to three, that only together come first in half of the
//! draws. A role leans to a side where that side has 55 in 100 of its weighted demand or more.
//!
//! **Roles of the person's own.** One that cannot well be compared with others says why. It is never refused.

mod around;
mod aspects;
#[cfg(test)]
mod fixture;
mod gaps;
mod made;
mod roles;
mod sentence;
mod too_much;

pub use around::{Around, Counts, Show, Source, around};
pub use aspects::{AspectLean, Lean, aspect_leans};
pub use gaps::{
    Often, asked_for_more, gap_numbers, gap_sentence, gap_words, level_words, often, reading_words, score_words,
    status_words,
};
pub use made::made_rows;
pub use roles::{
    RoleNames, burnout_words, can_words, flip_words, hours_in_all, hours_words, order_note, order_sentence, own_name,
    remark_words, sides_words, sure_words, want_words,
};
pub use sentence::{Piece, Summary, Tone, facet_name, side_name};
pub use too_much::{Agreement, TooMuch, too_much};
