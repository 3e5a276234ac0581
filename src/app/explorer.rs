//! The state of the explorer of tracks: the roles that are compared, the what-if, and how well each role fits.
//!
//! *How sure* takes thousands of draws, so it is computed on a thread; until then the window shows the previous result.

use std::sync::Arc;

use crate::app::current::Current;
use crate::instrument::{ByFacet, KnownFacet};
use crate::profile::{Audit, Profile, RoleId};
use crate::scoring::{Confidence, score};
use crate::summary::RoleNames;
use crate::tally;
use crate::tracks::ad::Keywords;
use crate::tracks::{Assessment, CURRENT, Catalogue, Mix, Person, Role, Track, assess, current_role, role_of};
use crate::words::Words;

/// The what-if: values that differ from the audit. They are never saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhatIf {
    /// Assumed scores, by facet.
    pub means: ByFacet<Option<f64>>,
    /// Assumed energy, by facet.
    pub energy: ByFacet<Option<f64>>,
    /// How much *can* counts, and how much *want*.
    pub mix: Mix,
}

impl WhatIf {
    /// Whether any value is assumed.
    pub fn is_any(&self) -> bool {
        *self != Self::default()
    }

    /// The person with the assumed values.
    pub fn of(&self, person: &Person) -> Person {
        let mut supposed = person.clone();
        for facet in KnownFacet::all() {
            if let Some(mean) = self.means[facet] {
                supposed = supposed.with_mean(facet.as_str(), mean);
            }
            if let Some(energy) = self.energy[facet] {
                supposed = supposed.with_energy(facet.as_str(), energy);
            }
        }
        supposed
    }
}

/// A role that is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What it asks.
    pub role: Role,
    /// Its name.
    pub name: String,
    /// Its track; `None` for the person's own and for the present one.
    pub track: Option<Track>,
}

/// The person and the roles of an assessment.
#[derive(Debug, PartialEq)]
struct About {
    roles: Vec<Role>,
    person: Option<Person>,
}

/// What an assessment was made from.
#[derive(Clone, PartialEq)]
struct FitInputs {
    about: Arc<About>,
    what_if: WhatIf,
}

/// What the roles were made from. They are made again when one of these is another object.
struct Seen {
    current: Current,
    confidence: Confidence,
    about: Arc<About>,
}

impl Seen {
    fn is(&self, current: &Current, confidence: Confidence) -> bool {
        self.current.is(current) && self.confidence == confidence
    }
}

/// How well roles fit, by the audit and with the what-if.
#[derive(Clone, Debug)]
pub struct Fits {
    /// By the audit.
    pub real: Assessment,
    /// With the what-if; `None` where no value is assumed.
    pub supposed: Option<Assessment>,
}

/// The explorer.
pub struct Explorer {
    /// Built-in tracks and roles.
    pub catalogue: Arc<Catalogue>,
    /// Keywords that suggest a facet.
    pub words: Arc<Keywords>,
    /// The roles that are compared: track by track, then the person's own, then the present one.
    pub candidates: Vec<Candidate>,
    /// Counts how often the roles changed.
    pub(super) revision: u64,
    seen: Option<Seen>,
    /// The role that is shown.
    pub chosen: RoleId,
    /// The what-if.
    pub what_if: WhatIf,
    /// How well the roles fit, once that is known; `None` without an audit.
    pub fits: Option<Arc<Fits>>,
    made: Option<FitInputs>,
    /// Whether a thread is computing the fits.
    busy: bool,
    /// Whether the person chose the role that is shown. Until then, the role that fits best is shown.
    picked: bool,
}

impl Explorer {
    /// An explorer with the built-in data, in the language with this identifier.
    ///
    /// # Errors
    /// When built-in data breaks its own rules.
    pub fn new(language: &str) -> Result<Self, crate::tracks::TracksError> {
        let catalogue = Catalogue::in_language(language)?;
        let chosen = catalogue.roles.first().map_or_else(|| RoleId::from(""), |first| first.role.id.clone());
        Ok(Self {
            catalogue,
            words: Keywords::built_in()?,
            candidates: Vec::new(),
            revision: 0,
            seen: None,
            chosen,
            what_if: WhatIf::default(),
            fits: None,
            made: None,
            busy: false,
            picked: false,
        })
    }

    /// Takes the names of tracks and roles in another language. The role that is shown, the what-if and the fits stay.
    pub(super) fn speak(&mut self, catalogue: Arc<Catalogue>) {
        self.catalogue = catalogue;
        self.seen = None;
    }

