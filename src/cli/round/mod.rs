//! `evenkeel round`: what the collector of a round does, from making it to the merged result.
//!
//! A passphrase is asked for on the terminal, or read from a file or from the standard input; it is never an argument, which other programs
//! can see.

mod arrived;
mod form;
mod merge;
mod new;
mod read;
mod restore;
mod rows;
mod secret;

use std::path::PathBuf;

use clap::{Args, Subcommand};

pub(in crate::cli) use arrived::group;

use super::failure::Failure;
use super::out::Out;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Step,
}

#[derive(Debug, Subcommand)]
enum Step {
    /// Make a round: its locked file, and the key sheet to print
    New(new::Arguments),
    /// Make the form of each rater, once a part of the key sheet was typed back
    Form(form::Arguments),
    /// Open the replies that came, and say which count
    Open(read::Arguments),
    /// Make the merged result for the person
    Merge(merge::Arguments),
    /// Make a lost round file again, from the key sheet and the forms
    Restore(restore::Arguments),
}

/// A round file with the way to its passphrase.
#[derive(Debug, Args)]
struct RoundArguments {
    /// The round file
    round: PathBuf,
    /// A file whose first line is the passphrase, or - for the standard input [default: asked for on the terminal]
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    match &arguments.command {
        Step::New(arguments) => new::run(arguments, out),
        Step::Form(arguments) => form::run(arguments, out),
        Step::Open(arguments) => read::run(arguments, out),
        Step::Merge(arguments) => merge::run(arguments, out),
        Step::Restore(arguments) => restore::run(arguments, out),
    }
}
