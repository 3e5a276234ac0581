//! Which question a row of the CSV answers.

use crate::instrument::{Facet, Instrument};
use crate::profile::{FacetId, ItemId, Part, SignId, SituationId};

pub(super) enum Key {
    Item(ItemId),
    Situation(SituationId),
    Need(FacetId),
    Stakes(FacetId),
    Dose(FacetId),
    Energy(FacetId),
    Sign(SignId),
}

impl Key {
    /// The question that a name stands for; `None` when the instrument has nothing with that name.
    pub(super) fn find(instrument: &Instrument, name: &str) -> Option<Self> {
        let Some((kind, id)) = name.split_once('/') else {
            return instrument.facet_of(name).map(|_| Self::Item(name.into()));
        };
        let facet = || instrument.facet(id).map(|f| f.id.clone());
        match kind {
            "need" => facet().map(Self::Need),
            "stakes" => facet().map(Self::Stakes),
            "dose" => facet().map(Self::Dose),
            "energy" => facet().map(Self::Energy),
            "situation" => {
                instrument.situations.iter().find(|s| s.id.as_str() == id).map(|s| Self::Situation(s.id.clone()))
            }
            "sign" => instrument.signs.iter().find(|s| s.id.as_str() == id).map(|s| Self::Sign(s.id.clone())),
            _ => None,
        }
    }

    /// The part that asks it.
    pub(super) const fn part(&self) -> Part {
        match self {
            Self::Item(_) => Part::Behaviour,
            Self::Situation(_) => Part::Situations,
            Self::Need(_) | Self::Stakes(_) | Self::Dose(_) => Part::Role,
            Self::Energy(_) => Part::Energy,
            Self::Sign(_) => Part::Signs,
        }
    }

    /// The possible answers to it, as they are written.
    pub(super) const fn allowed(&self) -> &'static str {
        match self {
            Self::Item(_) => "1, 2, 3, 4, 5, na",
            Self::Situation(_) => "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
            Self::Need(_) | Self::Energy(_) => "1, 2, 3, 4, 5",
            Self::Stakes(_) => "0, 1, 2, 3",
            Self::Dose(_) => "too-little, right, too-much",
            Self::Sign(_) => "no, sometimes, often, unknown",
        }
    }
}

/// The name that was most likely meant by a mistyped one; `None` when none is near.
pub(super) fn nearest(instrument: &Instrument, name: &str) -> Option<String> {
    let items = instrument.facets.iter().flat_map(|f| &f.items).map(ToString::to_string);
    let by_facet = |kind: &'static str| {
        let name = move |f: &Facet| format!("{kind}/{}", f.id);
        instrument.facets.iter().map(name)
    };
    let situations = instrument.situations.iter().map(|s| format!("situation/{}", s.id));
    let signs = instrument.signs.iter().map(|s| format!("sign/{}", s.id));
    items
        .chain(by_facet("need"))
        .chain(by_facet("stakes"))
        .chain(by_facet("dose"))
        .chain(by_facet("energy"))
        .chain(situations)
        .chain(signs)
        .map(|known| (strsim::osa_distance(&known, name), known))
        .min()
        .filter(|(distance, known)| *distance <= known.len() / 3)
        .map(|(_, known)| known)
}
