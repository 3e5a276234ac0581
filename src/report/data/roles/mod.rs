//! The chosen roles: each on a sheet of its own, then side by side.

mod compare;
mod fit;
mod story;
mod way;

use serde::Serialize;

use super::RolesMaking;
use super::source::RolesSource;
use crate::chart::RadarStyle;
use crate::figures::{ChartWords, chart_words};
use crate::instrument::ByFacet;
use crate::instrument::KnownFacet;
use crate::profile::Audit;
use crate::scoring::{Scores, score_in_role};
use crate::summary::remark_words;
use crate::t;
use crate::tracks::{ChosenRole, Role, audit_in, remarks};
pub use compare::Comparison;
pub use fit::FitPart;
pub use story::Story;
pub use way::WayPart;

/// How many roles fit side by side on one page.
const MOST: usize = 3;

/// The pages about roles.
#[derive(Clone, Debug, Serialize)]
pub struct RolesPage {
    /// The roles in the order in which they were chosen, three at most.
    pub roles: Vec<RolePart>,
    /// Two or three of them side by side; absent for one.
    pub comparison: Option<Comparison>,
}

/// One role.
#[derive(Clone, Debug, Serialize)]
pub struct RolePart {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its track, or that it is the person's own; empty for the present role.
    pub track: String,
    /// The role in one line; may be empty.
    pub summary: String,
    /// How it fits; absent without scores.
    pub fit: Option<FitPart>,
    /// What it asks of each facet; absent where the radar shows it beside the person's own scores.
    pub asks: Option<Asks>,
    /// Where it comes from, or that there are no scores to compare it with; mostly empty.
    pub note: String,
    /// What makes it hard to compare with others; mostly empty.
    pub remarks: Vec<String>,
    /// What to know before choosing it; absent for a role without such texts.
    pub story: Option<Story>,
    /// The way to it from the present role; absent where too little is known of that, and for roles that are not built in.
    pub way: Option<WayPart>,
}

/// What a role asks of each facet.
#[derive(Clone, Debug, Serialize)]
pub struct Asks {
    /// Its heading.
    pub title: String,
    /// The names of the columns: facet, asks, counts, why.
    pub heads: [String; 4],
    /// The facets, what counts most first.
    pub rows: Vec<AskRow>,
    /// How to read the table.
    pub note: String,
}

/// What a role asks of a facet.
#[derive(Clone, Debug, Serialize)]
pub struct AskRow {
    /// The facet's name.
    pub name: String,
    /// How often the role needs it, 1 to 5.
    pub demand: u8,
    /// How much that counts, 0 to 3.
    pub weight: u8,
    /// Why; empty where that is not said.
    pub why: String,
}

/// The roles of the report.
pub(super) fn chosen<'a>(source: &RolesSource<'a>) -> impl Iterator<Item = &'a ChosenRole<'a>> + use<'a> {
    source.chosen.iter().take(MOST)
}

pub(super) fn page(making: &RolesMaking<'_>) -> Option<RolesPage> {
    let seen: Vec<Seen<'_>> = chosen(&making.source).map(|role| Seen::new(making, role)).collect();
    let roles: Vec<RolePart> = seen.iter().map(|seen| part(making, seen)).collect();
    let comparison = (seen.len() > 1).then(|| compare::comparison(making, &seen));
    (!roles.is_empty()).then_some(RolesPage { roles, comparison })
}

/// A role beside the person.
struct Seen<'a> {
    chosen: &'a ChosenRole<'a>,
    role: Role,
    name: String,
    /// The person's audit as if the role were theirs, with its scores; `None` where there are none.
    person: Option<(Audit, Scores)>,
}

impl<'a> Seen<'a> {
    fn new(making: &RolesMaking<'_>, chosen: &'a ChosenRole<'a>) -> Self {
        let role = chosen.asks();
        let person = making.audited.and_then(|audited| {
            let audit = audit_in(audited.audit, &role);
            let scores = score_in_role(making.instrument, &audit, &ByFacet::all(None), making.confidence());
            scores.facets.iter().any(|f| f.estimate.is_some()).then_some((audit, scores))
        });
        Self { chosen, name: making.source.names.of(making.words, chosen.id()), role, person }
    }

    /// The name of its track, or whose it is.
    fn track(&self, making: &RolesMaking<'_>) -> String {
        match self.chosen {
            ChosenRole::BuiltIn(built_in) => making.source.names.catalogue.texts.track(built_in.track).name.clone(),
            ChosenRole::Own(_) => t!(making.words, "tracks-own"),
            ChosenRole::Current(_) => String::new(),
        }
    }
}

/// The words of a chart on which the role has its name.
fn words_with(making: &RolesMaking<'_>, role: String) -> ChartWords {
    ChartWords { role, ..chart_words(making.words, making.confidence()) }
}

fn part(making: &RolesMaking<'_>, seen: &Seen<'_>) -> RolePart {
    let has_story = matches!(seen.chosen, ChosenRole::BuiltIn(_));
    // Without a story all is on one page, so the radar leaves its space to the numbers.
    let fit = fit::part(making, seen, if has_story { &RadarStyle::PRINT } else { &RadarStyle::PRINT_BESIDE });
    let audit = making.audited.map_or("", |audited| audited.audit.role.trim());
    let summary = match seen.chosen {
        ChosenRole::BuiltIn(built_in) => making.source.names.catalogue.texts.role(&built_in.role.id).summary.clone(),
        ChosenRole::Own(_) => String::new(),
        ChosenRole::Current(_) => {
            t!(making.words, "tracks-current-below", role = if audit.is_empty() { "none" } else { audit })
        }
    };
    let current = matches!(seen.chosen, ChosenRole::Current(_)).then(|| t!(making.words, "tracks-current-note"));
    let guide = fit.is_none().then(|| t!(making.words, "report-role-guide"));
    let remarks = match seen.chosen {
        ChosenRole::Own(_) => remarks(&seen.role).into_iter().map(|it| remark_words(making.words, it)).collect(),
        ChosenRole::BuiltIn(_) | ChosenRole::Current(_) => Vec::new(),
    };
    let story = match seen.chosen {
        ChosenRole::BuiltIn(built_in) => Some(story::story(making, built_in, fit.is_some())),
        _ => None,
    };
    let asks = (fit.is_none() || !has_story).then(|| asks(making, &seen.role));
    RolePart {
        id: seen.role.id.to_string(),
        name: seen.name.clone(),
        track: seen.track(making),
        summary,
        fit,
        asks,
        note: current.into_iter().chain(guide).collect::<Vec<_>>().join(" "),
        remarks,
        story,
        way: way::part(making, &seen.role.id),
    }
}

fn asks(making: &RolesMaking<'_>, role: &Role) -> Asks {
    let row = |facet: KnownFacet| {
        let reason = making.source.names.catalogue.texts.reason(&role.id, &facet.id());
        let why = if reason.demand.is_empty() {
            String::new()
        } else {
            t!(making.words, "tracks-reason", demand = reason.demand.as_str(), weight = reason.weight.as_str())
        };
        AskRow {
            name: making.facet(facet),
            demand: role.demands[facet].value(),
            weight: role.weights[facet].value(),
            why,
        }
    };
    Asks {
        title: t!(making.words, "story-asks"),
        heads: [
            t!(making.words, "result-facet"),
            t!(making.words, "tracks-demand"),
            t!(making.words, "tracks-weight"),
            t!(making.words, "tracks-why"),
        ],
        rows: role.facets_by_weight().into_iter().map(row).collect(),
        note: t!(making.words, "tracks-demand-how"),
    }
}
