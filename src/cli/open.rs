//! Reading a profile, and choosing one of its audits.

use std::path::Path;
use std::sync::Arc;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::failure::{Failure, Problem, say};
use super::pipe;
use crate::actions::ActionLibrary;
use crate::cli::words;
use crate::foreign::{self, quoted};
use crate::instrument::{Fit, Instrument, Instruments};
use crate::profile::{Audit, Form, Profile, Scope};
use crate::scoring::Confidence;
use crate::storage::format;
use crate::t;
use crate::tracks::Catalogue;
use crate::tracks::trials::TrialLibrary;

/// Reads a profile; `-` is the standard input.
pub(super) fn profile(path: &Path) -> Result<Profile, Problem> {
    format::open(&pipe::read(path)?).map(|opened| opened.profile).map_err(|error| Problem::format(&error, path))
}

/// The instruments that are built in.
pub(super) fn instruments() -> Result<Arc<Instruments>, Problem> {
    Instruments::built_in(&words().language()).map_err(|error| Problem::new(error.to_string()))
}

/// The instrument for new audits.
pub(super) fn instrument() -> Result<Arc<Instrument>, Problem> {
    Ok(Arc::clone(instruments()?.newest()))
}

/// The tracks and roles that are built in.
pub(super) fn catalogue() -> Result<Arc<Catalogue>, Problem> {
    Catalogue::in_language(&words().language()).map_err(|error| Problem::new(error.to_string()))
}

/// The trials of the built-in roles.
pub(super) fn trials() -> Result<Arc<TrialLibrary>, Problem> {
    TrialLibrary::in_language(&words().language()).map_err(|error| Problem::new(error.to_string()))
}

/// The exercises that are built in.
pub(super) fn actions() -> Result<Arc<ActionLibrary>, Problem> {
    ActionLibrary::in_language(&words().language()).map_err(|error| Problem::new(error.to_string()))
}

/// The instrument that an audit was asked with: no other one may score it. Prints a warning when the words are others.
pub(super) fn instrument_of(audit: &Audit, path: &Path) -> Result<Arc<Instrument>, Problem> {
    let instruments = instruments()?;
    let instrument = instruments.of(&audit.instrument).ok_or_else(|| other_instrument(audit, path))?;
    warn_of_other_words(instrument, audit, path);
    Ok(Arc::clone(instrument))
}

/// Checks that an audit can be laid over one that was asked with this instrument. Prints a warning when the words are others.
pub(super) fn check_comparable(instrument: &Instrument, earlier: &Audit, path: &Path) -> Result<(), Problem> {
    if instrument.fit(&earlier.instrument) == Fit::Other {
        let here = instruments()?.of(&earlier.instrument).is_some();
        return Err(if here { asked_otherwise(earlier, path) } else { other_instrument(earlier, path) });
    }
    warn_of_other_words(instrument, earlier, path);
    Ok(())
}

fn warn_of_other_words(instrument: &Instrument, audit: &Audit, path: &Path) {
    if instrument.fit(&audit.instrument) == Fit::OtherWords {
        say("warning", &asked_in_other_words(audit, path));
    }
}

/// Says that an audit was asked in other words than those that are here.
pub(super) fn asked_in_other_words(audit: &Audit, path: &Path) -> String {
    t!(words(), "cli-other-words", audit = quoted(audit.id.as_str()), file = pipe::name(path))
}

/// Says that an earlier audit was asked by another version of the questions, so that its scores would mean something else.
fn asked_otherwise(earlier: &Audit, path: &Path) -> Problem {
    let version = earlier.instrument.version.to_string();
    let audit = quoted(earlier.id.as_str());
    Problem::new(t!(words(), "cli-asked-otherwise", audit = audit, version = version, file = pipe::name(path)))
}

/// Says that an audit has other questions than those that are here.
pub(super) fn other_instrument(audit: &Audit, path: &Path) -> Problem {
    let summary = t!(
        words(),
        "cli-other-instrument",
        audit = quoted(audit.id.as_str()),
        instrument = quoted(&audit.instrument.id),
        version = audit.instrument.version.to_string(),
        file = pipe::name(path)
    );
    Problem::new(summary).hint(t!(words(), "cli-hint-update"))
}

/// Which audit of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The last one about all facets.
    Latest,
    /// Counted from 1, the oldest first.
    Number(usize),
}

impl Which {
    /// For clap.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        match (text, text.parse()) {
            ("latest", _) => Ok(Self::Latest),
            (_, Ok(number)) if number > 0 => Ok(Self::Number(number)),
            _ => Err(t!(words(), "cli-which-audit")),
        }
    }

    /// For clap, where only a number makes sense.
    pub(super) fn number(text: &str) -> Result<Self, String> {
        match Self::parse(text) {
            Ok(Self::Number(number)) => Ok(Self::Number(number)),
            _ => Err(t!(words(), "cli-audit-number")),
        }
    }

    /// The audit, with its number.
    pub(super) fn of<'a>(self, profile: &'a Profile, path: &Path) -> Result<(usize, &'a Audit), Failure> {
        let count = profile.audits.len();
        let number = match self {
            // An audit about a single facet is never shown as the result.
            Self::Latest => profile.audits.iter().rposition(|audit| audit.scope == Scope::All).map_or(0, |at| at + 1),
            Self::Number(number) => number,
        };
        let file = pipe::name(path);
        match number.checked_sub(1).and_then(|index| profile.audits.get(index)) {
            Some(audit) => Ok((number, audit)),
            None if count == 0 => Err(Problem::new(t!(words(), "cli-no-audits", file = file))
                .hint(t!(words(), "cli-hint-no-audits"))
                .into()),
            None => Err(Problem::new(t!(words(), "cli-no-such-audit", number = number.to_string(), file = file))
                .hint(t!(words(), "cli-hint-audits", count = count))
                .into()),
        }
    }
}

/// Whose audit it is and when it was made, in one line, for the terminal and for pictures.
pub(super) fn heading(profile: &Profile, audit: &Audit) -> String {
    let day = words().date(audit.date());
    let parts = [&profile.person, &audit.role, &day].map(|part| foreign::line(part));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// For clap: quick or full.
pub(super) fn form_parser() -> impl TypedValueParser<Value = Form> {
    let names = [Form::Quick.as_str(), Form::Full.as_str()];
    PossibleValuesParser::new(names).map(|name| if name == Form::Quick.as_str() { Form::Quick } else { Form::Full })
}

/// For clap: 0.80, 0.90 or 0.95.
pub(super) fn confidence_parser() -> impl TypedValueParser<Value = Confidence> {
    let value = |name, short| PossibleValue::new(name).alias(short);
    let names = [value("0.80", "0.8"), value("0.90", "0.9"), PossibleValue::new("0.95")];
    PossibleValuesParser::new(names).map(|name| match name.as_str() {
        "0.80" | "0.8" => Confidence::P80,
        "0.95" => Confidence::P95,
        _ => Confidence::P90,
    })
}
