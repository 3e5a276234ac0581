//! `evenkeel team`: a team in numbers. Each file stands for one person, with the latest finished audit about all facets.
//!
//! - A file that cannot be read does not stop the others: it is reported at the end, and the exit status is 1.
//! - Files are read one after the other; only what a team needs of them stays in memory.

use std::collections::HashSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use super::failure::{Failure, Problem, say};
use super::out::Out;
use super::progress::Progress;
use super::table::Table;
use super::{open, pipe};
use crate::cli::words;
use crate::export;
use crate::instrument::{Fit, Instrument};
use crate::library::{self, FolderProblem};
use crate::profile::{Audit, Profile, ProfileId, Scope};
use crate::scoring::{self, Confidence, Scores};
use crate::storage::RealFs;
use crate::t;
use crate::team::{LIMIT_TEAM, Member, Quartiles, Shown, Team, team};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profiles; a folder stands for the .evenkeel files in it
    #[arg(required = true, value_name = "FOLDER")]
    files: Vec<PathBuf>,
    /// As JSON, with nine decimals at most
    #[arg(long)]
    json: bool,
    /// How sure the readings are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
}

#[derive(Serialize)]
struct Output<'a> {
    #[serde(flatten)]
    team: &'a Team,
    /// Files that have no finished audit that was asked with the newest questions.
    without_audit: usize,
}

/// What is kept of the people.
struct People {
    instrument: Arc<Instrument>,
    confidence: Confidence,
    members: Vec<(Arc<Audit>, Scores)>,
    seen: HashSet<ProfileId>,
    without_audit: usize,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let (files, mut problems) = files(&arguments.files);
    let mut progress = Progress::new(files.len(), false);
    let instrument = open::instrument()?;
    let (seen, members) = (HashSet::new(), Vec::new());
    let mut people = People { instrument, confidence: arguments.confidence, members, seen, without_audit: 0 };
    for (at, path) in files.iter().enumerate() {
        progress.done(at);
        match open::profile(path) {
            Ok(profile) => people.add(&profile, path, &mut progress),
            Err(problem) => problems.push(problem),
        }
    }
    progress.clear();
    let members: Vec<Member> = people.members.iter().map(|(audit, scores)| Member { audit, scores }).collect();
    let found = team(&people.instrument, &members);
    if arguments.json {
        export::write_value(&Output { team: &found, without_audit: people.without_audit }, out.data())?;
    } else {
        for line in text(&people, &found) {
            out.line(&line)?;
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Problems(problems)) }
}

fn files(names: &[PathBuf]) -> (Vec<PathBuf>, Vec<Problem>) {
    let found = library::named(&RealFs, names, pipe::is_dash);
    for path in &found.again {
        say("warning", &t!(words(), "cli-named-twice", file = pipe::name(path)));
    }
    let problem = |it| match it {
        FolderProblem::Unread(error) => error.into(),
        FolderProblem::Empty(folder) => Problem::new(t!(words(), "cli-empty-folder", file = pipe::name(&folder))),
    };
    (found.files, found.folders.into_iter().map(problem).collect())
}

impl People {
    /// Adds a person. A second file of the same person would count twice.
    fn add(&mut self, profile: &Profile, path: &std::path::Path, progress: &mut Progress<io::Stderr>) {
        if !self.seen.insert(profile.id.clone()) {
            progress.clear();
            say("warning", &t!(words(), "cli-team-same", file = pipe::name(path)));
            return;
        }
        let fits = |audit: &&Arc<Audit>| {
            audit.finished.is_some()
                && audit.scope == Scope::All
                && self.instrument.fit(&audit.instrument) != Fit::Other
        };
        match profile.audits.iter().rfind(fits) {
            None => self.without_audit += 1,
            Some(audit) => {
                let scores = scoring::score(&self.instrument, audit, self.confidence);
                self.members.push((Arc::clone(audit), scores));
            }
        }
    }
}

fn text(people: &People, found: &Team) -> Vec<String> {
    let mut lines = vec![t!(words(), "cli-team-people", count = found.people)];
    if people.without_audit > 0 {
        lines.push(t!(words(), "cli-team-without", count = people.without_audit));
    }
    match &found.shown {
        None => lines.push(t!(words(), "cli-team-few", limit = LIMIT_TEAM)),
        Some(shown) => lines.extend(shown_lines(&people.instrument, shown)),
    }
    lines
}

fn shown_lines(instrument: &Instrument, shown: &Shown) -> Vec<String> {
    let headings = [
        String::new(),
        t!(words(), "cli-team-count"),
        t!(words(), "cli-team-low"),
        t!(words(), "cli-team-middle"),
        t!(words(), "cli-team-high"),
        t!(words(), "cli-need"),
        t!(words(), "cli-team-asks-more"),
        t!(words(), "cli-team-alpha"),
    ];
    let mut table = Table::new(headings.to_vec(), 1..8);
    let number = |value: Option<f64>| value.map(|value| words().points(value)).unwrap_or_default();
    let mut nobody = Vec::new();
    for facet in &shown.facets {
        let name = &instrument.texts.facet(&facet.id).name;
        let of = |part: fn(Quartiles) -> f64| number(facet.quartiles.map(part));
        let alpha = facet.sample.and_then(|sample| sample.alpha).map(|alpha| alpha.value);
        table.push(vec![
            name.clone(),
            facet.people.to_string(),
            of(|it| it.low),
            of(|it| it.middle),
            of(|it| it.high),
            number(facet.needs.map(|needs| needs.middle)),
            facet.asks_more.map(|count| count.to_string()).unwrap_or_default(),
            alpha.map(|value| words().decimal(value, 2)).unwrap_or_default(),
        ]);
        if facet.above_three == Some(0) {
            nobody.push(t!(words(), "cli-team-nobody", facet = name.as_str()));
        }
    }
    let mut lines = vec![String::new()];
    lines.extend(table.lines());
    lines.push(String::new());
    lines.extend(nobody);
    lines.push(t!(words(), "cli-team-limits"));
    lines
}
