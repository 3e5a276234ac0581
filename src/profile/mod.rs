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
//!   "hours": { "risk-mitigation": 2.5, "own-work": 12.0 }, "pins": [ "operations-manager" ], "reports": true,
//!   "plans": [ { "id": "<uuid>", "facet": "risk-mitigation", "aim": "build", "cue": "a plan is shown", "deed": "ask what could go wrong",
//!     "start": "2026-11-23", "review": "2027-01-04", "weeks": { "2026-11-23": { "came": 4, "did": 2 } } } ],
//!   "notes": [ { "id": "<uuid>", "on": "2026-11-25", "facet": "risk-mitigation", "did": "asked who has the second key" } ] }
//! ```

mod answer;
mod answers;
mod audit;
mod edit;
mod ids;
pub mod limits;
mod note;
mod plan;
mod role;

use std::collections::BTreeMap;
use std::sync::Arc;

/// Days of a plan are those of a calendar, without an hour or a zone.
pub use jiff::civil::{Date, Weekday};

pub use answer::{Answer, Dose, FacetWeight, Hours, Minutes, NoHours, OutOfRange, Points, Rating, SignAnswer, Stakes};
pub use answers::Answers;
pub use audit::{Audit, Form, InstrumentRef, Part, Scope, TextsRef};
pub use edit::{AuditEdit, Edit, EditError, NoteEdit, NoteText, PlanEdit, PlanText, RoleEdit, TakenAction};
pub use ids::{ActionId, AuditId, FacetId, ItemId, NoteId, PlanId, ProfileId, RoleId, SignId, SituationId, TrialId};
pub use limits::{MAX_AD_BYTES, MAX_AD_LINES, MAX_ROLES};
pub use note::Note;
pub use plan::{
    Aim, ColleagueView, EndReason, Ended, GoalLevel, Outcome, Plan, PlanKind, TrialOf, Trouble, Turn, WeekCount,
};
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
    /// Whether anyone reports to the person, where they said so: no exercise for people with reports is proposed to others.
    pub reports: Option<bool>,
    /// Plans, oldest first. At most one of them has not ended.
    pub plans: Vec<Arc<Plan>>,
    /// Evidence that the person wrote down, in the order in which it was written.
    pub notes: Vec<Arc<Note>>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl PartialEq for Profile {
    /// After an edit, all audits but one are the same objects, so that comparing pointers is enough.
    fn eq(&self, other: &Self) -> bool {
        let Self { id, person, audits, roles, hours, pins, reports, plans, notes, extra } = self;
        same(audits, &other.audits)
            && same(roles, &other.roles)
            && same(plans, &other.plans)
            && same(notes, &other.notes)
            && reports == &other.reports
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
            reports: None,
            plans: Vec::new(),
            notes: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// The role of the person's own with this id.
    pub fn role(&self, id: &RoleId) -> Option<&Arc<CustomRole>> {
        self.roles.iter().find(|r| r.id == *id)
    }

    /// The plan with this id.
    pub fn plan(&self, id: &PlanId) -> Option<&Arc<Plan>> {
        self.plans.iter().rfind(|plan| plan.id == *id)
    }

    /// The plan that has not ended: a draft, or the one that is practised. Where a file has several, it is the last of them.
    pub fn current_plan(&self) -> Option<&Arc<Plan>> {
        self.plans.iter().rfind(|plan| plan.ended.is_none())
    }

    /// The plan that has not ended, or else the last one.
    pub fn shown_plan(&self) -> Option<&Arc<Plan>> {
        self.current_plan().or_else(|| self.plans.last())
    }

    /// The skill that is practised, or else the last one that was: pages on paper are about practice, and not about a role that is
    /// tried.
    pub fn shown_skill(&self) -> Option<&Arc<Plan>> {
        let is_skill = |plan: &&Arc<Plan>| plan.trial.is_none();
        self.current_plan().filter(is_skill).or_else(|| self.plans.iter().rfind(is_skill))
    }

    /// The note with this id.
    pub fn note(&self, id: &NoteId) -> Option<&Arc<Note>> {
        self.notes.iter().rfind(|note| note.id == *id)
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
