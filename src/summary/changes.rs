//! Two audits compared, in words: facet by facet first, then the sides, each change with its error.

use super::{facet_name, side_name};
use crate::instrument::{Instrument, Side};
use crate::profile::{Audit, FacetId};
use crate::scoring::ScoreChange;
use crate::scoring::history::{Audited, Changes, Compared, FacetChange};
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;

/// The most facets that are named where they are not compared: each has a line that says so as well.
const NAMED: usize = 3;

/// What is said of two audits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSummary {
    /// Which facets have changed by more than the error, or that none has. Opposite movements are said here, before anything is said
    /// of the sides.
    pub sentence: String,
    /// What is not compared, and how the two were asked where that differs; may be empty.
    pub below: String,
    /// How many facets would look changed by chance; empty where none is compared.
    pub chance: String,
    /// What the error leaves out.
    pub outside: String,
}

/// The change of one score, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// The facet, the side, or the balance.
    pub name: String,
    /// The earlier score as it is written; empty where it is not compared.
    pub from: String,
    /// The later one.
    pub to: String,
    /// The difference and its error: "+0.7 ± 0.4"; empty where it is not compared.
    pub difference: String,
    /// "larger than the error", "within the error", or why it is not compared.
    pub reading: String,
    /// Whether it is larger than the error.
    pub is_beyond_error: bool,
}

/// All lines about two audits: facets first, in their fixed order, then leadership, management and the balance. Where one of the two
/// is about a single facet, there is only the line of that facet.
pub fn change_lines(words: &Words, from: Audited<'_>, to: Audited<'_>, changes: &Changes) -> Vec<ChangeLine> {
    let scopes = [&from.audit.scope, &to.audit.scope];
    let asked = changes.facets.iter().filter(|it| scopes.iter().all(|scope| scope.holds(&it.facet)));
    let mut lines: Vec<ChangeLine> = asked.map(|it| ChangeLine::of_facet(words, to.instrument, it)).collect();
    if scopes.iter().all(|scope| scope.facet().is_none()) {
        lines.extend([Side::Leadership, Side::Management].map(|side| ChangeLine::of_side(words, changes, side)));
        lines.push(ChangeLine::of_balance(words, changes));
    }
    lines
}

impl ChangeSummary {
    /// The summary of an earlier audit and a later one, and of what was found of them. The facets' names are the later one's.
    pub fn new(words: &Words, from: Audited<'_>, to: Audited<'_>, changes: &Changes) -> Self {
        tally::count(Counted::Words);
        let outside = t!(words, "changes-outside");
        Self {
            sentence: sentence(words, to.instrument, changes),
            below: below(words, from, to, changes),
            chance: chance(words, changes),
            outside,
        }
    }
}

impl ChangeLine {
    /// The change of a facet.
    pub fn of_facet(words: &Words, instrument: &Instrument, change: &FacetChange) -> Self {
        let name = instrument.texts.facet(&change.facet).name.clone();
        match change.compared {
            Compared::Change { change, .. } => Self::new(words, name, change),
            Compared::AskedDifferently => Self::missing(name, t!(words, "changes-asked-otherwise")),
            Compared::NoScore => Self::missing(name, t!(words, "changes-no-score")),
        }
    }

    /// The change of a side.
    pub fn of_side(words: &Words, changes: &Changes, side: Side) -> Self {
        let name = side_name(words, side);
        match changes.side(side) {
            Some(change) => Self::new(words, name, change),
            None => Self::missing(name, t!(words, "changes-few-facets")),
        }
    }

    /// The change of the balance, leadership minus management.
    pub fn of_balance(words: &Words, changes: &Changes) -> Self {
        let name = t!(words, "changes-balance");
        match changes.balance {
            Some(change) => Self::new(words, name, change),
            None => Self::missing(name, t!(words, "changes-no-side")),
        }
    }

    fn new(words: &Words, name: String, change: ScoreChange) -> Self {
        tally::count(Counted::Words);
        let reading =
            if change.is_beyond_error { t!(words, "changes-error-larger") } else { t!(words, "changes-error-within") };
        Self {
            name,
            from: words.points(change.from),
            to: words.points(change.to),
            difference: change_value(words, &change),
            reading,
            is_beyond_error: change.is_beyond_error,
        }
    }

    fn missing(name: String, reading: String) -> Self {
        let none = String::new;
        Self { name, from: none(), to: none(), difference: none(), reading, is_beyond_error: false }
    }

    /// The change in a sentence: "Leadership: 3.2 before, 3.9 now, a change of +0.7 ± 0.4, larger than the error."
    pub fn spoken(&self, words: &Words) -> String {
        let (name, reading) = (self.name.as_str(), self.reading.as_str());
        if self.difference.is_empty() {
            return t!(words, "changes-says-missing", name = name, reading = reading);
        }
        let (from, to, difference) = (self.from.as_str(), self.to.as_str(), self.difference.as_str());
        t!(words, "changes-says", name = name, from = from, to = to, difference = difference, reading = reading)
    }
}

