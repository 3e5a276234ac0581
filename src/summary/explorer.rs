//! The explorer of tracks in words: the three tracks, groups of roles, how near a role is, paths, now and then, trials.
//!
//! No sentence here says *draws*: on screen these are tries, and what a try is stands with the list.

use super::facet_name;
use super::roles::{RoleNames, hours_words, often_words};
use crate::instrument::{Instrument, KnownFacet};
use crate::plan::{TrialEnergy, trial_energy};
use crate::profile::TrialOf;
use crate::scoring::id;
use crate::t;
use crate::tally::{self, Counted};
use crate::tracks::trials::Trial;
use crate::tracks::{
    Against, Catalogue, Change, Group, Groups, HowSure, Path, Ready, RoleFit, TrackShare, TrackShares, WeekLine,
};
use crate::words::Words;

/// How often a track comes first: "Leadership without reports comes first in about 6 of 10 tries.", "Management hardly ever comes
/// first."
pub fn track_words(words: &Words, catalogue: &Catalogue, share: &TrackShare<'_>) -> String {
    tally::count(Counted::Words);
    first_words(words, &catalogue.texts.track(share.track).name, share.share)
}

/// The same beside the name of the track: "first in about 6 of 10 tries", "hardly ever first".
pub fn track_often(words: &Words, share: &TrackShare<'_>) -> String {
    tally::count(Counted::Words);
    match HowSure::of(share.share) {
        HowSure::Hardly => t!(words, "explorer-hardly"),
        HowSure::About(_) | HowSure::Nearly => t!(words, "explorer-often", often = often_words(words, share.share)),
    }
}

/// All of it, the most frequent first, with the present role and the person's own where they were compared, and that no track is ahead
/// where none is.
pub fn track_lines(words: &Words, catalogue: &Catalogue, shares: &TrackShares<'_>) -> Vec<String> {
    let mut lines: Vec<String> = shares.tracks.iter().map(|share| track_words(words, catalogue, share)).collect();
    lines.extend(shares.now.map(|share| first_words(words, &t!(words, "role-current"), share)));
    if HowSure::of(shares.own) != HowSure::Hardly {
        lines.push(first_words(words, &t!(words, "explorer-own"), shares.own));
    }
    if !shares.is_clear() {
        lines.push(t!(words, "explorer-none-clear"));
    }
    lines
}

fn first_words(words: &Words, name: &str, share: f64) -> String {
    match HowSure::of(share) {
        HowSure::Hardly => t!(words, "explorer-hardly-first", name = name),
        HowSure::About(_) | HowSure::Nearly => {
            t!(words, "explorer-first", name = name, often = often_words(words, share))
        }
    }
}

/// The heading of a group: "Fit best, too close to tell apart", and where one role is ahead of all others "Fits best".
pub fn group_title(words: &Words, groups: &Groups<'_>, group: Group) -> String {
    match group {
        Group::Best if groups.best.len() == 1 => t!(words, "explorer-best-one"),
        Group::Best => t!(words, "explorer-best"),
        Group::Close => t!(words, "explorer-close"),
        Group::Further => t!(words, "explorer-further"),
    }
}

/// What a group means, in a sentence.
pub fn group_words(words: &Words, groups: &Groups<'_>, group: Group) -> String {
    tally::count(Counted::Words);
    match group {
        Group::Best if groups.best.len() == 1 => t!(words, "explorer-best-one-about"),
        Group::Best => t!(words, "explorer-best-about"),
        Group::Close => t!(words, "explorer-close-about"),
        Group::Further => t!(words, "explorer-further-about"),
    }
}

/// How near a role is: "possible now", "a stretch", "a stretch, drains you".
pub fn near_words(words: &Words, fit: &RoleFit) -> String {
    tally::count(Counted::Words);
    let ready = match fit.ready() {
        Some(Ready::Now) => t!(words, "explorer-now"),
        Some(Ready::Stretch) => t!(words, "explorer-stretch"),
        None => return t!(words, "explorer-open"),
    };
    if fit.drains() { t!(words, "explorer-and-drains", near = ready) } else { ready }
}

/// What changes on a path, in one sentence or two: "It asks clearly more of risk mitigation. It asks clearly less of culture shaping."
pub fn change_words(words: &Words, instrument: &Instrument, changes: &[Change]) -> String {
    tally::count(Counted::Words);
    let named = |more: bool| {
        let facets = changes.iter().filter(|it| it.is_more() == more).map(|it| it.facet);
        facet_list(words, instrument, facets)
    };
    let (more, less) = (named(true), named(false));
    let mut sentences = Vec::new();
    if !more.is_empty() {
        sentences.push(t!(words, "explorer-asks-more", facets = more));
    }
    if !less.is_empty() {
        sentences.push(t!(words, "explorer-asks-less", facets = less));
    }
    if sentences.is_empty() { t!(words, "explorer-asks-same") } else { sentences.join(" ") }
}

