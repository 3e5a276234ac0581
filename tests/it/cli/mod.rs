//! The program itself, run as a script would run it.
#![expect(clippy::disallowed_methods, reason = "files to try the program on")]

mod chart;
mod check;
mod csv_errors;
mod export;
mod history;
mod hostile;
#[cfg(feature = "report")]
mod language;
mod new;
mod pipes;
mod plan;
#[cfg(feature = "report")]
mod report;
mod round;
mod score;
mod tracks;

use std::fs;
use std::io::pipe;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use evenkeel::scoring::id;
use tempfile::TempDir;

use super::golden::Case;
use crate::support::font_folder;

/// A folder of its own to run the program in.
pub struct Desk {
    folder: TempDir,
}

/// What came of a run.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        fs::write(self.path(name), contents).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn json(&self, name: &str) -> serde_json::Value {
        serde_json::from_str(&self.read(name)).unwrap()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evenkeel"));
        command.args(arguments);
        self.at(&mut command);
        command
    }

    /// Makes a command run in this folder, with nothing of the machine: language, time zone, fonts and home are the test's.
    pub fn at<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.current_dir(self.folder.path()).stdin(Stdio::null()).env("EVENKEEL_HOME", self.path("home"));
        command.env("TZ", "UTC").env("LC_ALL", "C").env_remove("LANGUAGE");
        // On Linux, the system's fonts are those that this file names.
        command.env("FONTCONFIG_FILE", font_folder().join("fonts.conf"))
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        let output = self.command(arguments).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let said = Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) };
        for line in said.err.lines() {
            let known = ["error: ", "hint: ", "warning: "].iter().any(|kind| line.starts_with(kind));
            assert!(known, "a line that is none of ours: {said:?}");
        }
        assert_eq!(said.code != 0, said.err.contains("error: "), "{said:?}");
        said
    }

    /// A run that works and has nothing to say but its output.
    #[track_caller]
    pub fn works(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
        said.out
    }

    /// A run that fails: gives the error and the hint without their names.
    #[track_caller]
    pub fn fails(&self, arguments: &[&str], code: i32) -> (String, Option<String>) {
        let said = self.run(arguments);
        assert_eq!((said.code, said.out.as_str()), (code, ""), "{said:?}");
        let lines: Vec<&str> = said.err.lines().collect();
        assert!(lines.len() <= 2, "more than an error and a hint: {said:?}");
        let error = lines[0].strip_prefix("error: ").unwrap().to_owned();
        (error, lines.get(1).map(|hint| hint.strip_prefix("hint: ").unwrap().to_owned()))
    }

    /// A profile from a golden case.
    pub fn make(&self, name: &str, case: &Case, more: &[&str]) {
        self.write("answers.csv", csv(case, true));
        let arguments = [&["new", "-o", name, "--answers", "answers.csv", "--form", case.form.as_str()], more].concat();
        self.works(&arguments);
    }
}

/// The answers of a golden case as CSV. Items without an answer have an empty one, or no row at all.
pub fn csv(case: &Case, rows_without_answer: bool) -> String {
    let mut lines = vec!["item,answer".to_owned()];
    let instrument = super::support::instrument();
    let answers = case.answers(&instrument);
    for item in case.order(&instrument) {
        match answers.get(&item) {
            Some(answer) => lines.push(format!("{item},{}", answer.to_string().trim_matches('"'))),
            None if rows_without_answer => lines.push(format!("{item},")),
            None => {}
        }
    }
    for (kind, ratings) in [("need", &case.needs), ("energy", &case.energy)] {
        let rows = ratings.iter().flatten().map(|(facet, rating)| format!("{kind}/{facet},{}", rating.value()));
        lines.extend(rows);
    }
    lines.extend(case.stakes.iter().flatten().map(|(facet, stakes)| format!("stakes/{facet},{}", stakes.value())));
    lines.extend(case.doses.iter().flatten().map(|(facet, dose)| format!("dose/{facet},{}", id(dose))));
    lines.join("\n") + "\n"
}

/// A golden case by its name.
pub fn case(name: &str) -> Case {
    super::golden::golden().cases.into_iter().find(|case| case.name == name).unwrap()
}

pub fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|e| e == "evenkeel")).collect();
    paths.sort();
    paths
}

