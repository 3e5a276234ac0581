//! From version 2 to the profile, and back.

use super::super::FORMAT;
use super::values::{Answer, Count, Day, Hours, Level, Minutes, Points, Rating, Stakes, Time, Weight};
use super::{
    AdLine, Audit, Ended, File, Instrument, MIN_READER_FIELD, Note, OWN_VERSION, Outcome, Plan, Role, TrialOf, Turn,
    VERSION_FIELD, kept,
};
use crate::profile::{self, Part, Profile, Scope, TextsRef};
use std::collections::BTreeMap;
use std::sync::Arc;

impl From<File> for Profile {
    fn from(file: File) -> Self {
        Self {
            id: file.id.into(),
            person: file.person,
            audits: file.audits.into_iter().map(|audit| Arc::new(audit.into())).collect(),
            roles: file.roles.into_iter().map(|role| Arc::new(role.into())).collect(),
            hours: from_file(file.hours, |hours| hours.0),
            pins: file.pins.into_iter().map(Into::into).collect(),
            reports: file.reports,
            plans: file.plans.into_iter().map(|plan| Arc::new(plan.into())).collect(),
            notes: file.notes.into_iter().map(|note| Arc::new(note.into())).collect(),
            extra: file.extra,
        }
    }
}

impl File {
    /// The profile without audits, roles, plans and notes.
    pub(in crate::storage::format) fn frame(profile: &Profile) -> Self {
        let mut extra = profile.extra.clone();
        Self {
            format: FORMAT.to_owned(),
            version: kept(&mut extra, VERSION_FIELD).unwrap_or(OWN_VERSION),
            min_reader: Some(kept(&mut extra, MIN_READER_FIELD).unwrap_or_default().max(min_reader(profile))),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            id: profile.id.to_string(),
            person: profile.person.clone(),
            audits: Vec::new(),
            roles: Vec::new(),
            hours: to_file(&profile.hours, Hours),
            pins: profile.pins.iter().map(ToString::to_string).collect(),
            reports: profile.reports,
            plans: Vec::new(),
            notes: Vec::new(),
            extra,
        }
    }
}

/// The oldest version whose programs read this profile correctly. Programs of version 1 keep fields that they do not know, but
/// would show the audit of a single facet as the result.
fn min_reader(profile: &Profile) -> u32 {
    if profile.audits.iter().all(|audit| audit.scope == Scope::All) { 1 } else { 2 }
}

impl From<&Profile> for File {
    fn from(profile: &Profile) -> Self {
        Self {
            audits: profile.audits.iter().map(|audit| Audit::from(&**audit)).collect(),
            roles: profile.roles.iter().map(|role| Role::from(&**role)).collect(),
            plans: profile.plans.iter().map(|plan| Plan::from(&**plan)).collect(),
            notes: profile.notes.iter().map(|note| Note::from(&**note)).collect(),
            ..Self::frame(profile)
        }
    }
}

impl From<Audit> for profile::Audit {
    fn from(audit: Audit) -> Self {
        Self {
            id: audit.id.into(),
            instrument: audit.instrument.into(),
            form: audit.form.into(),
            parts: audit.parts.into_iter().map(Into::into).chain([Part::Behaviour]).collect(),
            started: audit.started.0,
            finished: audit.finished.map(|time| time.0),
            scope: audit.scope.map_or(Scope::All, |facet| Scope::Facet(facet.into())),
            role: audit.role,
            seed: audit.seed,
            order: audit.order.into_iter().map(Into::into).collect(),
            answers: profile::Answers {
                items: from_file(audit.answers, |answer| answer.0),
                seconds: from_file(audit.seconds, |seconds| seconds),
                situations: from_file(audit.situations, |points| points.0),
                needs: from_file(audit.needs, |rating| rating.0),
                stakes: from_file(audit.stakes, |stakes| stakes.0),
                doses: from_file(audit.doses, Into::into),
                energy: from_file(audit.energy, |rating| rating.0),
                signs: from_file(audit.signs, Into::into),
            },
            extra: audit.extra,
        }
    }
}

