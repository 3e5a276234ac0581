//! Who rated: groups of raters, and what a figure is about.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::scoring::of_id;

/// What stands for all raters in files.
const ALL: &str = "all";

/// A group of raters, by what they are to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Whom the person reports to.
    Manager,
    /// Colleagues at the same level.
    Peers,
    /// Those who report to the person.
    Reports,
    /// Everybody else, for instance customers.
    Others,
}

impl Group {
    /// In their fixed order.
    pub const ALL: [Self; 4] = [Self::Manager, Self::Peers, Self::Reports, Self::Others];

    /// Whether its raters can be told by anybody who knows the person, and are told so before they answer. Nothing is hidden for them.
    pub const fn is_identifiable(self) -> bool {
        matches!(self, Self::Manager)
    }

    /// The number that stands for it in a reply, 1 to 4.
    pub const fn number(self) -> u8 {
        match self {
            Self::Manager => 1,
            Self::Peers => 2,
            Self::Reports => 3,
            Self::Others => 4,
        }
    }

    /// The group with this number.
    pub fn of_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.number() == number)
    }
}

/// Whom a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// One group.
    Group(Group),
    /// All raters together, the manager among them.
    All,
}

impl Who {
    /// Each group, and all of them.
    pub const EVERY: [Self; 5] = [
        Self::Group(Group::Manager),
        Self::Group(Group::Peers),
        Self::Group(Group::Reports),
        Self::Group(Group::Others),
        Self::All,
    ];

    /// Whether raters of this group are in it.
    pub fn holds(self, group: Group) -> bool {
        match self {
            Self::All => true,
            Self::Group(one) => one == group,
        }
    }
}

impl Serialize for Who {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_str(ALL),
            Self::Group(group) => group.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Who {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        if name == ALL {
            return Ok(Self::All);
        }
        of_id(&name).map(Self::Group).ok_or_else(|| D::Error::custom("expected a group of raters, or all"))
    }
}
