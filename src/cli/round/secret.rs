//! Passphrases, and the round files that they lock.

use std::path::Path;

use jiff::Timestamp;

use super::RoundArguments;
use crate::cli::failure::{Failure, Problem};
use crate::cli::{pipe, words};
use crate::others::RaterForm;
use crate::round::{Passphrase, RoundFile, RoundFileError};
use crate::storage::{self, DiskError, Expect, Fingerprint, RealFs, Saved};
use crate::{foreign, message, t};

/// The fewest characters of a new passphrase.
const SHORTEST: usize = 8;

/// A round file that was opened.
pub(super) struct Opened {
    pub(super) round: RoundFile,
    pub(super) passphrase: Passphrase,
    fingerprint: Fingerprint,
}

/// The passphrase of a new round. On the terminal it is typed twice.
pub(super) fn new(file: Option<&Path>) -> Result<Passphrase, Failure> {
    let text = if let Some(file) = file {
        from_file(file)?
    } else {
        let first = ask(&t!(words(), "cli-round-passphrase-new"))?;
        if ask(&t!(words(), "cli-round-passphrase-again"))? != first {
            return Err(Problem::new(t!(words(), "cli-round-passphrase-differs")).into());
        }
        first
    };
    if text.chars().count() < SHORTEST {
        let problem = Problem::new(t!(words(), "cli-round-passphrase-short", count = SHORTEST));
        return Err(problem.hint(t!(words(), "cli-hint-round-passphrase")).into());
    }
    passphrase(&text)
}

fn passphrase(text: &str) -> Result<Passphrase, Failure> {
    Passphrase::new(text).ok_or_else(|| Problem::new(t!(words(), "cli-round-passphrase-none")).into())
}

/// The first line of a file.
fn from_file(file: &Path) -> Result<String, Failure> {
    let bytes = pipe::read(file)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// Asks on the terminal, without showing what is typed.
fn ask(question: &str) -> Result<String, Failure> {
    rpassword::prompt_password(format!("{question} ")).map_err(|error| {
        let problem = Problem::new(t!(words(), "cli-round-no-terminal", what = error.to_string()));
        problem.hint(t!(words(), "cli-hint-round-no-terminal")).into()
    })
}

/// Opens a round file.
pub(super) fn open(arguments: &RoundArguments) -> Result<Opened, Failure> {
    let path = &arguments.round;
    let loaded = storage::read(&RealFs, path)?;
    let text = match &arguments.passphrase_file {
        Some(file) => from_file(file)?,
        None => ask(&t!(words(), "cli-round-passphrase"))?,
    };
    let passphrase = passphrase(&text)?;
    let round = RoundFile::unlocked(&passphrase, &loaded.bytes).map_err(|error| {
        let file = foreign::path(path);
        match error {
            RoundFileError::Passphrase => Problem::new(t!(words(), "cli-round-passphrase-wrong", file = file))
                .hint(t!(words(), "cli-hint-round-passphrase-wrong")),
            RoundFileError::Broken => {
                Problem::new(t!(words(), "cli-round-broken", file = file)).hint(t!(words(), "cli-hint-round-broken"))
            }
            RoundFileError::Newer => {
                Problem::new(t!(words(), "cli-round-newer", file = file)).hint(t!(words(), "cli-hint-update"))
            }
        }
    })?;
    Ok(Opened { round, passphrase, fingerprint: loaded.fingerprint })
}

impl Opened {
    /// Saves the round as it is now. The version before is kept among the backups, locked as it was.
    pub(super) fn save(&self, path: &Path) -> Result<(), Failure> {
        let bytes = locked(&self.round, &self.passphrase)?;
        let expect = Expect::Unchanged(self.fingerprint.clone());
        pipe::replace(path, &bytes, &expect, &format!("round-{}", self.round.id), Timestamp::now())
    }
}

/// The bytes of a round file.
pub(super) fn locked(round: &RoundFile, passphrase: &Passphrase) -> Result<Vec<u8>, Failure> {
    round.locked(passphrase).ok_or_else(|| Problem::new(t!(words(), "cli-round-not-locked")).into())
}

/// The built-in questions, if they are those of the round.
pub(super) fn questions(round: &RoundFile) -> Result<RaterForm, Failure> {
    let form = built_in()?;
    if form.questions.hash == round.questions.hash {
        return Ok(form);
    }
    let version = round.questions.version.to_string();
    let problem = Problem::new(t!(words(), "cli-round-other-questions", version = version));
    Err(problem.hint(t!(words(), "cli-hint-update")).into())
}

pub(super) fn built_in() -> Result<RaterForm, Failure> {
    RaterForm::built_in().map_err(|error| Problem::new(error.to_string()).into())
}

/// The key is damaged, which only happens to a file that was changed by hand.
pub(super) fn no_key() -> Failure {
    Problem::new(t!(words(), "cli-round-no-key")).hint(t!(words(), "cli-hint-round-broken")).into()
}

/// Saves a new file; one of that name is never replaced.
pub(super) fn save_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    saved(path, storage::save(&RealFs, path, bytes, &Expect::Absent, None))
}

/// The same, and nobody else on this machine can read it.
pub(super) fn save_new_private(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    saved(path, storage::save_new_private(&RealFs, path, bytes))
}

fn saved(path: &Path, saved: Result<Saved, DiskError>) -> Result<(), Failure> {
    saved.map(drop).map_err(|error| match error {
        DiskError::AlreadyExists { .. } => already_there(path),
        error => error.into(),
    })
}

/// There is a file of that name.
pub(super) fn already_there(path: &Path) -> Failure {
    let error = DiskError::AlreadyExists { path: path.to_path_buf() };
    Problem::new(message::disk(words(), &error)).hint(t!(words(), "cli-hint-other-name")).into()
}
