//! Trials: small things that show for some weeks what a role is like, before anybody takes it. Read from data in `assets/tracks/`,
//! checked before use.
//!
//! # Rules
//!
//! **Trial.** Something concrete of one to four weeks and at most ten hours a week, which shows something of one role or of a few.
//! It takes no money, and no leave but that of somebody who can be asked; how to ask stands with it. Each says what it shows about the
//! role, what to look at each week, and both ways out: how to go on, and how to stop so that nobody loses by it.
//!
//! **Library.** Each role has at least two trials that anybody can do; those for people with reports come on top.
//!
//! None of them was tried in a study. `docs/TRACKS.md` says how they were made.

mod check;
mod raw;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Catalogue, TracksError};
use crate::data::DataFile;
use crate::profile::{RoleId, TrialId};
use crate::pseudo;

/// Whose leave a trial takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Leave {
    /// Nobody's: it lies within what one decides by oneself.
    Nobody,
    /// Of those who take part in it.
    Colleague,
    /// Of one's own manager.
    Manager,
    /// Of somebody in charge elsewhere: another team, a club, a firm.
    Host,
}

/// A trial, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// Its id.
    pub id: TrialId,
    /// The roles that it shows something of, in the order of the catalogue; never empty.
    pub roles: Vec<RoleId>,
    /// How many weeks it takes, 1 to 4.
    pub weeks: u8,
    /// About how many hours a week it takes, 1 to 10.
    pub hours: u8,
    /// Whether it only makes sense for somebody to whom people report.
    pub reports: bool,
    /// Whose leave it takes.
    pub leave: Leave,
}

impl Trial {
    /// Whether it makes sense for somebody who said whether anyone reports to them; where that was not asked, all do.
    pub fn suits(&self, reports: Option<bool>) -> bool {
        !self.reports || reports.unwrap_or(true)
    }
}

/// The words of a trial.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrialText {
    /// Its name, a few words that begin with a verb.
    pub name: String,
    /// What one does.
    pub what: String,
    /// How to ask for it, in a sentence or two that one can say.
    pub leave: String,
    /// What it shows about the role.
    pub shows: String,
    /// What to look at each week, as questions.
    pub look: Vec<String>,
    /// How to go on with it.
    pub go_on: String,
    /// How to stop so that nobody loses by it.
    pub stop: String,
}

/// All trials, with their words in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialLibrary {
    /// Its version.
    pub version: u32,
    /// SHA-256 of structure and English texts, in hexadecimal.
    pub hash: String,
    /// The trials, role by role.
    pub trials: Vec<Trial>,
    texts: BTreeMap<TrialId, TrialText>,
}

const STRUCTURE: DataFile<'_> =
    DataFile { name: "assets/tracks/trials.toml", text: include_str!("../../../assets/tracks/trials.toml") };
const EN: DataFile<'_> =
    DataFile { name: "assets/tracks/en-trials.toml", text: include_str!("../../../assets/tracks/en-trials.toml") };

impl TrialLibrary {
    /// The trials that are built into the program, in a language by its identifier; English where there are no texts in it.
    ///
    /// # Errors
    /// When the built-in files break a rule; a test of the project keeps that from happening.
    pub fn in_language(language: &str) -> Result<Arc<Self>, TracksError> {
        let catalogue = Catalogue::built_in()?;
        let english = Self::parse(STRUCTURE, EN, &catalogue)?;
        if language != pseudo::LANGUAGE {
            return Ok(Arc::new(english));
        }
        let texts = pseudo::file(EN.text).unwrap_or_else(|_broken| EN.text.to_owned());
        let mut made = Self::parse(STRUCTURE, DataFile { name: pseudo::LANGUAGE, text: &texts }, &catalogue)?;
        made.hash = english.hash;
        Ok(Arc::new(made))
    }

    /// Reads and checks trials of the roles of a catalogue.
    ///
    /// # Errors
    /// The first rule that is broken, with file and line.
    pub fn parse(structure: DataFile<'_>, texts: DataFile<'_>, catalogue: &Catalogue) -> Result<Self, TracksError> {
        Ok(check::build(structure, texts, catalogue)?)
    }

    /// The words of a trial; empty ones for one that is not in the library.
    pub fn text(&self, id: &TrialId) -> &TrialText {
        static NONE: TrialText = TrialText {
            name: String::new(),
            what: String::new(),
            leave: String::new(),
            shows: String::new(),
            look: Vec::new(),
            go_on: String::new(),
            stop: String::new(),
        };
        self.texts.get(id).unwrap_or(&NONE)
    }

    /// The trial with this id.
    pub fn trial(&self, id: &TrialId) -> Option<&Trial> {
        self.trials.iter().find(|trial| trial.id == *id)
    }

    /// The trials of a role in their order, those that are its own first.
    pub fn of(&self, role: &RoleId) -> Vec<&Trial> {
        let mut found: Vec<&Trial> = self.trials.iter().filter(|trial| trial.roles.contains(role)).collect();
        found.sort_by_key(|trial| trial.roles.len());
        found
    }

    /// The trials of a role that make sense for somebody who said whether anyone reports to them.
    pub fn proposed(&self, role: &RoleId, reports: Option<bool>) -> Vec<&Trial> {
        let mut found = self.of(role);
        found.retain(|trial| trial.suits(reports));
        found
    }
}

#[cfg(test)]
mod tests;
