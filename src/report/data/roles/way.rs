//! The way from the present role to another one, with what can be tried first.

use serde::Serialize;

use super::super::RolesMaking;
use super::super::pieces::Drawing;
use crate::profile::RoleId;
use crate::report::path::{PathSource, path_chart};
use crate::summary::trial_conditions;
use crate::t;
use crate::tracks::trials::Trial;

/// The width of the drawing: that of the page.
const WIDTH: f64 = 600.0;

/// The way to a role.
#[derive(Clone, Debug, Serialize)]
pub struct WayPart {
    /// Its heading.
    pub title: String,
    /// The way as a drawing.
    pub drawing: Drawing,
    /// How to read it.
    pub note: String,
    /// The heading of what can be tried first.
    pub trials_title: String,
    /// What all of it has in common.
    pub trials_note: String,
    /// What can be tried first.
    pub trials: Vec<TrialPart>,
}

/// Something that can be tried.
#[derive(Clone, Debug, Serialize)]
pub struct TrialPart {
    /// Its name.
    pub name: String,
    /// How long it takes, and whom to ask.
    pub conditions: String,
    /// What one does.
    pub what: String,
    /// What it shows of the role.
    pub shows: String,
}

/// The way to a role; `None` where there is none.
pub(super) fn part(making: &RolesMaking<'_>, to: &RoleId) -> Option<WayPart> {
    let (words, source) = (making.words, &making.source);
    let path = PathSource {
        words,
        instrument: making.instrument,
        names: source.names,
        audit: making.audited?.audit,
        trials: source.trials,
        reports: source.reports,
    };
    let scene = path_chart(&path, to, WIDTH)?;
    let trial = |trial: &Trial| {
        let text = source.trials.text(&trial.id);
        TrialPart {
            name: text.name.clone(),
            conditions: trial_conditions(words, trial),
            what: text.what.clone(),
            shows: t!(words, "trial-shows", what = text.shows.as_str()),
        }
    };
    Some(WayPart {
        title: scene.title.clone(),
        drawing: Drawing::new(&scene, &making.palette),
        note: t!(words, "path-note"),
        trials_title: t!(words, "trial-title"),
        trials_note: t!(words, "trial-about"),
        trials: source.trials.proposed(to, source.reports).into_iter().map(trial).collect(),
    })
}
