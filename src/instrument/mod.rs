//! What is asked: the instrument, read from data in `assets/instrument/` and checked before anything uses it.
//!
//! Structure and texts are apart: `instrument.toml` says which facets, items, situations and signs there are, and a file
//! for each language (`en.toml`) holds their words. A broken file gives an error that names file, line and rule.
//!
//! The hash covers the structure alone, so it is the same in every language; a second hash covers the texts. With both, a profile
//! can say exactly which questions its answers belong to.

mod check;
mod facets;
mod library;
mod mismatch;
mod order;
mod questions;
mod raw;
mod scales;
mod texts;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::data::{DataError, DataFile};
use crate::profile::{Extra, FacetId, Form, InstrumentRef, ItemId, Points, SignId, SituationId, TextsRef};
pub use facets::{ByFacet, KnownFacet};
pub use library::{Fit, Instruments};
pub use mismatch::{Mismatch, MismatchKind, mismatches};
pub use order::item_order;
pub use questions::{Question, RoleAnswer, part_questions, questions};
pub use texts::{AnswerText, AspectText, FacetText, InstrumentTexts, SituationText, StakesText};

/// One of the two sides, which are scored apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Getting work done repeatably: resources, processes, results, risks.
    Management,
    /// Getting people to move together: direction, conflict, support, culture.
    Leadership,
}

impl Side {
    /// The one that this is not.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Management => Self::Leadership,
            Self::Leadership => Self::Management,
        }
    }

    /// The points that the response of this side got, 0 to 10.
    pub const fn points(self, points: Points) -> u8 {
        match self {
            Self::Management => points.management(),
            Self::Leadership => points.leadership(),
        }
    }

    /// The points that give so many, 0 to 10, to the response of this side.
    pub fn points_of(self, share: u8) -> Option<Points> {
        let management = match self {
            Self::Management => share,
            Self::Leadership => Points::TOTAL.checked_sub(share)?,
        };
        Points::try_from(management).ok()
    }
}

/// A facet of one side, with the items that measure it.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// Its id.
    pub id: FacetId,
    /// The side it belongs to.
    pub side: Side,
    /// Five items, in instrument order.
    pub items: Vec<ItemId>,
    /// The three of them that make the quick form.
    pub quick: Vec<ItemId>,
    /// Assumed mean correlation between two of its items, 0 to 1.
    pub inter_item_r: f64,
}

impl Facet {
    /// The items of a form, in instrument order.
    pub fn items(&self, form: Form) -> &[ItemId] {
        match form {
            Form::Quick => &self.quick,
            Form::Full => &self.items,
        }
    }
}

/// One of the four aspects in which the sides differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// How decisions are made.
    Decisions,
    /// How people are talked to.
    Communication,
    /// How conflict is handled.
    Conflict,
    /// What counts as success.
    Success,
}

impl Aspect {
    /// In their fixed order.
    pub const ALL: [Self; 4] = [Self::Decisions, Self::Communication, Self::Conflict, Self::Success];
}

/// A short scene with two sensible responses.
#[derive(Clone, Debug, PartialEq)]
pub struct Situation {
    /// Its id.
    pub id: SituationId,
    /// What it is about.
    pub aspect: Aspect,
    /// The side whose response stands on the left (first in lists), so that a liking for one place does not become a lean.
    /// Version 1 has leadership there in all of them.
    pub left: Side,
}

impl Situation {
    /// The side whose response stands on the right.
    pub const fn right(&self) -> Side {
        self.left.other()
    }
}

/// What a sign is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignKind {
    /// The organisation lacks leadership.
    LeadershipGap,
    /// The organisation lacks management.
    ManagementGap,
    /// The person overdoes management.
    TooMuchManagement,
    /// The person overdoes leadership.
    TooMuchLeadership,
}

impl SignKind {
    /// In their fixed order.
    pub const ALL: [Self; 4] =
        [Self::LeadershipGap, Self::ManagementGap, Self::TooMuchManagement, Self::TooMuchLeadership];

    /// The side that its signs are about.
    pub const fn side(self) -> Side {
        match self {
            Self::LeadershipGap | Self::TooMuchLeadership => Side::Leadership,
            Self::ManagementGap | Self::TooMuchManagement => Side::Management,
        }
    }

    /// Whether its signs are of too much, and not of something that is missing.
    pub const fn is_too_much(self) -> bool {
        matches!(self, Self::TooMuchLeadership | Self::TooMuchManagement)
    }
}

/// Something that can be seen around the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// Its id.
    pub id: SignId,
    /// What it is a sign of.
    pub kind: SignKind,
    /// The time that it is asked about.
    pub period: SignPeriod,
}

/// The time that a sign is asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignPeriod {
    /// The last three months, as all signs of version 1.
    #[default]
    ThreeMonths,
    /// The last twelve, for what happens seldom: that somebody leaves.
    TwelveMonths,
}

