//! From version 1 to version 2.

use std::collections::BTreeMap;

use super::super::{FORMAT, FormatError, VERSION, v2};
use super::values::{Answer, Dose, Form, Hours, Part, Points, Rating, SignAnswer, Time, Weight};
use super::{AdLine, Audit, File, Instrument, Role};
use crate::profile::{self, Extra};
use crate::storage::format::Contradiction;

impl File {
    /// The same file in version 2.
    ///
    /// # Errors
    /// When version 2 cannot hold a value. It can hold all values of version 1, so this does not happen.
    pub(in crate::storage::format) fn upgrade(self) -> Result<v2::File, FormatError> {
        Ok(v2::File {
            format: FORMAT.to_owned(),
            version: VERSION,
            min_reader: None,
            app: self.app,
            id: self.id,
            person: self.person,
            audits: self.audits.into_iter().map(audit).collect::<Result<_, _>>()?,
            roles: self.roles.into_iter().map(role).collect::<Result<_, _>>()?,
            hours: values(self.hours, hours)?,
            pins: self.pins,
            reports: None,
            plans: Vec::new(),
            notes: Vec::new(),
            extra: stand_aside(self.extra, &["reports", "plans", "notes"]),
        })
    }
}

fn audit(audit: Audit) -> Result<v2::Audit, FormatError> {
    Ok(v2::Audit {
        id: audit.id,
        instrument: instrument(audit.instrument),
        form: form(audit.form),
        parts: audit.parts.into_iter().map(part).collect(),
        started: time(audit.started),
        finished: audit.finished.map(time),
        scope: None,
        role: audit.role,
        seed: audit.seed,
        order: audit.order,
        answers: values(audit.answers, answer)?,
        seconds: audit.seconds,
        situations: values(audit.situations, points)?,
        needs: values(audit.needs, rating)?,
        stakes: BTreeMap::new(),
        doses: values(audit.doses, |given| Ok(dose(given)))?,
        energy: values(audit.energy, rating)?,
        signs: values(audit.signs, |given| Ok(sign(given)))?,
        extra: stand_aside(audit.extra, &["scope", "stakes"]),
    })
}

fn instrument(asked: Instrument) -> v2::Instrument {
    let extra = stand_aside(asked.extra, &["language", "texts"]);
    v2::Instrument { id: asked.id, version: asked.version, hash: asked.hash, language: None, texts: None, extra }
}

fn role(role: Role) -> Result<v2::Role, FormatError> {
    Ok(v2::Role {
        id: role.id,
        name: role.name,
        base: role.base,
        demands: values(role.demands, rating)?,
        weights: values(role.weights, weight)?,
        ad: role.ad.into_iter().map(line).collect(),
        extra: role.extra,
    })
}

fn line(line: AdLine) -> v2::AdLine {
    v2::AdLine { text: line.text, facet: line.facet, extra: line.extra }
}

/// A field that another program added to a file of version 1, and whose name has a meaning in version 2, is kept under another
/// name.
fn stand_aside(extra: Extra, taken: &[&str]) -> Extra {
    let free = |name: String| if taken.contains(&name.as_str()) { format!("{name}-unknown") } else { name };
    extra.into_iter().map(|(name, value)| (free(name), value)).collect()
}

fn values<A, B>(
    map: BTreeMap<String, A>,
    one: impl Fn(A) -> Result<B, FormatError>,
) -> Result<BTreeMap<String, B>, FormatError> {
    map.into_iter().map(|(id, value)| Ok((id, one(value)?))).collect()
}

const fn impossible() -> FormatError {
    FormatError::Contradiction { path: String::new(), what: Contradiction::Impossible }
}

fn rating(rating: Rating) -> Result<v2::Rating, FormatError> {
    rating.0.try_into().map(v2::Rating).map_err(|_out_of_range| impossible())
}

fn points(points: Points) -> Result<v2::Points, FormatError> {
    points.0.try_into().map(v2::Points).map_err(|_out_of_range| impossible())
}

fn weight(weight: Weight) -> Result<v2::Weight, FormatError> {
    weight.0.try_into().map(v2::Weight).map_err(|_out_of_range| impossible())
}

fn hours(hours: Hours) -> Result<v2::Hours, FormatError> {
    hours.0.try_into().map(v2::Hours).map_err(|_out_of_range| impossible())
}

fn answer(answer: Answer) -> Result<v2::Answer, FormatError> {
    match answer {
        Answer::Rated(given) => Ok(v2::Answer(profile::Answer::Rated(rating(given)?.0))),
        Answer::NotApplicable => Ok(v2::Answer(profile::Answer::NotApplicable)),
    }
}

const fn time(time: Time) -> v2::Time {
    v2::Time(time.0)
}

const fn form(form: Form) -> v2::Form {
    match form {
        Form::Quick => v2::Form::Quick,
        Form::Full => v2::Form::Full,
    }
}

const fn part(part: Part) -> v2::Part {
    match part {
        Part::Behaviour => v2::Part::Behaviour,
        Part::Situations => v2::Part::Situations,
        Part::Role => v2::Part::Role,
        Part::Energy => v2::Part::Energy,
        Part::Signs => v2::Part::Signs,
    }
}

const fn dose(dose: Dose) -> v2::Dose {
    match dose {
        Dose::TooLittle => v2::Dose::TooLittle,
        Dose::Right => v2::Dose::Right,
        Dose::TooMuch => v2::Dose::TooMuch,
    }
}

const fn sign(sign: SignAnswer) -> v2::SignAnswer {
    match sign {
        SignAnswer::No => v2::SignAnswer::No,
        SignAnswer::Sometimes => v2::SignAnswer::Sometimes,
        SignAnswer::Often => v2::SignAnswer::Often,
        SignAnswer::Unknown => v2::SignAnswer::Unknown,
    }
}
