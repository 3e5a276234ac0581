//! Evenkeel's program: a window, or a subcommand.

// No console of its own on Windows; `packaging/windows/console` is what a console runs. Whoever works on the code wants to
// see what it says.
#![cfg_attr(all(windows, feature = "window", not(debug_assertions)), windows_subsystem = "windows")]

use std::path::PathBuf;
use std::process::ExitCode;

use evenkeel::cli::{self, NextStep};
use evenkeel::words::Words;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        NextStep::Exit(code) => code,
        NextStep::Window(file) => cli::end(window(Words::of_the_system(), file)),
    }
}

/// Opens the window.
#[cfg(feature = "window")]
fn window(words: &Words, file: Option<PathBuf>) -> Result<(), String> {
    evenkeel::app::open_window(file).inspect_err(|problem| evenkeel::app::tell(words, problem))
}

/// Says that there is none.
#[cfg(not(feature = "window"))]
fn window(words: &Words, _file: Option<PathBuf>) -> Result<(), String> {
    Err(evenkeel::t!(words, "cli-no-window"))
}
