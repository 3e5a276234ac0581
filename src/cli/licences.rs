//! `evenkeel licences`: the licences of everything that is shipped, with their texts.

use std::io;

use super::failure::Failure;
use super::out::Out;
use crate::cli::words;
use crate::{licences, t};

pub(super) fn run(out: &mut Out) -> Result<(), Failure> {
    let out = out.data();
    writeln!(out, "{}", t!(words(), "settings-licence"))?;
    for licence in licences::all().map_err(io::Error::from)? {
        writeln!(out, "\n{}\n{}: {}", "-".repeat(80), licence.name, licence.packages.join(", "))?;
        writeln!(out, "\n{}", licence.text.trim_end())?;
    }
    Ok(())
}
