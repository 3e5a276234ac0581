//! `evenkeel.com`, which a console on Windows runs when somebody types `evenkeel`.
//!
//! Windows decides by a mark in the file whether a program gets a console. `evenkeel.exe` has the mark for none, or each
//! double-click would open a black window. It can join the console that it was started from (`src/cli/console.rs`), but a
//! prompt does not wait for it, so that what it says would come after the next prompt. Consoles look for `.com` before `.exe`,
//! so that this program, with the other mark, is found first. It starts `evenkeel.exe` beside it with the same arguments,
//! passes on what that says, waits, and ends with the same status. Visual Studio does the same with its `devenv.com`.
//!
//! What is redirected to a file or to another program is handed through as it is. Ctrl+C ends both, but not a window, which has
//! not joined the console.

use std::env;
use std::io::{self, IsTerminal, Read, Write};
use std::process::{Command, ExitCode, Stdio};
use std::thread::{Builder, JoinHandle};

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: evenkeel.exe, which should be beside evenkeel.com, cannot be started: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<ExitCode> {
    let program = env::current_exe()?.with_extension("exe");
    let mut child = Command::new(program)
        .args(env::args_os().skip(1))
        .stdout(piped_from(&io::stdout()))
        .stderr(piped_from(&io::stderr()))
        .spawn()?;
    let copies = [
        child.stdout.take().map(|from| copy(from, io::stdout())),
        child.stderr.take().map(|from| copy(from, io::stderr())),
    ];
    let status = child.wait()?;
    for copy in copies.into_iter().flatten() {
        // Whoever reads may have left; the status is worth passing on all the same.
        let _all_said = copy?.join().is_ok();
    }
    // A crash has a number that does not fit.
    Ok(status.code().map_or(ExitCode::FAILURE, |code| ExitCode::from(u8::try_from(code).unwrap_or(1))))
}

/// A pipe where only a console would show it, otherwise what there is.
fn piped_from(output: &impl IsTerminal) -> Stdio {
    if output.is_terminal() { Stdio::piped() } else { Stdio::inherit() }
}

fn copy(
    mut from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
) -> io::Result<JoinHandle<io::Result<u64>>> {
    Builder::new().name("evenkeel-console".to_owned()).spawn(move || io::copy(&mut from, &mut to))
}
