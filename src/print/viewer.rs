//! Opens a PDF in the person's viewer, and notices when that does not work.

use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// What opens a PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Viewer {
    /// The system's viewer.
    #[default]
    System,
    /// The first of these programs that is installed, given with its arguments. The path comes last.
    Programs(Vec<Vec<String>>),
}

/// Opens a PDF. The error is what went wrong, in the system's words.
pub(super) fn open(viewer: &Viewer, file: &Path, patience: Duration) -> Result<(), String> {
    match viewer {
        Viewer::System => system(file, patience),
        Viewer::Programs(programs) => first_of(programs, file, patience),
    }
}

/// `xdg-open` and `gio` report by their exit status that no program opens PDFs. The crate `opener` does not wait for that, and would
/// report success without a viewer.
#[cfg(target_os = "linux")]
fn system(file: &Path, patience: Duration) -> Result<(), String> {
    let programs = [vec!["xdg-open".to_owned()], vec!["gio".to_owned(), "open".to_owned()]];
    first_of(&programs, file, patience)
}

#[cfg(not(target_os = "linux"))]
fn system(file: &Path, _: Duration) -> Result<(), String> {
    opener::open(file).map_err(|error| error.to_string())
}

fn first_of(programs: &[Vec<String>], file: &Path, patience: Duration) -> Result<(), String> {
    let mut problems = Vec::new();
    for program in programs {
        let Some((name, arguments)) = program.split_first() else { continue };
        match start(name, arguments, file, patience) {
            Ok(None) => return Ok(()),
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => problems.push(format!("{name}: {status}")),
            Err(error) => problems.push(format!("{name}: {error}")),
        }
    }
    Err(problems.join("; "))
}

/// How it ended, if it ends in time. A thread waits for a viewer that keeps running, so that it does not stay as a zombie.
fn start(name: &str, arguments: &[String], file: &Path, patience: Duration) -> std::io::Result<Option<ExitStatus>> {
    let mut command = Command::new(name);
    command.args(arguments).arg(file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let (tell, told) = channel();
    std::thread::Builder::new().name("evenkeel-viewer".to_owned()).spawn(move || {
        let _late = tell.send(child.wait()).is_err();
    })?;
    match told.recv_timeout(patience) {
        Ok(status) => status.map(Some),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok(None),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn with(programs: &[&[&str]]) -> Result<(), String> {
        let owned = |program: &&[&str]| program.iter().map(ToString::to_string).collect();
        let programs = Viewer::Programs(programs.iter().map(owned).collect());
        open(&programs, Path::new("/dev/null"), Duration::from_millis(300))
    }

    #[test]
    fn a_viewer_that_is_missing_or_fails_is_told() {
        assert_eq!(with(&[&["true"]]), Ok(()));
        assert_eq!(with(&[&["sh", "-c", "sleep 2"]]), Ok(()));
        assert_eq!(with(&[&["no-such-viewer"], &["true"]]), Ok(()));
        let problem = with(&[&["no-such-viewer"], &["sh", "-c", "exit 3"]]).unwrap_err();
        assert!(problem.contains("no-such-viewer: ") && problem.contains("sh: exit status: 3"), "{problem}");
    }
}