/// The roles on the way: "Steps between: Team lead and Project manager."; empty where the direct way is short.
pub fn through_words(words: &Words, path: &Path, names: &RoleNames<'_>) -> String {
    tally::count(Counted::Words);
    let through: Vec<String> = path.through.iter().map(|role| names.of(words, role)).collect();
    if through.is_empty() { String::new() } else { t!(words, "explorer-through", roles = words.list(&through)) }
}

/// One line of the week now and then: "Your own trade, hours a week: 30 now, about 10 then"; without the present hours only those of then.
pub fn week_line_words(words: &Words, catalogue: &Catalogue, instrument: &Instrument, line: &WeekLine) -> String {
    tally::count(Counted::Words);
    let name = match line.facet {
        Some(facet) => instrument.texts.facet(&facet.id()).name.clone(),
        None => catalogue.texts.own_work.clone(),
    };
    match (line.now, line.then) {
        (Some(now), Some(then)) => t!(
            words,
            "explorer-hours-both",
            name = name,
            now = hours_words(words, now),
            then = hours_words(words, then)
        ),
        (None, Some(then)) => t!(words, "explorer-hours-then", name = name, then = hours_words(words, then)),
        (Some(now), None) => t!(words, "explorer-hours-now", name = name, now = hours_words(words, now)),
        (None, None) => String::new(),
    }
}

/// What would change for the person, beyond what everybody gains and gives up: one sentence each, only those that say something.
pub fn against_lines(words: &Words, instrument: &Instrument, against: &Against) -> Vec<String> {
    tally::count(Counted::Words);
    let mut lines = Vec::new();
    let grow = facet_list(words, instrument, against.grow.iter().map(|it| it.facet));
    if !grow.is_empty() {
        lines.push(t!(words, "explorer-grow", facets = grow));
    }
    let of = |facets: &[KnownFacet]| facet_list(words, instrument, facets.iter().copied());
    let [gain, give_up, relief, burden] =
        [&against.gain, &against.give_up, &against.relief, &against.burden].map(|facets| of(facets));
    if !gain.is_empty() {
        lines.push(t!(words, "explorer-gain", facets = gain));
    }
    if !give_up.is_empty() {
        lines.push(t!(words, "explorer-give-up", facets = give_up));
    }
    if !relief.is_empty() {
        lines.push(t!(words, "explorer-relief", facets = relief));
    }
    if !burden.is_empty() {
        lines.push(t!(words, "explorer-burden", facets = burden));
    }
    lines
}

/// What they would do clearly less of than now: "You would do clearly less of risk mitigation than now."; empty where there is nothing.
pub fn stop_words(words: &Words, instrument: &Instrument, against: &Against) -> String {
    tally::count(Counted::Words);
    let less = facet_list(words, instrument, against.changes.iter().filter(|it| !it.is_more()).map(|it| it.facet));
    if less.is_empty() { less } else { t!(words, "explorer-stop", facets = less) }
}

/// How long a trial takes and whom to ask: "2 weeks, about 3 hours a week; ask your manager".
pub fn trial_conditions(words: &Words, trial: &Trial) -> String {
    tally::count(Counted::Words);
    let time = t!(words, "trial-time", weeks = trial.weeks, hours = trial.hours);
    let ask = t!(words, "trial-ask", who = id(&trial.leave));
    if trial.reports {
        t!(words, "trial-conditions-reports", time = time, ask = ask)
    } else {
        t!(words, "trial-conditions", time = time, ask = ask)
    }
}

/// What a trial did beside what was expected; empty until both were answered.
pub fn trial_energy_words(words: &Words, of: &TrialOf) -> String {
    tally::count(Counted::Words);
    match trial_energy(of) {
        Some(TrialEnergy::More) => t!(words, "trial-energy-more"),
        Some(TrialEnergy::AsExpected) => t!(words, "trial-energy-same"),
        Some(TrialEnergy::Less) => t!(words, "trial-energy-less"),
        None => String::new(),
    }
}

fn facet_list(words: &Words, instrument: &Instrument, facets: impl Iterator<Item = KnownFacet>) -> String {
    let names: Vec<String> = facets.map(|facet| facet_name(instrument, &facet.id())).collect();
    if names.is_empty() { String::new() } else { words.list(&names) }
}

#[cfg(test)]
#[path = "explorer_tests.rs"]
mod tests;
