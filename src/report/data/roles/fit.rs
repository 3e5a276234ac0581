//! How a role fits: can, want and how sure; the radar with what the role asks; and where person and role differ.

use serde::Serialize;

use super::super::RolesMaking;
use super::super::pieces::{Column, Drawing, NameValue, RadarChart};
use super::{Seen, words_with};
use crate::chart::{Measured, RadarStyle, fit_line};
use crate::figures::{ChartData, ShownSeries};
use crate::profile::FacetId;
use crate::scoring::{FacetScore, Reading, RoleGap, Scores};
use crate::summary::{
    burnout_words, can_words, entry_note, flip_words, idle_words, order_note, order_sentence, status_words, sure_words,
    want_words,
};
use crate::t;
use crate::tracks::{Assessment, RoleFit};

/// How a role fits.
#[derive(Clone, Debug, Serialize)]
pub struct FitPart {
    /// Can, want and how sure; empty where the role was not assessed.
    pub measures: Vec<FitRemark>,
    /// What the role leaves unused of what energises the person, in a sentence; may be empty.
    pub idle: String,
    /// The burnout warning, where the person could do it but would be drained by it; else empty.
    pub burnout: String,
    /// The radar with what the role asks.
    pub chart: RadarChart,
    /// What it asks beyond what the person does, and what they do that it does not ask.
    pub columns: Vec<Column>,
    /// The heading of what would change the answer.
    pub flip_title: String,
    /// Which role fits best and how sure that is, then what would change it; empty where nothing was assessed.
    pub flip: Vec<String>,
    /// How to read the numbers.
    pub note: String,
}

/// One of the three remarks about a fit.
#[derive(Clone, Debug, Serialize)]
pub struct FitRemark {
    /// Can, want or sure.
    pub name: String,
    /// A dot on a short line, further right for more; absent for how sure.
    pub mark: Option<Drawing>,
    /// What it means.
    pub words: String,
}

/// Up to this many facets without a score are named. More are only counted, since the radar names them.
const FEW: usize = 3;

pub(super) fn part(making: &RolesMaking<'_>, seen: &Seen<'_>, style: &RadarStyle) -> Option<FitPart> {
    let (audit, scores) = seen.person.as_ref()?;
    let instrument = making.instrument;
    let chart_words = words_with(making, t!(making.words, "report-role-demands"));
    let data = ChartData { instrument, audit, scores, earlier: None, evidence: &[], words: &chart_words };
    let show = ShownSeries { me: true, role: true, earlier: false };
    let fit = fit(making, seen);
    let note = [t!(making.words, "report-role-note"), t!(making.words, "tracks-draws")];
    Some(FitPart {
        measures: fit.map(|fit| measures(making, fit).into()).unwrap_or_default(),
        idle: fit.map(|it| idle_words(making.words, instrument, it)).unwrap_or_default(),
        burnout: fit.map(|it| burnout_words(making.words, it)).unwrap_or_default(),
        chart: RadarChart::new(&data, show, style, &making.palette),
        columns: vec![more(making, scores), less(making, scores)],
        flip_title: t!(making.words, "tracks-flip-title"),
        flip: making.source.assessment.map(|all| change(making, all)).unwrap_or_default(),
        note: note[..if fit.is_some() { 2 } else { 1 }].join(" "),
    })
}

/// How a role fits, where that is known.
pub(super) fn fit<'a>(making: &RolesMaking<'a>, seen: &Seen<'_>) -> Option<&'a RoleFit> {
    let assessment = making.source.assessment.filter(|_| making.audited.is_some())?;
    assessment.fit(&seen.role.id)
}

/// Can, want and how sure.
pub(super) fn measures(making: &RolesMaking<'_>, fit: &RoleFit) -> [FitRemark; 3] {
    let mark = |kind, value| Some(Drawing::new(&fit_line(kind, value, None), &making.palette));
    [
        FitRemark {
            name: t!(making.words, "tracks-can"),
            mark: mark(Measured::Can, fit.can),
            words: can_words(making.words, fit.can),
        },
        FitRemark {
            name: t!(making.words, "tracks-want"),
            mark: mark(Measured::Want, fit.want),
            words: want_words(making.words, fit),
        },
        FitRemark { name: t!(making.words, "tracks-sure"), mark: None, words: sure_words(making.words, fit) },
    ]
}

/// Which role fits best, and what would change that.
fn change(making: &RolesMaking<'_>, assessment: &Assessment) -> Vec<String> {
    let names = &making.source.names;
    let said = [
        order_sentence(making.words, assessment, names),
        entry_note(making.words, assessment, names),
        flip_words(making.words, making.instrument, assessment, names),
        order_note(making.words, assessment),
    ];
    said.into_iter().filter(|words| !words.is_empty()).collect()
}

/// The gaps of one reading, the largest first.
fn gaps(making: &RolesMaking<'_>, scores: &Scores, reading: Reading) -> Vec<NameValue> {
    let name = |facet: &FacetId| making.instrument.texts.facet(facet).name.clone();
    let row = |gap: &RoleGap| NameValue { name: name(&gap.facet), value: making.words.points(gap.written().abs()) };
    scores.gaps(reading).into_iter().map(row).collect()
}

/// What it asks beyond what the person does; a facet without a score may be part of it.
fn more(making: &RolesMaking<'_>, scores: &Scores) -> Column {
    let mut rows = gaps(making, scores, Reading::AsksMore);
    let open: Vec<_> = scores.facets.iter().filter(|f| f.estimate.is_none()).collect();
    if open.len() > FEW {
        rows.push(NameValue {
            name: t!(making.words, "report-role-open", count = open.len()),
            value: t!(making.words, "chart-no-score"),
        });
    } else {
        let name = |f: &FacetScore| making.instrument.texts.facet(&f.id).name.clone();
        rows.extend(open.iter().map(|f| NameValue { name: name(f), value: status_words(making.words, f.status) }));
    }
    let none = if rows.is_empty() { t!(making.words, "tracks-asks-none") } else { String::new() };
    Column { title: t!(making.words, "tracks-asks-more"), rows, further: String::new(), none }
}

fn less(making: &RolesMaking<'_>, scores: &Scores) -> Column {
    let rows = gaps(making, scores, Reading::AsksLess);
    let none = if rows.is_empty() { t!(making.words, "tracks-asks-all") } else { String::new() };
    Column { title: t!(making.words, "tracks-asks-less"), rows, further: String::new(), none }
}
