//! `evenkeel round open`: which replies came, and which of them count. Nothing is published, and nothing is written.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::arrived::{self, CountJson, NamedJson};
use super::{RoundArguments, secret};
use crate::cli::failure::Failure;
use crate::cli::out::Out;
use crate::export;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    round: RoundArguments,
    /// Files with replies, or folders of them
    #[arg(required = true, value_name = "REPLIES")]
    replies: Vec<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Output<'a> {
    replies: Vec<CountJson>,
    left_out: Vec<NamedJson<'a>>,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let opened = secret::open(&arguments.round)?;
    let questions = secret::questions(&opened.round)?.questions;
    let sorted = arrived::sorted(&opened.round, &questions, &arguments.replies)?;
    if arguments.json {
        let output = Output { replies: arrived::counts(&sorted), left_out: arrived::left_out(&sorted) };
        return Ok(export::write_value(&output, out.data())?);
    }
    arrived::tell(&sorted, out)
}