impl From<&profile::Audit> for Audit {
    fn from(audit: &profile::Audit) -> Self {
        Self {
            id: audit.id.to_string(),
            instrument: Instrument::from(&audit.instrument),
            form: audit.form.into(),
            parts: audit.parts.iter().map(|part| (*part).into()).collect(),
            started: Time(audit.started),
            finished: audit.finished.map(Time),
            scope: audit.scope.facet().map(ToString::to_string),
            role: audit.role.clone(),
            seed: audit.seed,
            order: audit.order.iter().map(ToString::to_string).collect(),
            answers: to_file(&audit.answers.items, Answer),
            seconds: to_file(&audit.answers.seconds, |seconds| seconds),
            situations: to_file(&audit.answers.situations, Points),
            needs: to_file(&audit.answers.needs, Rating),
            stakes: to_file(&audit.answers.stakes, Stakes),
            doses: to_file(&audit.answers.doses, Into::into),
            energy: to_file(&audit.answers.energy, Rating),
            signs: to_file(&audit.answers.signs, Into::into),
            extra: audit.extra.clone(),
        }
    }
}

impl From<Role> for profile::CustomRole {
    fn from(role: Role) -> Self {
        let line =
            |line: AdLine| profile::AdLine { text: line.text, facet: line.facet.map(Into::into), extra: line.extra };
        Self {
            id: role.id.into(),
            name: role.name,
            base: role.base.map(Into::into),
            demands: from_file(role.demands, |demand| demand.0),
            weights: from_file(role.weights, |weight| weight.0),
            ad: role.ad.into_iter().map(line).collect(),
            extra: role.extra,
        }
    }
}

impl From<&profile::CustomRole> for Role {
    fn from(role: &profile::CustomRole) -> Self {
        let line = |line: &profile::AdLine| AdLine {
            text: line.text.clone(),
            facet: line.facet.as_ref().map(ToString::to_string),
            extra: line.extra.clone(),
        };
        Self {
            id: role.id.to_string(),
            name: role.name.clone(),
            base: role.base.as_ref().map(ToString::to_string),
            demands: to_file(&role.demands, Rating),
            weights: to_file(&role.weights, Weight),
            ad: role.ad.iter().map(line).collect(),
            extra: role.extra.clone(),
        }
    }
}

impl From<Instrument> for profile::InstrumentRef {
    fn from(instrument: Instrument) -> Self {
        let Instrument { id, version, hash, language, texts, extra } = instrument;
        let texts = language.map(|language| TextsRef { language, hash: texts.unwrap_or_default() });
        Self { id, version, hash, texts, extra }
    }
}

impl From<&profile::InstrumentRef> for Instrument {
    fn from(instrument: &profile::InstrumentRef) -> Self {
        let profile::InstrumentRef { id, version, hash, texts, extra } = instrument.clone();
        let (language, texts) = texts.map(|texts| (texts.language, texts.hash)).unzip();
        Self { id, version, hash, language, texts, extra }
    }
}

impl From<Plan> for profile::Plan {
    fn from(plan: Plan) -> Self {
        // Keys that are no levels and no days were refused when the file was checked.
        let level = |(key, text): (String, String)| Some((Level::of(key.parse().ok()?)?.0, text));
        let week = |(key, count): (String, Count)| Some((key.parse().ok()?, count.0));
        Self {
            id: plan.id.into(),
            facet: plan.facet.into(),
            aim: plan.aim.into(),
            trial: plan.trial.map(Into::into),
            audit: plan.audit.map(Into::into),
            reason: plan.reason,
            action: plan.action.map(Into::into),
            cue: plan.cue,
            deed: plan.deed,
            minutes: plan.minutes.map(|minutes| minutes.0),
            obstacle: plan.obstacle,
            instead: plan.instead,
            goal: plan.goal.into_iter().filter_map(level).collect(),
            present: plan.present.map(|level| level.0),
            start: plan.start.0,
            review: plan.review.0,
            week_start: plan.week_start.into(),
            begun: plan.begun.map(|time| time.0),
            rehearsed: plan.rehearsed,
            weeks: plan.weeks.into_iter().filter_map(week).collect(),
            turns: plan.turns.into_iter().map(Into::into).collect(),
            outcome: plan.outcome.map(Into::into).unwrap_or_default(),
            ended: plan.ended.map(Into::into),
            extra: plan.extra,
        }
    }
}

