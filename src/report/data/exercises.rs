//! Exercises of the library, to be read on paper.

use serde::Serialize;

use super::pieces::{Drawing, NameValue};
use super::source::ExercisesSource;
use crate::actions::{Action, ActionKind};
use crate::chart::legend::{Sample, sample};
use crate::instrument::{Instrument, Side};
use crate::palette::Palette;
use crate::summary::{action_conditions, action_obstacle, action_sentence};
use crate::t;
use crate::words::Words;

/// Exercises.
#[derive(Clone, Debug, Serialize)]
pub struct ExercisesPage {
    /// Its heading.
    pub title: String,
    /// What they are, and that none was tried in a study.
    pub below: String,
    /// The facets, those that build first.
    pub groups: Vec<ExerciseGroup>,
}

/// The exercises of a facet that go one way.
#[derive(Clone, Debug, Serialize)]
pub struct ExerciseGroup {
    /// The facet, and which way.
    pub title: String,
    /// The facet's side.
    pub side: Side,
    /// The mark of that side.
    pub mark: Drawing,
    /// The exercises.
    pub rows: Vec<Exercise>,
}

/// One exercise.
#[derive(Clone, Debug, Serialize)]
pub struct Exercise {
    /// Its name.
    pub name: String,
    /// How long it takes, for whom it is, what it needs.
    pub conditions: String,
    /// The if-then sentence.
    pub sentence: String,
    /// What shows it, what gets in the way, when it is the wrong thing, how it goes wrong.
    pub parts: Vec<NameValue>,
}

pub(super) fn page(
    words: &Words,
    instrument: &Instrument,
    source: &ExercisesSource<'_>,
    palette: &Palette,
) -> Option<ExercisesPage> {
    let mut groups: Vec<ExerciseGroup> = Vec::new();
    let mut last = None;
    for action in source.chosen {
        let now = (action.facet, action.kind);
        if last != Some(now) {
            let name = instrument.texts.facet(&action.facet.id()).name.as_str();
            let side = action.facet.side();
            groups.push(ExerciseGroup {
                title: match action.kind {
                    ActionKind::Build => t!(words, "actions-build", facet = name),
                    ActionKind::CutBack => t!(words, "actions-cut-back", facet = name),
                },
                side,
                mark: Drawing::new(sample(Sample::Side(side)), palette),
                rows: Vec::new(),
            });
            last = Some(now);
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(exercise(words, source, action));
        }
    }
    (!groups.is_empty()).then(|| ExercisesPage {
        title: t!(words, "plan-exercises"),
        below: t!(words, "plan-exercises-below"),
        groups,
    })
}

fn exercise(words: &Words, source: &ExercisesSource<'_>, action: &Action) -> Exercise {
    let text = source.library.text(&action.id);
    let part = |name: String, value: &str| NameValue { name, value: value.to_owned() };
    Exercise {
        name: text.name.clone(),
        conditions: action_conditions(words, action),
        sentence: action_sentence(words, text),
        parts: vec![
            part(t!(words, "plan-part-shown"), &text.shown),
            part(t!(words, "plan-part-obstacle"), &action_obstacle(words, text)),
            part(t!(words, "plan-part-stop"), &text.stop),
            part(t!(words, "plan-part-wrong"), &text.wrong),
        ],
    }
}
