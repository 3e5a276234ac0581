//! What others see beside an audit: as a series of the radar, and facet by facet with each group.

use super::{Card, ChartData, ShownSeries};
use crate::chart::{Band, GroupsFacet, GroupsInput, GroupsLine, Overlays, RadarInput, Seer, Series, SeriesKind, Value};
use crate::instrument::{Facet, Side};
use crate::others::{Comparison, FacetComparison, Group, View, Who};
use crate::scoring::SCALE;

/// An audit with what others see.
#[derive(Clone, Copy)]
pub struct OthersData<'a> {
    /// The audit.
    pub own: ChartData<'a>,
    /// The comparison.
    pub found: &'a Comparison,
    /// What a group is called.
    pub who: &'a dyn Fn(Who) -> String,
    /// What stands out about a facet, in a few words; may be empty.
    pub finding: &'a dyn Fn(&FacetComparison) -> String,
    /// What the drawing of all groups is called.
    pub title: &'a str,
}

impl OthersData<'_> {
    fn facet(&self, facet: &Facet) -> Option<&FacetComparison> {
        self.found.facets.iter().find(|it| it.facet == facet.id)
    }

    fn name<'a>(&'a self, facet: &'a Facet) -> &'a str {
        self.own.instrument.texts.facets.get(&facet.id).map_or(facet.id.as_str(), |text| text.name.as_str())
    }

    /// What the person is compared with.
    fn reference(&self, facet: &Facet) -> Option<&View> {
        self.facet(facet)?.views.iter().find(|view| Some(view.seen.who) == self.found.reference)
    }

    /// The radar of the person's own scores, with those of others over it.
    pub fn radar(&self) -> RadarInput {
        let show = ShownSeries { me: true, role: false, earlier: false };
        let mut input = self.own.radar(show);
        let values = self.own.instrument.facets.iter();
        let values = values.map(|facet| self.reference(facet).map(|view| Value::exact(view.seen.mean))).collect();
        let name = self.found.reference.map_or_else(|| self.own.words.others.clone(), self.who);
        let theirs = Series { kind: SeriesKind::Others, name, values };
        input.series = Overlays::new(input.series.iter().cloned().chain([theirs]));
        input.alt = self.said(None, |view| Some(view.seen.who) == self.found.reference);
        input
    }

    /// All groups, facet by facet, of one side or of both.
    pub fn groups(&self, side: Option<Side>) -> GroupsInput {
        let facets = self.own.instrument.facets.iter().filter(|facet| side.is_none_or(|side| facet.side == side));
        let facets = facets.map(|facet| GroupsFacet {
            label: self.name(facet).to_owned(),
            side: facet.side,
            finding: self.facet(facet).map(self.finding).unwrap_or_default(),
            lines: self.lines(facet),
        });
        let alt = self.said(side, |_| true);
        GroupsInput { facets: facets.collect(), title: self.title.to_owned(), alt }
    }

    fn lines(&self, facet: &Facet) -> Vec<GroupsLine> {
        let z = self.found.confidence.z();
        let scored = self.own.scores.facet(&facet.id);
        let own = scored.and_then(|score| Some((score.estimate?, score.status)));
        let mine = GroupsLine {
            seer: Seer::Own,
            name: self.own.words.me.clone(),
            value: own.map(|(estimate, status)| Value::score(estimate, status)),
            number: own.map_or_else(
                || self.own.words.no_score.clone(),
                |(estimate, _)| self.number(estimate.mean, z * estimate.sem),
            ),
        };
        // All together stand below the person, then the groups in their order.
        let order = std::iter::once(Who::All).chain(Group::ALL.into_iter().map(Who::Group));
        let views = self.facet(facet).map(|it| it.views.as_slice()).unwrap_or_default();
        let theirs = order.filter_map(|who| views.iter().find(|view| view.seen.who == who));
        std::iter::once(mine).chain(theirs.map(|view| self.line(view, z))).collect()
    }

    fn line(&self, view: &View, z: f64) -> GroupsLine {
        let (mean, half) = (view.seen.mean, z * view.se);
        let band = Band { low: (mean - half).max(SCALE.0), high: (mean + half).min(SCALE.1) };
        GroupsLine {
            seer: if view.seen.who == Who::All { Seer::All } else { Seer::Group },
            name: (self.who)(view.seen.who),
            value: Some(Value { band: Some(band), ..Value::exact(mean) }),
            number: self.number(mean, half),
        }
    }

    fn number(&self, mean: f64, half: f64) -> String {
        format!("{} ± {}", self.own.words.points(mean), self.own.words.points(half))
    }

    /// The numbers of one facet, by its place among all.
    pub fn card(&self, place: usize) -> Card {
        let Some(facet) = self.own.instrument.facets.get(place) else { return Card::default() };
        let rows = self.lines(facet).into_iter().map(|line| (line.name, line.number)).collect();
        Card { title: self.name(facet).to_owned(), rows }
    }

    /// The place among all facets of one that is drawn for a side.
    pub fn place(&self, side: Option<Side>, drawn: usize) -> usize {
        let of = |facet: &Facet| side.is_none_or(|side| facet.side == side);
        let mut places = self.own.instrument.facets.iter().enumerate().filter(|(_, facet)| of(facet));
        places.nth(drawn).map_or(drawn, |(place, _)| place)
    }

    /// Every facet's numbers in sentences.
    fn said(&self, side: Option<Side>, shown: impl Fn(&View) -> bool) -> String {
        let of_side = |facet: &&Facet| side.is_none_or(|side| facet.side == side);
        let facets = self.own.instrument.facets.iter().filter(of_side);
        let sentence = |facet: &Facet| {
            let own = self.own.scores.facet(&facet.id).and_then(|score| score.estimate);
            let mine = own.map_or_else(|| self.own.words.no_score.clone(), |it| self.own.words.points(it.mean));
            let views = self.facet(facet).into_iter().flat_map(|it| &it.views).filter(|view| shown(view));
            let theirs =
                views.map(|view| format!(", {} {}", (self.who)(view.seen.who), self.own.words.points(view.seen.mean)));
            format!("{}: {} {mine}{}.", self.name(facet), self.own.words.me, theirs.collect::<String>())
        };
        facets.map(sentence).collect::<Vec<_>>().join(" ")
    }
}
