//! The words of an instrument in one language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Aspect, Side, Sign, SignPeriod};
use crate::profile::{FacetId, ItemId, SignId, SituationId};

/// An answer's label, with a sentence that says what it means.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerText {
    /// The label on the button.
    pub label: String,
    /// What this answer means.
    pub sentence: String,
}

/// The texts about a facet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FacetText {
    /// Its name.
    pub name: String,
    /// A few words that say beside the name what it is about; version 1 has none.
    #[serde(default)]
    pub subtitle: Option<String>,
    /// What it is, well enough to sort an item by.
    pub definition: String,
    /// Why it matters.
    pub why: String,
    /// An everyday example.
    pub example: String,
    /// What about 1 looks like at work.
    pub level_1: String,
    /// What about 3 looks like at work.
    pub level_3: String,
    /// What about 5 looks like at work: thorough, and not too much.
    pub level_5: String,
    /// What overdoing it looks like; version 1 has this within what stands at level 5.
    #[serde(default)]
    pub too_much: Option<String>,
    /// The question how much the role needs it.
    pub need: String,
    /// The question whether the person does enough of it.
    pub dose: String,
    /// The question whether it drains or energises.
    pub energy: String,
}

/// The texts of a situation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SituationText {
    /// The scene.
    pub scene: String,
    /// The management-minded response.
    pub management: String,
    /// The leadership-minded response.
    pub leadership: String,
}

impl SituationText {
    /// The response that is minded as this side.
    pub fn response(&self, side: Side) -> &str {
        match side {
            Side::Management => &self.management,
            Side::Leadership => &self.leadership,
        }
    }
}

/// The texts about an aspect.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AspectText {
    /// Its name.
    pub name: String,
    /// What management looks at.
    pub management: String,
    /// What leadership looks at.
    pub leadership: String,
    /// What goes wrong with too much management.
    pub too_much_management: String,
    /// What goes wrong with too much leadership.
    pub too_much_leadership: String,
}

/// The question how much depends on a facet in the role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakesText {
    /// The question, the same for each facet.
    pub question: String,
    /// Labels for 0 (hardly anything) to 3 (almost everything).
    pub labels: [String; 4],
    /// What each of them means.
    pub sentences: [String; 4],
}

/// All words of an instrument in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct InstrumentTexts {
    /// The language, for instance `en`.
    pub language: String,
    /// The instrument's name.
    pub name: String,
    /// What stands above each item.
    pub frame: String,
    /// Five answers, lowest first.
    pub answers: Vec<AnswerText>,
    /// The sixth answer: not applicable.
    pub not_applicable: AnswerText,
    /// By facet.
    pub facets: BTreeMap<FacetId, FacetText>,
    /// By item.
    pub items: BTreeMap<ItemId, String>,
    /// By situation.
    pub situations: BTreeMap<SituationId, SituationText>,
    /// How to split the points.
    pub situation_prompt: String,
    /// By aspect.
    pub aspects: BTreeMap<Aspect, AspectText>,
    /// By sign.
    pub signs: BTreeMap<SignId, String>,
    /// What stands above the role questions, and their five labels.
    pub need_prompt: String,
    /// Labels for 1 to 5.
    pub need_labels: Vec<String>,
    /// What each label says about the role. Version 1 asked how often, and has none.
    pub need_sentences: Option<[String; 5]>,
    /// How much depends on a facet in the role, which version 1 does not ask.
    pub stakes: Option<StakesText>,
    /// What stands above the dose questions.
    pub dose_prompt: String,
    /// Too little, about right, too much.
    pub dose_labels: [String; 3],
    /// What stands above the energy questions.
    pub energy_prompt: String,
    /// Labels for 1 to 5.
    pub energy_labels: Vec<String>,
    /// What stands above signs of the last three months.
    pub sign_prompt: String,
    /// What stands above signs of the last twelve months; there where the instrument has such signs.
    pub sign_prompt_12: Option<String>,
    /// Not at all, sometimes, often, don't know.
    pub sign_labels: [String; 4],
}

impl InstrumentTexts {
    /// The words for a facet; empty ones for a facet that is not in the instrument.
    pub fn facet(&self, id: &FacetId) -> &FacetText {
        static NONE: FacetText = FacetText {
            name: String::new(),
            subtitle: None,
            definition: String::new(),
            why: String::new(),
            example: String::new(),
            level_1: String::new(),
            level_3: String::new(),
            level_5: String::new(),
            too_much: None,
            need: String::new(),
            dose: String::new(),
            energy: String::new(),
        };
        self.facets.get(id).unwrap_or(&NONE)
    }

    /// The words of an item; empty for an item that is not in the instrument.
    pub fn item(&self, id: &ItemId) -> &str {
        self.items.get(id).map_or("", String::as_str)
    }

    /// The words of a situation.
    pub fn situation(&self, id: &SituationId) -> &SituationText {
        static NONE: SituationText =
            SituationText { scene: String::new(), management: String::new(), leadership: String::new() };
        self.situations.get(id).unwrap_or(&NONE)
    }

    /// The words about an aspect.
    pub fn aspect(&self, aspect: Aspect) -> &AspectText {
        static NONE: AspectText = AspectText {
            name: String::new(),
            management: String::new(),
            leadership: String::new(),
            too_much_management: String::new(),
            too_much_leadership: String::new(),
        };
        self.aspects.get(&aspect).unwrap_or(&NONE)
    }

    /// What stands above a sign.
    pub fn prompt_of(&self, sign: &Sign) -> &str {
        match sign.period {
            SignPeriod::ThreeMonths => &self.sign_prompt,
            SignPeriod::TwelveMonths => self.sign_prompt_12.as_deref().unwrap_or(&self.sign_prompt),
        }
    }

    /// The words of a sign.
    pub fn sign(&self, id: &SignId) -> &str {
        self.signs.get(id).map_or("", String::as_str)
    }
}
