//! Where to go next: tracks, roles, and how well each role fits. Read from data in `assets/tracks/`, checked before use.
//!
//! # Rules
//!
//! **Tracks.** Management, leadership without reports, and hybrid. None is above another, and going back is normal.
//!
//! **Role.** What it asks of each facet (demand d, 1 to 5) and how much that counts (weight w, 0 to 3). The built-in roles
//! are starting points from judgement, not from a sample. A demand is a share of the occasions, like the answers of the audit; on a
//! demand of 1 the weight is 0. Each role has at least five weights above 0, three demands of 4 or 5, and one of 1 or 2. No two
//! roles are closer than 0.5 (root mean square over facets). Of 1,000 people made at random and of 1,000 lifelike ones, every
//! role comes first for some, and none for more than a quarter (`tests/it/tracks/crowd.rs`).
//!
//! **Can** (on screen: *do already*, since how often one does something is not how well). What the role demands, compared with what the person does (demands-abilities fit, Kristof-Brown et al. 2005):
//! `1 - sqrt(sum w max(0, d - m)^2 / sum w) / 4` over the facets that have a score m. Doing more than is asked is no misfit.
//! Absent where none of these facets has a weight above 0.
//!
//! **Want.** The mean energy of what the role asks: `sum v (e - 1)/4 / sum v` over the facets with an energy e, with
//! `v = w (d - 1)/4`. 0 drains, 1 energises, 0.5 is neither. Absent where energy was not asked about, or the sum of v is 0.
//!
//! **Idle.** The facets that energise the person (e of 4 or 5) and of which the role asks little (d of 1 or 2): what it leaves unused.
//! A list, never a score.
//!
//! **Fit.** `c can + (1 - c) want`; c is 0.5 unless the person changes it. Without *want*, *can* alone; without *can*, absent.
//!
//! **How sure.** The share of 2,000 draws in which the role fits best, and in which it is among the first three, when each score,
//! each energy and each demand varies by its error (m by its standard error, e by `energy_error`, d by `demand_error` in 256 steps of the
//! normal distribution), cut off at 1 and 5. Weights stay. The draws are seeded from the audit's id and the role's, so they are the same each time, whatever
//! other roles there are. In a tie, the first role wins.
//!
//! **Flip.** The facet whose score would have to change least for another role to fit best; absent where no single change does it.
//! It is a *lever* only where it is larger than the error of that score (90 %). Otherwise no single change decides.
//!
//! **Groups, shares of tracks, bands, paths, now and then.** Each has its rules on top of its file: `groups.rs`, `shares.rs`, `spread.rs`,
//! `paths.rs`, `against.rs`; what can be tried first in `trials/`.
//!
//! **Drain.** How much of what the role asks drains the person: with v = w (d - 1)/4, the share of v that lies on facets that drain
//! (an energy of 1 or 2). There is a burnout warning where *can* is at least 0.75 and *drain* at least 0.4: able, but not willing.
//!
//! **What is said about a fit.** *Can* is given as the mean shortfall in scale points, 4 (1 - can), where that is 0.05 or more;
//! below that, the role asks no more than the person does. A role with a *drain* of at least 0.4 depends on what drains the
//! person. Otherwise what it asks energises them on the whole from a *want* of 0.625 on, tires them below 0.375, and leaves them as
//! they are in between: half the way from the middle of the scale to its next answers. A role fits best in hardly any draw when
//! its share is below 5 in 1,000, and in nearly every draw from 95 in 100 on. From half of the draws among the first three on, it
//! is among the roles that may fit best. All these limits are ours.
//!
//! **What is said about the order.** The role that fits best now is named by itself if it comes first in half of the draws. If not,
//! it is said how often it is among the first three, and the roles are named that are so at least as often as not, three at most.
//!
//! **Sides.** A role asks somewhat more of a side that has 55 in 100 of the weighted demand or more, and much more from 65 in 100
//! on, but never much more where fewer than five facets have a weight.

