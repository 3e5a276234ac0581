//! The sample profile of the design's pictures, with an earlier audit.

use std::sync::Arc;

use evenkeel::instrument::{FACETS, Instrument, item_order};
use evenkeel::profile::{Answer, Audit, AuditId, Form, Part, Rating};
use evenkeel::report::chart::{ChartData, ChartWords};
use evenkeel::scoring::{Confidence, Scores, score};

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
        Self { instrument, audit, scores, earlier, words: words() }
    }

    pub fn data(&self) -> ChartData<'_> {
        ChartData {
            instrument: &self.instrument,
            audit: &self.audit,
            scores: &self.scores,
            earlier: Some(&self.earlier),
            words: &self.words,
        }
    }
}

pub fn audit(instrument: &Instrument, answers: &Answers, needs: &[u8]) -> Audit {
    let mut audit = Audit {
        id: AuditId::from("00000000-0000-4000-8000-000000000001"),
        instrument: instrument.reference(),
        form: Form::Full,
        parts: Part::ALL.into(),
        started: "2026-11-19T08:12:00Z".parse().unwrap(),
        finished: None,
        role: "Team lead, logistics".to_owned(),
        seed: 7,
        order: item_order(instrument, Form::Full, 7),
        answers: [].into(),
        seconds: [].into(),
        situations: [].into(),
        needs: [].into(),
        doses: [].into(),
        energy: [].into(),
        signs: [].into(),
        extra: serde_json::Map::new(),
    };
    for (facet, row) in instrument.facets.iter().zip(answers) {
        for (item, answer) in facet.items.iter().zip(row) {
            if let Some(value) = answer {
                let answer = Rating::try_from(*value).map_or(Answer::NotApplicable, Answer::Rated);
                audit.answers.insert(item.clone(), answer);
            }
        }
    }
    for ((facet, _), need) in FACETS.iter().zip(needs) {
        audit.needs.insert((*facet).into(), Rating::try_from(*need).unwrap());
    }
    audit
}

pub fn words() -> ChartWords {
    let s = str::to_owned;
    ChartWords {
        radar: s("Radar of the eight facets"),
        dots: s("What you do, and what your role asks"),
        leadership: s("Leadership"),
        management: s("Management"),
        me: s("Me"),
        role: s("My role"),
        earlier: s("Earlier audit"),
        no_score: s("no score yet"),
        not_applicable: s("not applicable"),
        provisional: s("provisional"),
        sorted_by_gap: s("Sorted by gap"),
        sorted_by_score: s("Sorted by score"),
        your_role: s("Your role"),
        your_score: s("Your score"),
        asks_more: s("asks {points} more"),
        asks_less: s("asks {points} less"),
        within_error: s("within error"),
        band: s("{low} to {high}"),
        band_name: s("Band"),
        gap_name: s("Gap"),
        says_score: s("{facet} {mean}, band {low} to {high}"),
        says_missing: s("{facet}: {note}"),
        says_need: s("the role needs {need}"),
        says_earlier: s("earlier {earlier}"),
        scale: s("1 almost never, 5 almost always"),
        whiskers: s("Whiskers: 90 % band, from the assumed error"),
    }
}
