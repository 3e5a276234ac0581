//! From an audit and its scores to the input of the charts.

use super::{Card, ChartWords};
use crate::chart::legend::Sample;
use crate::chart::{
    BalanceInput, DotsInput, DotsRow, DotsWords, Overlays, RadarFacet, RadarInput, Series, SeriesKind, Strip, Value,
};
use crate::instrument::{Facet, Instrument};
use crate::plan::EvidenceMark;
use crate::profile::{Audit, FacetId};
use crate::scoring::{FacetScore, Reading, RoleGap, ScoreStatus, Scores};

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
    /// What notes of evidence stand behind each facet, in the order of the instrument; empty where that is not shown.
    pub evidence: &'a [EvidenceMark],
    /// The words.
    pub words: &'a ChartWords,
}

/// Which series of an audit a figure shows, where there is something to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownSeries {
    /// The person's own scores.
    pub me: bool,
    /// What the role needs.
    pub role: bool,
    /// An earlier audit.
    pub earlier: bool,
}

impl ChartData<'_> {
    fn name<'a>(&'a self, facet: &'a Facet) -> &'a str {
        self.instrument.texts.facets.get(&facet.id).map_or(facet.id.as_str(), |text| text.name.as_str())
    }

    fn need(&self, facet: &Facet) -> Option<f64> {
        self.audit.answers.needs.get(&facet.id).map(|need| f64::from(*need))
    }

    /// What the role needs, with its error where there is something to see in the distance.
    fn role(&self, facet: &Facet) -> Option<Value> {
        let need = self.need(facet)?;
        let gap = self.scores.gap(&facet.id).filter(|gap| gap.reading.is_finding());
        Some(gap.map_or(Value::exact(need), |gap| Value::need(need, self.scores.confidence.z() * gap.need_error)))
    }

    fn earlier(&self, facet: &Facet) -> Option<f64> {
        Some(self.earlier?.facet(&facet.id)?.estimate?.mean)
    }

    /// The score of a facet by its place, with what is noted of it.
    fn score(&self, at: usize, f: &FacetScore) -> Option<Value> {
        Some(Value::score(f.estimate?, f.status).with_evidence(self.evidence(at)))
    }

    fn evidence(&self, at: usize) -> EvidenceMark {
        self.evidence.get(at).copied().unwrap_or_default()
    }

    fn note(&self, status: ScoreStatus) -> Option<&str> {
        match status {
            ScoreStatus::Ok => None,
            ScoreStatus::Provisional => Some(&self.words.provisional),
            ScoreStatus::None => Some(&self.words.no_score),
            ScoreStatus::NotApplicable => Some(&self.words.not_applicable),
        }
    }

    fn gap(&self, gap: &RoleGap) -> String {
        match gap.reading {
            Reading::AsksMore => self.words.asks_more.replace("{points}", &self.words.points(gap.written())),
            Reading::AsksLess => self.words.asks_less.replace("{points}", &self.words.points(-gap.written())),
            Reading::WithinError => self.words.within_error.clone(),
            Reading::SaidMore => self.words.said_more.clone(),
            Reading::SaidLess => self.words.said_less.clone(),
            Reading::Contradicts => self.words.contradicts.clone(),
        }
    }

    /// One series, with a value for each facet that has one.
    fn series(&self, kind: SeriesKind) -> Series {
        let name = match kind {
            SeriesKind::Mine => &self.words.me,
            SeriesKind::Role => &self.words.role,
            SeriesKind::Earlier => &self.words.earlier,
            SeriesKind::Others => &self.words.others,
        };
        let value = |(at, (facet, scored)): (usize, (&Facet, &FacetScore))| match kind {
            SeriesKind::Mine => self.score(at, scored),
            SeriesKind::Role => self.role(facet),
            SeriesKind::Earlier => self.earlier(facet).map(Value::exact),
            // No audit has them: `others` puts them beside one.
            SeriesKind::Others => None,
        };
        let facets = self.instrument.facets.iter().zip(&self.scores.facets);
        Series { kind, name: name.clone(), values: facets.enumerate().map(value).collect() }
    }

    /// The series that are shown, the foremost first.
    fn overlays(&self, show: ShownSeries) -> Overlays {
        let all = [(show.me, SeriesKind::Mine), (show.role, SeriesKind::Role), (show.earlier, SeriesKind::Earlier)];
        Overlays::new(all.into_iter().filter(|(shown, _)| *shown).map(|(_, kind)| self.series(kind)))
    }

    /// What the radar draws.
    pub fn radar(&self, show: ShownSeries) -> RadarInput {
        let facet = |(facet, s): (&Facet, &FacetScore)| RadarFacet {
            label: self.name(facet).to_owned(),
            note: self.note(s.status).map(str::to_owned),
            side: facet.side,
        };
        let facets = self.instrument.facets.iter().zip(&self.scores.facets).map(facet).collect();
        RadarInput { facets, series: self.overlays(show), title: self.words.radar.clone(), alt: self.alt(show) }
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
        let show = ShownSeries { me: true, role: asked, earlier: false };
        let (series, alt) = (self.overlays(show), self.alt(show));
        DotsInput { rows, series, words: DotsWords { left, right, title: words.dots.clone(), alt } }
    }

    /// The numbers of one facet, shown when the pointer is on it. `facet` is its index in the fixed order.
    pub fn card(&self, facet: usize, show: ShownSeries) -> Card {
        let Some((facet, s)) = self.instrument.facets.get(facet).zip(self.scores.facets.get(facet)) else {
            return Card::default();
        };
        let words = self.words;
        let mut rows = Vec::new();
        let mut row = |name: &str, value: String| rows.push((name.to_owned(), value));
        match (s.estimate, self.note(s.status)) {
            (Some(score), note) => {
                let mean = words.points(score.mean);
                row(&words.me, note.map_or(mean.clone(), |note| format!("{mean}, {note}")));
                row(&words.band_name, self.band(&words.band, s));
            }
            (None, note) => row(&words.me, note.unwrap_or_default().to_owned()),
        }
        if let Some(need) = self.need(facet).filter(|_| show.role) {
            let half = self.scores.gap(&facet.id).map(|gap| words.points(self.scores.confidence.z() * gap.need_error));
            row(&words.role, half.map_or(need.to_string(), |half| format!("{need} ± {half}")));
            if let Some(gap) = self.scores.gap(&facet.id) {
                row(&words.gap_name, self.gap(gap));
            }
        }
        if let Some(mean) = self.earlier(facet).filter(|_| show.earlier) {
            row(&words.earlier, words.points(mean));
        }
        Card { title: self.name(facet).to_owned(), rows }
    }

    /// What a facet's own line draws: its score, and what the role needs of it. `None` where there is neither.
    pub fn strip(&self, facet: &FacetId) -> Option<Strip> {
        let mut all = self.instrument.facets.iter().zip(&self.scores.facets).enumerate();
        let (at, (facet, scored)) = all.find(|(_, (known, _))| known.id == *facet)?;
        let (score, need) = (self.score(at, scored), self.role(facet));
        score.or(need)?;
        Some(Strip { side: facet.side, score, need, reading: self.scores.gap(&facet.id).map(|gap| gap.reading) })
    }

    /// What the balance glyph draws.
    pub fn lean(&self) -> Option<BalanceInput> {
        self.scores.balance.as_ref().map(|b| BalanceInput::new(b, self.scores.confidence.z()))
    }

    /// A text with both ends of a band filled in.
    fn band(&self, pattern: &str, s: &FacetScore) -> String {
        let end = |value: Option<f64>| value.map(|it| self.words.points(it)).unwrap_or_default();
        pattern.replace("{low}", &end(s.estimate.map(|e| e.low))).replace("{high}", &end(s.estimate.map(|e| e.high)))
    }

    /// Every facet's numbers in sentences, one side after the other.
    fn alt(&self, show: ShownSeries) -> String {
        let words = self.words;
        let mut sentences = Vec::new();
        for (at, (facet, s)) in self.instrument.facets.iter().zip(&self.scores.facets).enumerate() {
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
            match self.evidence(at) {
                EvidenceMark::Nothing => {}
                EvidenceMark::Faded => sentence = format!("{sentence}, {}", words.evidence_old),
                EvidenceMark::Written => sentence = format!("{sentence}, {}", words.evidence),
            }
            sentences.push(format!("{}.", sentence.replace("{facet}", self.name(facet))));
        }
        sentences.join(" ")
    }

    /// The legend of what a chart shows: the series that have a value, and the mark of provisional scores where there are some.
    pub fn legend<'a>(&'a self, series: &'a Overlays) -> Vec<(Sample, &'a str)> {
        let mut entries = Vec::new();
        for one in series.iter() {
            if one.values.iter().any(Option::is_some) {
                entries.push((Sample::Series(one.kind), one.name.as_str()));
            }
            if one.values.iter().flatten().any(|value| value.provisional) {
                entries.push((Sample::Provisional, self.words.provisional.as_str()));
            }
            let has = |mark| one.values.iter().flatten().any(|value| value.evidence == mark);
            for (mark, sample, words) in [
                (EvidenceMark::Written, Sample::Evidence, &self.words.evidence),
                (EvidenceMark::Faded, Sample::OldEvidence, &self.words.evidence_old),
            ] {
                if has(mark) {
                    entries.push((sample, words.as_str()));
                }
            }
        }
        entries
    }
}
