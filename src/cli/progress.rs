//! The progress of a long run: one line on the error output, only if that is a terminal, and removed at the end.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::cli::words;
use crate::t;

/// A shorter run shows nothing.
const PATIENCE: Duration = Duration::from_millis(400);
/// Time between two changes of the line.
const PAUSE: Duration = Duration::from_millis(100);

/// The line, if anybody can see it.
pub(super) struct Progress<W: Write> {
    terminal: Option<W>,
    total: usize,
    next: Instant,
    /// Characters on the line.
    shown: usize,
}

impl Progress<io::Stderr> {
    /// For `total` files. Without a terminal, or when the output itself goes to one, nothing is shown.
    pub(super) fn new(total: usize, output_on_terminal: bool) -> Self {
        let seen = io::stderr().is_terminal() && !output_on_terminal;
        Self::on(seen.then(io::stderr), total, Instant::now())
    }
}

impl<W: Write> Progress<W> {
    fn on(terminal: Option<W>, total: usize, now: Instant) -> Self {
        Self { terminal, total, next: now + PATIENCE, shown: 0 }
    }

    /// Shows that this many are done.
    pub(super) fn done(&mut self, count: usize) {
        self.done_at(count, Instant::now());
    }

    fn done_at(&mut self, count: usize, now: Instant) {
        if self.terminal.is_none() || now < self.next {
            return;
        }
        self.next = now + PAUSE;
        let line = t!(words(), "cli-progress", count = count.to_string(), total = self.total.to_string());
        let before = std::mem::replace(&mut self.shown, line.chars().count());
        self.put(&format!("\r{line:<before$}"));
        self.shown = self.shown.max(before);
    }

    /// Removes the line, before something else is printed and at the end. Overwriting with spaces works on every terminal.
    pub(super) fn clear(&mut self) {
        if self.shown > 0 {
            let blank = " ".repeat(self.shown);
            self.shown = 0;
            self.put(&format!("\r{blank}\r"));
        }
    }

    /// Writes to the terminal. Errors are ignored: they are no reason to stop the work.
    fn put(&mut self, text: &str) {
        if let Some(terminal) = &mut self.terminal {
            terminal.write_all(text.as_bytes()).and_then(|()| terminal.flush()).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_comes_late_changes_seldom_and_goes() {
        let (mut out, start) = (Vec::new(), Instant::now());
        let mut progress = Progress::on(Some(&mut out), 2000, start);
        let at = |ms| start + Duration::from_millis(ms);
        progress.done_at(1, at(399));
        progress.clear();
        progress.done_at(200, at(400));
        progress.done_at(210, at(499));
        progress.done_at(1250, at(500));
        progress.clear();
        progress.clear();
        let said = String::from_utf8(out).unwrap();
        assert_eq!(said, format!("\r200 of 2000 files\r1250 of 2000 files\r{:18}\r", ""));
    }

    #[test]
    fn a_shorter_line_covers_a_longer_one() {
        let (mut out, start) = (Vec::new(), Instant::now());
        let mut progress = Progress::on(Some(&mut out), 10, start);
        progress.done_at(10, start + PATIENCE);
        progress.done_at(9, start + PATIENCE + PAUSE);
        progress.clear();
        assert_eq!(String::from_utf8(out).unwrap(), format!("\r10 of 10 files\r9 of 10 files \r{:14}\r", ""));
    }

    #[test]
    fn without_a_terminal_there_is_no_progress_line() {
        let mut progress = Progress::on(None::<Vec<u8>>, 10, Instant::now());
        progress.done_at(5, Instant::now() + PATIENCE);
        assert_eq!(progress.shown, 0);
    }
}