pub mod ad;
mod against;
mod check;
mod chosen;
mod current;
mod custom;
mod draws;
mod fit;
mod flip;
mod groups;
mod json;
mod measure;
mod order;
mod paths;
mod person;
mod raw;
mod ready;
mod shares;
mod spread;
mod texts;
pub mod trials;
mod verdict;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::data::{DataError, DataFile};
use crate::instrument::{ByFacet, KnownFacet};
use crate::profile::{FacetWeight, Rating, RoleId};
use crate::pseudo;
pub use against::{Against, Grow, Week, WeekLine, against};
pub use chosen::{ChosenRole, all_roles, audit_in};
pub use current::{CURRENT, current_role};
pub use custom::{Remark, USUAL_DEMAND, copy_of, remarks, role_of};
pub use draws::DRAWS;
pub use fit::{Assessment, RoleFit, assess, best};
pub use flip::{Flip, Lever};
pub use groups::{Group, Groups};
pub use json::{FlipJson, TrackJson, tracks_json};
pub use measure::Mix;
pub use order::facets_by_spread;
pub use paths::{Change, Leg, Path, legs, paths};
pub use person::Person;
pub use ready::Ready;
pub use shares::{TrackShare, TrackShares, track_shares};
pub use spread::Spread;
pub use texts::{CatalogueTexts, ReasonText, RoleText, TrackText};
pub use verdict::{Able, AsksMoreOf, Draws, HowSure, Order, Willing};

/// A direction that a career can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Track {
    /// Responsible for people, money and targets.
    Management,
    /// Leading without people who report to one, and without money or targets.
    Leadership,
    /// Both, in about equal parts.
    Hybrid,
}

impl Track {
    /// In their fixed order.
    pub const ALL: [Self; 3] = [Self::Management, Self::Leadership, Self::Hybrid];

    /// The name in files and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Management => "management",
            Self::Leadership => "leadership",
            Self::Hybrid => "hybrid",
        }
    }
}

/// What somebody in a role answers for, beyond their own work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Accountable {
    /// People who report to them.
    Reports,
    /// Money.
    Budget,
    /// Targets of a process: time, quality, cost.
    Targets,
}

/// What one has to have to get into a role at all, in most places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// One trade, or one of a few near ones.
    Trade,
    /// A paper without which law or nearly every client keeps one out.
    Licence,
    /// A degree, or an exam that counts as one.
    Degree,
    /// Some years of work in the trade or subject, or of leading.
    Years,
    /// Money of one's own, or lent, before anything comes in.
    Money,
}

impl Entry {
    /// In their fixed order.
    pub const ALL: [Self; 5] = [Self::Trade, Self::Licence, Self::Degree, Self::Years, Self::Money];
}

/// What a role asks, which is all that the fit depends on. The same for built-in roles and the person's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// What it asks of each facet.
    pub demands: ByFacet<Rating>,
    /// How much each facet counts.
    pub weights: ByFacet<FacetWeight>,
}

impl Role {
    /// The mean demand, weighted; `None` where all weights are 0.
    pub fn mean_demand(&self) -> Option<f64> {
        let pairs = || self.demands.values().zip(self.weights.values()).map(|(d, w)| (f64::from(*d), f64::from(*w)));
        let sum: f64 = pairs().map(|(_, w)| w).sum();
        (sum > 0.0).then(|| pairs().map(|(d, w)| d * w).sum::<f64>() / sum)
    }

    /// The facet that it asks most: the highest demand, and of several as high the one that counts most.
    pub fn asks_most(&self) -> Option<KnownFacet> {
        // The last of several as high would be taken, and it is to be the first.
        let by = |facet: &KnownFacet| (u8::from(self.demands[*facet]), f64::from(self.weights[*facet]));
        let all = KnownFacet::all().rev();
        all.max_by(|a, b| {
            let (a, b) = (by(a), by(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        })
    }

    /// How far apart the demands of two roles are: the root mean square over the facets, in scale points.
    #[expect(clippy::cast_precision_loss, reason = "there are eight facets")]
    pub fn distance(&self, other: &Self) -> f64 {
        let pairs = self.demands.values().zip(other.demands.values());
        let squares = pairs.map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2));
        (squares.sum::<f64>() / self.demands.values().len() as f64).sqrt()
    }
}

