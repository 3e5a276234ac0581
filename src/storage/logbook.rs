//! The log: on the standard error output, and in a small file that only this person can read. Settings counts and deletes it
//! with the recovery files.
//!
//! - Warnings and errors of all libraries, and also the notes of our own code. Never answers: an entry says what went wrong, not
//!   what was typed.
//! - A thread writes the file, so that nothing waits for a disk. Past 128 kB it is started afresh.
//! - Without a file and without anybody who reads the error output, entries are lost.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};

use jiff::Timestamp;
use log::{Level, LevelFilter, Log, Metadata, Record};

/// When the file is longer than this, in bytes, it is started afresh.
const MAX_BYTES: u64 = 128 * 1024;
/// The most letters of one entry: a library may quote a whole file.
const MAX_LETTERS: usize = 500;
const OURS: &str = "evenkeel";

/// Where entries go.
struct Logbook {
    lines: Option<Sender<String>>,
}

/// Installs the log. A second call in the same process does nothing.
pub fn keep_log(file: Option<PathBuf>) {
    let lines = file.and_then(|file| {
        let (sender, lines) = channel::<String>();
        let writing = std::thread::Builder::new().name("evenkeel-log".to_owned()).spawn(move || {
            for line in lines {
                // When the file cannot be written, the entry is still on the error output.
                let _kept = append(&file, &line).is_ok();
            }
        });
        writing.ok().map(|_| sender)
    });
    if log::set_boxed_logger(Box::new(Logbook { lines })).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}

impl Log for Logbook {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let ours = metadata.target().split("::").next() == Some(OURS);
        metadata.level() <= if ours { Level::Info } else { Level::Warn }
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let line = line_of(record, Timestamp::now());
        // Without a console, nobody reads it.
        let _said = writeln!(io::stderr(), "{line}").is_ok();
        if let Some(lines) = &self.lines {
            let _kept = lines.send(line).is_ok();
        }
    }

    fn flush(&self) {}
}

/// One entry in one line.
fn line_of(record: &Record<'_>, now: Timestamp) -> String {
    let words: String = crate::foreign::shown(&record.args().to_string()).chars().take(MAX_LETTERS).collect();
    let level = record.level().as_str().to_lowercase();
    format!("{} {level} {}: {words}", now.strftime("%Y-%m-%dT%H:%M:%SZ"), record.target())
}

/// Adds a line to the file, private from its first byte.
fn append(path: &Path, line: &str) -> io::Result<()> {
    let found = std::fs::symlink_metadata(path);
    // Something else with this name, such as a pipe, would keep the thread waiting.
    if found.as_ref().is_ok_and(|found| !found.is_file()) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut options = File::options();
    if found.is_ok_and(|found| found.len() > MAX_BYTES) {
        options.write(true).truncate(true).create(true);
    } else {
        options.append(true).create(true);
    }
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(format!("{line}\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(level: Level, target: &str) -> Metadata<'_> {
        Metadata::builder().level(level).target(target).build()
    }

    #[test]
    fn warnings_of_all_are_heard_and_notes_of_ours() {
        let book = Logbook { lines: None };
        for (level, target, heard) in [
            (Level::Error, "zbus::connection", true),
            (Level::Warn, "wgpu_core", true),
            (Level::Info, "wgpu_core", false),
            (Level::Info, "evenkeel::storage", true),
            (Level::Debug, "evenkeel::storage", false),
            (Level::Info, "evenkeelish", false),
        ] {
            assert_eq!(book.enabled(&metadata(level, target)), heard, "{level} {target}");
        }
    }

    #[test]
    fn an_entry_is_one_line_of_bounded_length() {
        let words = format!("first\nsecond\u{1b}[31m {}", "x".repeat(9000));
        let args = format_args!("{words}").to_string();
        let record_of = |args: &str| {
            let builder = &mut Record::builder();
            line_of(
                &builder.args(format_args!("{args}")).level(Level::Warn).target("evenkeel::app").build(),
                Timestamp::UNIX_EPOCH,
            )
        };
        let line = record_of(&args);
        assert!(line.starts_with("1970-01-01T00:00:00Z warn evenkeel::app: first second"), "{line}");
        assert!(!line.contains('\n') && !line.contains('\u{1b}'));
        assert!(line.chars().count() < MAX_LETTERS + 60);
    }

    #[test]
    fn the_file_is_private_and_begun_anew_when_it_has_grown() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("log.txt");
        let line = "x".repeat(999);
        for _ in 0..132 {
            append(&path, &line).unwrap();
        }
        let long = std::fs::metadata(&path).unwrap().len();
        assert_eq!(long, 132_000);
        append(&path, "new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new\n");
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            assert_eq!(std::fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        }
        assert!(append(home.path(), "a folder is in the way").is_err());
    }
}
