//! One self-audit: what was asked, and the raw answers by id.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Answer, Answers, AuditId, Extra, FacetId, ItemId};

/// The length of the behaviour part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Three items a facet.
    Quick,
    /// Five items a facet.
    Full,
}

impl Form {
    /// The name in files and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
        }
    }
}

/// A part of the audit. Behaviour is in every audit, the others are optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// How often the person did what the items describe.
    Behaviour,
    /// Ten points split between two sensible responses.
    Situations,
    /// What the role needs, and whether the person does enough of it.
    Role,
    /// What drains and what energises.
    Energy,
    /// Signs in the organisation.
    Signs,
}

impl Part {
    /// In the order in which they are asked.
    pub const ALL: [Self; 5] = [Self::Behaviour, Self::Situations, Self::Role, Self::Energy, Self::Signs];
}

/// How much an audit asks about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All facets.
    #[default]
    All,
    /// One facet, to see whether practice has changed it. Such an audit is never shown as the result.
    Facet(FacetId),
}

impl Scope {
    /// The one facet that is asked about; `None` when all are.
    pub const fn facet(&self) -> Option<&FacetId> {
        match self {
            Self::All => None,
            Self::Facet(facet) => Some(facet),
        }
    }

    /// Whether this facet is asked about.
    pub fn holds(&self, facet: &FacetId) -> bool {
        self.facet().is_none_or(|only| only == facet)
    }
}

/// Which texts an instrument asked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextsRef {
    /// The language, for instance `en`.
    pub language: String,
    /// SHA-256 of the texts in that language, in hexadecimal; empty when it is not known.
    pub hash: String,
}

/// Which instrument was used, so that a score can be made again years later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentRef {
    /// The instrument's id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// SHA-256 in hexadecimal. Where `texts` is given: of the structure. Else, as in files of version 1: of structure and English
    /// texts together.
    pub hash: String,
    /// Which texts it asked with; `None` in audits from files of version 1.
    #[serde(skip)]
    pub texts: Option<TextsRef>,
    /// Fields of the file that this version does not know.
    #[serde(skip)]
    pub extra: Extra,
}

/// One self-audit.
#[derive(Clone, Debug, PartialEq)]
pub struct Audit {
    /// Its own id.
    pub id: AuditId,
    /// What was asked.
    pub instrument: InstrumentRef,
    /// Quick or full.
    pub form: Form,
    /// The parts that were chosen; behaviour is always among them.
    pub parts: BTreeSet<Part>,
    /// When it was started.
    pub started: Timestamp,
    /// When the person first went on from the review to the result; `None` while it is under way.
    pub finished: Option<Timestamp>,
    /// Which facets it asks about.
    pub scope: Scope,
    /// The role that is audited, in the person's words; may be empty.
    pub role: String,
    /// The seed of the order of items.
    pub seed: u32,
    /// The items in the order in which they are shown.
    pub order: Vec<ItemId>,
    /// All that was answered.
    pub answers: Answers,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Audit {
    /// An audit without answers that asks only about behaviour. To start a real audit, set its id, time and order as well.
    pub fn blank(instrument: InstrumentRef, form: Form) -> Self {
        Self {
            id: AuditId::from(""),
            instrument,
            form,
            parts: BTreeSet::from([Part::Behaviour]),
            started: Timestamp::UNIX_EPOCH,
            finished: None,
            scope: Scope::All,
            role: String::new(),
            seed: 0,
            order: Vec::new(),
            answers: Answers::default(),
            extra: Extra::new(),
        }
    }

    /// The answer to an item; `None` where it was not answered.
    pub fn answer(&self, item: &str) -> Option<Answer> {
        self.answers.items.get(item).copied()
    }

    /// The day to show for this audit: when it was finished, else when it was started.
    pub fn date(&self) -> Timestamp {
        self.finished.unwrap_or(self.started)
    }
}
