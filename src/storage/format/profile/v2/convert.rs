//! From version 2 to the profile, and back.

use super::super::FORMAT;
use super::values::{Answer, Hours, Points, Rating, Stakes, Time, Weight};
use super::{AdLine, Audit, File, Instrument, MIN_READER_FIELD, OWN_VERSION, Role, VERSION_FIELD, kept};
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
            extra: file.extra,
        }
    }
}

impl File {
    /// The profile without audits and roles.
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

fn from_file<K: From<String> + Ord, A, B>(map: BTreeMap<String, A>, value: impl Fn(A) -> B) -> BTreeMap<K, B> {
    map.into_iter().map(|(id, found)| (id.into(), value(found))).collect()
}

fn to_file<K: ToString, A: Copy, B>(map: &BTreeMap<K, A>, value: impl Fn(A) -> B) -> BTreeMap<String, B> {
    map.iter().map(|(id, found)| (id.to_string(), value(*found))).collect()
}