/// A built-in role.
#[derive(Clone, Debug, PartialEq)]
pub struct BuiltIn {
    /// What it asks.
    pub role: Role,
    /// The track it belongs to.
    pub track: Track,
    /// Hours of a typical week for each facet.
    pub week: ByFacet<f64>,
    /// Hours of a typical week for hands-on work in the person's own trade.
    pub own_work: f64,
    /// What somebody in it answers for; empty for nothing but their own work.
    pub accountable: BTreeSet<Accountable>,
    /// What it takes to get in at all; empty where nothing is asked that somebody at work does not have.
    pub entry: BTreeSet<Entry>,
}

impl BuiltIn {
    /// Whether somebody from elsewhere has to learn a trade or get a licence first.
    pub fn takes_a_trade(&self) -> bool {
        self.entry.contains(&Entry::Trade) || self.entry.contains(&Entry::Licence)
    }

    /// Whether it is in reach for somebody who has these.
    pub fn is_in_reach(&self, has: &BTreeSet<Entry>) -> bool {
        self.entry.is_subset(has)
    }
}

/// What is wrong with the files of tracks, roles or words of ads.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct TracksError(#[from] pub DataError);

impl From<TracksError> for DataError {
    fn from(error: TracksError) -> Self {
        error.0
    }
}

/// All tracks and roles, with their words in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// SHA-256 of structure and texts, in hexadecimal.
    pub hash: String,
    /// The roles, track by track.
    pub roles: Vec<BuiltIn>,
    /// The words.
    pub texts: CatalogueTexts,
}

const STRUCTURE: &str = include_str!("../../assets/tracks/tracks.toml");
const EN: &str = include_str!("../../assets/tracks/en.toml");

impl Catalogue {
    /// The tracks and roles that are built into the program.
    ///
    /// # Errors
    /// When the built-in files break a rule; a test of the project keeps that from happening.
    pub fn built_in() -> Result<Arc<Self>, TracksError> {
        Self::parse(
            DataFile { name: "assets/tracks/tracks.toml", text: STRUCTURE },
            DataFile { name: "assets/tracks/en.toml", text: EN },
        )
        .map(Arc::new)
    }

    /// The same in a language, by its identifier; English where there are no texts in it.
    ///
    /// # Errors
    /// As [`Catalogue::built_in`].
    pub fn in_language(language: &str) -> Result<Arc<Self>, TracksError> {
        let english = Self::built_in()?;
        if language != pseudo::LANGUAGE {
            return Ok(english);
        }
        let texts = pseudo::file(EN).unwrap_or_else(|_broken| EN.to_owned());
        let structure = DataFile { name: "assets/tracks/tracks.toml", text: STRUCTURE };
        let mut made = Self::parse(structure, DataFile { name: pseudo::LANGUAGE, text: &texts })?;
        made.hash.clone_from(&english.hash);
        Ok(Arc::new(made))
    }

    /// Reads and checks tracks and roles.
    ///
    /// # Errors
    /// The first rule that is broken, with file and line.
    pub fn parse(structure: DataFile<'_>, texts: DataFile<'_>) -> Result<Self, TracksError> {
        Ok(check::build(structure, texts)?)
    }

    /// The built-in role with this id.
    pub fn role(&self, id: &RoleId) -> Option<&BuiltIn> {
        self.roles.iter().find(|r| r.role.id == *id)
    }

    /// The roles of a track, in order.
    pub fn of_track(&self, track: Track) -> impl Iterator<Item = &BuiltIn> {
        self.roles.iter().filter(move |r| r.track == track)
    }

    /// What each built-in role asks, in order, as the fit needs it.
    pub fn demands(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter().map(|r| &r.role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_for_tests_has_the_same_roles_in_other_words() {
        let (english, tests) = (Catalogue::built_in().unwrap(), Catalogue::in_language(pseudo::LANGUAGE).unwrap());
        assert_eq!((&tests.roles, &tests.hash), (&english.roles, &english.hash));
        assert_ne!(tests.texts, english.texts);
    }
}
