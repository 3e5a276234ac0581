//! The drawing of the way from the present role to another one, for the window, files and reports.

use crate::chart::{PathInput, PathLeg, PathWords, Scene, path};
use crate::instrument::Instrument;
use crate::profile::{Audit, RoleId};
use crate::summary::{RoleNames, change_words, facet_name};
use crate::t;
use crate::theirs::theirs;
use crate::tracks::trials::TrialLibrary;
use crate::tracks::{CURRENT, Change, Leg, current_role, legs};
use crate::words::Words;

use super::chart;

/// What a way is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct PathSource<'a> {
    /// The language.
    pub words: &'a Words,
    /// The names of the facets.
    pub instrument: &'a Instrument,
    /// The roles.
    pub names: RoleNames<'a>,
    /// The audit that says what the present role needs.
    pub audit: &'a Audit,
    /// What can be tried first.
    pub trials: &'a TrialLibrary,
    /// Whether anyone reports to the person, where they said so.
    pub reports: Option<bool>,
}

/// The way to a built-in role, in this width; `None` where too little is known of the present role, or where the role is none of them.
pub fn path_chart(source: &PathSource<'_>, to: &RoleId, width: f64) -> Option<Scene> {
    let found = legs(&current_role(source.audit)?, to, source.names.catalogue);
    let trials = source.trials.proposed(to, source.reports).into_iter();
    let trials: Vec<String> = trials.map(|trial| source.trials.text(&trial.id).name.clone()).collect();
    let words = PathWords {
        alt: source.said(&found, &trials),
        title: t!(source.words, "path-title", role = source.name(to)),
        step: t!(source.words, "path-step"),
        more: t!(source.words, "path-more"),
        less: t!(source.words, "path-less"),
        same: t!(source.words, "path-same"),
        trials: t!(source.words, "trial-title"),
    };
    let input = PathInput {
        now: source.name(&CURRENT.into()),
        now_below: theirs(source.audit.role.trim()),
        legs: found.iter().map(|leg| source.leg(leg)).collect(),
        trials,
        words,
    };
    (!found.is_empty()).then(|| path(&input, width))
}

/// The same as a picture that explains itself, for a file or the clipboard: with a heading, and how to read it.
pub fn path_picture(source: &PathSource<'_>, to: &RoleId) -> Option<Scene> {
    let scene = path_chart(source, to, chart::WIDTH)?;
    Some(chart::framed("path", scene, &t!(source.words, "path-note")))
}

impl PathSource<'_> {
    fn name(&self, role: &RoleId) -> String {
        self.names.of(self.words, role)
    }

    fn leg(&self, leg: &Leg) -> PathLeg {
        let of = |more: bool| {
            let changes = leg.changes.iter().filter(|it| it.is_more() == more);
            changes.map(|it: &Change| facet_name(self.instrument, &it.facet.id())).collect()
        };
        PathLeg { to: self.name(&leg.to), more: of(true), less: of(false) }
    }

    /// The way in sentences.
    fn said(&self, found: &[Leg], trials: &[String]) -> String {
        let leg = |leg: &Leg| {
            let changes = change_words(self.words, self.instrument, &leg.changes);
            t!(self.words, "path-alt-leg", role = self.name(&leg.to), changes = changes)
        };
        let mut said: Vec<String> = found.iter().map(leg).collect();
        if !trials.is_empty() {
            said.push(t!(self.words, "path-alt-trials", trials = self.words.list(trials)));
        }
        said.join(" ")
    }
}
