//! From an audit and its scores to what the charts draw.

use super::{Card, ChartWords};
use crate::chart::legend::Sample;
use crate::chart::{DotsInput, DotsRow, DotsWords, Lean, RadarFacet, RadarInput, Score, Show};
use crate::instrument::{Facet, Instrument};
use crate::profile::Audit;
use crate::scoring::{Estimate, FacetScore, Reading, RoleGap, Scores, Status};

/// An audit to draw.
#[derive(Clone, Copy, Debug)]
pub struct ChartData<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// What was answered.
    pub audit: &'a Audit,
    /// Its scores.
    pub scores: &'a Scores,
    /// The scores of an earlier audit.
    pub earlier: Option<&'a Scores>,
    /// The words.
    pub words: &'a ChartWords,
}

fn score(f: &FacetScore) -> Option<Score> {
    let (Estimate { mean, low, high, .. }, provisional) = (f.estimate?, f.status == Status::Provisional);
    Some(Score { mean, low, high, provisional })
}

impl ChartData<'_> {
    fn name<'a>(&'a self, facet: &'a Facet) -> &'a str {
        self.instrument.texts.facets.get(&facet.id).map_or(facet.id.as_str(), |text| text.name.as_str())
    }

    fn need(&self, facet: &Facet) -> Option<f64> {
        self.audit.answers.needs.get(&facet.id).map(|need| f64::from(*need))
    }

    fn earlier(&self, facet: &Facet) -> Option<f64> {
        Some(self.earlier?.facet(&facet.id)?.estimate?.mean)
    }

    fn note(&self, status: Status) -> Option<&str> {
        match status {
            Status::Ok => None,
            Status::Provisional => Some(&self.words.provisional),
            Status::None => Some(&self.words.no_score),
            Status::NotApplicable => Some(&self.words.not_applicable),
        }
    }

    fn gap(&self, gap: &RoleGap) -> String {
        match gap.reading {
            Reading::AsksMore => self.words.asks_more.replace("{points}", &self.words.points(gap.written())),
            Reading::AsksLess => self.words.asks_less.replace("{points}", &self.words.points(-gap.written())),
            Reading::WithinError => self.words.within_error.clone(),
        }
    }

    /// What the radar draws. Overlays without data are not shown.
    pub fn radar(&self, show: Show) -> RadarInput {
        let facet = |(facet, s): (&Facet, &FacetScore)| RadarFacet {
            label: self.name(facet).to_owned(),
            note: self.note(s.status).map(str::to_owned),
            side: facet.side,
            score: score(s),
            need: self.need(facet),
            earlier: self.earlier(facet),
        };
        let facets = self.instrument.facets.iter().zip(&self.scores.facets).map(facet).collect();
        RadarInput { facets, show, title: self.words.radar.clone(), alt: self.alt(show) }
    }

    /// What the dot-and-whisker chart draws.
    pub fn dots(&self) -> DotsInput {
        let words = self.words;
        let asked = !self.audit.answers.needs.is_empty();
        let row = |(facet, s): (&Facet, &FacetScore)| {
            let gap = self.scores.gap(&facet.id);
            let said = match (self.note(s.status).filter(|_| s.estimate.is_none()), gap, s.estimate) {
                (Some(note), ..) => note.to_owned(),
                (None, Some(gap), _) => self.gap(gap),
                (None, None, Some(score)) if !asked => words.points(score.mean),
                _ => String::new(),
            };
            DotsRow {
                label: self.name(facet).to_owned(),
                side: facet.side,
                score: score(s),
                need: self.need(facet),
                reading: gap.map(|g| g.reading),
                words: said,
            }
        };
        let rows = self.instrument.facets.iter().zip(&self.scores.facets).map(row).collect();
        let (left, right) = if asked {
            (words.sorted_by_gap.clone(), words.your_role.clone())
        } else {
            (words.sorted_by_score.clone(), words.your_score.clone())
        };
        let alt = self.alt(Show { me: true, role: asked, earlier: false });
        DotsInput { rows, words: DotsWords { left, right, title: words.dots.clone(), alt } }
    }

    /// The numbers of one facet, for who points at it. `facet` counts in the fixed order.
    pub fn card(&self, facet: usize, show: Show) -> Card {
        let Some((facet, s)) = self.instrument.facets.get(facet).zip(self.scores.facets.get(facet)) else {
            return Card::default();
        };
        let words = self.words;
        let mut rows = Vec::new();
        let mut row = |name: &str, value: String| rows.push((name.to_owned(), value));
        match (score(s), self.note(s.status)) {
            (Some(score), note) => {
                let mean = words.points(score.mean);
                row(&words.me, note.map_or(mean.clone(), |note| format!("{mean}, {note}")));
                row(&words.band_name, self.band(&words.band, s));
            }
            (None, note) => row(&words.me, note.unwrap_or_default().to_owned()),
        }
        if let Some(need) = self.need(facet).filter(|_| show.role) {
            row(&words.role, need.to_string());
            if let Some(gap) = self.scores.gap(&facet.id) {
                row(&words.gap_name, self.gap(gap));
            }
        }
        if let Some(mean) = self.earlier(facet).filter(|_| show.earlier) {
            row(&words.earlier, words.points(mean));
        }
        Card { title: self.name(facet).to_owned(), rows }
    }

    /// What the balance glyph draws.
    pub fn lean(&self) -> Option<Lean> {
        self.scores.balance.as_ref().map(|b| Lean::new(b, self.scores.confidence.z()))
    }

    /// A pattern with both ends of a band.
    fn band(&self, pattern: &str, s: &FacetScore) -> String {
        let end = |value: Option<f64>| value.map(|it| self.words.points(it)).unwrap_or_default();
        pattern.replace("{low}", &end(s.estimate.map(|e| e.low))).replace("{high}", &end(s.estimate.map(|e| e.high)))
    }

    /// Every facet's numbers in sentences, one side after the other.
    fn alt(&self, show: Show) -> String {
        let words = self.words;
        let mut sentences = Vec::new();
        for (facet, s) in self.instrument.facets.iter().zip(&self.scores.facets) {
            if let Some(need) = self.need(facet).filter(|_| !show.me) {
                let need = words.says_need.replace("{need}", &need.to_string());
                let sentence = words.says_missing.replace("{note}", &need).replace("{facet}", self.name(facet));
                sentences.push(format!("{sentence}."));
                continue;
            }
            let pattern = if s.estimate.is_some() { &words.says_score } else { &words.says_missing };
            let mut sentence =
                self.band(pattern, s).replace("{mean}", &s.estimate.map(|e| words.points(e.mean)).unwrap_or_default());
            sentence = sentence.replace("{note}", self.note(s.status).unwrap_or_default());
            if let Some(need) = self.need(facet).filter(|_| show.role) {
                sentence = format!("{sentence}, {}", words.says_need.replace("{need}", &need.to_string()));
            }
            if let Some(mean) = self.earlier(facet).filter(|_| show.earlier) {
                sentence = format!("{sentence}, {}", words.says_earlier.replace("{earlier}", &words.points(mean)));
            }
            sentences.push(format!("{}.", sentence.replace("{facet}", self.name(facet))));
        }
        sentences.join(" ")
    }

    /// The legend of what a radar shows.
    pub fn legend(&self, input: &RadarInput) -> Vec<(Sample, &str)> {
        let (show, words, any) =
            (input.show, self.words, |has: &dyn Fn(&RadarFacet) -> bool| input.facets.iter().any(has));
        let all = [
            (show.me && any(&|f| f.score.is_some()), Sample::Me, &words.me),
            (show.me && any(&|f| f.score.is_some_and(|s| s.provisional)), Sample::Provisional, &words.provisional),
            (show.role && any(&|f| f.need.is_some()), Sample::Role, &words.role),
            (show.earlier && any(&|f| f.earlier.is_some()), Sample::Earlier, &words.earlier),
        ];
        all.into_iter().filter(|(shown, ..)| *shown).map(|(_, sample, words)| (sample, words.as_str())).collect()
    }
}
