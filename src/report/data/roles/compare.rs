//! Two or three roles side by side.

use serde::Serialize;

use super::super::RolesMaking;
use super::super::pieces::Drawing;
use super::fit::{FitRemark, fit, measures};
use super::{Seen, chosen};
use crate::chart::demand_steps;
use crate::instrument::KnownFacet;
use crate::scoring::Reading;
use crate::summary::{entry_name, entry_note, order_note, order_sentence, reading_words};
use crate::t;
use crate::tracks::{ChosenRole, Role, RoleText, facets_by_spread};

/// Two or three roles side by side. Every list of cells has one for each role, in their order.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// Its heading.
    pub title: String,
    /// Which role fits best, with how sure that is; empty where nothing was assessed.
    pub order: String,
    /// The roles.
    pub heads: Vec<CompareHead>,
    /// Can, want and how sure; empty where nothing was assessed.
    pub measures: Vec<MeasureRow>,
    /// The facets, those first in which the roles differ most.
    pub facets: Vec<CompareRow>,
    /// How to read the facets.
    pub note: String,
    /// What it takes to get in, what one gains, and what one gives up.
    pub lists: Vec<ListRow>,
}

/// The head of a column.
#[derive(Clone, Debug, Serialize)]
pub struct CompareHead {
    /// The role's name.
    pub name: String,
    /// Its track, or whose it is.
    pub track: String,
}

/// One of the three remarks about a fit, for each role.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureRow {
    /// Which.
    pub name: String,
    /// For each role; absent where that role was not assessed.
    pub cells: Vec<Option<FitRemark>>,
}

/// A facet, for each role.
#[derive(Clone, Debug, Serialize)]
pub struct CompareRow {
    /// The facet's name.
    pub name: String,
    /// For each role.
    pub cells: Vec<CompareCell>,
}

/// What a role asks of a facet.
#[derive(Clone, Debug, Serialize)]
pub struct CompareCell {
    /// How often the role needs it, 1 to 5.
    pub demand: u8,
    /// The demand as steps, faint where the facet has no weight.
    pub steps: Drawing,
    /// How much that counts, 0 to 3.
    pub weight: u8,
    /// The weight in words: "counts 3".
    pub counts: String,
    /// The gap with its error in words, or why there is none; empty without scores.
    pub reading: String,
    /// Whether the role asks for more, by more than the error.
    pub more: bool,
}

/// Points for each role.
#[derive(Clone, Debug, Serialize)]
pub struct ListRow {
    /// What they are.
    pub name: String,
    /// The points of each role; empty for a role without such texts.
    pub cells: Vec<Vec<String>>,
}

pub(super) fn comparison(making: &RolesMaking<'_>, seen: &[Seen<'_>]) -> Comparison {
    let scored = seen.iter().any(|seen| seen.person.is_some());
    let assessment = making.source.assessment.filter(|_| scored);
    let names = &making.source.names;
    let order = assessment.map(|all| {
        let said = [
            order_sentence(making.words, all, names),
            entry_note(making.words, all, names),
            order_note(making.words, all),
        ];
        said.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    });
    Comparison {
        title: t!(making.words, "report-compare"),
        order: order.unwrap_or_default(),
        heads: seen.iter().map(|seen| CompareHead { name: seen.name.clone(), track: seen.track(making) }).collect(),
        measures: measure_rows(making, seen),
        facets: facets(making, seen),
        note: if scored {
            t!(making.words, "report-compare-note")
        } else {
            t!(making.words, "report-compare-note-alone")
        },
        lists: lists(making),
    }
}

fn measure_rows(making: &RolesMaking<'_>, seen: &[Seen<'_>]) -> Vec<MeasureRow> {
    let all: Vec<Option<[FitRemark; 3]>> = seen
        .iter()
        .map(|seen| seen.person.as_ref().and_then(|_| fit(making, seen)).map(|fit| measures(making, fit)))
        .collect();
    if all.iter().all(Option::is_none) {
        return Vec::new();
    }
    let names = [t!(making.words, "tracks-can"), t!(making.words, "tracks-want"), t!(making.words, "tracks-sure")];
    let cells = |at: usize| all.iter().map(|of| of.as_ref().map(|of| of[at].clone())).collect();
    let row = |(at, name)| MeasureRow { name, cells: cells(at) };
    names.into_iter().enumerate().map(row).collect()
}

fn facets(making: &RolesMaking<'_>, seen: &[Seen<'_>]) -> Vec<CompareRow> {
    let roles: Vec<&Role> = seen.iter().map(|seen| &seen.role).collect();
    let row = |facet| CompareRow {
        name: making.facet(facet),
        cells: seen.iter().map(|seen| cell(making, seen, facet)).collect(),
    };
    facets_by_spread(&roles).into_iter().map(row).collect()
}

fn cell(making: &RolesMaking<'_>, seen: &Seen<'_>, known: KnownFacet) -> CompareCell {
    let facet = known.id();
    let (demand, weight) = (seen.role.demands[known], seen.role.weights[known]);
    let scored = seen.person.as_ref().and_then(|(audit, scores)| Some((audit, scores, scores.facet(&facet)?)));
    let gap = seen.person.as_ref().and_then(|(_, scores)| scores.gap(&facet));
    CompareCell {
        demand: demand.value(),
        steps: Drawing::new(demand_steps(demand.value(), weight.value() > 0), &making.palette),
        weight: weight.value(),
        counts: t!(making.words, "report-compare-counts", weight = weight.value()),
        reading: scored
            .map(|(audit, scores, facet)| reading_words(making.words, audit, scores, facet))
            .unwrap_or_default(),
        more: gap.is_some_and(|gap| gap.reading == Reading::AsksMore),
    }
}

/// A list of lines in the texts about a role.
type Lines = fn(&RoleText) -> &Vec<String>;

/// What it takes to get in, for each role.
fn entry(making: &RolesMaking<'_>) -> ListRow {
    let of = |role: &ChosenRole<'_>| match role {
        ChosenRole::BuiltIn(built_in) => built_in.entry.iter().map(|it| entry_name(making.words, *it)).collect(),
        ChosenRole::Own(_) | ChosenRole::Current(_) => Vec::new(),
    };
    ListRow { name: t!(making.words, "compare-entry"), cells: chosen(&making.source).map(of).collect() }
}

fn lists(making: &RolesMaking<'_>) -> Vec<ListRow> {
    let texts = &making.source.names.catalogue.texts;
    let parts: [(String, Lines); 2] = [
        (t!(making.words, "story-gains"), |text| &text.gains),
        (t!(making.words, "story-gives-up"), |text| &text.gives_up),
    ];
    let row = |(name, points): (String, fn(&RoleText) -> &Vec<String>)| ListRow {
        name,
        cells: chosen(&making.source).map(|role| points(texts.role(role.id())).clone()).collect(),
    };
    let told = parts.into_iter().map(row);
    std::iter::once(entry(making)).chain(told).filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}
