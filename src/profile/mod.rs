//! What was answered: the profile, its audits, and every change as data.
//!
//! A profile holds raw answers by item id, never by position, and never a score: scores are made from the answers each
//! time. All of it is plain values. A change is an [`Edit`], and [`Profile::apply`] gives a new profile without touching
//! the old one, so that undo is a list of old profiles.
//!
//! The shape of the file that [`crate::storage::format`] reads and writes follows these types:
//!
//! ```json
//! { "format": "evenkeel-profile", "version": 1, "min_reader": 1, "app": "0.1.0", "id": "<uuid>",
//!   "person": "", "audits": [ {
//!     "id": "<uuid>", "instrument": {"id": "evenkeel", "version": 1, "hash": "<sha256>"}, "form": "full",
//!     "parts": ["behaviour", "situations", "role", "energy", "signs"],
//!     "started": "2026-11-19T08:12:00Z", "finished": "2026-11-19T08:24:00Z", "role": "Team lead, logistics",
//!     "seed": 7, "order": ["culture-shaping-2", "…"],
//!     "answers": { "resource-allocation-1": 4, "resource-allocation-2": "na" },
//!     "seconds": { "resource-allocation-1": 5.8 },
//!     "situations": { "whose-job": 6 }, "needs": { "risk-mitigation": 4 }, "doses": { "risk-mitigation": "too-little" },
//!     "energy": { "risk-mitigation": 2 }, "signs": { "good-people-leave": "often" } } ],
//!   "roles": [ { "id": "<uuid>", "name": "Head of the depot", "base": "operations-manager",
//!     "demands": { "risk-mitigation": 5 }, "weights": { "risk-mitigation": 3 },
//!     "ad": [ { "text": "You plan the shifts", "facet": "resource-allocation" }, { "text": "Free coffee" } ] } ],
//!   "hours": { "risk-mitigation": 2.5, "own-work": 12.0 }, "pins": [ "operations-manager" ] }
//! ```

mod answer;
mod answers;
mod audit;
mod edit;
mod ids;
pub mod limits;
mod role;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use answer::{Answer, Dose, FacetWeight, Hours, NoHours, OutOfRange, Points, Rating, SignAnswer, Stakes};
pub use answers::Answers;
pub use audit::{Audit, Form, InstrumentRef, Part, Scope, TextsRef};
pub use edit::{AuditEdit, Edit, EditError, RoleEdit};
pub use ids::{ActionId, AuditId, FacetId, ItemId, ProfileId, RoleId, SignId, SituationId};
pub use limits::{MAX_AD_BYTES, MAX_AD_LINES, MAX_ROLES};
pub use role::{AdLine, CustomRole};

/// Fields of a file that this version does not know. They are carried along and written back.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// The key, among the hours by facet, of hands-on work in the person's own trade.
pub const OWN_WORK: &str = "own-work";

/// All that one person keeps in one file.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Stays the same when the file is moved or renamed.
    pub id: ProfileId,
    /// The person's name; empty when it was not given.
    pub person: String,
    /// The audits, oldest first.
    pub audits: Vec<Arc<Audit>>,
    /// Roles of the person's own, in the order in which they were made.
    pub roles: Vec<Arc<CustomRole>>,
    /// Hours in the person's present week by facet, as far as they were given, with [`OWN_WORK`] for work that is no facet.
    /// They are kept here and not in an audit: they are a note about now, and a new audit should not lose them.
    pub hours: BTreeMap<FacetId, Hours>,
    /// Pinned roles, built-in ones and the person's own, in the order of pinning. A role that no longer exists is ignored.
    pub pins: Vec<RoleId>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl PartialEq for Profile {
    /// After an edit, all audits but one are the same objects, so that comparing pointers is enough.
    fn eq(&self, other: &Self) -> bool {
        let Self { id, person, audits, roles, hours, pins, extra } = self;
        same(audits, &other.audits)
            && same(roles, &other.roles)
            && (id, person, hours, pins, extra) == (&other.id, &other.person, &other.hours, &other.pins, &other.extra)
    }
}

fn same<T: PartialEq>(left: &[Arc<T>], right: &[Arc<T>]) -> bool {
    let one = |(a, b): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(a, b) || a == b;
    left.len() == right.len() && left.iter().zip(right).all(one)
}

impl Profile {
    /// An empty profile.
    pub fn new(id: ProfileId) -> Self {
        Self {
            id,
            person: String::new(),
            audits: Vec::new(),
            roles: Vec::new(),
            hours: BTreeMap::new(),
            pins: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// The role of the person's own with this id.
    pub fn role(&self, id: &RoleId) -> Option<&Arc<CustomRole>> {
        self.roles.iter().find(|r| r.id == *id)
    }

    /// The audit with this id. The newest ones are looked at first: it is nearly always among them.
    pub fn audit(&self, id: &AuditId) -> Option<&Arc<Audit>> {
        self.audits.iter().rfind(|a| a.id == *id)
    }

    /// The newest audit.
    pub fn latest(&self) -> Option<&Arc<Audit>> {
        self.audits.last()
    }
}
