//! `evenkeel typeset-apart`: not for people. The program calls itself in this way for a template of somebody's own.

use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use crate::typeset::{Limits, serve};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Bytes that it may use
    #[arg(long)]
    memory: u64,
    /// How long it may take
    #[arg(long)]
    milliseconds: u64,
}

/// The caller reads the answer from our output. When there can be no answer, the exit status says so.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let limits = Limits { time: Duration::from_millis(arguments.milliseconds), memory: arguments.memory };
    if serve(limits).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