impl From<&profile::Plan> for Plan {
    fn from(plan: &profile::Plan) -> Self {
        Self {
            id: plan.id.to_string(),
            facet: plan.facet.to_string(),
            aim: plan.aim.into(),
            trial: plan.trial.as_ref().map(Into::into),
            audit: plan.audit.as_ref().map(ToString::to_string),
            reason: plan.reason.clone(),
            action: plan.action.as_ref().map(ToString::to_string),
            cue: plan.cue.clone(),
            deed: plan.deed.clone(),
            minutes: plan.minutes.map(Minutes),
            obstacle: plan.obstacle.clone(),
            instead: plan.instead.clone(),
            goal: plan.goal.iter().map(|(level, text)| (level.value().to_string(), text.clone())).collect(),
            present: plan.present.map(Level),
            start: Day(plan.start),
            review: Day(plan.review),
            week_start: plan.week_start.into(),
            begun: plan.begun.map(Time),
            rehearsed: plan.rehearsed,
            weeks: to_file(&plan.weeks, Count),
            turns: plan.turns.iter().map(Into::into).collect(),
            outcome: (plan.outcome != profile::Outcome::default()).then(|| (&plan.outcome).into()),
            ended: plan.ended.as_ref().map(Into::into),
            extra: plan.extra.clone(),
        }
    }
}

impl From<TrialOf> for profile::TrialOf {
    fn from(of: TrialOf) -> Self {
        let TrialOf { id, role, before, after, surprise, extra } = of;
        let (before, after) = (before.map(|energy| energy.0), after.map(|energy| energy.0));
        Self { trial: id.into(), role: role.into(), before, after, surprise, extra }
    }
}

impl From<&profile::TrialOf> for TrialOf {
    fn from(of: &profile::TrialOf) -> Self {
        let profile::TrialOf { trial, role, before, after, surprise, extra } = of.clone();
        let (before, after) = (before.map(Rating), after.map(Rating));
        Self { id: trial.to_string(), role: role.to_string(), before, after, surprise, extra }
    }
}

impl From<Turn> for profile::Turn {
    fn from(turn: Turn) -> Self {
        Self { on: turn.on.0, trouble: turn.trouble.into(), cue: turn.cue, deed: turn.deed, extra: turn.extra }
    }
}

impl From<&profile::Turn> for Turn {
    fn from(turn: &profile::Turn) -> Self {
        let profile::Turn { on, trouble, cue, deed, extra } = turn.clone();
        Self { on: Day(on), trouble: trouble.into(), cue, deed, extra }
    }
}

impl From<Outcome> for profile::Outcome {
    fn from(outcome: Outcome) -> Self {
        Self {
            reached: outcome.reached.map(|level| level.0),
            audit: outcome.audit.map(Into::into),
            then: from_file(outcome.then, |answer| answer.0),
            colleague: outcome.colleague.map(Into::into),
            colleague_words: outcome.colleague_words,
            words: outcome.words,
            extra: outcome.extra,
        }
    }
}

impl From<&profile::Outcome> for Outcome {
    fn from(outcome: &profile::Outcome) -> Self {
        Self {
            reached: outcome.reached.map(Level),
            audit: outcome.audit.as_ref().map(ToString::to_string),
            then: to_file(&outcome.then, Answer),
            colleague: outcome.colleague.map(Into::into),
            colleague_words: outcome.colleague_words.clone(),
            words: outcome.words.clone(),
            extra: outcome.extra.clone(),
        }
    }
}

impl From<Ended> for profile::Ended {
    fn from(ended: Ended) -> Self {
        Self { at: ended.at.0, why: ended.why.into(), words: ended.words, extra: ended.extra }
    }
}

impl From<&profile::Ended> for Ended {
    fn from(ended: &profile::Ended) -> Self {
        let profile::Ended { at, why, words, extra } = ended.clone();
        Self { at: Time(at), why: why.into(), words, extra }
    }
}

impl From<Note> for profile::Note {
    fn from(note: Note) -> Self {
        let Note { id, on, facet, occasion, did, came_of_it, seen_by, extra } = note;
        Self { id: id.into(), on: on.0, facet: facet.into(), occasion, did, came_of_it, seen_by, extra }
    }
}

impl From<&profile::Note> for Note {
    fn from(note: &profile::Note) -> Self {
        let profile::Note { id, on, facet, occasion, did, came_of_it, seen_by, extra } = note.clone();
        Self { id: id.to_string(), on: Day(on), facet: facet.to_string(), occasion, did, came_of_it, seen_by, extra }
    }
}

fn from_file<K: From<String> + Ord, A, B>(map: BTreeMap<String, A>, value: impl Fn(A) -> B) -> BTreeMap<K, B> {
    map.into_iter().map(|(id, found)| (id.into(), value(found))).collect()
}

fn to_file<K: ToString, A: Copy, B>(map: &BTreeMap<K, A>, value: impl Fn(A) -> B) -> BTreeMap<String, B> {
    map.iter().map(|(id, found)| (id.to_string(), value(*found))).collect()
}