/// The numbers that every standard error comes from. They are assumed until a sample of at least 30 profiles gives better
/// ones, and "assumed" is printed beside every band.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumed {
    /// Standard deviation of one item between occasions and people, on the scale 1 to 5.
    pub item_sd: f64,
    /// Mean correlation between two items of a facet, 0 to 1, where the facet states none of its own.
    pub inter_item_r: f64,
    /// Standard deviation between the facets of one person and side, in scale points.
    #[serde(default = "Assumed::facet_sd")]
    pub facet_sd: f64,
    /// Standard deviation of how much easier the questions of one side may be than those of the other, in scale points.
    #[serde(default = "Assumed::side_difference_sd")]
    pub side_difference_sd: f64,
    /// Standard error of one answer about what the role needs, in scale points.
    #[serde(default = "Assumed::need_error")]
    pub need_error: f64,
    /// Standard error of one answer about energy, in scale points.
    #[serde(default = "Assumed::energy_error")]
    pub energy_error: f64,
    /// Standard error of what a role of the catalogue asks, in scale points.
    #[serde(default = "Assumed::demand_error")]
    pub demand_error: f64,
    /// A difference of the sides up to this, in scale points, makes no difference in practice.
    #[serde(default = "Assumed::equivalence")]
    pub equivalence: f64,
}

/// What stands for numbers that version 1 of the instrument does not state.
impl Assumed {
    const fn facet_sd() -> f64 {
        0.5
    }

    const fn side_difference_sd() -> f64 {
        0.15
    }

    const fn need_error() -> f64 {
        0.5
    }

    const fn energy_error() -> f64 {
        0.7
    }

    const fn demand_error() -> f64 {
        0.6
    }

    const fn equivalence() -> f64 {
        0.75
    }
}

/// All that is asked, with its words in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// SHA-256 of the structure, in hexadecimal.
    pub hash: String,
    /// SHA-256 of structure and English texts together, which files of version 1 have.
    pub hash_with_texts: String,
    /// Which texts it asks with.
    pub asked_in: TextsRef,
    /// All texts that it has, including these.
    pub translations: Vec<TextsRef>,
    /// The assumed numbers behind every standard error.
    pub assumed: Assumed,
    /// The confidence of bands that it suggests, for instance 0.90.
    pub confidence: f64,
    /// Eight facets: management, then leadership.
    pub facets: Vec<Facet>,
    /// Eight situations, two for each aspect.
    pub situations: Vec<Situation>,
    /// Ten signs.
    pub signs: Vec<Sign>,
    /// The words.
    pub texts: InstrumentTexts,
}

/// What is wrong with an instrument's files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct InstrumentError(#[from] pub DataError);

impl From<InstrumentError> for DataError {
    fn from(error: InstrumentError) -> Self {
        error.0
    }
}

impl Instrument {
    /// The newest Evenkeel self-audit, in English.
    ///
    /// # Errors
    /// As [`Instruments::built_in`].
    pub fn built_in() -> Result<Arc<Self>, InstrumentError> {
        Ok(Arc::clone(Instruments::built_in("en")?.newest()))
    }

    /// Reads and checks an instrument.
    ///
    /// # Errors
    /// The first rule that is broken, with file and line.
    pub fn parse(structure: DataFile<'_>, texts: DataFile<'_>) -> Result<Self, InstrumentError> {
        Ok(check::build(structure, texts)?)
    }

    /// The reference to this instrument that a profile keeps.
    pub fn reference(&self) -> InstrumentRef {
        InstrumentRef {
            id: self.id.clone(),
            version: self.version,
            hash: self.hash.clone(),
            texts: Some(self.asked_in.clone()),
            extra: Extra::new(),
        }
    }

    /// The lowest and the highest of the assumed correlations between two items of a facet.
    pub fn correlations(&self) -> (f64, f64) {
        let all = || self.facets.iter().map(|facet| facet.inter_item_r);
        (all().fold(1.0, f64::min), all().fold(0.0, f64::max))
    }

    /// The facet with this id.
    pub fn facet(&self, id: &str) -> Option<&Facet> {
        self.facets.iter().find(|f| f.id.as_str() == id)
    }

    /// The facet that an item measures.
    pub fn facet_of(&self, item: &str) -> Option<&Facet> {
        self.facets.iter().find(|f| f.items.iter().any(|i| i.as_str() == item))
    }

    /// The facets of one side, in order.
    pub fn side(&self, side: Side) -> impl Iterator<Item = &Facet> {
        self.facets.iter().filter(move |f| f.side == side)
    }

    /// The situations about an aspect.
    pub fn situations_of(&self, aspect: Aspect) -> impl Iterator<Item = &Situation> {
        self.situations.iter().filter(move |s| s.aspect == aspect)
    }

    /// The signs of a kind.
    pub fn signs_of(&self, kind: SignKind) -> impl Iterator<Item = &Sign> {
        self.signs.iter().filter(move |s| s.kind == kind)
    }
}
