//! What others see: which of it may be shown, and what it says beside the person's own scores. Pure: replies are values here, however
//! they came.
//!
//! # Rules
//!
//! **Groups.** The person, the manager, peers, reports, others. The manager is one whom everybody can tell, is told so before answering,
//! and is shown by itself whatever the number. The raters of the other groups are *protected*.
//!
//! **What may be shown.** The mean of a group for an item needs three protected raters *of that item*; what they differ by, and comments,
//! need five. Nothing about fewer than these may be worked out from all that was ever published: a figure is published only where no sum
//! and no difference of figures is about fewer raters (`disclosure.rs`; `release.rs` has the order in which figures are tried). From that
//! follows: a group below the limit does not flow into *all* where it could be taken off again; where it could, the next smallest group
//! is hidden as well, as long as another one is left to show, and else there is no *all*; a second release changes a figure only where
//! three raters are new in it, and else it stays as it was published. Of a group below the limit, its number of replies is all that is said.
//!
//! **A facet** seen by a group is the mean of the means of its items, where half of them have one. Means of items are not published, so
//! that a single item cannot say *everybody ticked this*. For the same reason no mean over protected raters is written below 1.2 or above
//! 4.8, and no spread below 0.1.
//!
//! **Error.** The standard error of such a mean is `s / sqrt(n)`, with the n of the item with the fewest raters. From five raters on, s
//! is the standard deviation of their own facet means; below, where it may not be shown and says little, it is [`RATER_SD`], which is
//! assumed. The person's own score less the mean is *beyond error* where it is larger than `z sqrt(SEM² + s²/n)`.
//!
//! **Agreement in a group** is the mean distance from the mean (`AD_M`), averaged over items. Above 0.83, a sixth of five answers, raters
//! are said to disagree with each other. That cut is a convention (Burke & Dunlap 2002), nothing more.
//!
//! **The whole profile** is compared by `ICC_DE` (`McCrae` 2008), which also asks whether both lie at the same height, never by a
//! correlation.
//!
//! **Blind spots and hidden strengths** are facets in which the person's score is beyond error above or below what all see; where all
//! may not be shown, what the group with the most raters sees. With the result stands how many of them chance alone would give.
//!
//! **Comments** (`comments.rs`) come in random order. A comment has its group with it only where five raters of it came with it, and where
//! those without one are five as well.

mod before;
mod comments;
mod compare;
mod disclosure;
mod group;
mod json;
mod merge;
mod merged;
#[cfg(test)]
mod proof;
mod questions;
mod release;
mod replies;
mod spread;

pub use before::{Prospect, prospect};
pub use compare::{Comparison, Difference, FacetComparison, Finding, ProfileAgreement, View, compare, error_of};
pub use disclosure::{Cell, MOST_FIGURES, is_safe};
pub use group::{Group, Who};
pub use json::OthersJson;
pub use merge::{History, ItemMean, Published, Round, merge};
pub use merged::{Comment, GroupCount, Merged, MergedFacet, Seen, Spread};
pub use questions::{PERSON, RaterForm};
pub use release::{Part, figures};
pub use replies::{RaterFacet, RaterQuestions, RaterReply, SeenAnswer, Token};
pub use spread::{Pair, mean_distance, profile_agreement, standard_deviation};

/// From so many protected raters on, a mean is shown.
pub const LIMIT_MEAN: usize = 3;

/// From so many on, it is shown how they differ, and what they wrote.
pub const LIMIT_SPREAD: usize = 5;

/// The standard deviation of raters of one group in one facet, in scale points, where their own may not be shown. Ours,
/// and assumed: nobody has measured it with these questions. That it is large goes by how little two raters of one person agree: .37 for
/// peers, .30 for reports (Conway & Huffcutt 1997).
pub const RATER_SD: f64 = 0.85;

/// Above this mean distance, in scale points, raters are said to disagree: a sixth of the number of answers. A convention.
pub const AD_CUT: f64 = 5.0 / 6.0;

/// No mean over protected raters is written beyond these.
const ENDS: (f64, f64) = (1.2, 4.8);

/// No spread is written below this.
const SMALLEST_SPREAD: f64 = 0.1;
