//! A role always against now: the week in hours, and what would change for this person.
//!
//! # Rules
//!
//! **Week.** Hours of the present week are those that the person keeps in the profile; those of a role are our guess for orientation. A
//! line without a number on one side has no change. A change is clear from two hours on: below, both are guesses.
//!
//! **Changes.** The facets of which the role asks clearly more or less than the present role does (`paths.rs`). Where too little is known
//! of the present role, there are none.
//!
//! **Grow.** The facets of which the role asks more than the person does, beyond the error of the score and of the demand together (90 %),
//! and that count in it; the largest shortfall first.
//!
//! **Gain and give up**, as far as energy tells: what energises the person and is asked clearly more, or clearly less, than now; what drains
//! them and is asked clearly less (a relief), or clearly more (a burden). What everybody gains and gives up stands in the texts
//! of the role.

use std::collections::BTreeMap;

use super::paths::{Change, changes};
use super::{BuiltIn, Person, Role};
use crate::instrument::{ByFacet, KnownFacet};
use crate::profile::{FacetId, Hours, OWN_WORK, Rating};
use crate::scoring::{Confidence, Energy, ROUNDING};

/// From this many hours a week on, a change is clear.
const CLEAR: f64 = 2.0;

/// The hours of a week, as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// By facet.
    pub facets: ByFacet<Option<f64>>,
    /// Hands-on work in one's own trade.
    pub own_work: Option<f64>,
}

impl Week {
    /// A typical week of a built-in role.
    pub fn of(role: &BuiltIn) -> Self {
        Self { facets: role.week.map(Some), own_work: Some(role.own_work) }
    }

    /// The week that the person keeps.
    pub fn kept(hours: &BTreeMap<FacetId, Hours>) -> Self {
        let of = |id: &str| hours.get(id).copied().map(f64::from);
        Self { facets: ByFacet::of(|facet| of(facet.as_str())), own_work: of(OWN_WORK) }
    }

    /// Whether any hours are known.
    pub fn is_known(&self) -> bool {
        self.own_work.is_some() || self.facets.values().any(Option::is_some)
    }

    /// This week beside another one: own work first, then the facets in their order.
    pub fn against(&self, then: &Self) -> Vec<WeekLine> {
        let own = WeekLine { facet: None, now: self.own_work, then: then.own_work };
        let line = |facet| WeekLine { facet: Some(facet), now: self.facets[facet], then: then.facets[facet] };
        std::iter::once(own).chain(KnownFacet::all().map(line)).collect()
    }
}

/// One line of a week now and then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeekLine {
    /// The facet; `None` for one's own trade.
    pub facet: Option<KnownFacet>,
    /// Hours now.
    pub now: Option<f64>,
    /// Hours then.
    pub then: Option<f64>,
}

impl WeekLine {
    /// The change in hours; `None` where one side is not known.
    pub fn change(&self) -> Option<f64> {
        self.now.zip(self.then).map(|(now, then)| then - now)
    }

    /// Whether the change is large enough to be named.
    pub fn is_clear(&self) -> bool {
        self.change().is_some_and(|change| change.abs() >= CLEAR - ROUNDING)
    }
}

/// A facet of which a role asks more than the person does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grow {
    /// The facet.
    pub facet: KnownFacet,
    /// What the role asks.
    pub asks: Rating,
    /// How much is short, in scale points.
    pub short: f64,
}

/// What would change for a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Against {
    /// Of what is asked clearly more or less than now.
    pub changes: Vec<Change>,
    /// What they would have to do more often.
    pub grow: Vec<Grow>,
    /// What energises them and is asked clearly more.
    pub gain: Vec<KnownFacet>,
    /// What energises them and is asked clearly less.
    pub give_up: Vec<KnownFacet>,
    /// What drains them and is asked clearly less.
    pub relief: Vec<KnownFacet>,
    /// What drains them and is asked clearly more.
    pub burden: Vec<KnownFacet>,
}

/// A role against the present one, for a person; without the present one, only what they would have to do more often.
pub fn against(now: Option<&Role>, then: &Role, person: &Person) -> Against {
    let changes = now.map(|now| changes(now, then)).unwrap_or_default();
    let of = |energy: Energy, more: bool| -> Vec<KnownFacet> {
        let is = |facet: KnownFacet| person.energy[facet].is_some_and(|answer| Energy::of(answer) == energy);
        changes.iter().filter(|it| it.is_more() == more && is(it.facet)).map(|it| it.facet).collect()
    };
    Against {
        grow: grow(then, person),
        gain: of(Energy::Energises, true),
        give_up: of(Energy::Energises, false),
        relief: of(Energy::Drains, false),
        burden: of(Energy::Drains, true),
        changes,
    }
}

