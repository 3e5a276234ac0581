//! `evenkeel export`: the scores of many audits, as a table (CSV) or whole (JSON). `docs/DATA.md` describes both.
//!
//! - A file that cannot be read does not stop the others: it is reported at the end, and the exit status is 1.
//! - Profiles are read, scored and written one after the other, so that there may be any number of them.
//! - The output never replaces a file that is read, and appears only when it is complete.

use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::failure::{Failure, Problem, say};
use super::open;
use super::out::Out;
use super::pipe::{self, Target, make_way};
use super::progress::Progress;
use crate::cli::words;
use crate::export::{self, NotesExport, Scored};
use crate::instrument::Instruments;
use crate::library::{self, FolderProblem, ScoredProfile};
use crate::profile::{Profile, ProfileId};
use crate::scoring::Confidence;
use crate::storage::{Output, RealFs};
use crate::{foreign, t};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profiles, or - for one on the standard input; a folder stands for the .evenkeel files in it
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The file to write: OUT.csv, OUT.json, or - for the standard output
    #[arg(short, long = "output", value_name = "OUT")]
    output: PathBuf,
    /// What to write [default: what the name of the output ends in]
    #[arg(long, value_parser = format_parser())]
    format: Option<Format>,
    /// With the notes of evidence, which are private and otherwise left out; only in JSON
    #[arg(long)]
    notes: bool,
    /// How sure the bands are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
}

#[derive(Clone, Copy, Debug)]
enum Format {
    Csv,
    Json,
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["csv", "json"]).map(|name| if name == "csv" { Format::Csv } else { Format::Json })
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let format = arguments.format()?;
    if arguments.notes && matches!(format, Format::Csv) {
        let what = t!(words(), "cli-notes-json");
        return Err(Failure::Usage(Problem::new(what).hint(t!(words(), "cli-hint-format"))));
    }
    let notes = if arguments.notes { NotesExport::Chosen } else { NotesExport::LeftOut };
    let (files, mut problems) = files(&arguments.files);
    let target = Target::of(&arguments.output, files.iter().map(PathBuf::as_path))?;
    let to_stdout = matches!(target, Target::Output);
    let progress = Progress::new(files.len(), to_stdout && io::stdout().is_terminal());
    let mut source = Source::new(files, open::instruments()?, arguments.confidence, progress);
    let mut scored = source.by_ref().peekable();
    let written = match (scored.peek(), target) {
        (None, _) => Ok(()),
        (Some(_), Target::Output) => format.write(scored, notes, out.data()).map_err(Failure::from),
        (Some(_), Target::File(target)) => {
            write_file(&target, format.beginning(), |output| format.write(scored, notes, output))
        }
    };
    source.progress.clear();
    problems.append(&mut source.problems);
    match written {
        Ok(()) if source.profiles.is_empty() => problems.push(Problem::new(t!(words(), "cli-nothing-exported"))),
        Ok(()) if to_stdout => {}
        Ok(()) => {
            let (file, profiles) = (foreign::path(&arguments.output), source.profiles.len());
            out.line(&t!(words(), "cli-exported", file = file, audits = source.audits, profiles = profiles))?;
        }
        Err(Failure::Problems(more)) => problems.extend(more),
        Err(other) => return Err(other),
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Problems(problems)) }
}

/// The files to export. A warning about a file that is named twice is printed at once; problems with folders are reported at the
/// end.
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

fn write_file(
    target: &Path,
    beginning: &'static [u8],
    write: impl FnOnce(&mut Output) -> io::Result<()>,
) -> Result<(), Failure> {
    make_way(target, beginning)?;
    let mut output = Output::create(&RealFs, target)?;
    write(&mut output).map_err(|error| output.failed(error))?;
    Ok(output.finish()?)
}

impl Arguments {
    fn format(&self) -> Result<Format, Failure> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        match ending(&self.output).as_deref() {
            Some("csv") => Ok(Format::Csv),
            Some("json") => Ok(Format::Json),
            _ => {
                let what = t!(words(), "cli-ending", endings = ".csv, .json", file = foreign::path(&self.output));
                Err(Failure::Usage(Problem::new(what).hint(t!(words(), "cli-hint-format"))))
            }
        }
    }
}

impl Format {
    /// How its files begin.
    const fn beginning(self) -> &'static [u8] {
        match self {
            Self::Csv => b"profile,person,audit",
            Self::Json => b"[",
        }
    }

    fn write(self, scored: impl Iterator<Item = Scored>, notes: NotesExport, out: impl Write) -> io::Result<()> {
        match self {
            Self::Csv => export::write_csv(scored, out),
            Self::Json => export::write_json(scored, notes, out),
        }
    }
}

/// The profiles with their scores, one after the other, and what was wrong with those that are left out.
struct Source {
    files: std::vec::IntoIter<PathBuf>,
    instruments: Arc<Instruments>,
    confidence: Confidence,
    progress: Progress<io::Stderr>,
    problems: Vec<Problem>,
    done: usize,
    audits: usize,
    /// The profiles so far, with the file that each came from.
    profiles: HashMap<ProfileId, PathBuf>,
}

impl Source {
    fn new(
        files: Vec<PathBuf>,
        instruments: Arc<Instruments>,
        confidence: Confidence,
        progress: Progress<io::Stderr>,
    ) -> Self {
        let (files, problems, profiles) = (files.into_iter(), Vec::new(), HashMap::new());
        Self { files, instruments, confidence, progress, problems, done: 0, audits: 0, profiles }
    }

    fn score(&mut self, profile: Profile, path: &Path) -> Scored {
        let ScoredProfile { scored, other_words, left_out } =
            library::score(profile, &self.instruments, self.confidence);
        for audit in &other_words {
            self.warn(&open::asked_in_other_words(audit, path));
        }
        self.problems.extend(left_out.iter().map(|audit| open::other_instrument(audit, path)));
        self.audits += scored.audits.len();
        if let Some(other) = self.profiles.insert(scored.profile.id.clone(), path.to_owned()) {
            self.warn(&t!(words(), "cli-same-profile", other = pipe::name(&other), file = pipe::name(path)));
        }
        scored
    }

    fn warn(&mut self, words: &str) {
        self.progress.clear();
        say("warning", words);
    }
}

impl Iterator for Source {
    type Item = Scored;

    fn next(&mut self) -> Option<Scored> {
        loop {
            self.progress.done(self.done);
            let path = self.files.next()?;
            self.done += 1;
            match open::profile(&path) {
                Ok(profile) => return Some(self.score(profile, &path)),
                Err(problem) => self.problems.push(problem),
            }
        }
    }
}

/// The ending of a file's name, in lower case.
pub(super) fn ending(path: &Path) -> Option<String> {
    path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase)
}
