//! The standard output, with two ways to write to it: lines for people, and data for programs.

use std::io::{self, Write};

use crate::foreign;

/// Where a subcommand writes.
pub(super) struct Out<'a>(&'a mut dyn Write);

impl<'a> Out<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self(out)
    }

    /// Writes a line for people, made safe for a terminal.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.0, "{}", foreign::terminal(line))
    }

    /// The output for data, which is written as it is.
    pub(super) fn data(&mut self) -> &mut dyn Write {
        self.0
    }
}
