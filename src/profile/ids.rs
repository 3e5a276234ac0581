//! Identifiers as types of their own, so that a facet's id is never taken for an item's.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as written in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id.into())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &self.0)
            }
        }
    };
}

id! {
    /// A facet, for instance `risk-mitigation`.
    FacetId
}
id! {
    /// An item, for instance `risk-mitigation-2`.
    ItemId
}
id! {
    /// A situation, whose ten points are split between two responses.
    SituationId
}
id! {
    /// A sign in the organisation around the person.
    SignId
}
id! {
    /// An audit, a UUID given when it was started.
    AuditId
}
id! {
    /// A profile, a UUID given when it was made. It stays the same when the file is moved or renamed.
    ProfileId
}
id! {
    /// A trial of a role, for instance `mentor-one-person`.
    TrialId
}
id! {
    /// An exercise of the library, for instance `ask-before-start`.
    ActionId
}
id! {
    /// A plan, a UUID given when it was drafted.
    PlanId
}
id! {
    /// A note, a UUID given when it was written.
    NoteId
}
id! {
    /// A role: one of the built-in ones by its name, or one of the person's own by a UUID given when it was made.
    RoleId
}
