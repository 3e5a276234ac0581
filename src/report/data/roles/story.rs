//! What to know about a built-in role before choosing it.

use serde::Serialize;

use super::super::RolesMaking;
use super::super::pieces::Drawing;
use crate::chart::hours_line;
use crate::profile::OWN_WORK;
use crate::summary::{hours_in_all, hours_words};
use crate::t;
use crate::tracks::BuiltIn;

/// What to know about a role before choosing it.
#[derive(Clone, Debug, Serialize)]
pub struct Story {
    /// Its heading; empty where it continues the text above it.
    pub title: String,
    /// The work, in a few sentences.
    pub work: String,
    /// What one gains, and what one gives up.
    pub balance: [BulletList; 2],
    /// A typical week.
    pub week: Week,
    /// What to ask before saying yes, and the signs of a mismatch.
    pub checks: [BulletList; 2],
    /// What it takes to get in, how people come in, and how they go back.
    pub ways: [Paragraph; 3],
    /// That roles are starting points.
    pub note: String,
}

/// A list of points.
#[derive(Clone, Debug, Serialize)]
pub struct BulletList {
    /// Its heading.
    pub title: String,
    /// The points.
    pub points: Vec<String>,
}

/// A few sentences.
#[derive(Clone, Debug, Serialize)]
pub struct Paragraph {
    /// Their heading.
    pub title: String,
    /// The sentences.
    pub words: String,
}

/// A typical week, beside the person's own where they gave hours.
#[derive(Clone, Debug, Serialize)]
pub struct Week {
    /// Its heading.
    pub title: String,
    /// The week in words, and what one answers for.
    pub prose: [Paragraph; 2],
    /// The names of the columns: facet, the role's hours, the person's.
    pub heads: [String; 3],
    /// The facets, work of one's own trade, and the sum.
    pub rows: Vec<HoursRow>,
    /// Whether the person gave hours of their own.
    pub own: bool,
    /// How to read the bars.
    pub note: String,
}

/// Hours for something.
#[derive(Clone, Debug, Serialize)]
pub struct HoursRow {
    /// What for.
    pub name: String,
    /// The role's hours, as they are written.
    pub role: String,
    /// The person's, as they are written; empty where they were not given, in the sum where any was not.
    pub mine: String,
    /// Both as a bar and a mark; absent for the sum.
    pub bar: Option<Drawing>,
}

/// The longest bar stands for at least this many hours.
const LONGEST: f64 = 12.0;

pub(super) fn story(making: &RolesMaking<'_>, built_in: &BuiltIn, has_fit: bool) -> Story {
    let texts = &making.source.names.catalogue.texts;
    let text = texts.role(&built_in.role.id);
    let points = |title, points: &[String]| BulletList { title, points: points.to_vec() };
    let prose = |title, words: &String| Paragraph { title, words: words.clone() };
    Story {
        title: if has_fit { t!(making.words, "report-role-story", role = text.name.as_str()) } else { String::new() },
        work: text.work.clone(),
        balance: [
            points(t!(making.words, "story-gains"), &text.gains),
            points(t!(making.words, "story-gives-up"), &text.gives_up),
        ],
        week: week(making, built_in),
        checks: [
            points(t!(making.words, "story-questions"), &text.questions),
            points(t!(making.words, "story-mismatch"), &text.mismatch),
        ],
        ways: [
            prose(t!(making.words, "story-entry"), &text.entry),
            prose(t!(making.words, "story-way-in"), &text.way_in),
            prose(t!(making.words, "story-way-back"), &text.way_back),
        ],
        note: texts.note.clone(),
    }
}

fn week(making: &RolesMaking<'_>, built_in: &BuiltIn) -> Week {
    let texts = &making.source.names.catalogue.texts;
    let text = texts.role(&built_in.role.id);
    let facets = built_in.week.iter().map(|(facet, hours)| (making.facet(facet), facet.as_str(), *hours));
    let all: Vec<_> = facets.chain([(texts.own_work.clone(), OWN_WORK, built_in.own_work)]).collect();
    let mine = |id: &str| making.source.hours.get(id).map(|hours| f64::from(*hours));
    let longest = all.iter().flat_map(|(_, id, role)| [Some(*role), mine(id)]).flatten().fold(LONGEST, f64::max);
    let mut rows: Vec<HoursRow> = all
        .iter()
        .map(|(name, id, role)| HoursRow {
            name: name.clone(),
            role: hours_words(making.words, *role),
            mine: mine(id).map(|it| hours_words(making.words, it)).unwrap_or_default(),
            bar: Some(Drawing::new(&hours_line(*role, mine(id), longest), &making.palette)),
        })
        .collect();
    let given: Vec<f64> = all.iter().filter_map(|(_, id, _)| mine(id)).collect();
    let own = !given.is_empty();
    rows.push(HoursRow {
        name: t!(making.words, "hours-sum"),
        role: hours_words(making.words, all.iter().map(|(_, _, role)| role).sum()),
        // There is no space to say that some are missing.
        mine: if given.len() == all.len() { hours_in_all(making.words, &given, all.len()) } else { String::new() },
        bar: None,
    });
    Week {
        title: t!(making.words, "report-role-hours"),
        prose: [
            Paragraph { title: t!(making.words, "story-week"), words: text.week.clone() },
            Paragraph { title: t!(making.words, "story-answers-for"), words: text.accountable.clone() },
        ],
        heads: [t!(making.words, "result-facet"), t!(making.words, "hours-role"), t!(making.words, "hours-own")],
        rows,
        own,
        note: if own { t!(making.words, "report-role-hours-note") } else { String::new() },
    }
}
