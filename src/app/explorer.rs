//! What the explorer of tracks holds: the roles that are looked at, the what-if, and how well each role fits.
//!
//! How sure an order is takes thousands of draws, so that it is found on a thread; the window shows what it had until then.

use std::sync::Arc;

use crate::instrument::{FACETS, Instrument};
use crate::profile::{Audit, Profile, RoleId};
use crate::scoring::{Confidence, score};
use crate::summary::RoleNames;
use crate::tracks::ad::Words;
use crate::tracks::{Assessment, COUNT, CURRENT, Catalogue, Mix, Person, Role, Track, assess, current_role, role_of};

/// What if something were otherwise? Nothing of it is ever saved.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// Scores that are supposed, by facet.
    pub means: [Option<f64>; COUNT],
    /// Energy that is supposed.
    pub energy: [Option<f64>; COUNT],
    /// How much *can* counts against *want*.
    pub mix: Mix,
}

impl Default for WhatIf {
    fn default() -> Self {
        Self { means: [None; COUNT], energy: [None; COUNT], mix: Mix::default() }
    }
}

impl WhatIf {
    /// Whether anything is supposed.
    pub fn is_any(&self) -> bool {
        *self != Self::default()
    }

    /// The person as supposed.
    pub fn of(&self, person: &Person) -> Person {
        let mut supposed = person.clone();
        for (at, (facet, _)) in FACETS.iter().enumerate() {
            if let Some(mean) = self.means[at] {
                supposed = supposed.with_mean(facet, mean);
            }
            if let Some(energy) = self.energy[at] {
                supposed = supposed.with_energy(facet, energy);
            }
        }
        supposed
    }
}

/// A role that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What it asks.
    pub role: Role,
    /// Its name.
    pub name: String,
    /// Its track; `None` for the person's own and for the present one.
    pub track: Option<Track>,
}

/// What an assessment was made from.
#[derive(Clone, PartialEq)]
struct Made {
    roles: Vec<Role>,
    person: Option<Person>,
    what_if: WhatIf,
}

/// How well roles fit: as the audit has it, and as supposed.
#[derive(Clone, Debug)]
pub struct Fits {
    /// As the audit has it.
    pub real: Assessment,
    /// With the what-if; `None` where nothing is supposed.
    pub supposed: Option<Assessment>,
}

/// The explorer.
pub struct Explorer {
    /// Built-in tracks and roles.
    pub catalogue: Arc<Catalogue>,
    /// Words that suggest a facet.
    pub words: Arc<Words>,
    /// The roles that are looked at: track by track, then the person's own, then the present one.
    pub candidates: Vec<Candidate>,
    /// The role that is shown.
    pub chosen: RoleId,
    /// The what-if.
    pub what_if: WhatIf,
    /// How well they fit, once that is known; `None` without an audit.
    pub fits: Option<Arc<Fits>>,
    made: Option<Made>,
    /// Whether a thread is at it.
    busy: bool,
    /// Whether the person chose the role that is shown; until then it is the one that fits best.
    picked: bool,
}

impl Explorer {
    /// With the built-in data.
    ///
    /// # Errors
    /// When built-in data breaks its own rules.
    pub fn new() -> Result<Self, crate::instrument::InstrumentError> {
        let catalogue = Catalogue::built_in()?;
        let chosen = catalogue.roles.first().map_or_else(|| RoleId::from(""), |first| first.role.id.clone());
        Ok(Self {
            catalogue,
            words: Words::built_in()?,
            candidates: Vec::new(),
            chosen,
            what_if: WhatIf::default(),
            fits: None,
            made: None,
            busy: false,
            picked: false,
        })
    }

    /// Another document: what was supposed and chosen belongs to the one before.
    pub(super) fn forget(&mut self) {
        self.what_if = WhatIf::default();
        self.fits = None;
        self.made = None;
        self.picked = false;
        self.chosen = self.catalogue.roles.first().map_or_else(|| RoleId::from(""), |first| first.role.id.clone());
    }

    /// Whether how well roles fit is still being found out.
    pub(super) const fn is_busy(&self) -> bool {
        self.busy
    }

    /// The person chose a role.
    pub(super) fn pick(&mut self, role: RoleId) {
        self.chosen = role;
        self.picked = true;
    }

    /// The role with this id among those that are looked at.
    pub fn candidate(&self, id: &RoleId) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.role.id == *id)
    }

    /// Brings the roles up to date. Gives what a thread has to find out, when there is something.
    pub(super) fn refresh(
        &mut self,
        instrument: &Instrument,
        profile: Option<&Profile>,
        confidence: Confidence,
    ) -> Option<impl FnOnce() -> Fits + Send + 'static + use<>> {
        let audit = profile.and_then(Profile::latest).map(|audit| &**audit);
        self.candidates = candidates(&self.catalogue, profile, audit);
        if self.candidate(&self.chosen).is_none()
            && let Some(first) = self.candidates.first()
        {
            self.chosen = first.role.id.clone();
        }
        let person = audit.map(|audit| Person::new(instrument, audit, &score(instrument, audit, confidence)));
        let person = person.filter(Person::has_scores);
        let roles: Vec<Role> = self.candidates.iter().map(|c| c.role.clone()).collect();
        let made = Made { roles, person, what_if: self.what_if.clone() };
        if self.busy || self.made.as_ref() == Some(&made) {
            return None;
        }
        self.made = Some(made.clone());
        let Some(person) = made.person else {
            self.fits = None;
            return None;
        };
        self.busy = true;
        let (roles, what_if) = (made.roles, made.what_if);
        Some(move || Fits {
            real: assess(&roles, &person, Mix::default()),
            supposed: what_if.is_any().then(|| assess(&roles, &what_if.of(&person), what_if.mix)),
        })
    }

    /// What the thread found. Should something have changed meanwhile, the next frame asks again.
    pub(super) fn found(&mut self, fits: Fits) {
        self.busy = false;
        if let Some(best) = fits.real.best().filter(|_| !self.picked) {
            self.chosen = best.id.clone();
        }
        self.fits = Some(Arc::new(fits));
    }
}

fn candidates(catalogue: &Catalogue, profile: Option<&Profile>, audit: Option<&Audit>) -> Vec<Candidate> {
    let own = profile.map_or(&[][..], |profile| &profile.roles);
    let names = RoleNames { catalogue, own };
    let candidate = |role: Role, track| Candidate { name: names.of(&role.id), role, track };
    let built_in = catalogue.roles.iter().map(|built_in| candidate(built_in.role.clone(), Some(built_in.track)));
    let own = own.iter().map(|custom| candidate(role_of(custom), None));
    built_in.chain(own).chain(audit.and_then(current_role).map(|role| candidate(role, None))).collect()
}

/// Whether a role is the one that the person has now.
pub fn is_current(id: &RoleId) -> bool {
    id.as_str() == CURRENT
}
