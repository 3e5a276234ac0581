//! `evenkeel tracks`: the built-in roles with what each asks, or with a profile how they fit its person, as text or as JSON.

mod fits;
mod list;

use std::path::PathBuf;

use clap::Args;

use super::failure::Failure;
use super::open::{self, Which};
use super::out::Out;
use super::roles;
use crate::profile::{Profile, RoleId};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile whose person is compared with the roles, or - for the standard input; without it, what the roles ask
    file: Option<PathBuf>,
    /// As JSON, with hours, texts and trials of the roles, or with all numbers of the fits
    #[arg(long)]
    json: bool,
    /// Only this built-in role, by id or name, with its texts and trials
    #[arg(long, conflicts_with = "file")]
    role: Option<String>,
    /// Which audit: a number from 1, the oldest first, or latest
    #[arg(long, value_name = "N|latest", value_parser = Which::parse, default_value = "latest", requires = "file")]
    audit: Which,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    match &arguments.file {
        Some(file) => fits::run(file, arguments.audit, arguments.json, out),
        None => list::run(only(arguments)?.as_ref(), arguments.json, out),
    }
}

/// The one role that is meant; `None` for all.
fn only(arguments: &Arguments) -> Result<Option<RoleId>, Failure> {
    let Some(role) = &arguments.role else { return Ok(None) };
    let (catalogue, nobody) = (open::catalogue()?, Profile::new("".into()));
    let chosen = roles::chosen(std::slice::from_ref(role), &nobody, None, &catalogue)?;
    Ok(chosen.first().map(|role| role.id().clone()))
}
