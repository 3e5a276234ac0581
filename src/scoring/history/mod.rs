//! What changed between two audits, and what practice may have changed.
//!
//! # Rules
//!
//! **Comparable.** Two audits with the same version of the questions are compared by the means of their facets as they are, whatever
//! their forms. With different versions, a facet is compared over the items that were rated in both, of which there must be two;
//! else it was asked differently and is not compared. Items are joined by id, never by place.
//!
//! **Change.** Later minus earlier, with an error of `sqrt(SEM1^2 + SEM2^2)` (Jacobson & Truax 1991; pooled error: Christensen &
//! Mendoza 1986). It is *larger than the error* where it is beyond z of these. Mood and memory are not in that error, so the word is
//! not *real*. A side is compared over the facets that are compared, of which there must be three. In a change of the balance it
//! drops out that the questions of one side may be easier.
//!
//! **By chance.** Where nothing has changed, each comparison still has a chance of 1 - confidence to look like a change. Eight facets
//! can be held to that rate together: each then needs the z that belongs to the eighth root of the confidence (Sidak 1967). Sides and
//! balance are not among the eight.
//!
//! **In time.** Audits are ordered by their day, wherever they stand in the file.
//!
//! **The practised facet.** It was chosen because it was low, so part of a rise comes by itself: [`gain`].
//!
//! **Occasions.** How often something came up and how often it was done are counted, not rated: [`Occasions`].

mod compare;
mod json;
mod occasions;
mod pairs;
mod practised;

pub use compare::{Audited, Changes, Compared, FacetChange, compare, z_for_all};
pub use json::ChangesJson;
pub use occasions::{Occasions, Share, difference_by_chance, is_larger_than_chance};
pub use pairs::{in_time, usual_pairs};
pub use practised::{Gain, gain, reliability};