fn grow(then: &Role, person: &Person) -> Vec<Grow> {
    let mut found: Vec<Grow> = Vec::new();
    for facet in KnownFacet::all().filter(|facet| then.weights[*facet].value() > 0) {
        let Some(mean) = person.means[facet] else { continue };
        let short = f64::from(then.demands[facet]) - mean;
        if short > Confidence::P90.z() * person.errors[facet].hypot(person.demand_error) + ROUNDING {
            found.push(Grow { facet, asks: then.demands[facet], short });
        }
    }
    found.sort_by(|a, b| b.short.total_cmp(&a.short));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::Instrument;
    use crate::profile::{Audit, FacetWeight, Form};
    use crate::scoring::score;

    fn role(demands: [usize; 8]) -> Role {
        let weights = ByFacet::all(FacetWeight::ALL[1]);
        Role { id: "a".into(), demands: ByFacet::in_order(demands).map(|d| Rating::ALL[d - 1]), weights }
    }

    /// Somebody with these scores and energies; 0 for none.
    fn person(means: [f64; 8], energy: [f64; 8]) -> Person {
        let instrument = Instrument::built_in().unwrap();
        let audit = Audit::blank(instrument.reference(), Form::Full);
        let nobody = Person::new(&instrument, &audit, &score(&instrument, &audit, Confidence::P90));
        KnownFacet::all().zip(means.into_iter().zip(energy)).fold(nobody, |person, (facet, (mean, energy))| {
            let person = if mean > 0.0 { person.with_mean(facet.as_str(), mean) } else { person };
            if energy > 0.0 { person.with_energy(facet.as_str(), energy) } else { person }
        })
    }

    fn places(facets: &[KnownFacet]) -> Vec<usize> {
        facets.iter().map(|facet| *facet as usize).collect()
    }

    #[test]
    fn what_energises_and_is_asked_more_is_a_gain() {
        let (now, then) = (role([1, 5, 1, 5, 1, 3, 3, 3]), role([5, 1, 5, 1, 2, 3, 3, 3]));
        let person = person([3.0; 8], [5.0, 4.0, 1.0, 2.0, 5.0, 5.0, 0.0, 3.0]);
        let found = against(Some(&now), &then, &person);
        let all = [&found.gain, &found.give_up, &found.burden, &found.relief].map(|it| places(it));
        assert_eq!(all, [[0], [1], [2], [3]], "one step more is no gain");
        assert_eq!(found.changes.len(), 4);
        let unknown = against(None, &then, &person);
        assert_eq!((unknown.changes.len(), unknown.gain.len(), unknown.grow), (0, 0, found.grow));
    }

    #[test]
    fn only_a_shortfall_beyond_the_error_has_to_grow() {
        let then = role([5; 8]);
        let error =
            person([3.0; 8], [0.0; 8]).errors[KnownFacet::all().next().unwrap()].hypot(0.6) * Confidence::P90.z();
        let mut means = [5.0; 8];
        (means[0], means[1], means[2], means[3]) = (5.0 - error - 0.1, 0.0, 1.0, 5.0 - error + 0.5);
        let grown: Vec<KnownFacet> =
            against(None, &then, &person(means, [0.0; 8])).grow.iter().map(|it| it.facet).collect();
        assert_eq!(places(&grown), [2, 0]);
        assert!(against(None, &role([1; 8]), &person([1.0; 8], [0.0; 8])).grow.is_empty());
    }

    #[test]
    fn a_week_is_laid_beside_another_as_far_as_both_are_known() {
        let catalogue = crate::tracks::Catalogue::built_in().unwrap();
        let then = Week::of(catalogue.role(&"team-manager".into()).unwrap());
        let hours = |value: f64| Hours::try_from(value).unwrap();
        let kept = BTreeMap::from([(OWN_WORK.into(), hours(30.0)), ("resource-allocation".into(), hours(5.5))]);
        let now = Week::kept(&kept);
        let lines = now.against(&then);
        assert_eq!(lines.len(), 9);
        assert_eq!((lines[0].facet, lines[0].change(), lines[0].is_clear()), (None, Some(-20.0), true));
        assert_eq!((lines[1].change(), lines[1].is_clear()), (Some(1.5), false));
        assert_eq!((lines[2].change(), lines[2].is_clear()), (None, false));
        assert!(now.is_known() && !Week::kept(&BTreeMap::new()).is_known());
    }
}