#[test]
fn help_and_version_are_no_errors() {
    let desk = Desk::new();
    let help = desk.works(&["--help"]);
    for subcommand in ["new", "score", "check", "chart", "history", "export", "tracks", "actions", "plan", "tick"] {
        assert!(help.contains(&format!("\n  {subcommand} ")), "{help}");
        let own = desk.works(&[subcommand, "--help"]);
        assert!(own.contains(&format!("Usage: evenkeel {subcommand}")), "{own}");
    }
    assert_eq!(desk.works(&["--version"]), concat!("evenkeel ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn wrong_usage_is_one_line_a_hint_and_status_2() {
    let desk = Desk::new();
    let (error, hint) = desk.fails(&["score"], 2);
    assert_eq!(error, "the following required arguments were not provided: <FILE>");
    assert_eq!(hint.unwrap(), "usage: evenkeel score <FILE>");
    let (error, hint) = desk.fails(&["score", "a.evenkeel", "--jsn"], 2);
    assert_eq!(error, "unexpected argument '--jsn' found");
    assert!(hint.unwrap().contains("'--json'"));
    let (error, _) = desk.fails(&["new", "-o", "a.evenkeel", "--form", "long"], 2);
    assert!(error.contains("'long'") && error.contains("[possible values: quick, full]"), "{error}");
    for arguments in [
        &["new"] as &[&str],
        &["export", "-o", "out.csv"],
        &["export", "a.evenkeel"],
        &["export", "a.evenkeel", "-o", "out.xls"],
        &["export", "a.evenkeel", "-o", "out"],
        &["chart", "a.evenkeel"],
        &["chart", "a.evenkeel", "-o", "out.pdf"],
        &["score", "a.evenkeel", "--audit", "0"],
        &["score", "a.evenkeel", "--audit", "first"],
        &["score", "a.evenkeel", "--confidence", "0.99"],
        &["score", "a.evenkeel", "b.evenkeel"],
        &["check"],
        &["check", "--json", "a.evenkeel"],
        &["tracks", "--csv"],
        &["history"],
        &["plan"],
        &["tick"],
        &["history", "a.evenkeel", "--audit", "1"],
    ] {
        desk.fails(arguments, 2);
    }
    assert_eq!(fs::read_dir(desk.path("")).unwrap().count(), 0, "nothing was written");
}

#[test]
fn a_reader_that_has_gone_is_no_error() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("plain-full-300"), &[]);
    for arguments in [
        &["score", "a.evenkeel"] as &[&str],
        &["score", "a.evenkeel", "--json"],
        &["check", "a.evenkeel"],
        &["tracks"],
        &["actions"],
        &["history", "a.evenkeel"],
        &["history", "a.evenkeel", "--json"],
        &["tracks", "--json"],
        &["export", "a.evenkeel", "-o", "out.csv"],
        &["new", "-o", "b.evenkeel"],
        &["--help"],
        &["score", "--help"],
    ] {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let output = desk.command(arguments).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{arguments:?}");
    }
    assert!(desk.path("out.csv").exists() && desk.path("b.evenkeel").exists());
}

#[test]
fn nobody_to_hear_an_error_is_no_panic() {
    let desk = Desk::new();
    for (arguments, code) in [(&["score", "missing.evenkeel"] as &[&str], 1), (&["score"], 2)] {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let output = desk.command(arguments).stderr(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("plain-full-300"), &[]);
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = desk.command(&["score", "a.evenkeel"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("error: the output could not be written"));
}

#[cfg(not(feature = "window"))]
#[test]
fn a_build_without_a_window_says_so() {
    let desk = Desk::new();
    for arguments in [&[] as &[&str], &["a.evenkeel"]] {
        let (error, hint) = desk.fails(arguments, 1);
        assert!(error.contains("has no window"), "{error}");
        assert!(hint.is_none());
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let desk = Desk::new();
    fs::create_dir(desk.path("folder.evenkeel")).unwrap();
    desk.write("text.evenkeel", "hello");
    for subcommand in ["score", "check"] {
        let (error, _) = desk.fails(&[subcommand, "missing.evenkeel"], 1);
        assert!(error.starts_with("there is no such file: ") && error.ends_with("missing.evenkeel"), "{error}");
        let (error, _) = desk.fails(&[subcommand, "folder.evenkeel"], 1);
        assert!(error.starts_with("this is a folder, not a file: "), "{error}");
        let (error, hint) = desk.fails(&[subcommand, "text.evenkeel"], 1);
        assert!(error.contains("line 1") && error.ends_with(": text.evenkeel"), "{error}");
        assert!(hint.is_some());
    }
}