    /// Another document was opened: the what-if and the choice belong to the previous one, and are reset.
    pub(super) fn forget(&mut self) {
        self.what_if = WhatIf::default();
        self.fits = None;
        self.made = None;
        self.seen = None;
        self.picked = false;
        self.chosen = self.catalogue.roles.first().map_or_else(|| RoleId::from(""), |first| first.role.id.clone());
    }

    /// Whether the fits are still being computed.
    pub(super) const fn is_busy(&self) -> bool {
        self.busy
    }

    /// The person chose a role.
    pub(super) fn pick(&mut self, role: RoleId) {
        self.chosen = role;
        self.picked = true;
    }

    /// The person, with the what-if; `None` without scores.
    pub fn person(&self) -> Option<Person> {
        self.seen.as_ref()?.about.person.as_ref().map(|person| self.what_if.of(person))
    }

    /// The role with this id among those that are compared.
    pub fn candidate(&self, id: &RoleId) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.role.id == *id)
    }

    /// Brings the roles up to date. Returns what a thread has to compute, if anything.
    pub(super) fn refresh(
        &mut self,
        words: &Words,
        current: &Current,
        confidence: Confidence,
    ) -> Option<impl FnOnce() -> Fits + Send + 'static + use<>> {
        let about = match &self.seen {
            Some(seen) if seen.is(current, confidence) => Arc::clone(&seen.about),
            _ => self.look(words, current, confidence),
        };
        if self.candidate(&self.chosen).is_none()
            && let Some(first) = self.candidates.first()
        {
            self.chosen = first.role.id.clone();
        }
        let same = |made: &FitInputs| {
            made.what_if == self.what_if && (Arc::ptr_eq(&made.about, &about) || made.about == about)
        };
        if self.busy || self.made.as_ref().is_some_and(same) {
            return None;
        }
        self.made = Some(FitInputs { about: Arc::clone(&about), what_if: self.what_if.clone() });
        let Some(person) = about.person.clone() else {
            self.fits = None;
            return None;
        };
        self.busy = true;
        let what_if = self.what_if.clone();
        Some(move || Fits {
            real: assess(&about.roles, &person, Mix::default()),
            supposed: what_if.is_any().then(|| assess(&about.roles, &what_if.of(&person), what_if.mix)),
        })
    }

    /// The present person and roles.
    fn look(&mut self, words: &Words, current: &Current, confidence: Confidence) -> Arc<About> {
        let Current { profile, audit, instrument, .. } = current;
        let audit = audit.as_deref();
        self.candidates = candidates(words, &self.catalogue, profile.as_deref(), audit);
        self.revision += 1;
        let person = audit.map(|audit| Person::new(instrument, audit, &score(instrument, audit, confidence)));
        let person = person.filter(Person::has_scores);
        let about = Arc::new(About { roles: self.candidates.iter().map(|c| c.role.clone()).collect(), person });
        self.seen = Some(Seen { current: current.clone(), confidence, about: Arc::clone(&about) });
        about
    }

    /// The thread crashed. The next change starts another.
    pub(super) const fn gave_up(&mut self) {
        self.busy = false;
    }

    /// Takes the thread's result. If something has changed meanwhile, the next frame starts another thread.
    pub(super) fn found(&mut self, fits: Fits) {
        self.busy = false;
        if let Some(best) = fits.real.best().filter(|_| !self.picked) {
            self.chosen = best.id.clone();
        }
        self.fits = Some(Arc::new(fits));
    }
}

fn candidates(
    words: &Words,
    catalogue: &Catalogue,
    profile: Option<&Profile>,
    audit: Option<&Audit>,
) -> Vec<Candidate> {
    tally::count(tally::Counted::Roles);
    let own = profile.map_or(&[][..], |profile| &profile.roles);
    let names = RoleNames { catalogue, own };
    let candidate = |role: Role, track| Candidate { name: names.of(words, &role.id), role, track };
    let built_in = catalogue.roles.iter().map(|built_in| candidate(built_in.role.clone(), Some(built_in.track)));
    let own = own.iter().map(|custom| candidate(role_of(custom), None));
    built_in.chain(own).chain(audit.and_then(current_role).map(|role| candidate(role, None))).collect()
}

/// Whether this is the person's present role.
pub fn is_current(id: &RoleId) -> bool {
    id.as_str() == CURRENT
}
