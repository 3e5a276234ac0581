//! `evenkeel history`: the audits of a profile and what changed between them, as text or as JSON.

mod choose;
mod text;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use super::failure::{Failure, say};
use super::open;
use super::out::Out;
use crate::cli::words;
use crate::export;
use crate::foreign;
use crate::instrument::{Fit, Instrument, Instruments};
use crate::profile::{Audit, AuditId, Form, InstrumentRef, Profile};
use crate::scoring::history::{Audited, Changes, ChangesJson, compare, in_time};
use crate::scoring::{self, Confidence, Scores, ScoresJson};
use crate::t;
use choose::End;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, or - for the standard input
    file: PathBuf,
    /// Only what changed from this audit on: its number, its id, or the first one from a day on [default: each pair; with --to the first audit]
    #[arg(long, value_name = "N|ID|DATE")]
    from: Option<String>,
    /// Only what changed up to this audit: its number, its id, or the last one up to a day [default: each pair; with --from the last audit]
    #[arg(long, value_name = "N|ID|DATE")]
    to: Option<String>,
    /// Hold all eight facets of a pair to the confidence together, not each by itself
    #[arg(long)]
    together: bool,
    /// As JSON, with nine decimals at most
    #[arg(long)]
    json: bool,
    /// How sure the bands and the errors of changes are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
}

/// An audit of the profile.
struct Entry<'a> {
    audit: &'a Arc<Audit>,
    /// Its number, counted from 1 in the order of the file, as the other subcommands count.
    number: usize,
    /// With its scores, where its questions are here.
    scored: Option<(Arc<Instrument>, Scores)>,
}

/// Two audits, as places among the entries, and what changed.
struct Pair {
    from: usize,
    to: usize,
    changes: Changes,
}

/// All of it, in the order of time.
struct History<'a> {
    profile: &'a Profile,
    entries: Vec<Entry<'a>>,
    pairs: Vec<Pair>,
}

#[derive(Serialize)]
struct HistoryJson<'a> {
    audits: Vec<AuditJson<'a>>,
    changes: Vec<ChangesJson<'a>>,
}

#[derive(Serialize)]
struct AuditJson<'a> {
    id: &'a AuditId,
    number: usize,
    role: &'a str,
    form: Form,
    scope: &'a str,
    started: String,
    finished: Option<String>,
    instrument: &'a InstrumentRef,
    scores: Option<ScoresJson<'a>>,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let path = &arguments.file;
    let (profile, instruments) = (open::profile(path)?, open::instruments()?);
    let entries = entries(&profile, &instruments, arguments.confidence);
    warn(&entries, &instruments, path);
    let named = [(&arguments.from, End::From), (&arguments.to, End::To)];
    let pairs = choose::pairs(&entries, named.map(|(text, end)| text.as_deref().map(|it| (it, end))), path)?;
    let pairs = pairs.into_iter().filter_map(|(from, to)| {
        let (first, second) = (entries[from].audited()?, entries[to].audited()?);
        let changes = compare(first, second, arguments.confidence);
        let changes = if arguments.together { changes.together(arguments.confidence) } else { changes };
        Some(Pair { from, to, changes })
    });
    let pairs = pairs.collect();
    let history = History { profile: &profile, entries, pairs };
    if arguments.json {
        return Ok(export::write_value(&history.json(), out.data())?);
    }
    for line in text::lines(&history, instruments.newest(), arguments.confidence) {
        out.line(&line)?;
    }
    Ok(())
}

fn entries<'a>(profile: &'a Profile, instruments: &Instruments, confidence: Confidence) -> Vec<Entry<'a>> {
    let entry = |(place, audit): (usize, &'a Arc<Audit>)| {
        let instrument = instruments.of(&audit.instrument).map(Arc::clone);
        let scored = instrument.map(|it| {
            let scores = scoring::score(&it, audit, confidence);
            (it, scores)
        });
        Entry { audit, number: place + 1, scored }
    };
    in_time(&profile.audits).into_iter().map(entry).collect()
}

/// Says which audits were asked otherwise than anything here, and which in other words.
fn warn(entries: &[Entry<'_>], instruments: &Instruments, path: &Path) {
    for Entry { audit, .. } in entries {
        match instruments.fit(&audit.instrument) {
            Fit::Same => {}
            Fit::OtherWords => say("warning", &open::asked_in_other_words(audit, path)),
            Fit::Other => say("warning", &open::other_instrument(audit, path).summary),
        }
    }
}

impl Entry<'_> {
    fn audited(&self) -> Option<Audited<'_>> {
        let (instrument, _) = self.scored.as_ref()?;
        Some(Audited { instrument, audit: self.audit })
    }

    fn scores(&self) -> Option<&Scores> {
        self.scored.as_ref().map(|(_, scores)| scores)
    }

    /// The facet that it is about, where it is about one alone.
    fn about(&self) -> Option<String> {
        let facet = self.audit.scope.facet()?;
        let text = self.scored.as_ref().and_then(|(instrument, _)| instrument.texts.facets.get(facet));
        Some(text.map_or_else(|| foreign::quoted(facet.as_str()), |text| text.name.clone()))
    }

    fn form(&self) -> String {
        match self.audit.form {
            Form::Quick => t!(words(), "cli-history-quick"),
            Form::Full => t!(words(), "cli-history-full"),
        }
    }

    fn json(&self) -> AuditJson<'_> {
        let Audit { id, role, form, scope, started, finished, instrument, .. } = &**self.audit;
        AuditJson {
            id,
            number: self.number,
            role,
            form: *form,
            scope: scope.facet().map_or("all", |facet| facet.as_str()),
            started: started.to_string(),
            finished: finished.map(|at| at.to_string()),
            instrument,
            scores: self.scores().map(ScoresJson::from),
        }
    }
}

impl History<'_> {
    fn json(&self) -> HistoryJson<'_> {
        let id = |place: usize| &self.entries[place].audit.id;
        HistoryJson {
            audits: self.entries.iter().map(Entry::json).collect(),
            changes: self.pairs.iter().map(|it| ChangesJson::new(id(it.from), id(it.to), &it.changes)).collect(),
        }
    }

    /// Whose audits they are, and how many.
    fn heading(&self) -> String {
        let count = t!(words(), "cli-history-count", count = self.entries.len());
        let person = foreign::line(&self.profile.person);
        if person.is_empty() { count } else { format!("{person}, {count}") }
    }
}
