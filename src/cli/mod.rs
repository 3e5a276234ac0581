//! The command line: the same core without a window, for scripts and for tests. One file for each subcommand.
//!
//! - Exit status 0: it worked; 2: it was called wrongly; 1: anything else.
//! - Errors go to the error output, one line each, `error: …`, with a `hint: …` line where one helps; what does not stop the
//!   work is a `warning: …`.
//! - Texts from files and arguments are made safe before they reach the terminal: without control characters, hidden characters and
//!   changed directions (`out`, `failure::say`). Data for programs is left as it is.
//! - `-` in the place of a file is the standard input or output.
//! - A reader that closes our output early (`| head`) has what it wanted: that is a success.
//! - Nothing here depends on the person's settings, so that a script gives the same everywhere.

mod actions;
#[cfg(feature = "report")]
mod apart;
mod chart;
mod check;
mod console;
mod dash;
mod export;
mod failure;
mod history;
mod licences;
mod new;
mod open;
mod out;
mod pages;
mod pipe;
mod plan;
mod progress;
mod report;
mod roles;
mod round;
mod score;
mod seen;
mod table;
mod team;
mod tick;
mod tracks;
mod usage;

use crate::words::Words;
use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use failure::{Failure, say};
use out::Out;

/// What the program does after its arguments were read.
#[derive(Debug)]
pub enum NextStep {
    /// It ends, with this exit status.
    Exit(ExitCode),
    /// It opens the window, with this file.
    Window(Option<PathBuf>),
}

/// Audit how you manage and how you lead, next to what your role needs.
#[derive(Debug, Parser)]
#[command(name = "evenkeel", bin_name = "evenkeel", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The profile to open in the window
    file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a profile, for instance from answers that were keyed in from paper
    New(new::Arguments),
    /// The scores of an audit
    Score(score::Arguments),
    /// What is wrong with a file, and where
    Check(check::Arguments),
    /// The radar of an audit, as SVG or PNG
    Chart(chart::Arguments),
    /// The report of an audit, as PDF
    Report(report::Arguments),
    /// The audits of a profile, and what changed between them
    History(history::Arguments),
    /// The scores of many audits as a table or as JSON
    Export(export::Arguments),
    /// The roles of the three tracks: what each asks, one of them with its trials, or how they fit somebody
    Tracks(tracks::Arguments),
    /// The exercises, for each facet, with what sets them off
    Actions(actions::Arguments),
    /// The plan: what is practised and what was counted; or as a calendar file
    Plan(plan::Arguments),
    /// Count a week of the plan: how often it came up, and how often it was done
    Tick(tick::Arguments),
    /// What colleagues see: a round of sealed replies, up to its merged result
    Round(round::Arguments),
    /// A team in numbers, from the latest finished audit of each file
    Team(team::Arguments),
    /// The licences of everything that is built in
    Licences,
    /// Not for people: typesets a template that somebody brought along, within limits
    #[cfg(feature = "report")]
    #[command(hide = true)]
    TypesetApart(apart::Arguments),
}

/// The command line as clap describes it, which the man pages and the shells' completions are made from.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// The words of the system's language, which the command line uses from start to end.
fn words() -> &'static Words {
    Words::of_the_system()
}

/// Reads the arguments and does what they ask for, except opening a window.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> NextStep {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            console::join();
            return NextStep::Exit(usage::report(error));
        }
    };
    let Some(command) = arguments.command else { return NextStep::Window(arguments.file) };
    #[cfg(feature = "report")]
    if let Command::TypesetApart(arguments) = &command {
        return NextStep::Exit(apart::run(arguments));
    }
    console::join();
    let mut out = BufWriter::new(io::stdout().lock());
    let done = command.run(&mut Out::new(&mut out)).and_then(|()| Ok(out.flush()?));
    NextStep::Exit(done.map_or_else(|failure| failure.report(), |()| ExitCode::SUCCESS))
}

/// The end of a program that showed a window.
pub fn end(window: Result<(), String>) -> ExitCode {
    match window {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say("error", &error);
            ExitCode::FAILURE
        }
    }
}

impl Command {
    fn run(&self, out: &mut Out) -> Result<(), Failure> {
        match self {
            Self::New(arguments) => new::run(arguments, out),
            Self::Score(arguments) => score::run(arguments, out),
            Self::Check(arguments) => check::run(arguments, out),
            Self::Chart(arguments) => chart::run(arguments, out),
            Self::Report(arguments) => report::run(arguments, out),
            Self::History(arguments) => history::run(arguments, out),
            Self::Export(arguments) => export::run(arguments, out),
            Self::Tracks(arguments) => tracks::run(arguments, out),
            Self::Actions(arguments) => actions::run(arguments, out),
            Self::Plan(arguments) => plan::run(arguments, out),
            Self::Tick(arguments) => tick::run(arguments, out),
            Self::Round(arguments) => round::run(arguments, out),
            Self::Team(arguments) => team::run(arguments, out),
            Self::Licences => licences::run(out),
            // It has an output of its own.
            #[cfg(feature = "report")]
            Self::TypesetApart(_) => Ok(()),
        }
    }
}
