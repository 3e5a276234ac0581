//! Rows of a key sheet that were typed back.

use std::io::{self, BufRead, Write};
use std::path::Path;

use crate::cli::failure::{Failure, Problem};
use crate::cli::{pipe, words};
use crate::round::sheet::{self, Row};
use crate::t;

/// The rows in a file, one a line, each with its number first.
pub(super) fn of_file(file: &Path) -> Result<Vec<Row>, Failure> {
    let bytes = pipe::read(file)?;
    let text = String::from_utf8_lossy(&bytes);
    let row = |line: &str| {
        let (number, rest) = line.split_once([' ', ':', '\t', '.']).unwrap_or((line, ""));
        let number: usize = number.parse().map_err(|_none| Problem::new(t!(words(), "cli-round-row-number")))?;
        checked(number, rest)
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(row).collect()
}

/// Asks for a row on the terminal.
pub(super) fn ask(number: usize) -> Result<Row, Failure> {
    let question = t!(words(), "cli-round-row", number = number);
    write!(io::stderr(), "{question} ").unwrap_or_default();
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    checked(number, &line)
}

/// A row that is right in itself.
fn checked(number: usize, text: &str) -> Result<Row, Failure> {
    sheet::typed(number, text).map_err(|_wrong| {
        let problem = Problem::new(t!(words(), "cli-round-row-mistyped", number = number));
        problem.hint(t!(words(), "cli-hint-round-row")).into()
    })
}
