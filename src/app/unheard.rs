//! When a window cannot open and nobody would see the error output, a box of the system says so.

#[cfg(target_os = "linux")]
use std::process::{Command, Stdio};

use crate::t;
use crate::words::Words;

/// Shows what went wrong in a box of the system, unless somebody can read it on the error output.
///
/// On Windows and macOS this returns when the box is closed. On Linux it returns at once, so that the box does not keep a script
/// waiting.
pub fn tell(words: &Words, problem: &str) {
    if !heard() {
        show(words, problem);
    }
}

/// On Windows, a program without a console has no usable error output, unless it was redirected.
#[cfg(windows)]
fn heard() -> bool {
    use std::os::windows::io::{AsHandle, AsRawHandle};

    let errors = std::io::stderr();
    !errors.as_raw_handle().is_null() && errors.as_handle().try_clone_to_owned().is_ok()
}

#[cfg(not(windows))]
fn heard() -> bool {
    use std::io::{IsTerminal, stderr, stdin, stdout};

    stdin().is_terminal() || stdout().is_terminal() || stderr().is_terminal()
}

#[cfg(not(target_os = "linux"))]
fn show(problem: &str) {
    let shown = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error).set_title(t!(words, "app-name"));
    let _read = shown.set_description(problem).show();
}

/// The desktop's program for such boxes, if there is one, and a screen to show it on.
#[cfg(target_os = "linux")]
fn show(words: &Words, problem: &str) {
    if ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty())) {
        let quietly = |mut command: Command| {
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
        };
        let _shown = boxes(&t!(words, "app-name"), problem).into_iter().any(quietly);
    }
}

#[cfg(target_os = "linux")]
fn boxes(title: &str, problem: &str) -> [Command; 2] {
    let mut zenity = Command::new("zenity");
    zenity
        .args(["--error", "--no-markup", "--no-wrap"])
        .arg(format!("--title={title}"))
        .arg(format!("--text={problem}"));
    let mut kdialog = Command::new("kdialog");
    kdialog.args(["--title", title, "--error", problem]);
    [zenity, kdialog]
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    /// What the system says about a graphics card may look like an option, or like markup.
    #[test]
    fn the_words_are_one_argument_of_the_box() {
        let problem = "--no <b>\nscreen & no card";
        for command in boxes("Evenkeel", problem) {
            let arguments: Vec<_> = command.get_args().map(|a| a.to_string_lossy().into_owned()).collect();
            assert!(arguments.iter().any(|a| a == problem || *a == format!("--text={problem}")), "{arguments:?}");
        }
    }
}