/// A difference with its error: "+0.7 ± 0.4".
pub fn change_value(words: &Words, change: &ScoreChange) -> String {
    let (written, error) = (change.written(), words.points(change.error));
    let points = words.points(written);
    // What rounds to nothing has no sign.
    let is_up = written > 0.0 && points != words.points(0.0);
    if is_up {
        t!(words, "changes-up", points = points, error = error)
    } else {
        t!(words, "changes-down", points = points, error = error)
    }
}

/// Which two audits are compared: "From 12 Feb 2026 to 19 Nov 2026", with the times where both are of one day.
pub fn changes_between(words: &Words, from: &Audit, to: &Audit) -> String {
    let is_one_day = words.local_day(from.date()) == words.local_day(to.date());
    let at = |audit: &Audit| if is_one_day { words.date_time(audit.date()) } else { words.date(audit.date()) };
    t!(words, "changes-between", from = at(from), to = at(to))
}

fn sentence(words: &Words, instrument: &Instrument, changes: &Changes) -> String {
    let count = changes.compared();
    if count == 0 {
        return t!(words, "changes-nothing-compared");
    }
    let moved = |is_up: bool| -> Vec<&FacetId> {
        changes
            .beyond_error()
            .filter(|(_, change)| (change.difference > 0.0) == is_up)
            .map(|(facet, _)| facet)
            .collect()
    };
    let (rose, fell) = (moved(true), moved(false));
    let rest = count - rose.len() - fell.len();
    let names = |facets: &[&FacetId]| list(words, instrument, facets);
    let first = match (rose.len(), fell.len()) {
        (0, 0) => {
            let none = t!(words, "changes-none", count = count);
            return format!("{none} {}", t!(words, "changes-none-means"));
        }
        (_, 0) => t!(words, "changes-rose", count = rose.len(), facets = sentence_case(&names(&rose))),
        (0, _) => t!(words, "changes-fell", count = fell.len(), facets = sentence_case(&names(&fell))),
        _ => t!(words, "changes-opposite", rose = names(&rose), fell = names(&fell)),
    };
    let others = if rest > 0 { t!(words, "changes-others", count = rest) } else { String::new() };
    join([first, others])
}

fn below(words: &Words, from: Audited<'_>, to: Audited<'_>, changes: &Changes) -> String {
    let (first, second) = (&from.audit.instrument, &to.audit.instrument);
    let is_other = (&first.id, first.version) != (&second.id, second.version);
    let how = if is_other {
        t!(words, "changes-shared")
    } else if from.audit.form != to.audit.form {
        t!(words, "changes-forms")
    } else {
        String::new()
    };
    let with = |compared: Compared| -> Vec<&FacetId> {
        changes.facets.iter().filter(|it| it.compared == compared).map(|it| &it.facet).collect()
    };
    let (otherwise, no_score) = (with(Compared::AskedDifferently), with(Compared::NoScore));
    let names = |facets: &[&FacetId]| match facets.len() {
        0..=NAMED => sentence_case(&list(words, to.instrument, facets)),
        count => t!(words, "changes-facets", count = count),
    };
    let mut all = vec![how];
    let unfinished = [from, to].into_iter().filter(|it| it.audit.finished.is_none());
    all.extend(unfinished.map(|it| t!(words, "changes-unfinished", date = words.date(it.audit.date()))));
    if !otherwise.is_empty() {
        all.push(t!(words, "changes-not-asked", count = otherwise.len(), facets = names(&otherwise)));
    }
    // Of an audit of one facet everybody knows that the others were not asked.
    if !no_score.is_empty() && [from, to].iter().all(|it| it.audit.scope.facet().is_none()) {
        all.push(t!(words, "changes-not-scored", count = no_score.len(), facets = names(&no_score)));
    }
    join(all)
}

fn chance(words: &Words, changes: &Changes) -> String {
    let count = changes.compared();
    let any = words.decimal(100.0 * changes.any_by_chance, 0);
    if count == 0 {
        String::new()
    } else if changes.is_together {
        t!(words, "changes-together", count = count, any = any)
    } else {
        t!(words, "changes-chance", count = count, chance = words.points(changes.by_chance), any = any)
    }
}

/// Names of facets in running text.
fn list(words: &Words, instrument: &Instrument, facets: &[&FacetId]) -> String {
    words.list(&facets.iter().map(|facet| facet_name(instrument, facet)).collect::<Vec<_>>())
}

/// The first letter as a capital.
fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn join(sentences: impl IntoIterator<Item = String>) -> String {
    sentences.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[path = "changes_tests.rs"]
mod tests;
