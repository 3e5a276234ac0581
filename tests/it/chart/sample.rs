//! The sample profile of the design's pictures, with an earlier audit.

use std::sync::Arc;

use evenkeel::figures::{ChartData, ChartWords, chart_words};
use evenkeel::instrument::{Instrument, KnownFacet};
use evenkeel::profile::{Answer, Audit, Form, Rating};
use evenkeel::scoring::{Confidence, Scores, score};
use evenkeel::words::Words;

use crate::support::empty_audit;

/// `None` is not answered, 0 is not applicable.
pub type Answers = [[Option<u8>; 5]; 8];

pub const ANSWERS: Answers = [
    [Some(3), Some(2), Some(3), Some(3), Some(3)],
    [Some(4), Some(3), Some(4), Some(4), Some(3)],
    [Some(3), Some(4), Some(0), Some(3), Some(3)],
    [Some(3), None, None, Some(4), None],
    [Some(4), Some(4), Some(5), Some(4), Some(4)],
    [Some(3), Some(2), Some(4), Some(3), Some(3)],
    [Some(4), Some(4), Some(4), Some(3), Some(5)],
    [Some(5), Some(4), Some(4), Some(5), Some(4)],
];

/// Half a year before; risk mitigation with three of five answers.
pub const EARLIER: Answers = [
    [Some(3), Some(3), Some(2), Some(3), Some(2)],
    [Some(4), Some(3), Some(3), Some(4), Some(3)],
    [Some(3), Some(4), Some(3), Some(4), Some(3)],
    [Some(3), None, Some(2), Some(4), None],
    [Some(4), Some(3), Some(4), Some(4), Some(3)],
    [Some(2), Some(2), Some(3), Some(2), Some(3)],
    [Some(4), Some(3), Some(4), Some(3), Some(4)],
    [Some(4), Some(4), Some(3), Some(4), Some(4)],
];

pub const NEEDS: [u8; 8] = [4, 3, 4, 3, 4, 4, 3, 4];

pub struct Sample {
    pub instrument: Arc<Instrument>,
    pub audit: Audit,
    pub scores: Scores,
    pub earlier: Scores,
    pub words: ChartWords,
}

impl Sample {
    pub fn new(answers: &Answers, needs: &[u8]) -> Self {
        let instrument = Instrument::built_in().unwrap();
        let audit = audit(&instrument, answers, needs);
        let scores = score(&instrument, &audit, Confidence::P90);
        let earlier = score(&instrument, &self::audit(&instrument, &EARLIER, needs), Confidence::P90);
        Self { instrument, audit, scores, earlier, words: chart_words(&Words::english(), Confidence::P90) }
    }

    pub fn data(&self) -> ChartData<'_> {
        ChartData {
            instrument: &self.instrument,
            audit: &self.audit,
            scores: &self.scores,
            earlier: Some(&self.earlier),
            evidence: &[],
            words: &self.words,
        }
    }
}

pub fn audit(instrument: &Instrument, answers: &Answers, needs: &[u8]) -> Audit {
    let mut audit = empty_audit(instrument, Form::Full);
    for (facet, row) in instrument.facets.iter().zip(answers) {
        for (item, answer) in facet.items.iter().zip(row) {
            if let Some(value) = answer {
                let answer = Rating::try_from(*value).map_or(Answer::NotApplicable, Answer::Rated);
                audit.answers.items.insert(item.clone(), answer);
            }
        }
    }
    for (facet, need) in KnownFacet::all().map(KnownFacet::as_str).zip(needs) {
        audit.answers.needs.insert((*facet).into(), Rating::try_from(*need).unwrap());
    }
    audit
}
