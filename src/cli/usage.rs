//! Turns clap's messages about wrong arguments into our form of two lines.

use std::process::ExitCode;

use clap::Error;
use clap::error::ContextValue;

use super::failure::{Failure, say};
use crate::foreign::{LONGEST, quoted};

/// Prints help or version, or what is wrong; returns the exit status.
pub(super) fn report(mut error: Error) -> ExitCode {
    if !error.use_stderr() {
        return error.print().map_or_else(|e| Failure::from(e).report(), |()| ExitCode::SUCCESS);
    }
    quote(&mut error);
    let (summary, hint) = two_lines(&error.to_string());
    say("error", &summary);
    if let Some(hint) = hint {
        say("hint", &hint);
    }
    ExitCode::from(2)
}

/// Shortens the arguments that the error quotes.
fn quote(error: &mut Error) {
    let short = |value: &ContextValue| match value {
        ContextValue::String(text) => Some(ContextValue::String(quoted(text))),
        ContextValue::Strings(all) => Some(ContextValue::Strings(all.iter().map(|text| quoted(text)).collect())),
        // This suggestion repeats the long value, so it is of no use.
        ContextValue::StyledStrs(all) if all.iter().any(|tip| tip.to_string().chars().count() > 2 * LONGEST) => {
            Some(ContextValue::None)
        }
        _ => None,
    };
    let found: Vec<_> = error.context().filter_map(|(kind, value)| Some((kind, short(value)?))).collect();
    for (kind, value) in found {
        error.insert(kind, value);
    }
}

/// The first paragraph says what is wrong; a tip, or else the usage, becomes the hint.
fn two_lines(whole: &str) -> (String, Option<String>) {
    let summary: Vec<&str> = whole.lines().take_while(|line| !line.is_empty()).map(str::trim).collect();
    let summary = summary.join(" ");
    let tip = whole.lines().find_map(|line| line.trim().strip_prefix("tip: "));
    let usage = whole.lines().find_map(|line| line.trim().strip_prefix("Usage: "));
    let hint = tip.map(str::to_owned).or_else(|| usage.map(|u| format!("usage: {u}")));
    (summary.strip_prefix("error: ").unwrap_or(&summary).to_owned(), hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_becomes_a_line() {
        let whole = "error: the following required arguments were not provided:\n  <FILE>\n\nUsage: evenkeel score <FILE>\n\n\
                     For more information, try '--help'.\n";
        let (summary, hint) = two_lines(whole);
        assert_eq!(summary, "the following required arguments were not provided: <FILE>");
        assert_eq!(hint.unwrap(), "usage: evenkeel score <FILE>");
    }

    #[test]
    fn a_tip_is_better_than_the_usage() {
        let whole =
            "error: unexpected argument '--jsn' found\n\n  tip: a similar argument exists: '--json'\n\nUsage: x\n";
        assert_eq!(two_lines(whole).1.unwrap(), "a similar argument exists: '--json'");
    }
}
