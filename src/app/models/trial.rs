//! The texts of a role that is tried, and of those that were.

use std::rc::Rc;

use jiff::civil::Date;

use super::{Models, Same};
use crate::profile::{Plan, Profile, Rating, TrialOf};
use crate::summary::{RoleNames, ended_words, plan_days, trial_conditions, trial_energy_words};
use crate::t;
use crate::tally::{self, Counted};
use crate::tracks::Catalogue;
use crate::tracks::trials::{TrialLibrary, TrialText};

/// What the texts of trials are made from.
#[derive(Clone, Copy, Debug)]
pub struct TrialSources<'a> {
    /// The trials.
    pub trials: &'a TrialLibrary,
    /// The roles.
    pub catalogue: &'a Catalogue,
}

/// The texts of the role that is tried.
#[derive(Debug)]
pub struct TrialModel {
    /// The name of the trial.
    pub name: String,
    /// Of which role.
    pub of: String,
    /// How long it takes and whom to ask; empty for a trial that this version does not know.
    pub conditions: String,
    /// Its words in the library.
    pub text: TrialText,
    /// From when, until when.
    pub days: String,
    /// When it is looked back on, and in how many days.
    pub back: String,
    /// Whether it can be looked back on.
    pub is_due: bool,
    /// The answers about energy, lowest first, as the newest questions word them.
    pub labels: Vec<String>,
    /// What was expected and what it was, in the words of the scale; empty until both were answered.
    pub both: String,
    /// What the two say together; empty until both were answered.
    pub energy: String,
}

/// A role that was tried.
#[derive(Debug)]
pub struct TriedRow {
    /// The trial and its role.
    pub title: String,
    /// How it ended, and what it did.
    pub words: String,
    /// What surprised; empty where nothing was written.
    pub surprise: String,
}

/// The inputs. The words and the language go with the models.
pub(super) type Key = (Same<Profile>, Date);

impl Models {
    /// The texts of the plan that has not ended, where it is a trial.
    pub fn trial(&self, sources: &TrialSources<'_>, today: Date) -> Option<Rc<TrialModel>> {
        let profile = self.profile()?;
        let plan = profile.current_plan()?;
        let of = plan.trial.as_ref()?;
        let make = |_: &Key| self.trial_of(sources, &Tried { profile, plan, of }, today);
        Some(self.plans.trial.get((Same::as_this(profile), today), make))
    }

    /// The roles that were tried, the last one first.
    pub fn tried(&self, sources: &TrialSources<'_>) -> Rc<Vec<TriedRow>> {
        let Some(profile) = self.profile() else { return Rc::default() };
        let make = |_: &Same<Profile>| {
            tally::count(Counted::Words);
            let ended = profile.plans.iter().rev().filter(|plan| plan.ended.is_some());
            let tried = ended.filter_map(|plan| Some(Tried { profile, plan, of: plan.trial.as_ref()? }));
            tried.map(|it| self.row(sources, &it)).collect()
        };
        self.plans.tried.get(Same::as_this(profile), make)
    }

    fn trial_of(&self, sources: &TrialSources<'_>, it: &Tried<'_>, today: Date) -> TrialModel {
        tally::count(Counted::Words);
        let (words, plan) = (&self.words, it.plan);
        let left = plan.review.since(today).map_or(0, |span| span.get_days());
        let day = words.day(plan.review);
        let known = sources.trials.trial(&it.of.trial);
        let labels = self.energy_labels();
        let label = |energy: Rating| labels.get(energy.index()).cloned().unwrap_or_default();
        let both = it
            .of
            .before
            .zip(it.of.after)
            .map(|(before, after)| t!(words, "trying-compare-both", before = label(before), after = label(after)));
        TrialModel {
            name: it.name(sources),
            of: t!(words, "trying-of", role = self.role_of(sources, it)),
            conditions: known.map(|trial| trial_conditions(words, trial)).unwrap_or_default(),
            text: sources.trials.text(&it.of.trial).clone(),
            days: plan_days(words, plan),
            back: if left > 0 {
                t!(words, "trying-back-day", day = day, count = left)
            } else {
                t!(words, "trying-back-today", day = day)
            },
            is_due: left <= 0,
            both: both.unwrap_or_default(),
            labels,
            energy: trial_energy_words(words, it.of),
        }
    }

    fn row(&self, sources: &TrialSources<'_>, it: &Tried<'_>) -> TriedRow {
        let words = &self.words;
        let said = [ended_words(words, it.plan), trial_energy_words(words, it.of)];
        let surprise = it.of.surprise.trim();
        TriedRow {
            title: t!(words, "trying-past-role", trial = it.name(sources), role = self.role_of(sources, it)),
            words: said.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "),
            surprise: if surprise.is_empty() {
                String::new()
            } else {
                t!(words, "trying-past-surprise", words = surprise)
            },
        }
    }

    fn role_of(&self, sources: &TrialSources<'_>, it: &Tried<'_>) -> String {
        RoleNames { catalogue: sources.catalogue, own: &it.profile.roles }.of(&self.words, &it.of.role)
    }

    /// A trial asks in the words of now, whatever the audit on screen was asked with.
    fn energy_labels(&self) -> Vec<String> {
        let newest = self.current.as_ref().map_or(&self.instrument, |current| current.instruments.newest());
        newest.texts.energy_labels.clone()
    }
}

/// A trial of a profile.
struct Tried<'a> {
    profile: &'a Profile,
    plan: &'a Plan,
    of: &'a TrialOf,
}

impl Tried<'_> {
    /// Its name, or else its id, for one that this version does not know.
    fn name(&self, sources: &TrialSources<'_>) -> String {
        let name = &sources.trials.text(&self.of.trial).name;
        if name.is_empty() { crate::foreign::shown(self.of.trial.as_str()) } else { name.clone() }
    }
}
