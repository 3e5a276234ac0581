//! The standard output: lines for people, or data for programs, and no other way to write to it.

use std::io::{self, Write};

use crate::foreign;

/// Where a subcommand writes.
pub(super) struct Out<'a>(&'a mut dyn Write);

impl<'a> Out<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self(out)
    }

    /// A line for people: whatever stands in it, a terminal takes it for text.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.0, "{}", foreign::terminal(line))
    }

    /// For data, which is written as it is.
    pub(super) fn data(&mut self) -> &mut dyn Write {
        self.0
    }
}
