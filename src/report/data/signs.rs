//! The page about aspects (under pressure) and signs (around the person).

use serde::{Serialize, Serializer};

use super::Making;
use crate::instrument::Side;
use crate::profile::SignAnswer;
use crate::scoring::{AspectLean, LeanDirection, SignCounts, aspect_leans};
use crate::t;

/// The page about aspects and signs.
#[derive(Clone, Debug, Serialize)]
pub struct AspectsPage {
    /// The heading of the aspects.
    pub title: String,
    /// How to read them, or that they were not asked.
    pub below: String,
    /// The names of the columns of the table.
    pub heads: [String; 3],
    /// The four aspects; empty where they were not asked.
    pub rows: Vec<AspectRow>,
    /// What the two ends of the line of points are called: leadership, management.
    pub ends: [String; 2],
    /// The heading of the signs.
    pub signs_title: String,
    /// The verdict about them, or that they were not asked about.
    pub signs_below: String,
    /// The kinds of signs; empty where they were not asked.
    pub kinds: Vec<SignGroup>,
}

/// An aspect.
#[derive(Clone, Debug, Serialize)]
pub struct AspectRow {
    /// Its name.
    pub name: String,
    /// What management looks at there, and what leadership looks at.
    pub management: String,
    /// What leadership looks at.
    pub leadership: String,
    /// Points for the leadership-minded responses; absent where no scene was answered.
    pub leadership_points: Option<u8>,
    /// Points for the management-minded ones.
    pub management_points: Option<u8>,
    /// Which way it leans, in words.
    pub lean: String,
    /// `management` or `leadership`; empty where there is no lean.
    #[serde(serialize_with = "side_or_empty")]
    pub to: Option<Side>,
    /// The points, in words.
    pub points: String,
    /// What goes wrong where that side is overdone; empty where there is no lean.
    pub consequence: String,
}

/// The signs of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct SignGroup {
    /// What they are signs of.
    pub name: String,
    /// How many show, in a sentence or two.
    pub words: String,
    /// Whether they are of too much, and not of something that is missing.
    pub too_much: bool,
    /// Each sign with its answer.
    pub signs: Vec<SignRow>,
}

/// A sign with its answer.
#[derive(Clone, Debug, Serialize)]
pub struct SignRow {
    /// The sign.
    pub words: String,
    /// The answer.
    pub answer: String,
    /// Whether it shows at all.
    pub shows: bool,
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde's `serialize_with` calls it so")]
fn side_or_empty<S: Serializer>(side: &Option<Side>, serializer: S) -> Result<S::Ok, S::Error> {
    match side {
        Some(side) => side.serialize(serializer),
        None => serializer.serialize_str(""),
    }
}

pub(super) fn page(making: &Making<'_>) -> AspectsPage {
    let source = making.source;
    let leans = aspect_leans(making.instrument, &source.audit.answers);
    let asked = leans.iter().any(|lean| lean.total > 0);
    let signs = &source.scores.signs;
    let answered = signs.is_answered();
    let kinds = if answered { signs.kinds.iter().map(|kind| counted(making, kind)).collect() } else { Vec::new() };
    AspectsPage {
        title: t!(making.words, "result-lean"),
        below: if asked {
            t!(making.words, "result-lean-below")
        } else {
            t!(making.words, "result-situations-missing")
        },
        heads: [
            t!(making.words, "report-head-aspect"),
            t!(making.words, "report-head-lean"),
            t!(making.words, "report-head-consequence"),
        ],
        rows: if asked { leans.into_iter().map(|lean| row(making, lean)).collect() } else { Vec::new() },
        ends: [t!(making.words, "chart-leadership"), t!(making.words, "chart-management")],
        signs_title: t!(making.words, "result-around"),
        signs_below: if answered { signs.words(making.words) } else { t!(making.words, "result-signs-missing") },
        kinds,
    }
}

fn row(making: &Making<'_>, lean: AspectLean) -> AspectRow {
    let texts = making.instrument.texts.aspect(lean.aspect);
    let some = (lean.total > 0).then_some(lean.management);
    AspectRow {
        name: texts.name.clone(),
        management: texts.management.clone(),
        leadership: texts.leadership.clone(),
        leadership_points: some.map(|management| lean.total - management),
        management_points: some,
        lean: lean.words(making.words),
        to: lean.lean.and_then(LeanDirection::side),
        points: lean.points(making.words),
        consequence: lean.consequence(texts).unwrap_or_default().to_owned(),
    }
}

fn counted(making: &Making<'_>, kind: &SignCounts) -> SignGroup {
    let source = making.source;
    let texts = &making.instrument.texts;
    let [no, sometimes, often, unknown] = &texts.sign_labels;
    let signs = making.instrument.signs_of(kind.kind).map(|sign| {
        let answer = source.audit.answers.signs.get(&sign.id);
        let label = match answer {
            Some(SignAnswer::No) => no.clone(),
            Some(SignAnswer::Sometimes) => sometimes.clone(),
            Some(SignAnswer::Often) => often.clone(),
            Some(SignAnswer::Unknown) => unknown.clone(),
            None => t!(making.words, "report-open"),
        };
        let shows = matches!(answer, Some(SignAnswer::Often | SignAnswer::Sometimes));
        SignRow { words: texts.sign(&sign.id).to_owned(), answer: label, shows }
    });
    SignGroup {
        name: kind.name(making.words),
        words: kind.words(making.words),
        too_much: kind.kind.is_too_much(),
        signs: signs.collect(),
    }
}
