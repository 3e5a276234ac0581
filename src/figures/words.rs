//! The words of charts.

use crate::scoring::Confidence;
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;

/// The words of the charts in the person's language. Names in braces stand for values.
#[derive(Clone, Debug)]
pub struct ChartWords {
    /// The language, for numbers.
    pub language: Words,
    /// "Radar of the eight facets".
    pub radar: String,
    /// "Facets, sorted by gap".
    pub dots: String,
    /// "Leadership".
    pub leadership: String,
    /// "Management".
    pub management: String,
    /// "Me".
    pub me: String,
    /// "My role".
    pub role: String,
    /// "Earlier audit".
    pub earlier: String,
    /// "What others see".
    pub others: String,
    /// "no score yet".
    pub no_score: String,
    /// "not applicable".
    pub not_applicable: String,
    /// "provisional".
    pub provisional: String,
    /// "evidence noted".
    pub evidence: String,
    /// "only older evidence".
    pub evidence_old: String,
    /// "Sorted by gap".
    pub sorted_by_gap: String,
    /// "Sorted by score".
    pub sorted_by_score: String,
    /// "Your role".
    pub your_role: String,
    /// "Your score".
    pub your_score: String,
    /// "asks {points} more".
    pub asks_more: String,
    /// "asks {points} less".
    pub asks_less: String,
    /// "within error".
    pub within_error: String,
    /// "you say: too little".
    pub said_more: String,
    /// "you say: too much".
    pub said_less: String,
    /// "answers disagree".
    pub contradicts: String,
    /// "{low} to {high}".
    pub band: String,
    /// "Band", the name of the line with both ends of a band.
    pub band_name: String,
    /// "Gap", the name of the line that says how the gap reads.
    pub gap_name: String,
    /// "{facet} {mean}, band {low} to {high}": a sentence without its full stop.
    pub says_score: String,
    /// "{facet}: {note}": the same for a facet without a score.
    pub says_missing: String,
    /// "the role needs {need}": what is added where the role was asked about.
    pub says_need: String,
    /// "earlier {earlier}": what is added where an earlier audit is shown.
    pub says_earlier: String,
    /// "1 almost never, 5 almost always".
    pub scale: String,
    /// "Whiskers: 90 % band, from the assumed error".
    pub whiskers: String,
}

impl ChartWords {
    /// A score or a gap as it is written: 3.25 is "3.3".
    pub(super) fn points(&self, value: f64) -> String {
        self.language.points(value)
    }
}

/// The words of the charts in a language.
pub fn chart_words(words: &Words, confidence: Confidence) -> ChartWords {
    tally::count(Counted::Words);
    let percent = words.decimal(100.0 * confidence.share(), 0);
    ChartWords {
        language: words.clone(),
        radar: t!(words, "chart-radar"),
        dots: t!(words, "chart-dots"),
        leadership: t!(words, "chart-leadership"),
        management: t!(words, "chart-management"),
        me: t!(words, "chart-me"),
        role: t!(words, "chart-role"),
        earlier: t!(words, "chart-earlier"),
        others: t!(words, "chart-others"),
        no_score: t!(words, "chart-no-score"),
        not_applicable: t!(words, "chart-not-applicable"),
        provisional: t!(words, "chart-provisional"),
        evidence: t!(words, "chart-evidence"),
        evidence_old: t!(words, "chart-evidence-old"),
        sorted_by_gap: t!(words, "chart-sorted-by-gap"),
        sorted_by_score: t!(words, "chart-sorted-by-score"),
        your_role: t!(words, "chart-your-role"),
        your_score: t!(words, "chart-your-score"),
        asks_more: t!(words, "chart-asks-more", points = "{points}"),
        asks_less: t!(words, "chart-asks-less", points = "{points}"),
        within_error: t!(words, "chart-within-error"),
        said_more: t!(words, "chart-said-more"),
        said_less: t!(words, "chart-said-less"),
        contradicts: t!(words, "chart-contradicts"),
        band: t!(words, "chart-band", low = "{low}", high = "{high}"),
        band_name: t!(words, "chart-band-name"),
        gap_name: t!(words, "chart-gap-name"),
        says_score: t!(words, "chart-says-score", facet = "{facet}", mean = "{mean}", low = "{low}", high = "{high}"),
        says_missing: t!(words, "chart-says-missing", facet = "{facet}", note = "{note}"),
        says_need: t!(words, "chart-says-need", need = "{need}"),
        says_earlier: t!(words, "chart-says-earlier", earlier = "{earlier}"),
        scale: t!(words, "chart-scale"),
        whiskers: t!(words, "chart-whiskers", percent = percent),
    }
}
