//! Profiles to show.

use std::sync::Arc;

use evenkeel::instrument::Instrument;
use evenkeel::profile::{Answer, Audit, AuditId, Dose, Form, Points, Profile, SignAnswer, Stakes};

use super::{empty_audit, rated, rating};

/// Five answers to each facet: a digit, `n` for not applicable, `.` for open.
pub const MOCKUP: [&str; 8] = ["32333", "43443", "34n33", "3..4.", "44544", "32433", "44435", "54454"];

/// A finished audit with these answers.
pub fn behaviour(instrument: &Instrument, answers: [&str; 8]) -> Audit {
    let mut audit = empty_audit(instrument, Form::Full);
    audit.finished = Some("2026-11-19T08:24:00Z".parse().unwrap());
    "Team lead, logistics".clone_into(&mut audit.role);
    for (facet, answers) in instrument.facets.iter().zip(answers) {
        for (item, answer) in facet.items.iter().zip(answers.chars()) {
            match answer.to_digit(10) {
                Some(value) => audit.answers.items.insert(item.clone(), rated(u8::try_from(value).unwrap())),
                None if answer == 'n' => audit.answers.items.insert(item.clone(), Answer::NotApplicable),
                None => None,
            };
        }
    }
    audit
}

/// With what the role needs, and doses where it asks for less.
pub fn with_role(instrument: &Instrument, audit: &mut Audit, needs: [u8; 8]) {
    for (facet, need) in instrument.facets.iter().zip(needs) {
        audit.answers.needs.insert(facet.id.clone(), rating(need));
        audit.answers.doses.insert(facet.id.clone(), Dose::Right);
    }
}

/// The audit of the mockups, with all parts.
pub fn mockup(instrument: &Instrument) -> Audit {
    let mut audit = behaviour(instrument, MOCKUP);
    with_role(instrument, &mut audit, [4, 3, 4, 3, 4, 4, 3, 4]);
    audit.answers.doses.insert("strategic-influence".into(), Dose::TooMuch);
    if instrument.texts.stakes.is_some() {
        for (facet, stakes) in instrument.facets.iter().zip([3, 1, 2, 2, 2, 2, 1, 2]) {
            audit.answers.stakes.insert(facet.id.clone(), Stakes::try_from(stakes).unwrap());
        }
    }
    for (facet, energy) in instrument.facets.iter().zip([1, 2, 1, 2, 5, 3, 4, 5]) {
        audit.answers.energy.insert(facet.id.clone(), rating(energy));
    }
    for (situation, points) in instrument.situations.iter().zip([3, 2, 5, 6, 2, 9, 8, 8]) {
        audit.answers.situations.insert(situation.id.clone(), Points::try_from(points).unwrap());
    }
    let (o, s, n, u) = (SignAnswer::Often, SignAnswer::Sometimes, SignAnswer::No, SignAnswer::Unknown);
    for (sign, answer) in instrument.signs.iter().zip([n, s, n, o, o, u, n, s, s, n]) {
        audit.answers.signs.insert(sign.id.clone(), answer);
    }
    audit
}

/// The same facet means a few months before, a little lower.
pub fn earlier(instrument: &Instrument, n: u8, day: &str) -> Audit {
    let mut audit = behaviour(instrument, ["33333", "33333", "33333", "33333", "33433", "33333", "33344", "44444"]);
    audit.id = AuditId::from(format!("00000000-0000-4000-8000-00000000001{n}"));
    audit.started = day.parse().unwrap();
    audit.finished = Some(day.parse().unwrap());
    audit
}

/// A person's profile with these audits.
pub fn profile(audits: impl IntoIterator<Item = Audit>) -> Profile {
    let mut profile = Profile::new("00000000-0000-4000-8000-000000000000".into());
    profile.audits = audits.into_iter().map(Arc::new).collect();
    profile
}

/// The profile of the mockups: with earlier audits.
#[cfg(feature = "window")]
pub fn sample() -> Profile {
    let instrument = super::instrument();
    let first = earlier(&instrument, 1, "2026-02-12T12:00:00Z");
    let second = earlier(&instrument, 2, "2026-05-21T12:00:00Z");
    profile([first, second, mockup(&instrument)])
}

/// Only behaviour, with these answers.
#[cfg(feature = "window")]
pub fn only(answers: [&str; 8]) -> Profile {
    let mut audit = behaviour(&super::instrument(), answers);
    audit.parts = [evenkeel::profile::Part::Behaviour].into();
    profile([audit])
}

/// A finished audit of a day with these answers, as in [`MOCKUP`]; a quick one has three to a facet.
pub fn on(day: &str, form: Form, answers: [&str; 8]) -> Audit {
    let instrument = super::instrument();
    let mut audit = behaviour(&instrument, answers);
    let at = format!("{day}T12:00:00Z").parse().unwrap();
    audit.id = AuditId::from(format!("00000000-0000-4000-8000-{}0000", day.replace('-', "")));
    (audit.form, audit.started, audit.finished) = (form, at, Some(at));
    audit
}

/// An audit of one facet, by its place in the fixed order, of a day with these answers.
pub fn alone(day: &str, facet: usize, given: &str) -> Audit {
    let mut answers = ["....."; 8];
    answers[facet] = given;
    let mut audit = on(day, Form::Full, answers);
    audit.scope = evenkeel::profile::Scope::Facet(super::instrument().facets[facet].id.clone());
    audit
}

/// Two years of audits: a quick one, three full ones in which leading grows, and a facet that was asked about once more.
pub fn story() -> Profile {
    let level = |management: &'static str, leadership: &'static str| {
        let [m, l] = [management, leadership];
        [m, m, m, m, l, l, l, l]
    };
    profile([
        on("2024-11-20", Form::Quick, level("333", "323")),
        on("2025-02-12", Form::Full, level("33323", "32323")),
        on("2025-10-14", Form::Full, level("33333", "33433")),
        alone("2026-03-20", 5, "44344"),
        on("2026-11-19", Form::Full, ["33433", "33323", "34333", "23233", "44454", "44444", "44343", "54444"]),
    ])
}
