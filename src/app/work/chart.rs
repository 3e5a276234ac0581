//! Draws a chart of an audit for a file or the clipboard. All code that needs such a chart comes here.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::command::ChartChoice;
use crate::chart::Scene;
use crate::figures::{ChartData, ShownSeries, chart_words};
use crate::instrument::Instrument;
use crate::message::{self, UserMessage};
use crate::palette::Palette;
use crate::pixels::Pixels;
use crate::profile::Audit;
use crate::report::{picture, to_pixels, to_png, to_svg};
use crate::scoring::{self, Confidence};
use crate::t;
use crate::theirs::{Theirs, by_number};
use crate::words::Words;

/// Pixels for each point of a picture that is written as PNG: sharp on paper at 10 cm.
const PNG_SCALE: f64 = 3.0;
/// The same for a picture that is copied: sharp in a text or on a slide.
const COPY_SCALE: f64 = 2.0;

/// A chart of an audit.
pub struct Charted {
    /// The audit.
    pub audit: Arc<Audit>,
    /// Its instrument.
    pub instrument: Arc<Instrument>,
    /// The earlier audit that it is compared with.
    pub earlier: Option<Arc<Audit>>,
    /// Of the bands.
    pub confidence: Confidence,
    /// What it shows.
    pub what: Pictured,
}

/// What a picture shows.
pub enum Pictured {
    /// A chart of the audit.
    Chart(ChartChoice),
    /// The way to another role, drawn already.
    Way(Scene),
}

impl Charted {
    /// A warning, where boxes in the heading replace characters that no document can hold.
    pub fn warning(&self, words: &Words) -> Option<UserMessage> {
        let mut theirs = Theirs::default();
        theirs.words(&self.audit.role);
        boxes(words, theirs.replaced())
    }

    /// The contents of a file: PNG for that extension, else SVG.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub fn bytes(&self, words: &Words, ending: &str) -> Result<Vec<u8>, String> {
        let svg = self.svg(words);
        match ending {
            "png" => to_png(&svg, PNG_SCALE).map_err(|error| error.to_string()),
            _ => Ok(svg.into_bytes()),
        }
    }

    /// A picture for the clipboard.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub fn pixels(&self, words: &Words) -> Result<Pixels, String> {
        to_pixels(&self.svg(words), COPY_SCALE).map_err(|error| error.to_string())
    }

    fn svg(&self, words: &Words) -> String {
        let choice = match &self.what {
            Pictured::Chart(choice) => *choice,
            Pictured::Way(scene) => return to_svg(scene, &Palette::PRINT),
        };
        let audit = &*self.audit;
        let score = |audit: &Audit| scoring::score(&self.instrument, audit, self.confidence);
        let scores = score(audit);
        let earlier = self.earlier.as_ref().map(|audit| score(audit));
        let mut chart_words = chart_words(words, self.confidence);
        if let Some(audit) = &self.earlier {
            chart_words.earlier = t!(words, "report-earlier", date = words.date(audit.date()));
        }
        let show = ShownSeries {
            me: choice.me,
            role: choice.role && !audit.answers.needs.is_empty(),
            earlier: earlier.is_some(),
        };
        let earlier = earlier.as_ref();
        let data = ChartData {
            instrument: &self.instrument,
            audit,
            scores: &scores,
            earlier,
            evidence: &[],
            words: &chart_words,
        };
        to_svg(&picture(&data, &audit.role, choice.kind, show), &Palette::PRINT)
    }
}

/// The warning about boxes, if there are any.
pub fn boxes(words: &Words, replaced: &BTreeSet<char>) -> Option<UserMessage> {
    (!replaced.is_empty()).then(|| message::characters_replaced(words, &by_number(replaced)))
}
