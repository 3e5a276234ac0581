//! What a job ad asks, for those who write it: its lines by facet, and the demands that follow from them. Nothing on this page is
//! about a person.

use serde::Serialize;

use super::RolesMaking;
use super::pieces::{Drawing, RadarChart, side};
use crate::chart::RadarStyle;
use crate::chart::legend::{Sample, sample};
use crate::figures::{ChartData, ShownSeries, chart_words};
use crate::instrument::{ByFacet, KnownFacet, Side};
use crate::profile::{Audit, CustomRole, Form};
use crate::scoring::score_in_role;
use crate::summary::{remark_words, sides_words};
use crate::t;
use crate::tracks::{ChosenRole, Role, ad, audit_in, remarks, role_of};

/// What a job ad asks.
#[derive(Clone, Debug, Serialize)]
pub struct AdPage {
    /// Its heading, a question.
    pub title: String,
    /// The name of the role.
    pub name: String,
    /// Which side it asks more of, in a sentence.
    pub balance: String,
    /// How many of its lines are about a facet, in a sentence.
    pub count: String,
    /// A radar of only what the ad asks.
    pub chart: RadarChart,
    /// The heading of the table.
    pub follows: String,
    /// The names of the columns: facet, lines, asks, counts.
    pub heads: [String; 4],
    /// Leadership, then management.
    pub sides: Vec<AdSide>,
    /// The rule by which demands follow from lines.
    pub rule: String,
    /// What makes the role hard to compare with others; mostly empty.
    pub remarks: Vec<String>,
    /// The heading of the lines.
    pub said: String,
    /// The heading of the lines without a facet.
    pub rest_title: String,
    /// Lines without a facet.
    pub rest: Vec<String>,
    /// How far it can be trusted.
    pub note: String,
}

/// The facets of a side.
#[derive(Clone, Debug, Serialize)]
pub struct AdSide {
    /// `management` or `leadership`.
    pub side: Side,
    /// Its name.
    pub name: String,
    /// Its mark.
    pub mark: Drawing,
    /// Its facets, in their fixed order.
    pub facets: Vec<AdFacet>,
}

/// What an ad says about a facet.
#[derive(Clone, Debug, Serialize)]
pub struct AdFacet {
    /// Its name.
    pub name: String,
    /// The lines that are about it.
    pub lines: Vec<String>,
    /// What is said where there are none; else empty.
    pub none: String,
    /// How many lines there are.
    pub count: usize,
    /// How often the role needs it, 1 to 5.
    pub demand: u8,
    /// How much that counts, 0 to 3.
    pub weight: u8,
    /// That demand or weight were set by hand; empty where both follow from the lines.
    pub by_hand: String,
}

/// The page about the first of the chosen roles that comes from an ad.
pub(super) fn page(making: &RolesMaking<'_>) -> Option<AdPage> {
    let custom = making.source.chosen.iter().find_map(|chosen| match chosen {
        ChosenRole::Own(custom) if !custom.ad.is_empty() => Some(*custom),
        _ => None,
    })?;
    let role = role_of(custom);
    let without = || custom.ad.iter().filter(|line| line.facet.is_none()).map(|line| line.text.clone());
    let (lines, tagged) = (custom.ad.len(), custom.ad.len() - without().count());
    Some(AdPage {
        title: t!(making.words, "ad-print"),
        name: making.source.names.of(making.words, &custom.id),
        balance: sides_words(making.words, &role),
        count: t!(making.words, "ad-count", tagged = tagged, lines = lines),
        chart: chart(making, &role),
        follows: t!(making.words, "report-ad-follows"),
        heads: [
            t!(making.words, "result-facet"),
            t!(making.words, "report-ad-lines"),
            t!(making.words, "tracks-demand"),
            t!(making.words, "tracks-weight"),
        ],
        sides: [Side::Leadership, Side::Management].map(|of| ad_side(making, custom, of)).into(),
        rule: t!(making.words, "ad-rule"),
        remarks: remarks(&role).into_iter().map(|it| remark_words(making.words, it)).collect(),
        said: t!(making.words, "report-ad-said"),
        rest_title: t!(making.words, "report-ad-rest"),
        rest: without().collect(),
        note: t!(making.words, "report-ad-note"),
    })
}

fn chart(making: &RolesMaking<'_>, role: &Role) -> RadarChart {
    let blank = Audit::blank(making.instrument.reference(), Form::Full);
    let audit = audit_in(&blank, role);
    let scores = score_in_role(making.instrument, &audit, &ByFacet::all(None), making.confidence());
    let mut chart_words = chart_words(making.words, making.confidence());
    chart_words.role = t!(making.words, "report-ad-role");
    let data = ChartData {
        instrument: making.instrument,
        audit: &audit,
        scores: &scores,
        earlier: None,
        evidence: &[],
        words: &chart_words,
    };
    let show = ShownSeries { me: false, role: true, earlier: false };
    RadarChart::new(&data, show, &RadarStyle::PRINT_BESIDE, &making.palette)
}

fn ad_side(making: &RolesMaking<'_>, custom: &CustomRole, of: Side) -> AdSide {
    let (role, tally) = (role_of(custom), ad::tally(&custom.ad));
    let own = KnownFacet::all().filter(|facet| facet.side() == of);
    let facets = own.map(|known| {
        let facet = known.id();
        let lines = custom.ad.iter().filter(|line| line.facet.as_ref() == Some(&facet));
        let count = tally[known];
        let by_hand = custom.demands.contains_key(&facet) || custom.weights.contains_key(&facet);
        AdFacet {
            name: making.facet(known),
            lines: lines.map(|line| line.text.clone()).collect(),
            none: if count == 0 { t!(making.words, "report-ad-none") } else { String::new() },
            count,
            demand: role.demands[known].value(),
            weight: role.weights[known].value(),
            by_hand: if by_hand { t!(making.words, "own-by-hand") } else { String::new() },
        }
    });
    AdSide {
        side: of,
        name: side(making.words, of),
        mark: Drawing::new(sample(Sample::Side(of)), &making.palette),
        facets: facets.collect(),
    }
}
