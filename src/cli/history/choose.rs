//! Which audits are compared: those that were asked for, or else each with the one before.

use std::path::Path;

use jiff::civil::Date;

use super::Entry;
use crate::cli::failure::{Failure, Problem};
use crate::cli::{open, pipe, words};
use crate::foreign::quoted;
use crate::profile::{Audit, Scope};
use crate::scoring::history::usual_pairs;
use crate::t;

/// An end of the time that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The earlier audit.
    From,
    /// The later one.
    To,
}

/// The pairs as places among the entries. `named` is what was asked for at both ends.
pub(super) fn pairs(
    entries: &[Entry<'_>],
    named: [Option<(&str, End)>; 2],
    path: &Path,
) -> Result<Vec<(usize, usize)>, Failure> {
    if named.iter().all(Option::is_none) {
        return Ok(usual(entries));
    }
    let find = |named: Option<(&str, End)>| named.map(|(text, end)| place(entries, text, end, path)).transpose();
    let [from, to] = [find(named[0])?, find(named[1])?];
    let whole: Vec<usize> = (0..entries.len()).filter(|place| is_whole(&entries[*place])).collect();
    let from = from.or_else(|| whole.first().copied());
    let to = to.or_else(|| whole.last().copied());
    let Some((from, to)) = from.zip(to) else { return Ok(Vec::new()) };
    let number = |place: usize| entries[place].number.to_string();
    let file = pipe::name(path);
    if from == to {
        return Err(Failure::Usage(Problem::new(t!(words(), "cli-history-same", audit = number(from), file = file))));
    }
    if from > to {
        let what = t!(words(), "cli-history-reversed", from = number(from), to = number(to), file = file);
        return Err(Failure::Usage(Problem::new(what).hint(t!(words(), "cli-hint-history-reversed"))));
    }
    for place in [from, to] {
        if entries[place].scored.is_none() {
            return Err(open::other_instrument(entries[place].audit, path).into());
        }
    }
    Ok(vec![(from, to)])
}

/// Those that can be scored, each with the one before, and the first with the last.
fn usual(entries: &[Entry<'_>]) -> Vec<(usize, usize)> {
    let scored: Vec<usize> = (0..entries.len()).filter(|place| entries[*place].scored.is_some()).collect();
    let audits: Vec<&Audit> = scored.iter().map(|place| &**entries[*place].audit).collect();
    usual_pairs(&audits).into_iter().map(|(from, to)| (scored[from], scored[to])).collect()
}

/// Whether it is finished, about all facets, and asked with questions that are here.
fn is_whole(entry: &Entry<'_>) -> bool {
    entry.scored.is_some() && entry.audit.finished.is_some() && entry.audit.scope == Scope::All
}

/// The audit with this id or number; or of a day: the first one from it on, or the last one up to it.
fn place(entries: &[Entry<'_>], text: &str, end: End, path: &Path) -> Result<usize, Failure> {
    let by_id = entries.iter().position(|it| it.audit.id.as_str() == text);
    let by_number = || entries.iter().position(|it| text.parse() == Ok(it.number));
    if let Some(place) = by_id.or_else(by_number) {
        return Ok(place);
    }
    let Ok(day) = text.parse::<Date>() else {
        let what = t!(words(), "cli-history-no-audit", audit = quoted(text), file = pipe::name(path));
        return Err(Problem::new(what).hint(t!(words(), "cli-hint-history-audit")).into());
    };
    let of = |entry: &Entry<'_>| words().local_day(entry.audit.date());
    let found = match end {
        End::From => entries.iter().position(|it| is_whole(it) && of(it) >= day),
        End::To => entries.iter().rposition(|it| is_whole(it) && of(it) <= day),
    };
    found.ok_or_else(|| {
        let (day, file) = (words().day(day), pipe::name(path));
        let what = match end {
            End::From => t!(words(), "cli-history-none-from", day = day, file = file),
            End::To => t!(words(), "cli-history-none-to", day = day, file = file),
        };
        Problem::new(what).hint(t!(words(), "cli-hint-history-audit")).into()
    })
}
