//! Evenkeel's program: a window, or a subcommand.

use std::path::PathBuf;
use std::process::ExitCode;

use evenkeel::cli::{self, Outcome};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Exit(code) => code,
        Outcome::Window(file) => cli::end(window(file)),
    }
}

/// Opens the window.
#[cfg(feature = "window")]
fn window(file: Option<PathBuf>) -> Result<(), String> {
    evenkeel::app::run(file)
}

/// Says that there is none.
#[cfg(not(feature = "window"))]
fn window(_file: Option<PathBuf>) -> Result<(), String> {
    Err(evenkeel::t!("cli-no-window"))
}
