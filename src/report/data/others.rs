//! What others see: the radar, what stands out, each facet with everybody who sees it, and what was written.

use serde::Serialize;

use super::Making;
use super::pieces::{Drawing, LegendEntry, RadarChart};
use crate::chart::legend::{Sample, sample};
use crate::chart::{RadarStyle, groups, radar};
use crate::figures::OthersData;
use crate::instrument::Side;
use crate::others::{Comment, Comparison, FacetComparison, Merged, Who, compare};
use crate::summary::{OthersFinding, OthersSummary, divided_note, finding_short, others_summary, who_words};
use crate::t;

/// The page.
#[derive(Clone, Debug, Serialize)]
pub struct OthersPage {
    /// What was found, in a sentence.
    pub sentence: String,
    /// With whom the person is compared, and what chance alone would give.
    pub below: String,
    /// The radar with what others see over it.
    pub chart: RadarChart,
    /// What the person rates higher, and what others do.
    pub findings: Vec<OthersFindings>,
    /// The heading of the facets.
    pub facets_title: String,
    /// What the drawings of the facets show.
    pub facets_below: String,
    /// The facets of leadership and those of management, each with everybody who sees it.
    pub facets: Vec<Drawing>,
    /// Where raters disagree, how alike the whole profiles are, who is shown.
    pub remarks: Vec<OthersRemarks>,
    /// What was written.
    pub comments: Vec<OthersComments>,
}

/// Facets that stand out.
#[derive(Clone, Debug, Serialize)]
pub struct OthersFindings {
    /// Its heading.
    pub title: String,
    /// What they are; empty where there are none.
    pub below: String,
    /// The facets.
    pub rows: Vec<OthersRow>,
    /// What is said where there are none; else empty.
    pub none: String,
}

/// A facet that stands out.
#[derive(Clone, Debug, Serialize)]
pub struct OthersRow {
    /// Its side.
    pub side: Side,
    /// The mark of that side.
    pub mark: Drawing,
    /// Its name.
    pub name: String,
    /// By how much, in words.
    pub value: String,
    /// Both means with their errors.
    pub words: String,
}

/// Sentences under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct OthersRemarks {
    /// Its heading.
    pub title: String,
    /// The sentences.
    pub lines: Vec<String>,
    /// How to read them; may be empty.
    pub note: String,
}

/// What was written to one of the two questions.
#[derive(Clone, Debug, Serialize)]
pub struct OthersComments {
    /// The question.
    pub title: String,
    /// In which order they stand.
    pub below: String,
    /// What was written.
    pub rows: Vec<OthersComment>,
}

/// A comment.
#[derive(Clone, Debug, Serialize)]
pub struct OthersComment {
    /// The words.
    pub words: String,
    /// The group, where it may be said; else empty.
    pub who: String,
}

/// The width of the facets of one side: two of them stand beside each other.
const SIDE: f64 = 316.0;

pub(super) fn page(making: &Making<'_>, merged: &Merged) -> OthersPage {
    let words = making.words;
    let found = compare(making.source.scores, merged);
    let summary = others_summary(words, making.instrument, merged, &found);
    let percent = words.decimal(100.0 * found.confidence.share(), 0);
    let (who, finding) = (|who| who_words(words, who), |it: &FacetComparison| finding_short(words, &found, it));
    let title = t!(words, "others-groups-title");
    let data = OthersData { own: making.chart(), found: &found, who: &who, finding: &finding, title: &title };
    let drawn = |side| Drawing::new(&groups(&data.groups(Some(side)), SIDE).scene, &making.palette);
    OthersPage {
        chart: chart(making, &data),
        findings: findings(making, &summary),
        facets_title: t!(words, "others-facets"),
        facets_below: t!(words, "others-facets-below", percent = percent),
        facets: [Side::Leadership, Side::Management].map(drawn).to_vec(),
        remarks: remarks(making, &summary, &found),
        comments: comments(making, merged),
        sentence: summary.heading,
        below: summary.below,
    }
}

fn chart(making: &Making<'_>, data: &OthersData<'_>) -> RadarChart {
    let input = data.radar();
    let mark = |kind| Drawing::new(sample(kind), &making.palette);
    let legend = data.own.legend(&input.series).into_iter();
    let legend = legend.map(|(kind, words)| LegendEntry { mark: mark(kind), words: words.into() }).collect();
    let drawn = radar(&input, &RadarStyle::PRINT_BESIDE);
    let scale = format!("{}. {}.", data.own.words.scale, data.own.words.whiskers);
    RadarChart { radar: Drawing::new(&drawn.scene, &making.palette), legend, scale }
}

fn findings(making: &Making<'_>, summary: &OthersSummary) -> Vec<OthersFindings> {
    let words = making.words;
    let row = |it: &OthersFinding| {
        let side = making.side_of(&it.facet);
        OthersRow {
            side,
            mark: Drawing::new(sample(Sample::Side(side)), &making.palette),
            name: making.name(&it.facet).to_owned(),
            value: it.value.clone(),
            words: it.line.clone(),
        }
    };
    let list = |title: String, below: String, all: &[OthersFinding]| OthersFindings {
        title,
        below: if all.is_empty() { String::new() } else { below },
        rows: all.iter().map(row).collect(),
        none: if all.is_empty() { t!(words, "others-none") } else { String::new() },
    };
    vec![
        list(t!(words, "others-blind"), t!(words, "others-blind-below"), &summary.blind_spots),
        list(t!(words, "others-strengths"), t!(words, "others-strengths-below"), &summary.hidden_strengths),
    ]
}

fn remarks(making: &Making<'_>, summary: &OthersSummary, found: &Comparison) -> Vec<OthersRemarks> {
    let words = making.words;
    let mut apart =
        OthersRemarks { title: t!(words, "others-apart"), lines: summary.divided.clone(), note: divided_note(words) };
    if apart.lines.is_empty() {
        apart.lines.push(t!(words, "others-apart-none"));
        apart.note.clear();
    }
    let mut shown = vec![summary.replies.clone()];
    if summary.hidden.is_empty() {
        shown.push(t!(words, "others-hidden-none"));
    }
    shown.extend(summary.hidden.iter().cloned());
    let profiles = (!found.profiles.is_empty()).then(|| OthersRemarks {
        title: t!(words, "others-profiles"),
        lines: summary.profiles.clone(),
        note: t!(words, "others-profiles-below"),
    });
    let shown = OthersRemarks { title: t!(words, "others-shown"), lines: shown, note: String::new() };
    std::iter::once(apart).chain(profiles).chain([shown]).collect()
}

fn comments(making: &Making<'_>, merged: &Merged) -> Vec<OthersComments> {
    let words = making.words;
    let comment = |it: &Comment| OthersComment {
        words: it.text.clone(),
        who: it.group.map(|group| who_words(words, Who::Group(group))).unwrap_or_default(),
    };
    let list = |title: String, all: &[Comment]| OthersComments {
        title,
        below: t!(words, "others-comments-below"),
        rows: all.iter().map(comment).collect(),
    };
    let all = [list(t!(words, "others-keep"), &merged.keep), list(t!(words, "others-change"), &merged.change)];
    all.into_iter().filter(|list| !list.rows.is_empty()).collect()
}
