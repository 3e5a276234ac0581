//! Exercises: what one can do, on which occasion, to do more of a facet or less of it. Read from data in `assets/actions/`, checked
//! before use.
//!
//! # Rules
//!
//! **Exercise.** One deed of at most ten minutes, tied to an occasion that comes up by itself and that can be counted: "If a task
//! arrives …, then I ask …". If-then plans of this kind work better than a mere intention (Gollwitzer & Sheeran 2006). Each says what
//! shows that it happened, when it is the wrong thing, how it typically goes wrong, and what to do where something gets in the way.
//!
//! **Library.** For each facet there are at least six exercises that build and three that cut back, and of those that build at least
//! three that somebody without reports can do. What an exercise cannot be done without (money, a program, a permission) is said.
//!
//! None of them was tried in a study. `docs/ACTIONS.md` says how they were made and sorted.

mod check;
mod raw;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::data::{DataError, DataFile};
use crate::instrument::KnownFacet;
use crate::profile::{ActionId, Aim};
use crate::pseudo;
use crate::search::finds;

/// Which way an exercise goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActionKind {
    /// To do more of a facet.
    Build,
    /// To do less of it.
    CutBack,
}

impl From<Aim> for ActionKind {
    fn from(aim: Aim) -> Self {
        match aim {
            Aim::Build => Self::Build,
            Aim::CutBack => Self::CutBack,
        }
    }
}

/// For whom an exercise makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForReports {
    /// Only with people who report to one.
    With,
    /// Only without.
    Without,
    /// Either way.
    Both,
}

/// What an exercise cannot be done without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActionNeed {
    /// Money.
    Budget,
    /// A program.
    App,
    /// Somebody's leave.
    Permission,
}

/// An exercise, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// The facet that it trains.
    pub facet: KnownFacet,
    /// Which way.
    pub kind: ActionKind,
    /// About how many minutes the deed takes, 1 to 10.
    pub minutes: u8,
    /// For whom.
    pub reports: ForReports,
    /// What it cannot be done without; mostly empty.
    pub needs: BTreeSet<ActionNeed>,
}

impl Action {
    /// Whether it makes sense for somebody who has people reporting to them, or has none.
    pub const fn suits(&self, has_reports: bool) -> bool {
        match self.reports {
            ForReports::With => has_reports,
            ForReports::Without => !has_reports,
            ForReports::Both => true,
        }
    }
}

/// The words of an exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionText {
    /// Its name, a few words that begin with a verb.
    pub name: String,
    /// What sets it off; completes "If …".
    pub occasion: String,
    /// What one does; completes "then I …".
    pub deed: String,
    /// What there is afterwards that shows it.
    pub shown: String,
    /// When it is the wrong thing.
    pub stop: String,
    /// How it typically goes wrong, and what to do instead.
    pub wrong: String,
    /// The likely obstacle; completes "If … gets in the way".
    pub obstacle: String,
    /// What to do then; completes "then I …".
    pub instead: String,
}

/// What is wrong with the files of exercises.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct ActionsError(#[from] pub DataError);

/// All exercises, with their words in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionLibrary {
    /// Its version.
    pub version: u32,
    /// SHA-256 of structure and English texts, in hexadecimal.
    pub hash: String,
    /// The exercises, facet by facet in their fixed order, those that build first.
    pub actions: Vec<Action>,
    texts: BTreeMap<ActionId, ActionText>,
}

const STRUCTURE: DataFile<'_> =
    DataFile { name: "assets/actions/actions.toml", text: include_str!("../../assets/actions/actions.toml") };
const EN: DataFile<'_> =
    DataFile { name: "assets/actions/en.toml", text: include_str!("../../assets/actions/en.toml") };

impl ActionLibrary {
    /// The exercises that are built into the program, in a language by its identifier; English where there are no texts in it.
    ///
    /// # Errors
    /// When the built-in files break a rule; a test of the project keeps that from happening.
    pub fn in_language(language: &str) -> Result<Arc<Self>, ActionsError> {
        let english = Self::parse(STRUCTURE, EN)?;
        if language != pseudo::LANGUAGE {
            return Ok(Arc::new(english));
        }
        let texts = pseudo::file(EN.text).unwrap_or_else(|_broken| EN.text.to_owned());
        let mut made = Self::parse(STRUCTURE, DataFile { name: pseudo::LANGUAGE, text: &texts })?;
        made.hash = english.hash;
        Ok(Arc::new(made))
    }

    /// Reads and checks exercises.
    ///
    /// # Errors
    /// The first rule that is broken, with file and line.
    pub fn parse(structure: DataFile<'_>, texts: DataFile<'_>) -> Result<Self, ActionsError> {
        Ok(check::build(structure, texts)?)
    }

    /// The words of an exercise; empty ones for one that is not in the library.
    pub fn text(&self, id: &ActionId) -> &ActionText {
        static NONE: ActionText = ActionText {
            name: String::new(),
            occasion: String::new(),
            deed: String::new(),
            shown: String::new(),
            stop: String::new(),
            wrong: String::new(),
            obstacle: String::new(),
            instead: String::new(),
        };
        self.texts.get(id).unwrap_or(&NONE)
    }

    /// The exercise with this id.
    pub fn action(&self, id: &ActionId) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == *id)
    }

    /// The exercises of a facet that go one way, the shortest first; equals stay in their order.
    pub fn of(&self, facet: KnownFacet, kind: ActionKind) -> Vec<&Action> {
        let mut found: Vec<&Action> =
            self.actions.iter().filter(|action| action.facet == facet && action.kind == kind).collect();
        found.sort_by_key(|action| action.minutes);
        found
    }

    /// The exercises of a facet that go one way and can be proposed to a person: to somebody who said whether anyone reports to them,
    /// only those that suit. The shortest first.
    pub fn proposed(&self, facet: KnownFacet, kind: ActionKind, reports: Option<bool>) -> Vec<&Action> {
        let mut found = self.of(facet, kind);
        found.retain(|action| reports.is_none_or(|has_reports| action.suits(has_reports)));
        found
    }

    /// Whether all words of a search are in the name, the occasion or the deed of an exercise, as [`finds`] has it.
    pub fn is_found(&self, id: &ActionId, search: &str) -> bool {
        let text = self.text(id);
        finds(search, &[&text.name, &text.occasion, &text.deed])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_for_tests_has_the_same_exercises_in_other_words() {
        let (english, tests) =
            (ActionLibrary::in_language("en").unwrap(), ActionLibrary::in_language(pseudo::LANGUAGE).unwrap());
        assert_eq!((&tests.actions, &tests.hash), (&english.actions, &english.hash));
        assert_ne!(tests.texts, english.texts);
    }

    #[test]
    fn an_exercise_is_found_by_its_words() {
        let library = ActionLibrary::in_language("en").unwrap();
        let id = ActionId::from("ask-before-start");
        assert!(library.is_found(&id, "") && library.is_found(&id, "HÄLF task  anyone"));
        assert!(!library.is_found(&id, "half penguin") && !library.is_found(&"nothing".into(), "half"));
        assert!(!library.is_found(&id, "danger"), "when it is the wrong thing is not looked through");
    }
}
