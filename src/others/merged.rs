//! The merged result: all that the person gets of what raters answered.

use serde::{Deserialize, Serialize};

use super::{Group, Who};
use crate::profile::FacetId;

/// What may be shown of a round. It has no names, no times, no tokens, and nothing in it stands in the order in which it came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Merged {
    /// The round's id.
    pub round: String,
    /// Which questions raters were asked: the id of the structure.
    pub questions: String,
    /// Their version.
    pub questions_version: u32,
    /// SHA-256 of their structure.
    pub questions_hash: String,
    /// How many results of this round were made up to this one, from 1.
    pub release: u32,
    /// How many replies each group gave, groups without any left out. Of a group below the limit this is all that is said.
    pub groups: Vec<GroupCount>,
    /// Each facet, in its fixed order, with what is shown of it.
    pub facets: Vec<MergedFacet>,
    /// What was written about what to keep doing, in random order.
    pub keep: Vec<Comment>,
    /// What was written about what to do more or less of, in random order.
    pub change: Vec<Comment>,
}

/// How many replies a group gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupCount {
    /// The group.
    pub group: Group,
    /// Replies.
    pub replies: usize,
}

/// What is shown of a facet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MergedFacet {
    /// The facet.
    pub id: FacetId,
    /// Each group that is shown, and all together.
    pub seen: Vec<Seen>,
}

/// How a facet is seen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// By whom.
    pub who: Who,
    /// The mean of its items' means, 1 to 5; where raters are protected, not below 1.2 and not above 4.8.
    pub mean: f64,
    /// How many items are in it.
    pub items: usize,
    /// How many rated the item with the fewest ratings among them.
    pub raters: usize,
    /// How the raters differ; from five on.
    pub spread: Option<Spread>,
}

/// How raters differ.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// The standard deviation of the raters' means, in scale points; not below 0.1.
    pub sd: f64,
    /// The mean distance of ratings from the mean of their item (AD<sub>M</sub>), averaged over items, in scale points; not below 0.1.
    pub ad: f64,
    /// How many raters it is about.
    pub raters: usize,
}

/// Something that a rater wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The rater's group; only where five of it came with it.
    pub group: Option<Group>,
    /// The text.
    pub text: String,
}

impl Merged {
    /// How a facet is seen by a group, or by all.
    pub fn seen(&self, facet: &FacetId, who: Who) -> Option<&Seen> {
        self.facets.iter().find(|one| one.id == *facet)?.seen.iter().find(|seen| seen.who == who)
    }
}
