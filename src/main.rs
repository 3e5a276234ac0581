//! Evenkeel's program: a window, or a subcommand.

// On Windows the program has no console of its own; a console runs `packaging/windows/console` instead. Debug builds keep the
// console, so that developers see the output.
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

/// Says that this build has no window.
#[cfg(not(feature = "window"))]
fn window(words: &Words, _file: Option<PathBuf>) -> Result<(), String> {
    Err(evenkeel::t!(words, "cli-no-window"))
}
